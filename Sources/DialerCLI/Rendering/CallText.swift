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
        let course = [
            record.initiatedAt.map { "began \($0.rfc3339)" },
            end.answeredAt.map { "answered \($0.rfc3339)" } ?? "not answered",
            end.endedAt.map { "ended \($0.rfc3339)" }, end.durationSeconds.map { pluralized($0, "second") },
            end.cost.map { "cost \($0.text)" },
        ]
        lines.append("  " + course.compactMap(\.self).joined(separator: ", "))
        let name = end.causeName ?? end.causeCode.flatMap(HangupCause.name)
        if let cause = Self.hangupCause(end.causeCode, name, by: end.source) { lines.append("  " + cause) }
        return lines
    }

    /// Nil if neither the cause's code nor its name is known.
    static func hangupCause(_ code: Int?, _ name: String?, by source: String?) -> String? {
        let parts = [code.map { String($0) }, name].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return "hangup cause: " + parts.joined(separator: " ") + (source.map { ", by \($0)" } ?? "")
    }

    private func parties(_ from: String?, _ to: Destination?) -> [String] {
        let parts = [from.map { "from \($0)" }, to.map { "to \($0.internationalText)" }].compactMap(\.self)
        return parts.isEmpty ? [] : ["  " + parts.joined(separator: " ")]
    }
}
