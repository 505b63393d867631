/// One call, from the request that placed it to its CDR. A million of these are kept, so it holds no more than it must.
package struct CallRecord: Sendable {
    package let callUUID: Identifier
    package let requestUUID: Identifier
    package let destination: Destination
    /// Which call to this destination it is, from 0: with the destination it decides the call's fate.
    package let ordinal: Int32
    package let request: MakeCall
    package let placedAt: Moment

    package var state = CallState.queued
    /// What machine detection said; nil before it has spoken, and when nobody asked.
    package var machine: Bool?
    package var cause: HangupCause?
    package var source = HangupSource.unknown
    /// When its turn in the queue came; nil while it waits, and for good if it was withdrawn before.
    package var startedAt: Moment?
    package var rangAt: Moment?
    package var answeredAt: Moment?
    package var endedAt: Moment?
    /// When its CDR can be read.
    package var recordedAt: Moment?
    /// Milliseconds of call time from pick-up to end: `speed` times what the clock shows.
    package var talkMilliseconds: Int32 = 0

    package init(
        callUUID: Identifier,
        requestUUID: Identifier,
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

    /// How it came out; nil before the end.
    package var outcome: Outcome? {
        cause?.outcome(answered: answeredAt != nil, machine: machine == true)
    }

    /// Started but not ended: what `?status=live` lists.
    package var isLive: Bool { state == .ringing || state == .inProgress }
}
