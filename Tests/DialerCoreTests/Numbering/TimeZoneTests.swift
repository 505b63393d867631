import DialerCore
import Testing

@Suite struct TimeZoneTests {
    /// Of the phonenumbers package, but for the amendments that `docs/numbering.md` lists.
    @Test func numbersLieWhereTheMetadataPutsThem() throws {
        var samples: [(number: Int64, zones: [String])] = []
        for word in ZoneSamples.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let number = Int64(word) {
                samples.append((number, []))
            } else {
                samples[samples.count - 1].zones.append(String(word))
            }
        }
        #expect(samples.count > 250)
        for sample in samples {
            #expect(Destination.phone(sample.number).timeZones == sample.zones, "\(sample.number)")
            #expect(sample.zones.allSatisfy(isIANAName))
        }
    }

    @Test(
        arguments: [
            (14_155_550_100, ["America/Los_Angeles"]),
            (12_125_550_100, ["America/New_York"]),
            (12_084_551_234, ["America/Denver"]),
            (442_079_460_018, ["Europe/London"]),
            (61_291_234_567, ["Australia/Sydney"]),
            (919_876_543_210, ["Asia/Kolkata"]),
            (9_771_234_567, ["Asia/Kathmandu"]),
            (74_012_345_678, ["Europe/Kaliningrad"]),
            (218_912_345_678, ["Africa/Tripoli"]),
            (77_011_234_567, ["Asia/Almaty", "Asia/Aqtobe"]),
            (80_012_345_678, []),
            (2_101_234_567, []),
            (0, []),
            (-1, []),
        ] as [(Int64, [String])]
    )
    func inZones(number: Int64, zones: [String]) {
        #expect(Destination.phone(number).timeZones == zones)
    }

    @Test(
        arguments: [
            (61_412_345_678, ["Australia/Perth", "Australia/Sydney"]),
            (18_005_550_100, ["America/New_York", "Pacific/Honolulu"]),
            (15_550_000_000, ["America/New_York", "Pacific/Honolulu"]),
            (79_161_234_567, ["Asia/Kamchatka", "Europe/Moscow"]),
            (351_912_345_678, ["Atlantic/Azores", "Europe/Lisbon"]),
        ] as [(Int64, [String])]
    )
    func aNumberWithoutAPlaceMayLieAnywhereInItsCountry(number: Int64, zones: [String]) {
        let found = Destination.phone(number).timeZones
        #expect(Set(found).isSuperset(of: zones))
        #expect(found == found.sorted() && Set(found).count == found.count)
    }

    @Test func everyPlaceOfEveryPrefixHasAName() {
        for prefix in 1...99_999 {
            for zone in Destination.phone(Int64(prefix) * 1_000_000).timeZones where !isIANAName(zone) {
                Issue.record("\(prefix): \(zone)")
            }
        }
    }

    @Test func aSIPAddressIsNowhere() {
        #expect(Destination.sip("sip:ann@example.com").timeZones == [])
    }

    private func isIANAName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts[0].first?.isUppercase == true
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || "_-".contains($0)) } }
    }
}
