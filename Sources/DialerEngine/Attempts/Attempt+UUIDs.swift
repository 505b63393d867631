import DialerCore
import DialerStore

extension Attempt {
    /// Takes over the uuid that Plivo's lists and records give the call. If a callback has confirmed the request's
    /// uuid, the request's uuid stays: on an older platform the two differ (docs/plivo.md, "Bulk requests and uuids").
    mutating func identify(callUUID uuid: CallUUID) {
        if !isConfirmed || requestUUID == nil { requestUUID = uuid }
        callUUID = uuid
        isConfirmed = true
    }

    /// Removes a uuid that was guessed by position and is wrong.
    mutating func forgetUUID() {
        requestUUID = nil
        callUUID = nil
        isConfirmed = false
    }
}
