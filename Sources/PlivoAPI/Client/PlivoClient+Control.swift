package import DialerCore
import HTTPClient

/// A ``CallUUID`` is never empty, which matters: `DELETE /Call/` without a UUID ends every call of the account.
extension PlivoClient {
    /// Ends a live call or withdraws a queued call (docs/plivo.md, "Hanging up and canceling"). `notFound` if the call
    /// is neither live nor queued.
    package func hangUp(_ uuid: CallUUID) async -> Result<Void, LookupFailure> {
        Self.acknowledgement(await send(.delete, "Call/\(uuid.text)"))
    }

    /// Makes a live call continue with the XML of another URL. The request is sent once: after a failure the transfer
    /// may have happened.
    package func transfer(_ uuid: CallUUID, _ transfer: CallTransfer) async -> Result<Void, LookupFailure> {
        guard let body = try? transfer.json() else {
            return .failure(.unavailable(reason: "the request cannot be written as JSON"))
        }
        return Self.acknowledgement(await send(.post, "Call/\(uuid.text)", body: body))
    }

    private static func acknowledgement(_ outcome: HTTPOutcome) -> Result<Void, LookupFailure> {
        if case .response(let response) = outcome, (200..<300).contains(response.status) { return .success(()) }
        return .failure(LookupFailure(outcome))
    }
}
