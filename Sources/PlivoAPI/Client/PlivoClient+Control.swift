package import DialerCore

/// Each takes a ``CallUUID``, which is never empty: `DELETE /Call/` would end every call of the account.
extension PlivoClient {
    /// Ends a live call, or takes a queued one back (plivo-facts, 4.5). `notFound` when there is no such call (any more).
    package func hangUp(_ uuid: CallUUID) async -> Result<Void, LookupFailure> {
        Self.acknowledgement(await delete("Call/\(uuid.text)"))
    }

    /// Has a live call go on with the XML of another URL. Sent once; after a failure it may have happened or not.
    package func transfer(_ uuid: CallUUID, _ transfer: CallTransfer) async -> Result<Void, LookupFailure> {
        guard let body = try? transfer.json() else {
            return .failure(.unavailable(reason: "the request cannot be written as JSON"))
        }
        return Self.acknowledgement(await post("Call/\(uuid.text)", body: body))
    }

    private static func acknowledgement(_ outcome: HTTPOutcome) -> Result<Void, LookupFailure> {
        if case .response(let response) = outcome, (200..<300).contains(response.status) { return .success(()) }
        return .failure(LookupFailure(outcome))
    }
}
