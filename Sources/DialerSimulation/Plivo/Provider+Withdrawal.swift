import DialerCore

/// Calls taken back through the API.
extension Provider {
    /// Ends a call, whatever it is doing (docs/plivo.md, "Hanging up and canceling").
    func hangUp(_ uuid: CallUUID) -> Result<Void, LookupFailure> {
        if isOut { return .failure(.unavailable(reason: "an outage")) }
        guard let call = callsByUUID[uuid], call.state != .ended else { return .failure(.notFound) }
        if call.state == .talking { world.violate(.rules, "a call that was picked up is cut off") }
        world.trace.note("withdrawn", Int64(call.to.text) ?? 0)
        withdraw(call)
        return world.happens(.lookupFails) ? .failure(.unavailable(reason: "500")) : .success(())
    }
}
