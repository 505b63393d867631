import DialerCore
import Testing

@Suite struct CountryTests {
    /// All that there are, in the alphabet's order.
    static let all = letters.flatMap { first in letters.compactMap { Country("\(first)\($0)") } }
    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    @Test(arguments: ["US", "gb", "De", "VA", "KZ", "XK"])
    func aCodeInAnyCase(code: String) throws {
        let country = try #require(Country(code))
        #expect(country.code == code.uppercased())
        #expect(Country(code.lowercased())?.code == country.code)
    }

    @Test(arguments: ["", "UK", "USA", "001", "ZZ", "49", "U S", "Ｕ"])
    func noCode(text: String) {
        #expect(Country(text) == nil)
    }

    @Test func everyCountryIsThere() {
        #expect(Self.all.count > 240)
    }
}
