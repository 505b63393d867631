import DialerCore
import Testing

@Suite struct CountryTests {
    @Test(arguments: [("US", 1), ("gb", 44), ("De", 49), ("VA", 39), ("KZ", 7), ("XK", 383)])
    func aCodeInAnyCase(code: String, callingCode: Int) throws {
        let country = try #require(Country(code))
        #expect(country.code == code.uppercased() && country.callingCode == callingCode)
        #expect(Country(code.lowercased()) == country)
    }

    @Test(arguments: ["", "UK", "USA", "001", "ZZ", "49", "U S", "Ｕ"])
    func noCode(text: String) {
        #expect(Country(text) == nil)
    }

    @Test func everyCountryIsThere() {
        #expect(Country.codes.count > 240 && Country.codes == Country.codes.sorted())
        #expect(Country.codes.allSatisfy { $0.utf8.count == 2 && Country($0)?.code == $0 })
    }
}
