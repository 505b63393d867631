/// The parameters of a callback, keys in ASCII order: which there are, and how they are written, follows real captures.
package struct CallbackForm: Sendable {
    let authID: String
    let zone: AccountZone

    package init(authID: String, zone: AccountZone) {
        self.authID = authID
        self.zone = zone
    }

    package func parameters(
        of event: CallbackEvent,
        call: CallRecord,
        at now: Moment
    ) -> [(key: String, value: String)] {
        var pairs = common(event, call)
        switch event {
        case .ring: addRing(call, at: now, to: &pairs)
        case .answer, .redirect: addAnswer(call, at: now, to: &pairs)
        case .machineDetection: addMachineDetection(call, to: &pairs)
        case .hangup: addHangup(call, at: now, to: &pairs)
        }
        pairs += call.request.sipHeaders
        pairs.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return pairs
    }

    /// In the captures `From` has a `+` before pick-up and none after it, within one call.
    private func common(_ event: CallbackEvent, _ call: CallRecord) -> [(key: String, value: String)] {
        [
            ("CallUUID", call.callUUID.description),
            ("Direction", "outbound"),
            ("Event", event.rawValue),
            ("From", call.answeredAt == nil ? "+\(call.request.from)" : call.request.from),
            ("ParentAuthID", authID),
            ("RequestUUID", call.requestUUID.description),
            ("To", call.destination.address),
        ]
    }

    private func addRing(_ call: CallRecord, at now: Moment, to pairs: inout [(key: String, value: String)]) {
        pairs.append(("CallStatus", "ringing"))
        pairs.append(("CallerName", call.request.callerName))
        pairs.append(("SessionStart", AccountZone.sessionStart(now)))
    }

    private func addAnswer(_ call: CallRecord, at now: Moment, to pairs: inout [(key: String, value: String)]) {
        addLegs(call, to: &pairs)
        addAttestation(call, to: &pairs)
        pairs.append(("BillRate", CallCost.callbackRate))
        pairs.append(("CallStatus", "in-progress"))
        pairs.append(("SessionStart", AccountZone.sessionStart(call.answeredAt ?? now)))
        if call.destination.address.hasPrefix("91") {
            pairs.append(("CountryCode", "IN"))
            pairs.append(("RouteType", "Domestic_Anchored"))
        }
        if call.machine == true { pairs.append(("Machine", "true")) }
    }

    private func addMachineDetection(_ call: CallRecord, to pairs: inout [(key: String, value: String)]) {
        addLegs(call, to: &pairs)
        pairs.append(("CallStatus", "in-progress"))
        pairs.append(("IfMachine", call.request.machineDetection?.mode == .hangup ? "hangup" : "continue"))
        pairs.append(("Machine", call.machine == true ? "true" : "false"))
    }

    private func addHangup(_ call: CallRecord, at now: Moment, to pairs: inout [(key: String, value: String)]) {
        let cause = call.cause ?? .unknown
        let cost = CallCost(talkMilliseconds: call.talkMilliseconds)
        let started = call.startedAt ?? call.placedAt
        if call.answeredAt != nil { addLegs(call, to: &pairs) }
        addAttestation(call, to: &pairs)
        pairs += [
            ("AnswerTime", call.answeredAt.map(zone.local) ?? ""),
            ("BillDuration", String(cost.billedSeconds)),
            ("BillRate", CallCost.callbackRate),
            ("CallStatus", cause.callStatus(answered: call.answeredAt != nil)),
            ("Duration", String(cost.seconds)),
            ("EndTime", zone.local(call.endedAt ?? now)),
            ("HangupCause", cause.telephonyName),
            ("HangupCauseCode", String(cause.rawValue)),
            ("HangupCauseName", cause.name),
            ("HangupSource", call.source.rawValue),
            ("SessionStart", AccountZone.sessionStart(call.rangAt ?? started)),
            ("StartTime", zone.local(started)),
            ("TotalCost", cost.total),
        ]
        // Documented: after hanging up on a machine the value is `machine_detection` (docs: call-api).
        if cause == .machineDetected {
            pairs.append(("Machine", "machine_detection"))
        } else if call.machine == true {
            pairs.append(("Machine", "true"))
        }
    }

    private func addLegs(_ call: CallRecord, to pairs: inout [(key: String, value: String)]) {
        pairs.append(("ALegUUID", call.callUUID.description))
        pairs.append(("ALegRequestUUID", call.requestUUID.description))
    }

    private func addAttestation(_ call: CallRecord, to pairs: inout [(key: String, value: String)]) {
        let attestation = Attestation(of: call.destination)
        pairs.append(("STIRAttestation", attestation.level))
        pairs.append(("STIRVerification", attestation.verification))
    }
}
