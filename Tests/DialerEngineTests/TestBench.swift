import DialerCore
import DialerEngine
import DialerStore
import DialerTestSupport
import TestSupport
import Testing

/// A production engine on a database of its own, with a clock that is advanced by hand.
final class TestBench {
    let store: Store
    private let folder: TemporaryFolder
    private var engine: Engine
    private let limits: DialingLimits
    private(set) var now = Now(
        wall: .sample,
        monotonic: MonotonicTime(nanoseconds: 0)
    )
    private var effects: [Effect] = []

    static let endless = DialingLimits(
        callsPerSecond: 1000,
        dispatchInterval: .seconds(1),
        maxCallsInFlight: 100_000,
        queueAhead: .seconds(60)
    )

    /// A few zones, far apart.
    private let zones = FixedZones()

    init(limits: DialingLimits = endless) throws {
        self.limits = limits
        folder = try TemporaryFolder()
        store = try Store(path: folder.path + "/test.sqlite3")
        engine = Engine(store: store, limits: limits, timeZones: zones, generator: SeededGenerator(seed: 1), at: now)
    }

    deinit {
        try? store.close()
    }

    static let settings = {
        var settings = CampaignSettings.sample
        settings.arguments[.ringTimeout] = .integer(30)
        settings.arguments[.timeLimit] = .integer(60)
        settings.callingHours = .always
        return settings
    }()

    /// A campaign whose first request is on the wire.
    static func dialing(
        contacts: Int,
        settings: CampaignSettings = settings
    ) throws -> (bench: TestBench, call: MakeCall) {
        let bench = try TestBench()
        try bench.campaign(contacts: contacts, settings: settings)
        return (bench, try #require(try bench.dispatch().first))
    }

    /// The same, after Plivo has taken the request.
    static func queued(contacts: Int) throws -> (bench: TestBench, call: MakeCall) {
        let (bench, call) = try dialing(contacts: contacts)
        try bench.accept(call)
        return (bench, call)
    }

    /// A campaign of numbers 15550000000, 15550000001, …
    @discardableResult
    func campaign(
        _ name: String = "spring",
        contacts: Int,
        settings: CampaignSettings = TestBench.settings,
        overrides: (Int) -> CallArguments = { _ in [:] },
        zones: (Int) -> [String] = { _ in [] }
    ) throws -> CampaignID {
        try store.importCampaign(
            .sample(name, settings: settings),
            contacts: 0..<contacts,
            overrides: overrides,
            zones: zones,
            at: now.wall
        ).campaign
    }

    static func number(_ index: Int) -> Destination { .sample(index) }

    static func uuid(_ number: Int) -> CallUUID {
        let digits = String(number, radix: 16)
        let text = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        guard let uuid = CallUUID(text) else { preconditionFailure("not a uuid: \(text)") }
        return uuid
    }

    func advance(_ duration: Duration) {
        now.wall = now.wall + duration
        now.monotonic = now.monotonic + duration
    }

    func stepWallClock(_ duration: Duration) {
        now.wall = now.wall + duration
    }

    @discardableResult
    func step(_ events: EngineEvent...) throws -> [Effect] {
        try engine.step(events, at: now)
    }

    /// Lets an interval pass and dispatches: the requests that must be sent now.
    func dispatch(after duration: Duration = .seconds(1)) throws -> [MakeCall] {
        advance(duration)
        return try step(.dispatch).compactMap { if case .call(let call) = $0 { call } else { nil } }
    }

    func housekeeping(after duration: Duration) throws -> [Effect] {
        advance(duration)
        return try step(.housekeeping)
    }

    /// The process is killed and started again.
    @discardableResult
    func restart() throws -> [Effect] {
        engine = Engine(store: store, limits: limits, timeZones: zones, generator: SeededGenerator(seed: 2), at: now)
        return try engine.recover(at: now)
    }

    /// Plivo took the whole request; the calls get uuids from `first` on.
    func accept(_ call: MakeCall, firstUUID first: Int = 1) throws {
        let uuids = call.destinations.indices.map { Self.uuid(first + $0) }
        try step(.answer(call.batch, .accepted(uuids: uuids, invalidNumbers: [])))
    }

    func hangup(
        _ call: MakeCall,
        _ destination: Destination,
        uuid: CallUUID? = nil,
        _ end: CallEnd = CallEnd(causeCode: 4000, answeredAt: WallTime(milliseconds: 1), cost: Cost(units: 500))
    ) throws {
        try step(
            .callback(CallbackEvent(kind: .hangup, token: call.token, callUUID: uuid, to: destination, end: end))
        )
    }

    func ring(_ call: MakeCall, _ destination: Destination) throws {
        try step(.callback(CallbackEvent(kind: .ring, token: call.token, to: destination)))
    }

    func progress(_ name: String = "spring") throws -> CampaignProgress {
        try status(name).progress
    }

    func status(_ name: String = "spring") throws -> CampaignStatus {
        try #require(try store.status(of: name, isDaemonRunning: true, at: now.wall).campaigns.first)
    }

    func results(_ name: String = "spring") throws -> [ContactResult] {
        var results: [ContactResult] = []
        try store.forEachResult(ofCampaign: name) { results += $0 }
        return results
    }
}

extension DialingLimits {
    /// So many calls a second, a request each second, and no other limit that a test would meet.
    static func pace(_ callsPerSecond: Double, queueAhead: Duration = .seconds(600)) -> DialingLimits {
        DialingLimits(
            callsPerSecond: callsPerSecond,
            dispatchInterval: .seconds(1),
            maxCallsInFlight: 1000,
            queueAhead: queueAhead
        )
    }
}

extension DialingLimits {
    /// Limits that pacing and batches depend on; the others never matter to a test that does not change them.
    init(
        callsPerSecond: Double,
        dispatchInterval: Duration,
        maxCallsInFlight: Int,
        maxBatch: Int = 1000,
        queueAhead: Duration
    ) {
        self.init(
            callsPerSecond: callsPerSecond,
            dispatchInterval: dispatchInterval,
            maxCallsInFlight: maxCallsInFlight,
            maxBatch: maxBatch,
            queueAhead: queueAhead,
            apiRequestsPer5Seconds: 300,
            callbackGrace: .seconds(120),
            giveUpAfter: .seconds(86_400)
        )
    }
}
