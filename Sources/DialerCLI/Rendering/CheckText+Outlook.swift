import DialerCore
import DialerDaemon

/// The part of ``CheckText`` about what happens after the import.
extension CheckText {
    private static let shownZones = 10

    var zones: [String] {
        guard let zones = report.rows?.zones, !zones.isEmpty else { return [] }
        let width = String(zones[0].calls).count
        var lines = zones.prefix(Self.shownZones).map { one in
            let calls = String(one.calls)
            return "  " + String(repeating: " ", count: width - calls.count) + calls + "  " + Self.names(one.names)
        }
        let rest = zones.dropFirst(Self.shownZones)
        if !rest.isEmpty {
            lines.append("  and \(rest.reduce(0) { $0 + $1.calls }) in \(rest.count) more groups of zones")
        }
        return ["calls by time zone:"] + lines
    }

    /// A number that may lie in several zones is called only when all of them are open.
    private static func names(_ zones: [String]) -> String {
        switch zones.count {
        case 0: "in an unknown zone"
        case 1...3: zones.joined(separator: ", ")
        default: "when all of \(zones[0]), \(zones[1]) and \(zones.count - 2) more are within hours"
        }
    }

    var outlook: [String] {
        guard let outlook = report.outlook else { return [] }
        return ["estimate by rates, shares and calling hours, if the file were imported now:"]
            + (course(outlook.finish) + assumptions(outlook) + [cost(outlook.cost)]).map { "  " + $0 }
            + (report.hasDatabase ? [] : ["  \(Self.noDatabase)"])
    }

    private func course(_ finish: FinishEstimate) -> [String] {
        guard let first = finish.firstCall else { return ["no contact would be called"] + leftovers(finish) }
        let last = finish.lastCall.map { "the last \($0.rfc3339)" } ?? "the last more than a year from now"
        return ["the first call \(first.rfc3339), \(last)"] + leftovers(finish)
    }

    private func leftovers(_ finish: FinishEstimate) -> [String] {
        var lines: [String] = []
        if finish.expired > 0 {
            lines.append("\(finish.expired) contacts would not be called before end_at, and expire")
        }
        if finish.outOfReach > 0 { lines.append("\(finish.outOfReach) contacts would not be called within 400 days") }
        return lines
    }

    private func assumptions(_ outlook: CheckReport.Outlook) -> [String] {
        let names = outlook.beside.prefix(5).joined(separator: ", ")
        let more = outlook.beside.count > 5 ? " and \(outlook.beside.count - 5) more" : ""
        let beside = names.isEmpty ? "no other campaign shares the rate" : "beside \(names)\(more)"
        let seconds = ((outlook.longestCall.inSeconds * 10).rounded() / 10).settingText
        let slowdown =
            "later if calls last longer than \(seconds) s on average: max_calls_in_flight then slows it down"
        return ["\(beside); first attempts only, without retries"] + (outlook.mayReachLimit ? [slowdown] : [])
    }

    private func cost(_ cost: CostEstimate?) -> String {
        guard let cost else { return "the cost is not known: give the cost of one call, such as --rate 0.0150" }
        let basis = cost.pastCalls.map { "the average of the last \($0) calls" } ?? "given by --rate"
        return "cost \(cost.total.text), at \(cost.perCall.text) a call (\(basis))"
    }

    private static let noDatabase =
        "without a readable database, other campaigns, the do-not-call list and past calls are not considered"
}
