import DialerCore
package import DialerStore
import Dispatch
import ServiceLifecycle

/// `systemctl status` shows one line of progress; told when it has changed.
struct ProgressService: Service {
    private static let interval = DispatchTimeInterval.seconds(5)

    let store: Store
    let manager: ServiceManager

    func run() async throws {
        guard manager.isThere else { return try await gracefulShutdown() }
        let queue = DispatchQueue(label: "dialerd.progress", qos: .utility)
        let timer = DispatchSource.makeTimerSource(queue: queue)
        // Used on `queue` only.
        nonisolated(unsafe) var told: String?
        timer.schedule(deadline: .now(), repeating: Self.interval)
        timer.setEventHandler {
            dispatchPrecondition(condition: .onQueue(queue))
            // A database that fails is told of by the engine.
            guard let report = try? store.status(isDaemonRunning: true, at: SystemClock.wall) else { return }
            let line = report.progressLine
            guard line != told else { return }
            told = line
            manager.tell(.status(line))
        }
        timer.resume()
        try? await gracefulShutdown()
        timer.cancel()
        manager.tell(.stopping)
    }
}

extension StatusReport {
    /// `2 campaigns: 1200 of 5000 contacts finished, 40 calls under way`
    package var progressLine: String {
        let unfinished = campaigns.filter { $0.progress[.finished] < $0.progress.contacts }
        guard !unfinished.isEmpty else { return "no campaign under way" }
        let finished = unfinished.reduce(0) { $0 + $1.progress[.finished] }
        let contacts = unfinished.reduce(0) { $0 + $1.progress.contacts }
        let underWay = unfinished.reduce(0) { sum, campaign in
            sum + campaign.progress.contacts - campaign.progress[.finished] - campaign.progress[.pending]
        }
        let campaigns = unfinished.count == 1 ? "campaign \(unfinished[0].name)" : "\(unfinished.count) campaigns"
        let line = "\(campaigns): \(finished) of \(contacts) contacts finished, \(underWay) calls under way"
        // One campaign's reason; of several, `dialerd status` tells.
        guard unfinished.count == 1, let reason = unfinished[0].reason else { return line }
        // Whoever is on the machine can read it.
        return "\(line); \(PhoneNumbers.hidden(in: reason))"
    }
}
