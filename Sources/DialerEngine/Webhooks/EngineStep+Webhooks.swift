import DialerCore
import DialerStore

/// Webhook delivery: callbacks are sent on to a campaign's own `ring_url`, `hangup_url` and `machine_detection_url`.
///
/// Each delivery is on disk before Plivo gets its 200, and starts afterwards, so that a slow or dead receiver delays
/// neither calls nor callbacks.
extension EngineStep {
    func planWebhook(for callback: CallbackEvent, _ arguments: CallArguments, _ campaign: CampaignID) throws {
        let receiver: (url: CallArgument, method: CallArgument)? =
            switch callback.kind {
            case .ring: (.ringURL, .ringMethod)
            case .hangup: (.hangupURL, .hangupMethod)
            case .machine: (.machineDetectionURL, .machineDetectionMethod)
            case .answer: nil
            }
        guard let receiver, let url = arguments[receiver.url]?.text else { return }
        try transaction.insertWebhookDelivery(
            of: callback.parameters,
            to: url,
            method: arguments[receiver.method]?.text ?? "POST",
            for: campaign,
            at: now.wall
        )
    }

    mutating func deliverWebhooks() throws {
        for due in try transaction.webhookDeliveries(dueAt: now.wall, limit: EnginePolicy.deliveriesPerStep) {
            let wait = Backoff.wait(
                base: EnginePolicy.firstRedelivery,
                cap: EnginePolicy.longestRedelivery,
                failures: due.tries
            )
            try transaction.noteTry(of: due.id, nextAt: now.wall + wait)
            effects.append(.deliver(due.id, url: due.url, method: due.method, parameters: due.parameters))
        }
    }

    mutating func settleDelivery(_ id: WebhookDeliveryID, wasAccepted: Bool) throws {
        guard let delivery = try transaction.webhookDelivery(id) else { return }
        let isGivenUp = now.wall - delivery.createdAt > EnginePolicy.deliveryLifetime
        guard wasAccepted || isGivenUp else { return }
        try transaction.remove(id)
        if !wasAccepted { notify(.webhookGivenUp(campaign: try campaignName(delivery.campaign))) }
    }
}
