extension Switchboard {
    /// Pause before a callback is tried again, in milliseconds of real time. Not documented.
    private static let retryPauseMilliseconds: Int64 = 1000

    /// Hands a callback over for delivery, unless it has no URL, a URL of the wide world, or bad luck.
    mutating func emit(
        _ event: CallbackEvent,
        of call: Int,
        to target: CallbackTarget?,
        stake: Delivery.Stake,
        at now: Moment
    ) {
        guard let target else { return }
        guard target.url.isLoopback else {
            counters.callbacksWithheld += 1
            return
        }
        let record = calls[call]
        var delivery = Delivery(
            call: call,
            event: event,
            target: target,
            parameters: rules.form.parameters(of: event, call: record, at: now),
            stake: stake,
            firstDue: now
        )
        let fault = CallbackFault.draw(
            rates: rules.faults,
            seed: rules.seed,
            event: event.rawValue,
            destination: record.destination.address,
            ordinal: Int(record.ordinal),
            latestMilliseconds: rules.callbackLateMilliseconds
        )
        switch fault {
        case .none:
            send(delivery)
        case .lost:
            counters.callbacksLost += 1
        case .late(let milliseconds):
            // A call does not wait for a callback that went astray: it goes on as if it had been answered properly.
            delivery.stake = .none
            let due = now.adding(microseconds: rules.realMicroseconds(callMilliseconds: milliseconds))
            delivery.firstDue = due
            postpone(delivery, until: due)
        case .twice:
            send(delivery)
            delivery.stake = .none
            outgoing.append(delivery)
        case .reordered:
            delivery.stake = .none
            if event == .hangup || live[call]?.heldBack != nil {
                send(delivery)
            } else {
                live[call]?.heldBack = delivery
            }
        }
    }

    /// A callback that was held back follows the one that has overtaken it.
    private mutating func send(_ delivery: Delivery) {
        outgoing.append(delivery)
        if let held = live[delivery.call]?.heldBack {
            live[delivery.call]?.heldBack = nil
            outgoing.append(held)
        }
    }

    /// Takes note of what became of a try, and decides whether to try again and what the call makes of it.
    package mutating func report(_ result: DeliveryResult, of tried: Delivery, at now: Moment) {
        counters.callbacksSent += 1
        var delivery = tried
        delivery.tries += 1
        if case .accepted(let plausibleXML) = result {
            counters.callbacksDelivered += 1
            if !plausibleXML { fail(delivery, unreachable: false, at: now) }
            return
        }
        let policy = delivery.target.url.retryPolicy
        let elapsed = now.microseconds(since: delivery.firstDue) / 1000
        if policy.allowsRetry(after: result.retryReason, tries: delivery.tries, elapsedMilliseconds: elapsed) {
            postpone(delivery, until: now.adding(milliseconds: Self.retryPauseMilliseconds))
        } else {
            counters.callbacksFailed += 1
            fail(delivery, unreachable: true, at: now)
        }
    }

    /// What a call makes of XML that could not be had: the fallback URL first, then the end
    /// (docs: call-api, "fallback_url"; hangup-causes 7011, 7013, 8011, 8013).
    private mutating func fail(_ delivery: Delivery, unreachable: Bool, at now: Moment) {
        guard calls[delivery.call].state == .inProgress else { return }
        switch delivery.stake {
        case .none:
            return
        case .answer where calls[delivery.call].request.fallback != nil:
            emit(.answer, of: delivery.call, to: calls[delivery.call].request.fallback, stake: .fallback, at: now)
        case .answer, .fallback:
            hangUp(delivery.call, unreachable ? .answerURLUnreachable : .answerXMLInvalid, .error, at: now)
        case .transfer:
            hangUp(delivery.call, unreachable ? .transferURLUnreachable : .transferXMLInvalid, .error, at: now)
        }
    }
}
