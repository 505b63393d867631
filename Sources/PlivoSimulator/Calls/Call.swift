package import Foundation

/// One call, from the request that placed it to its CDR. The simulator may hold a million of them, so the fields are
/// kept small.
package struct Call: Sendable {
    package let callUUID: UUID
    /// Equal to `callUUID`, except with `--legacy-uuids`.
    package let requestUUID: UUID
    package let destination: Destination
    /// The number of earlier calls to this destination. Seed, destination and ordinal decide how the call goes.
    package let ordinal: Int32
    package let request: MakeCall
    package let placedAt: Moment

    package var state = CallState.queued
    /// The result of machine detection; nil before there is one, and if the request asks for no detection.
    package var machine: Bool?
    package var cause: HangupCause?
    package var source = HangupSource.unknown
    /// When the call left the queue; nil while it waits, and for a call that was withdrawn from the queue.
    package var startedAt: Moment?
    package var rangAt: Moment?
    package var answeredAt: Moment?
    package var endedAt: Moment?
    /// When the CDR can be read.
    var recordedAt: Moment?
    /// From the pick-up to the end in milliseconds of call time, which is `speed` times the real time.
    package var talkMilliseconds: Int32 = 0

    package init(
        callUUID: UUID,
        requestUUID: UUID,
        destination: Destination,
        ordinal: Int32,
        request: MakeCall,
        placedAt: Moment
    ) {
        self.callUUID = callUUID
        self.requestUUID = requestUUID
        self.destination = destination
        self.ordinal = ordinal
        self.request = request
        self.placedAt = placedAt
    }

    /// Nil before the end.
    package var outcome: Outcome? {
        cause?.outcome(answered: answeredAt != nil, machine: machine == true)
    }

    /// Started and not ended: the calls that `?status=live` lists.
    var isLive: Bool { state == .ringing || state == .inProgress }
}
