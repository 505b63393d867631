import DialerCore
import DialerStore
import DialerTestSupport
import Testing

/// What events of campaigns write to the database.
struct CampaignEventTests {
    private static let now = WallTime(milliseconds: 1_764_000_000_000)
    private static let cause = HaltCause.failures(causeCode: 8011)

    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func campaign(_ id: CampaignID) throws -> Campaign {
        try #require(try store.write { try $0.campaign(id) })
    }

    @Test(
        arguments: [
            (.importing, .imported, .running, nil),
            (.waiting, .started, .running, nil),
            (.running, .startPostponed, .waiting, nil),
            (.running, .paused, .paused, .paused(campaign: "spring")),
            (.paused, .resumed, .waiting, nil),
            (.running, .halted(cause), .halted, .halted(cause, campaign: "spring")),
            (.halted, .restored(moment: "noon"), .halted, .restored(moment: "noon", campaign: "spring")),
            (.halted, .canceled(at: now), .cancelling, .canceled),
            (.cancelling, .finished(at: now), .cancelled, nil),
            (.paused, .finished(at: now), .completed, nil),
            (.completed, .reopened, .waiting, nil),
        ] as [(CampaignState, CampaignEvent, CampaignState, CampaignReason?)]
    )
    func anEventWritesTheStateAndItsReason(
        from state: CampaignState,
        event: CampaignEvent,
        to next: CampaignState,
        reason: CampaignReason?
    ) throws {
        let id = try scratch.campaign("spring", in: state, store)
        #expect(try store.write { try $0.apply(event, to: id) } == .move(to: next))
        #expect(try campaign(id).state == next)
        #expect(try campaign(id).reason == reason?.sentence)
    }

    @Test func anEventThatIsNotPossibleWritesNothing() throws {
        let id = try scratch.campaign("spring", in: .paused, store)
        #expect(try store.write { try $0.apply(.halted(Self.cause), to: id) } == .notPossible)
        #expect(try store.write { try $0.apply(.paused, to: id) } == .already)
        #expect(try campaign(id).state == .paused)
        #expect(try campaign(id).reason == CampaignReason.paused(campaign: "spring").sentence)
        #expect(try store.write { try $0.apply(.paused, to: CampaignID(99)) } == .notPossible)
    }

    @Test func theTimesAreThoseOfTheEvents() throws {
        let id = try scratch.campaign("spring", in: .running, store)
        let command = Self.now + .seconds(1)
        let end = Self.now + .seconds(2)
        _ = try store.write { try $0.apply(.canceled(at: command), to: id) }
        #expect(try campaign(id).cancelledAt == command)
        try store.finish(id, at: end)
        #expect(try store.archivableCampaigns(endedBefore: end).isEmpty)
        #expect(try store.archivableCampaigns(endedBefore: end + .milliseconds(1)).map(\.id) == [id])
    }

    @Test func theResultsOfAReopenedCampaignAreWrittenAgain() throws {
        let id = try scratch.campaign("spring", in: .running, store)
        try store.finish(id, at: Self.now)
        #expect(try store.write { try $0.campaignsToExport() } == [])
        try store.write { transaction in
            try transaction.apply(.reopened, to: id)
            try transaction.apply(.finished(at: Self.now), to: id)
        }
        #expect(try store.write { try $0.campaignsToExport() } == [id])
    }
}
