import DialerCore
package import DialerStore
import Dispatch
import ServiceLifecycle

/// Sends one line of progress to systemd, for `systemctl status`, whenever it has changed.
struct ProgressService: Service {
    private static let interval = Duration.seconds(5)

    let store: Store
    let manager: ServiceManager

    func run() async throws {
        guard manager.isPresent else { return try await gracefulShutdown() }
        let queue = DispatchQueue(label: "dialerd.progress", qos: .utility)
        await cancelWhenGracefulShutdown {
            var last: String?
            repeat {
                last = await queue.run { [last] in tellProgress(unless: last) }
            } while (try? await Task.sleep(for: Self.interval)) != nil
        }
        manager.tell(.stopping)
    }

    /// - Returns: the line that systemd has now. The line stays the same if the database fails, because the engine
    ///   reports this failure.
    private func tellProgress(unless last: String?) -> String? {
        let line = try? store.status(isDaemonRunning: true, at: SystemClock.wall).progressLine
        guard let line, line != last else { return last }
        manager.tell(.status(line))
        return line
    }
}

extension StatusReport {
    /// `2 campaigns: 1200 of 5000 contacts finished, 40 calls under way`. The line has no phone numbers, because every
    /// user of the machine can read it.
    package var progressLine: String {
        let unfinished = campaigns.filter { $0.progress[.finished] < $0.progress.contacts }
        guard let first = unfinished.first else { return "no campaign under way" }
        let finished = unfinished.reduce(0) { $0 + $1.progress[.finished] }
        let contacts = unfinished.reduce(0) { $0 + $1.progress.contacts }
        let pending = unfinished.reduce(0) { $0 + $1.progress[.pending] }
        let isOne = unfinished.count == 1
        let subject = isOne ? "campaign \(first.name)" : "\(unfinished.count) campaigns"
        let underWay = contacts - finished - pending
        let line = "\(subject): \(finished) of \(contacts) contacts finished, \(underWay) calls under way"
        // With several campaigns, the reasons are left to `dialerd status`.
        guard isOne, let reason = first.reason else { return line }
        return "\(line); \(PhoneNumbers.hidden(in: reason))"
    }
}
