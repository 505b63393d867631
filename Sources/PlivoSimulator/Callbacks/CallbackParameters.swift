/// Builds the parameters of callbacks. Their names and formats follow captures of real callbacks
/// (docs/plivo.md, "Callbacks").
package struct CallbackParameters: Sendable {
    let authID: String
    let timeZone: AccountTimeZone

    package init(authID: String, timeZone: AccountTimeZone) {
        self.authID = authID
        self.timeZone = timeZone
    }

    /// The parameters, keys in ASCII order.
    package func fields(of event: CallbackEvent, call: Call, at now: Moment) -> FormFields {
        let specific =
            switch event {
            case .ring: ring(call, at: now)
            case .answer, .redirect: answer(call, at: now)
            case .machineDetection: machineDetection(call)
            case .hangup: hangup(call, at: now)
            }
        return (common(event, call) + specific + call.request.sipHeaders).sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
    }

    private func common(_ event: CallbackEvent, _ call: Call) -> FormFields {
        [
            ("CallUUID", call.callUUID.lowercaseText),
            ("Direction", "outbound"),
            ("Event", event.rawValue),
            // In captures `From` has a `+` before the pick-up and none after it.
            ("From", call.answeredAt == nil ? "+\(call.request.from)" : call.request.from),
            ("ParentAuthID", authID),
            ("RequestUUID", call.requestUUID.lowercaseText),
            ("To", call.destination.address),
        ]
    }

    private func ring(_ call: Call, at now: Moment) -> FormFields {
        [
            ("CallStatus", "ringing"),
            ("CallerName", call.request.callerName),
            ("SessionStart", AccountTimeZone.sessionStart(now)),
        ]
    }

    private func answer(_ call: Call, at now: Moment) -> FormFields {
        var fields: FormFields = [
            ("BillRate", CallCost.callbackRate),
            ("CallStatus", "in-progress"),
            ("SessionStart", AccountTimeZone.sessionStart(call.answeredAt ?? now)),
        ]
        if call.destination.address.hasPrefix("91") {
            fields += [("CountryCode", "IN"), ("RouteType", "Domestic_Anchored")]
        }
        if call.machine == true { fields.append(("Machine", "true")) }
        return fields + legs(call) + attestation(call)
    }

    private func machineDetection(_ call: Call) -> FormFields {
        legs(call) + [
            ("CallStatus", "in-progress"),
            ("IfMachine", call.request.machineDetection?.mode == .hangup ? "hangup" : "continue"),
            ("Machine", call.machine == true ? "true" : "false"),
        ]
    }

    private func hangup(_ call: Call, at now: Moment) -> FormFields {
        let cause = call.cause ?? .unknown
        let cost = CallCost(talkMilliseconds: call.talkMilliseconds)
        let started = call.startedAt ?? call.placedAt
        var fields: FormFields = [
            ("AnswerTime", call.answeredAt.map(timeZone.local) ?? ""),
            ("BillDuration", String(cost.billedSeconds)),
            ("BillRate", CallCost.callbackRate),
            ("CallStatus", cause.callStatus(answered: call.answeredAt != nil)),
            ("Duration", String(cost.seconds)),
            ("EndTime", timeZone.local(call.endedAt ?? now)),
            ("HangupCause", cause.networkName),
            ("HangupCauseCode", String(cause.rawValue)),
            ("HangupCauseName", cause.name),
            ("HangupSource", call.source.rawValue),
            ("SessionStart", AccountTimeZone.sessionStart(call.rangAt ?? started)),
            ("StartTime", timeZone.local(started)),
            ("TotalCost", cost.total),
        ]
        if cause == .machineDetected {
            // The documented value; the SDKs say `true` (docs/plivo.md, "Machine detection").
            fields.append(("Machine", "machine_detection"))
        } else if call.machine == true {
            fields.append(("Machine", "true"))
        }
        return fields + (call.answeredAt == nil ? [] : legs(call)) + attestation(call)
    }

    private func legs(_ call: Call) -> FormFields {
        [("ALegUUID", call.callUUID.lowercaseText), ("ALegRequestUUID", call.requestUUID.lowercaseText)]
    }

    private func attestation(_ call: Call) -> FormFields {
        let attestation = STIRAttestation(of: call.destination)
        return [("STIRAttestation", attestation.level), ("STIRVerification", attestation.verification)]
    }
}
