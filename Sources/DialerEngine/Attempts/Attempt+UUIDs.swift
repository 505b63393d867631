import DialerCore
import DialerStore

extension Attempt {
    /// Plivo's books name the call. The request's uuid stays if a callback has confirmed it: on an older platform the
    /// two differ (docs/plivo.md, "Bulk requests and uuids").
    mutating func identify(callUUID uuid: CallUUID) {
        if !isConfirmed || requestUUID == nil { requestUUID = uuid }
        callUUID = uuid
        isConfirmed = true
    }

    /// The uuid was a guess by position, and wrong.
    mutating func forgetUUID() {
        requestUUID = nil
        callUUID = nil
        isConfirmed = false
    }
}
