import PlivoSimulator
import Testing

@Suite struct CallPlanTests {
    private typealias Entry = CallPlan.Entry

    @Test func anAnsweredCall() throws {
        let plan = try CallPlan(scenario: Samples.scenario(.answered, talk: 30_000), request: Samples.request())
        #expect(
            plan.entries == [
                Entry(1000, .ring), Entry(6000, .pickUp), Entry(6000, .fetchAnswer),
                Entry(36_000, .end(.normalHangup, .callee)),
            ]
        )
        #expect(plan.talkMilliseconds == 30_000)
    }

    @Test func aCallThatNeverRings() throws {
        let scenario = Samples.scenario(.failed, cause: .unallocatedNumber, source: .carrier, rings: false, ring: 0)
        let plan = try CallPlan(scenario: scenario, request: Samples.request())
        #expect(plan.entries == [Entry(1000, .end(.unallocatedNumber, .carrier))])
    }

    @Test(arguments: [
        (["ring_timeout": JSONValue.integer(4)], Entry(5000, .end(.ringTimeout, .plivo)), 0),
        (["ring_timeout": .integer(5)], Entry(36_000, .end(.normalHangup, .callee)), 30_000),
        (["hangup_on_ring": .integer(3)], Entry(4000, .end(.scheduledHangup, .plivo)), 0),
        (["hangup_on_ring": .integer(10)], Entry(11_000, .end(.scheduledHangup, .plivo)), 5000),
        (["time_limit": .integer(10)], Entry(16_000, .end(.scheduledHangup, .plivo)), 10_000),
        (
            ["time_limit": .integer(10), "hangup_on_ring": .integer(8)], Entry(9000, .end(.scheduledHangup, .plivo)),
            3000
        ),
        (["ring_timeout": .integer(4), "hangup_on_ring": .integer(3)], Entry(4000, .end(.scheduledHangup, .plivo)), 0),
    ])
    func limits(changes: [String: JSONValue], end: CallPlan.Entry, talk: Int) throws {
        let plan = try CallPlan(scenario: Samples.scenario(.answered, talk: 30_000), request: Samples.request(changes))
        #expect(plan.entries.last == end)
        #expect(plan.talkMilliseconds == talk)
    }

    @Test func anUnansweredCallRingsUntilItsEndOrTheTimeOut() throws {
        let scenario = Samples.scenario(.noAnswer, cause: .noAnswer, source: .carrier, ring: 40_000)
        let patient = try CallPlan(scenario: scenario, request: Samples.request())
        #expect(patient.entries == [Entry(1000, .ring), Entry(41_000, .end(.noAnswer, .carrier))])
        let hasty = try CallPlan(scenario: scenario, request: Samples.request(["ring_timeout": .integer(20)]))
        #expect(hasty.entries == [Entry(1000, .ring), Entry(21_000, .end(.ringTimeout, .plivo))])
    }

    private static let url = JSONValue.string("http://127.0.0.1/machine")

    @Test(arguments: [
        (
            ["machine_detection": JSONValue.string("true")],
            [Entry(7500, .detect(machine: true)), Entry(7500, .fetchAnswer), Entry(16_000, .end(.endOfXML, .plivo))]
        ),
        (
            ["machine_detection": .string("hangup")],
            [Entry(7500, .detect(machine: true)), Entry(7500, .end(.machineDetected, .plivo))]
        ),
        (
            ["machine_detection": .boolean(true), "machine_detection_url": url],
            [Entry(6000, .fetchAnswer), Entry(7500, .detect(machine: true)), Entry(16_000, .end(.endOfXML, .plivo))]
        ),
        (
            ["machine_detection": .string("hangup"), "machine_detection_url": url],
            [
                Entry(6000, .fetchAnswer), Entry(7500, .detect(machine: true)),
                Entry(7500, .end(.machineDetected, .plivo)),
            ]
        ),
        ([:], [Entry(6000, .fetchAnswer), Entry(16_000, .end(.endOfXML, .plivo))]),
    ])
    func machines(changes: [String: JSONValue], afterPickUp: [CallPlan.Entry]) throws {
        let scenario = Samples.scenario(.machine, cause: .endOfXML, source: .plivo, talk: 10_000)
        let plan = try CallPlan(scenario: scenario, request: Samples.request(changes))
        #expect(Array(plan.entries.dropFirst(2)) == afterPickUp)
    }

    @Test func detectionTakesNoLongerThanAllotted() throws {
        let request = try Samples.request([
            "machine_detection": .string("true"), "machine_detection_time": .integer(2000),
        ])
        let plan = CallPlan(scenario: Samples.scenario(.answered, talk: 30_000, detection: 4000), request: request)
        #expect(plan.entries[2] == Entry(8000, .detect(machine: false)))
    }

    @Test func aShortCallEndsBeforeDetectionDoes() throws {
        let request = try Samples.request(["machine_detection": .string("true")])
        let plan = CallPlan(scenario: Samples.scenario(.answered, talk: 1000), request: request)
        #expect(plan.entries.last == Entry(7000, .end(.normalHangup, .callee)))
        #expect(plan.entries.count == 3)
    }
}
