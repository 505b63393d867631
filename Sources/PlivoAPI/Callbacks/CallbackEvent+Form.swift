package import DialerCore

extension CallbackEvent {
    /// Reads a callback, whichever parameters are missing or unknown (docs/plivo.md, "Callbacks"). Nil without a call
    /// UUID, a request UUID and a destination.
    ///
    /// - Parameters:
    ///   - pathKind: the kind by the callback's URL. The parameter `Event` takes precedence: Plivo may send a hangup to
    ///     another URL.
    ///   - form: the pairs of a POST's body, or of a GET's query.
    ///   - zone: the console's time zone, because the times have no offset.
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

    /// Whether a machine answered: `true`, or `machine_detection` if the request asked to hang up on machines
    /// (docs/plivo.md, "Machine detection").
    private static func isMachine(_ text: String?) -> Bool {
        ["true", "machine_detection"].contains(text?.lowercased())
    }
}

extension CallbackEvent.Kind {
    /// The values of `Event` (docs/plivo.md, "Callbacks").
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
        let zone = AccountTimeZone(shownBy: form) ?? zone
        func time(_ key: String) -> WallTime? { form[key].flatMap(zone.time) }
        let endedAt = time("EndTime")
        self.init(
            causeCode: form["HangupCauseCode"].flatMap { Int($0) },
            causeName: form["HangupCauseName"],
            source: form["HangupSource"],
            status: form["CallStatus"],
            // A call was answered if `AnswerTime` is set, even in a format that cannot be read.
            answeredAt: form["AnswerTime"].flatMap { zone.time($0) ?? endedAt },
            endedAt: endedAt,
            durationSeconds: form["Duration"].flatMap { Int($0) },
            cost: form["TotalCost"].flatMap { Cost($0) }
        )
    }
}

extension AccountTimeZone {
    /// A quarter of an hour in milliseconds: offsets from UTC are whole quarters of an hour.
    private static let quarter: Int64 = 900_000
    /// In milliseconds: the longest credible time between `StartTime` and `SessionStart`. From half a quarter of an
    /// hour on, the offset would be ambiguous.
    private static let longestWait: Int64 = 300_000

    /// The zone that the times of a hangup callback show: `StartTime` is local, and `SessionStart` is UTC and shortly
    /// after it (docs/plivo.md, "Times and time zones"). Therefore a wrong `account_timezone` does no harm. Nil when
    /// either time is missing or the two times do not fit any offset.
    fileprivate init?(shownBy form: FormPairs) {
        guard let start = form["StartTime"].flatMap(WallTime.init(civilUTC:)),
            let session = form["SessionStart"].flatMap(WallTime.init(civilUTC:))
        else { return nil }
        let difference = (start - session).milliseconds
        let offset = (difference + Self.quarter / 2).flooredQuotient(by: Self.quarter) * Self.quarter
        guard abs(difference - offset) <= Self.longestWait, abs(offset) <= 14 * 3_600_000 else { return nil }
        self.init(rules: TimeZoneRules(fixedOffset: Int(offset / 1000)))
    }
}
