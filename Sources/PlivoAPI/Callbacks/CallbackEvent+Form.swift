package import DialerCore

extension CallbackEvent {
    /// Reads a callback whatever it leaves out or adds (plivo-facts, section 6). Nil when nothing in it names a call.
    ///
    /// - Parameters:
    ///   - pathKind: what its URL says; `Event` counts more, as a hangup can come to another URL (plivo-facts, 6.4).
    ///   - form: the pairs of a POST's body, or of a GET's query.
    ///   - zone: the console's: the times carry no offset.
    package init?(pathKind: Kind, token: String, form: FormPairs, zone: AccountTimeZone) {
        let kind = form["Event"].flatMap(Kind.init(event:)) ?? pathKind
        self.init(
            kind: kind,
            token: token,
            callUUID: form["CallUUID"].flatMap(CallUUID.init),
            requestUUID: form["RequestUUID"].flatMap(CallUUID.init),
            to: form["To"].flatMap(Destination.init(reported:)),
            isMachine: Self.isMachine(form["Machine"] ?? form["machine"]),
            end: kind == .hangup ? CallEnd(form: form, zone: zone) : nil
        )
        if callUUID == nil, requestUUID == nil, to == nil { return nil }
    }

    /// `true`, or `machine_detection` in hangup mode (docs: call-api, "machine_detection").
    private static func isMachine(_ text: String?) -> Bool {
        ["true", "machine_detection"].contains(text?.lowercased())
    }
}

extension CallbackEvent.Kind {
    /// The values of `Event` (plivo-facts, 6.2).
    fileprivate init?(event: String) {
        switch event.lowercased() {
        case "ring": self = .ring
        case "startapp": self = .answer
        case "machinedetection": self = .machine
        case "hangup": self = .hangup
        default: return nil
        }
    }
}

extension CallEnd {
    fileprivate init(form: FormPairs, zone: AccountTimeZone) {
        let zone = AccountTimeZone(tellingOf: form) ?? zone
        func time(_ key: String) -> WallTime? { form[key].flatMap(zone.time) }
        let endedAt = time("EndTime")
        self.init(
            causeCode: form["HangupCauseCode"].flatMap { Int($0) },
            causeName: form["HangupCauseName"],
            source: form["HangupSource"],
            status: form["CallStatus"],
            // Set means answered (plivo-facts, 6.3), even should it be spelt in a way that we cannot read.
            answeredAt: form["AnswerTime"].flatMap { zone.time($0) ?? endedAt },
            endedAt: endedAt,
            durationSeconds: form["Duration"].flatMap { Int($0) },
            cost: form["TotalCost"].flatMap { Cost($0) }
        )
    }
}

extension AccountTimeZone {
    /// Offsets from UTC are whole quarters of an hour.
    private static let quarter: Int64 = 900_000
    /// Between a call's start and its early media; the offset could not be told beyond half a quarter.
    private static let longestWait: Int64 = 300_000

    /// A hangup callback tells its own zone: `StartTime` is local, `SessionStart` is UTC and soon after it (plivo-facts,
    /// section 9). So a wrong `account_timezone` does no harm. Nil when either is missing or they are too far apart.
    fileprivate init?(tellingOf form: FormPairs) {
        guard let start = form["StartTime"].flatMap(WallTime.init(civilUTC:)),
            let session = form["SessionStart"].flatMap(WallTime.init(civilUTC:))
        else { return nil }
        let difference = (start - session).milliseconds
        let offset = (difference + Self.quarter / 2).flooredQuotient(by: Self.quarter) * Self.quarter
        guard abs(difference - offset) <= Self.longestWait, abs(offset) <= 14 * 3_600_000 else { return nil }
        self.init(rules: TimeZoneRules(fixedOffset: Int(offset / 1000)))
    }
}
