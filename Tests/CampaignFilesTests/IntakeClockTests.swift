import CampaignFiles
import DialerCore
import Testing

/// A folder over time. Times are milliseconds from its first scan.
private final class Timeline {
    var clock = IntakeClock()
    var defaultsSuffice = true
    var writers = FileWriters.unknown

    /// - Parameter isFirstScan: false for a folder that was scanned before and was empty.
    init(isFirstScan: Bool = false) {
        if !isFirstScan { _ = decide([], at: 0) }
    }

    static func file(_ name: String, version: Int64 = 1) -> FolderEntry.File {
        FolderEntry.File(name: name, stamp: FileStamp(inode: 1, size: version, modified: version))
    }

    static func entry(csv: Int64? = nil, settings: Int64? = nil, problems: [String] = []) -> FolderEntry {
        FolderEntry(
            name: "spring",
            csv: csv.map { file("spring.csv", version: $0) },
            settings: settings.map { file("spring.yaml", version: $0) },
            problems: problems
        )
    }

    func decide(_ entries: [FolderEntry], at milliseconds: Int64) -> IntakeClock.Decision {
        let now = MonotonicTime(nanoseconds: milliseconds * 1_000_000)
        return clock.decide(
            FolderScan(entries: entries),
            writers: { _ in self.writers },
            defaultsSuffice: defaultsSuffice,
            now: now
        )
    }

    func takes(_ entry: FolderEntry, at milliseconds: Int64) -> Bool {
        decide([entry], at: milliseconds).take == [entry]
    }
}

@Suite struct IntakeClockTests {
    @Test func aPairIsTakenOnceAfterASecondWithoutChanges() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        let first = timeline.decide([entry], at: 0)
        #expect(first.take.isEmpty && first.waiting.map(\.name) == ["spring"])
        #expect(first.wakeAt == MonotonicTime(nanoseconds: 1_000_000_000))
        #expect(!timeline.takes(entry, at: 999))
        #expect(timeline.takes(entry, at: 1000))
        #expect(!timeline.takes(entry, at: 1001), "given once")
        #expect(!timeline.takes(entry, at: 60_000))
    }

    @Test func aFileThatGrowsIsLeftAlone() {
        let timeline = Timeline()
        for second in 0..<20 {
            #expect(!timeline.takes(Timeline.entry(csv: Int64(second), settings: 1), at: Int64(second) * 900))
        }
        #expect(timeline.takes(Timeline.entry(csv: 19, settings: 1), at: 19 * 900 + 1000))
    }

    @Test func aLoneCSVWaitsTwoMoreSecondsForSettings() {
        let timeline = Timeline()
        #expect(!timeline.takes(Timeline.entry(csv: 1), at: 0))
        #expect(!timeline.takes(Timeline.entry(csv: 1), at: 2999))
        #expect(timeline.takes(Timeline.entry(csv: 1), at: 3000))
    }

    @Test func settingsThatArriveInTimeGoWithTheCSV() {
        let timeline = Timeline()
        #expect(!timeline.takes(Timeline.entry(csv: 1), at: 0))
        #expect(!timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 2900))
        #expect(!timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 3899))
        #expect(timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 3900))
    }

    @Test func aCSVWithoutEnoughDefaultsWaitsForSettings() {
        let timeline = Timeline()
        timeline.defaultsSuffice = false
        _ = timeline.decide([Timeline.entry(csv: 1)], at: 0)
        let decision = timeline.decide([Timeline.entry(csv: 1)], at: 1_000_000)
        #expect(decision.take.isEmpty && decision.wakeAt == nil)
        #expect(
            decision.waiting == [
                WaitingFile(name: "spring", waitingFor: "spring.yaml with from and answer_url, or both in defaults")
            ]
        )
        #expect(!timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 1_000_001))
        #expect(timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 1_001_001))
    }

    @Test func settingsWaitForTheirCSV() {
        let timeline = Timeline()
        #expect(timeline.decide([Timeline.entry(settings: 1)], at: 0).waiting.map(\.waitingFor) == ["spring.csv"])
        #expect(!timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 90_000))
        #expect(timeline.takes(Timeline.entry(csv: 1, settings: 1), at: 91_000))
    }

    @Test func aFileThatIsOpenForWritingWaitsUntilItIsClosed() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        timeline.clock.note(.written, file: "spring.csv")
        #expect(!timeline.takes(entry, at: 0))
        let decision = timeline.decide([entry], at: 30_000)
        #expect(decision.waiting.map(\.waitingFor) == ["spring.csv to be closed by the program that writes it"])
        timeline.clock.note(.complete, file: "spring.csv")
        #expect(timeline.takes(entry, at: 30_001))
    }

    @Test func aLostCloseEventCostsAMinute() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        timeline.clock.note(.written, file: "spring.csv")
        #expect(!timeline.takes(entry, at: 0))
        #expect(!timeline.takes(entry, at: 59_999))
        #expect(timeline.takes(entry, at: 60_000))
    }

    @Test func theKernelIsTrustedMoreThanEvents() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        timeline.writers = .some
        _ = timeline.decide([entry], at: 0)
        let decision = timeline.decide([entry], at: 3_600_000)
        #expect(decision.waiting.map(\.waitingFor) == ["spring.csv to be closed by the program that writes it"])
        #expect(decision.wakeAt == MonotonicTime(nanoseconds: 3_601_000_000_000))
        timeline.clock.note(.complete, file: "spring.csv")
        #expect(!timeline.takes(entry, at: 3_600_001), "another program has it open, too")
        timeline.clock.note(.written, file: "spring.csv")
        timeline.writers = .none
        #expect(timeline.takes(entry, at: 3_600_002), "the event of its closing was lost")
    }

    @Test func aFileFromBeforeTheFirstScanMayStillBeWritten() {
        let entry = Timeline.entry(csv: 1, settings: 1)
        let timeline = Timeline(isFirstScan: true)
        let first = timeline.decide([entry], at: 0)
        #expect(
            first.waiting.map(\.waitingFor) == [
                "ten seconds without changes, in case spring.csv is still being written"
            ]
        )
        #expect(!timeline.takes(entry, at: 9999))
        #expect(timeline.takes(entry, at: 10_000))

        let changed = Timeline(isFirstScan: true)
        _ = changed.decide([entry], at: 0)
        let other = Timeline.entry(csv: 2, settings: 2)
        #expect(!changed.takes(other, at: 500))
        #expect(changed.takes(other, at: 1500), "its events are received")

        let known = Timeline(isFirstScan: true)
        known.writers = .none
        _ = known.decide([entry], at: 0)
        #expect(known.takes(entry, at: 1000))
    }

    @Test func forgettingHoldsForgetsNoWriter() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        _ = timeline.decide([entry], at: 0)
        #expect(timeline.takes(entry, at: 1000))
        timeline.clock.hold(entry, reason: "from")
        timeline.clock.forgetHolds()
        #expect(timeline.takes(entry, at: 1001))

        timeline.clock.note(.written, file: "spring.csv")
        let longer = Timeline.entry(csv: 2, settings: 1)
        #expect(!timeline.takes(longer, at: 2000))
        timeline.clock.forgetHolds()
        #expect(!timeline.takes(longer, at: 5000))
    }

    @Test func aHeldEntryIsGivenAgainAfterAChangeOrATime() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        _ = timeline.decide([entry], at: 0)
        #expect(timeline.takes(entry, at: 1000))
        timeline.clock.hold(entry, reason: "room on the disk", until: MonotonicTime(nanoseconds: 31_000_000_000))
        let held = timeline.decide([entry], at: 30_999)
        #expect(held.waiting == [WaitingFile(name: "spring", waitingFor: "room on the disk")] && held.take.isEmpty)
        #expect(timeline.takes(entry, at: 31_000))
        timeline.clock.hold(entry, reason: "from")
        #expect(!timeline.takes(entry, at: 999_000))
        let changed = Timeline.entry(csv: 1, settings: 2)
        #expect(!timeline.takes(changed, at: 999_001))
        #expect(timeline.takes(changed, at: 1_000_001))
    }

    @Test func anEntryThatComesBackIsNew() {
        let timeline = Timeline()
        let entry = Timeline.entry(csv: 1, settings: 1)
        _ = timeline.decide([entry], at: 0)
        #expect(timeline.takes(entry, at: 1000))
        _ = timeline.decide([], at: 2000)
        #expect(!timeline.takes(entry, at: 3000))
        #expect(timeline.takes(entry, at: 4000))
    }

    @Test func anEntryWithProblemsIsGivenForRefusal() {
        let timeline = Timeline()
        timeline.defaultsSuffice = false
        for entry in [Timeline.entry(csv: 1, problems: ["x"]), Timeline.entry(settings: 1, problems: ["x"])] {
            _ = timeline.decide([], at: 0)
            _ = timeline.decide([entry], at: 0)
            #expect(!timeline.takes(entry, at: 999))
            #expect(timeline.takes(entry, at: 1000))
        }
    }

    @Test(arguments: [false, true])
    func whatIsNoRegularFileIsRefusedAfterASecond(isInFirstScan: Bool) {
        let timeline = Timeline(isFirstScan: isInFirstScan)
        var entry = Timeline.entry(csv: 1, problems: ["spring.csv is a directory: drop the file itself."])
        entry.csv?.isRegular = false
        timeline.clock.note(.written, file: "spring.csv")
        #expect(!timeline.takes(entry, at: 0))
        #expect(!timeline.takes(entry, at: 999))
        #expect(timeline.takes(entry, at: 1000))
    }

    @Test func anEntryWithProblemsWaitsForItsWriter() {
        let timeline = Timeline()
        timeline.writers = .some
        let entry = Timeline.entry(csv: 1, settings: 1, problems: ["x"])
        timeline.clock.note(.written, file: "spring.csv")
        #expect(!timeline.takes(entry, at: 0))
        #expect(!timeline.takes(entry, at: 30_000))
        timeline.clock.note(.complete, file: "spring.csv")
        #expect(timeline.takes(entry, at: 30_001), "the kernel is asked only about regular files")
    }

    @Test func entriesDoNotWaitForEachOther() {
        let timeline = Timeline()
        let other = FolderEntry(
            name: "autumn",
            csv: Timeline.file("autumn.csv"),
            settings: Timeline.file("autumn.yaml")
        )
        _ = timeline.decide([other], at: 0)
        let decision = timeline.decide([other, Timeline.entry(csv: 1, settings: 1)], at: 1000)
        #expect(decision.take == [other])
        #expect(decision.waiting.map(\.name) == ["spring"])
        #expect(decision.wakeAt == MonotonicTime(nanoseconds: 2_000_000_000))
    }
}
