extension CallSimulation {
    /// The pause before a callback is tried again, in milliseconds of real time. Not documented by Plivo.
    private static let retryPauseMilliseconds: Int64 = 1000

    /// Delivers a callback, unless it has no URL, its URL is not loopback, or a fault prevents it.
    ///
    /// - Parameter requestedXML: the XML that the call waits for; nil if the call ignores the response.
    mutating func deliver(
        _ event: CallbackEvent,
        of call: Int,
        to target: CallbackTarget?,
        requesting requestedXML: CallbackDelivery.RequestedXML? = nil,
        at now: Moment
    ) {
        guard let target else { return }
        guard target.url.isLoopback else {
            counters.callbacksWithheld += 1
            return
        }
        var delivery = CallbackDelivery(
            call: call,
            event: event,
            target: target,
            parameters: callbackParameters.fields(of: event, call: calls[call], at: now),
            requestedXML: requestedXML,
            firstDue: now
        )
        let fault = CallbackFault.draw(
            rates: settings.faults,
            seed: settings.seed,
            event: event,
            destination: calls[call].destination.address,
            ordinal: Int(calls[call].ordinal),
            latestMilliseconds: settings.callbackLateMilliseconds
        )
        switch fault {
        case .none:
            send(delivery)
        case .lost:
            counters.callbacksLost += 1
        case .late(let milliseconds):
            // The call does not wait for a faulty callback: it goes on as if the callback had been answered properly.
            delivery.requestedXML = nil
            delivery.firstDue = now.adding(microseconds: settings.realMicroseconds(callMilliseconds: milliseconds))
            postpone(delivery, until: delivery.firstDue)
        case .twice:
            send(delivery)
            delivery.requestedXML = nil
            deliveries.append(delivery)
        case .reordered:
            delivery.requestedXML = nil
            if event == .hangup || live[call]?.heldBack != nil {
                send(delivery)
            } else {
                live[call]?.heldBack = delivery
            }
        }
    }

    /// Sends a callback, and after it the callback of the same call that was held back, if there is one.
    private mutating func send(_ delivery: CallbackDelivery) {
        deliveries.append(delivery)
        if let heldBack = live[delivery.call]?.heldBack {
            live[delivery.call]?.heldBack = nil
            deliveries.append(heldBack)
        }
    }

    /// Applies the result of one try: schedules a retry, or has the call go on or end.
    package mutating func apply(_ result: DeliveryResult, of tried: CallbackDelivery, at now: Moment) {
        counters.callbacksSent += 1
        var delivery = tried
        delivery.tries += 1
        if case .accepted(let plausibleXML) = result {
            counters.callbacksDelivered += 1
            if !plausibleXML { continueWithoutXML(delivery, isUnreachable: false, at: now) }
            return
        }
        let policy = delivery.target.url.retryPolicy
        let elapsed = now.microseconds(since: delivery.firstDue) / 1000
        if policy.allowsRetry(after: result.retryReason, tries: delivery.tries, elapsedMilliseconds: elapsed) {
            postpone(delivery, until: now.adding(milliseconds: Self.retryPauseMilliseconds))
        } else {
            counters.callbacksFailed += 1
            continueWithoutXML(delivery, isUnreachable: true, at: now)
        }
    }

    /// Tries the fallback URL in place of a failed answer URL, or else ends the call (docs/plivo.md, "XML"). Does
    /// nothing if the call did not wait for XML or is over.
    private mutating func continueWithoutXML(_ delivery: CallbackDelivery, isUnreachable: Bool, at now: Moment) {
        let call = delivery.call
        guard calls[call].state == .inProgress, let requestedXML = delivery.requestedXML else { return }
        switch requestedXML {
        case .answer where calls[call].request.fallback != nil:
            deliver(.answer, of: call, to: calls[call].request.fallback, requesting: .fallback, at: now)
        case .answer, .fallback:
            hangUp(call, isUnreachable ? .answerURLUnreachable : .answerXMLInvalid, .error, at: now)
        case .transfer:
            hangUp(call, isUnreachable ? .transferURLUnreachable : .transferXMLInvalid, .error, at: now)
        }
    }
}
