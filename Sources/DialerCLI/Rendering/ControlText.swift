import DialerCore
import DialerStore

/// What `pause` and `cancel` print.
enum ControlText {
    private static let startDaemon = "systemctl start dialerd"

    /// - Parameters:
    ///   - queued: how many calls wait in Plivo's queue, or may wait there.
    ///   - areOnTheirWay: whether Plivo has not answered the requests of some of them.
    static func paused(
        _ campaign: String,
        queued: Int,
        areOnTheirWay: Bool,
        isWithdrawing: Bool,
        isDaemonRunning: Bool
    ) -> String {
        guard queued > 0 else { return "\(campaign) is paused" }
        let place = areOnTheirWay ? "in Plivo's queue or on their way" : "in Plivo's queue"
        let calls = "\(campaign) is paused; \(pluralized(queued, "call")) \(place)"
        guard isWithdrawing else {
            return "\(calls) will still ring; to withdraw them: dialerd pause \(campaign) --withdraw"
        }
        guard isDaemonRunning else { return "\(calls) will be taken back when the daemon runs: \(startDaemon)" }
        return "\(calls) will be taken back; dialerd status \(campaign) shows how many are left"
    }

    /// - Parameter queued: how many calls wait in Plivo's queue.
    static func cancelling(_ campaign: String, queued: Int, isDaemonRunning: Bool) -> String {
        guard queued > 0 else { return "\(campaign) is being canceled" }
        let advice = isDaemonRunning ? "" : " when the daemon runs: \(startDaemon)"
        return
            "\(campaign) is being canceled; \(pluralized(queued, "call")) in Plivo's queue will be taken back\(advice)"
    }

    static func progress(_ cancellation: Cancellation) -> String {
        let progress = cancellation.progress
        let parts = [
            (cancellation.queued, "in Plivo's queue"), (progress[.ringing], "ringing"),
            (progress[.inProgress], "talking"), (progress[.pending], "to be canceled"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "almost done" : parts.joined(separator: ", ")
    }

    static func cancelled(_ campaign: String, _ cancellation: Cancellation) -> String {
        let contacts = pluralized(cancellation.progress[.cancelled], "contact")
        let calls = pluralized(cancellation.rang, "call")
        return "\(campaign) is canceled: \(contacts) not called, \(calls) rang after the command was given"
    }

    /// Without a daemon, a cancellation cannot be carried out.
    static func unconfirmed(_ cancellation: Cancellation) -> String {
        let calls = pluralized(cancellation.queued, "call")
        let rest =
            cancellation.queued > 0
            ? "\(calls) in Plivo's queue will ring unless it is started" : "no more contacts are called"
        return "the cancellation is recorded, but the daemon is not running and cannot confirm it; "
            + "\(rest): \(startDaemon)"
    }
}
