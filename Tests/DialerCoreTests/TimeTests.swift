import DialerCore
import Testing

struct TimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-12-01T09:00:00-05:00", 1_796_133_600_000),
        ("2026-12-01 14:00:00Z", 1_796_133_600_000),
        ("2026-12-01T14:00Z", 1_796_133_600_000),
        ("2026-12-01T19:30:00.25+0530", 1_796_133_600_250),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000),
        ("1969-12-31T23:59:59Z", -1000),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ])
    func read(text: String, milliseconds: Int64) {
        #expect(WallTime(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-12-01", "2026-12-01T09:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-12-01T24:00:00Z", "2026-12-01T09:60:00Z", "2026-12-01T09:00:00Zx", "2026-12-01T09:00:00.Z",
        "26-12-01T09:00:00Z",
    ])
    func refused(text: String) {
        #expect(WallTime(rfc3339: text) == nil)
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        for day in stride(from: Int64(-80_000), through: 80_000, by: 1) {
            let date = CivilDate(daysSinceEpoch: day)
            #expect(date.daysSinceEpoch == day)
            let noon = WallTime(milliseconds: day * 86_400_000 + 43_200_000)
            #expect(WallTime(rfc3339: noon.rfc3339) == noon)
        }
    }

    @Test func millisecondsAreCutOffDownwards() {
        #expect(WallTime(milliseconds: 999).rfc3339 == "1970-01-01T00:00:00Z")
        #expect(WallTime(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59Z")
    }
}
