import DialerCore
import Testing

/// The sentences of `reason`, as `status` and the database have them.
struct CampaignReasonTests {
    private static let noon = WallTime(rfc3339: "2026-11-22T12:00:00Z") ?? .epoch

    private static func closed(_ zones: String...) -> CampaignReason {
        let settings = CampaignSettings(callerIDs: [], arguments: [:])
        return .closed(until: noon, CallingZones(of: zones, settings, in: NearZones()))
    }

    @Test(
        arguments: [
            (.paused(campaign: "spring"), "paused by the operator; to go on: dialerd resume spring"),
            (
                .halted(.account(.paymentRequired(message: "no")), campaign: "spring"),
                "Plivo asks for payment (402: no); remove the cause, then: dialerd resume spring"
            ),
            (
                .halted(.refusals(count: 20, last: .forbidden(message: "no")), campaign: "spring"),
                "20 requests in a row were refused, the last one so: Plivo forbids the call (403: no); remove the cause, then: dialerd resume spring"
            ),
            (
                .halted(.failures(causeCode: 8011), campaign: "spring"),
                "most calls of late failed for one cause (Invalid Answer XML, 8011); remove the cause, then: dialerd resume spring"
            ),
            (
                .halted(.failures(causeCode: 1), campaign: "spring"),
                "most calls of late failed for one cause (1); remove the cause, then: dialerd resume spring"
            ),
            (
                .restored(moment: "2026-11-22 03:00 UTC", campaign: "spring"),
                "restored from a backup of 2026-11-22 03:00 UTC: calls made since then are not known; see docs/operating.md, then dialerd resume spring"
            ),
            (.canceled, "canceled by the operator; calls that wait in Plivo's queue are being withdrawn"),
            (.startsAt(noon), "it starts at 2026-11-22T12:00:00Z"),
            (
                .heldBack(.rateLimited(retryAfter: nil)),
                "Plivo answered 429, too many requests; dialing goes on by itself after a pause"
            ),
            (.callsInFlight(200), "as many calls are under way as max_calls_in_flight allows (200)"),
            (
                .notDue(until: noon),
                "every contact left waits for its retry or an attempt limit; the next is due at 2026-11-22T12:00:00Z"
            ),
            (
                closed(),
                "outside calling hours for every contact left; the next window opens at 2026-11-22T12:00:00Z"
            ),
            (
                closed("East"),
                "outside calling hours for every contact left; the next window opens at 2026-11-22T14:00:00+02:00 in East"
            ),
            (
                closed("East", "UTC", "Other"),
                "outside calling hours for every contact left; the next window opens at 2026-11-22T14:00:00+02:00 in East and 2 more zones"
            ),
        ] as [(CampaignReason, String)]
    )
    func sentence(_ reason: CampaignReason, _ sentence: String) {
        #expect(reason.sentence == sentence)
    }
}

/// `East` is two hours east of UTC, every other zone is UTC.
private struct NearZones: TimeZones {
    func zone(_ name: String) -> TimeZoneRules? { TimeZoneRules(fixedOffset: name == "East" ? 7200 : 0) }
}
