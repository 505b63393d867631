import DialerCore
import PlivoAPI

/// Plivo's information about one call, by the place where the call was found.
enum CallLookup {
    case queued(LiveCall)
    /// Ringing or talking.
    case live(LiveCall)
    case ended(CallRecord)

    /// Looks into the queued calls, the live calls and the call records, in this order: a call moves on in the same
    /// order, so that no call is missed between two requests.
    ///
    /// - Returns: nil if Plivo has no such call.
    /// - Throws: ``Failure`` if Plivo does not answer or refuses.
    static func find(_ uuid: CallUUID, at plivo: PlivoClient) async throws(Failure) -> CallLookup? {
        if let call = try found(await plivo.call(uuid, on: .queued)) { return .queued(call) }
        if let call = try found(await plivo.call(uuid, on: .live)) { return .live(call) }
        return try found(await plivo.callRecord(uuid)).map { .ended($0) }
    }

    private static func found<Value>(_ result: Result<Value, LookupFailure>) throws(Failure) -> Value? {
        switch result {
        case .success(let value): value
        case .failure(.notFound): nil
        case .failure(let failure): throw Failure(failure, of: .question)
        }
    }
}
