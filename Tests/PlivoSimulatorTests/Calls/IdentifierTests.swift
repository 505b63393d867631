import PlivoSimulator
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: ["38cb006a-e25d-4455-9862-27550dbea7e9", "00000000-0000-0000-0000-000000000001"])
    func readsWhatItWrites(text: String) throws {
        #expect(try #require(Identifier(text)).description == text)
        #expect(Identifier(text.uppercased()) == Identifier(text))
    }

    @Test(arguments: [
        "", "x", "38cb006ae25d44559862-27550dbea7e9----", "38cb006a-e25d-4455-9862-27550dbea7e",
        "38cb006a-e25d-4455-9862-27550dbea7eg",
    ])
    func refuses(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test func mintsVersion4AndNoneTwice() throws {
        var mint = IdentifierMint(nonce: 1, series: "call")
        var seen: Set<Identifier> = []
        for _ in 0..<1000 {
            let text = mint.next().description
            #expect(text.dropFirst(14).first == "4")
            #expect("89ab".contains(text[text.index(text.startIndex, offsetBy: 19)]))
            #expect(try seen.insert(#require(Identifier(text))).inserted)
        }
        var again = IdentifierMint(nonce: 1, series: "call")
        #expect(seen.contains(again.next()))
        var other = IdentifierMint(nonce: 2, series: "call")
        #expect(!seen.contains(other.next()))
    }
}
