import Foundation
import PlivoSimulator
import Testing

@Suite struct UUIDGeneratorTests {
    @Test func makesDifferentUUIDsOfVersion4() {
        var generator = UUIDGenerator(nonce: 1, series: "call")
        let texts = (0..<1000).map { _ in generator.next().lowercaseText }
        let version4 = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        for text in texts { #expect(text.wholeMatch(of: version4) != nil) }
        #expect(Set(texts).count == 1000)
    }

    @Test func dependsOnNonceAndSeries() {
        func first(_ nonce: UInt64, _ series: String) -> UUID {
            var generator = UUIDGenerator(nonce: nonce, series: series)
            return generator.next()
        }
        #expect(first(1, "call") == first(1, "call"))
        #expect(first(1, "call") != first(2, "call"))
        #expect(first(1, "call") != first(1, "api"))
    }
}
