import DialerCore
import PlivoAPI

/// What Plivo knows of a call, and where that stands.
enum CallSighting {
    case queued(LiveCall)
    /// Ringing or talking.
    case live(LiveCall)
    case ended(CallRecord)

    /// Looks in the order in which calls move on, so that none is missed between two looks.
    ///
    /// - Returns: nil if it is nowhere.
    /// - Throws: ``Failure`` if Plivo does not tell.
    static func of(_ uuid: CallUUID, at plivo: PlivoClient) async throws(Failure) -> CallSighting? {
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
