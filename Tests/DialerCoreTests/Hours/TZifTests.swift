import DialerCore
import TestSupport
import Testing

struct TZifTests {
    @Test(arguments: [0, UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
    func versions(version: UInt8) throws {
        var sample = TZifSample()
        sample.version = version
        sample.offsets = [3600, 7200, -1800]
        sample.changes = [(-1_000_000_000, 1), (0, 1), (1000, 2)]
        let rules = try #require(TimeZoneRules(tzif: sample.bytes))
        #expect(rules.offset(at: WallTime(milliseconds: -1_000_000_000_001)) == .seconds(3600))
        #expect(rules.offset(at: WallTime(milliseconds: -1_000_000_000_000)) == .seconds(7200))
        #expect(rules.offset(at: WallTime(milliseconds: 999_999)) == .seconds(7200))
        #expect(rules.offset(at: WallTime(milliseconds: 1_000_000)) == .seconds(-1800))
        #expect(rules.nextTransition(after: WallTime(milliseconds: -1_000_000_000_000))?.milliseconds == 1_000_000)
        #expect(rules.nextTransition(after: WallTime(milliseconds: 1_000_000)) == nil)
    }

    /// The rule goes on from the last change of the table, even where the table's last change is none of the offset.
    @Test func ruleAfterTheTable() throws {
        var sample = TZifSample(footer: "EST5EDT,M3.2.0,M11.1.0")
        sample.offsets = [0, -18_000]
        sample.changes = [(0, 1), (1_800_000_000, 1)]
        let rules = try #require(TimeZoneRules(tzif: sample.bytes))
        #expect(rules.nextTransition(after: .epoch) == .at("2027-03-14T07:00:00Z"))
        #expect(rules.offset(at: .at("2026-07-01T00:00:00Z")) == .seconds(-18_000))
    }

    /// Some files begin with the Big Bang.
    @Test func changesBeforeTime() throws {
        var sample = TZifSample()
        sample.offsets = [3600, 7200, 0]
        sample.changes = [(-1 << 59, 1), (0, 2), (.max, 0)]
        let rules = try #require(TimeZoneRules(tzif: sample.bytes))
        #expect(rules.offset(at: WallTime(milliseconds: .min)) == .seconds(7200))
        #expect(rules.offset(at: WallTime(milliseconds: .max)) == .seconds(0))
        #expect(rules.nextTransition(after: WallTime(milliseconds: .min)) == .epoch)
    }

    static let malformed: [(String, @Sendable (inout TZifSample) -> Void)] = [
        ("another magic", { $0.magic = "TZjf" }),
        ("an unknown version", { $0.version = UInt8(ascii: "5") }),
        ("no type", { $0.offsets = [] }),
        ("instants out of order", { $0.changes = [(10, 0), (5, 0)] }),
        ("an instant twice", { $0.changes = [(10, 0), (10, 0)] }),
        ("a type that is not there", { $0.changes = [(10, 1)] }),
        ("an offset of 26 hours", { $0.offsets = [93_600] }),
        ("an offset of -25 hours", { $0.offsets = [-90_000] }),
        ("a flag that is none", { $0.daylightFlag = 2 }),
        ("a name beyond the names", { $0.nameIndex = 4 }),
        ("leap seconds", { $0.leapSeconds = 1 }),
        ("flags of other types", { $0.universalFlags = 2 }),
        ("no footer", { $0.footer = nil }),
        ("half a footer", { $0.footer = "EST5EDT,M3.2.0" }),
    ]

    @Test(arguments: malformed.indices)
    func refused(index: Int) {
        let (what, change) = Self.malformed[index]
        var sample = TZifSample()
        change(&sample)
        #expect(TimeZoneRules(tzif: sample.bytes) == nil, "\(what)")
    }

    @Test(arguments: [
        "E", "ES5", "EST", "EST5EDT", "EST25", "EST5:60", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
        "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J365",
        "EST5EDT,J1,J366",
        "EST5EDT,366,1", "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0,M11.1.0 ", "EST5EDT,M3.2.0/,M11.1.0", "<EST5",
        "<>5",
        "<+03>-3x", "+03-3", "EST99999999999999999999", "EST5EDT,M3.2.0,M11.1.0,M11.1.0",
    ])
    func refusedRule(text: String) {
        #expect(TimeZoneRules(tzif: TZifSample(footer: text).bytes) == nil)
    }

    @Test func emptyOrCutOff() throws {
        #expect(TimeZoneRules(tzif: []) == nil)
        let file = try ZoneYear.file("Europe/Berlin")
        for length in file.indices { #expect(TimeZoneRules(tzif: Array(file.prefix(length))) == nil) }
    }

    /// Whatever the bytes: nil or rules that can be asked.
    @Test(arguments: TestSeed.each(0..<8)) func damagedBytes(seed: TestSeed) throws {
        var generator = SeededGenerator(seed: seed.value)
        let zones = ["America/New_York", "Africa/Casablanca", "Pacific/Apia", "UTC"]
        var readable = 0
        for round in 0..<1000 {
            var file = try ZoneYear.file(zones[round % zones.count])
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                // Half of the damage goes to the counts and the rule.
                let near = Bool.random(using: &generator) ? min(64, file.count) : file.count
                let index = Int.random(in: 0..<near, using: &generator)
                file[Bool.random(using: &generator) ? index : file.count - 1 - index] = .random(
                    in: 0...255,
                    using: &generator
                )
            }
            guard let rules = TimeZoneRules(tzif: file) else { continue }
            readable += 1
            var instant = WallTime(milliseconds: .random(in: .min ... .max, using: &generator))
            for _ in 0..<3 {
                #expect(abs(rules.offset(at: instant).milliseconds) < 94 * 3_600_000)
                guard let next = rules.nextTransition(after: instant) else { break }
                #expect(next > instant)
                instant = next
            }
        }
        #expect(readable > 0)
    }
}
