import DialerCore

/// `call show` for people.
struct CallText {
    private let call: CallLookup

    init(_ call: CallLookup) {
        self.call = call
    }

    var text: String {
        let lines =
            switch call {
            case .queued(let call): live(call, "waits in Plivo's queue")
            case .live(let call): live(call, call.status ?? "live")
            case .ended(let record): ended(record)
            }
        return lines.joined(separator: "\n") + "\n"
    }

    private func live(_ call: LiveCall, _ state: String) -> [String] {
        var lines = ["call \(call.callUUID.text): \(state)"]
        lines += parties(call.from, call.to)
        if let instant = call.startedAt { lines.append("  began \(instant.rfc3339)") }
        if let uuid = call.requestUUID, uuid != call.callUUID { lines.append("  request \(uuid.text)") }
        return lines
    }

    private func ended(_ record: CallRecord) -> [String] {
        let end = record.end
        var lines = ["call \(record.callUUID.text): ended" + (record.isOutbound ? "" : ", inbound")]
        lines += parties(record.from, record.to)
        var course: [String] = []
        if let instant = record.initiatedAt { course.append("began \(instant.rfc3339)") }
        course.append(end.answeredAt.map { "answered \($0.rfc3339)" } ?? "not answered")
        if let instant = end.endedAt { course.append("ended \(instant.rfc3339)") }
        if let seconds = end.durationSeconds { course.append(pluralized(seconds, "second")) }
        if let cost = end.cost { course.append("cost \(cost.text)") }
        lines.append("  " + course.joined(separator: ", "))
        let cause = [end.causeCode.map { String($0) }, end.causeName ?? end.causeCode.flatMap(HangupCause.name)]
            .compactMap(\.self)
        if !cause.isEmpty {
            let source = end.source.map { ", by \($0)" } ?? ""
            lines.append("  hangup cause: \(cause.joined(separator: " "))\(source)")
        }
        return lines
    }

    private func parties(_ from: String?, _ to: Destination?) -> [String] {
        let parts = [from.map { "from \($0)" }, to.map { "to \($0.internationalText)" }].compactMap(\.self)
        return parts.isEmpty ? [] : ["  " + parts.joined(separator: " ")]
    }
}
