import DialerCore
import DialerStore

/// Passing callbacks on to a campaign's own `ring_url`, `hangup_url` and `machine_detection_url` (interface, section 4).
///
/// Each is on disk before Plivo gets its 200, and goes on its way afterwards: a slow or dead receiver holds up nobody.
extension EngineStep {
    /// On their way at once, so that one dead receiver cannot fill the memory.
    private static var forwardsPerStep: Int { 50 }
    /// Then a receiver has been away for too long.
    private static var forwardedFor: Duration { .seconds(86_400) }

    func planForward(of callback: CallbackEvent, _ arguments: CallArguments, _ campaign: CampaignID) throws {
        let receiver: (url: CallArgument, method: CallArgument)? =
            switch callback.kind {
            case .ring: (.ringURL, .ringMethod)
            case .hangup: (.hangupURL, .hangupMethod)
            case .machine: (.machineDetectionURL, .machineDetectionMethod)
            case .answer: nil
            }
        guard let receiver, let url = arguments[receiver.url]?.text else { return }
        try transaction.insertForward(
            of: callback.parameters,
            to: url,
            method: arguments[receiver.method]?.text ?? "POST",
            for: campaign,
            at: now.wall
        )
    }

    mutating func sendForwards() throws {
        for forward in try transaction.forwards(dueAt: now.wall, limit: Self.forwardsPerStep) {
            let wait = Backoff.wait(base: .seconds(30), cap: .seconds(600), failures: forward.tries)
            try transaction.noteTry(of: forward.id, nextAt: now.wall + wait)
            effects.append(
                .forward(forward.id, url: forward.url, method: forward.method, parameters: forward.parameters)
            )
        }
    }

    mutating func settleForward(_ id: ForwardID, wasTaken: Bool) throws {
        guard let forward = try transaction.forward(id) else { return }
        let isHopeless = now.wall - forward.createdAt > Self.forwardedFor
        guard wasTaken || isHopeless else { return }
        try transaction.remove(id)
        if !wasTaken { notify(.forwardGivenUp(campaign: try campaign(forward.campaign)?.name ?? "")) }
    }
}
