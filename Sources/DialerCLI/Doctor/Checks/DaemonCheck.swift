import DialerDaemon
import DialerStore
import Glibc
import PlivoAPI
import Settings

/// The running daemon: whether it answers, its version, and its limit of open files.
enum DaemonCheck {
    /// The number of descriptors for connections (callbacks, Plivo's API, webhook deliveries) and for files.
    private static let descriptorsNeeded = 4608

    /// - Parameters:
    ///   - pid: nil if no daemon runs.
    ///   - health: the daemon's answer; nil if the daemon was not asked.
    ///   - version: the running daemon's version; nil if the database does not have it.
    static func findings(
        pid: Int?,
        health: HealthClient.Answer?,
        version: String?,
        listen: ListenAddress
    ) -> [Finding] {
        guard let pid else {
            return [.warning(.daemon, "it is not running", remedy: "systemctl start dialerd")]
        }
        var findings: [Finding] = []
        switch health {
        case nil: break
        case .unanswered(let reason):
            let text = "it runs (pid \(pid)), but does not answer at \(listen) (\(reason))"
            let remedy = "see its log: journalctl -u dialerd; after a change of callbacks.listen, restart it"
            findings.append(.problem(.daemon, text, remedy: remedy))
        case .healthz(let problems):
            findings += problems.map { .problem(.daemon, sentence: PhoneNumbers.hidden(in: $0)) }
            if problems.isEmpty { findings.append(.ok(.daemon, "it runs (pid \(pid)) and answers at \(listen)")) }
        }
        if let version, version != Daemon.version {
            let text = "it is version \(version), but this program is \(Daemon.version)"
            findings.append(.warning(.daemon, text, remedy: "systemctl restart dialerd"))
        }
        if let limit = descriptorLimit(of: pid), limit < descriptorsNeeded {
            let text = "it may open \(limit) files; with many callbacks at once it needs \(descriptorsNeeded)"
            findings.append(.warning(.daemon, text, remedy: "set LimitNOFILE=\(2 * descriptorsNeeded) in its unit"))
        }
        return findings
    }

    /// The user of a process; nil if the user cannot be found out.
    static func user(of pid: Int) -> uid_t? {
        var status = stat()
        return stat("/proc/\(pid)", &status) == 0 ? status.st_uid : nil
    }

    /// The soft limit of open files; nil if the limit cannot be found out.
    private static func descriptorLimit(of pid: Int) -> Int? {
        guard let bytes = try? SmallFile.read("/proc/\(pid)/limits") else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("Max open files") }) else { return nil }
        return line.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
    }
}
