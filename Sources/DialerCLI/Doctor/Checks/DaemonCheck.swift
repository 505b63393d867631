import DialerDaemon
import DialerStore
import Glibc
import PlivoAPI
import Settings

/// The running daemon, as it shows itself from outside.
enum DaemonCheck {
    /// Connections of callbacks, of the API and of forwards, and files.
    private static let descriptorsNeeded = 4608

    /// - Parameters:
    ///   - pid: nil if none runs.
    ///   - health: what it answered; nil if it was not asked.
    ///   - version: of the running program, as far as the database tells.
    static func findings(
        pid: Int?,
        health: HealthQuestion.Answer?,
        version: String?,
        listen: ListenAddress
    ) -> [Finding] {
        guard let pid else {
            return [.warning(.daemon, "it is not running", remedy: "systemctl start dialerd")]
        }
        var findings: [Finding] = []
        switch health {
        case nil: break
        case .silent(let reason):
            findings.append(
                .problem(
                    .daemon,
                    "it runs (pid \(pid)), and does not answer at \(listen) (\(reason))",
                    remedy: "look at its log, journalctl -u dialerd; after a change of callbacks.listen, restart it"
                )
            )
        case .answer(let problems):
            findings += problems.map { .problem(.daemon, sentence: Numbers.masked($0)) }
            if problems.isEmpty { findings.append(.ok(.daemon, "it runs (pid \(pid)) and answers at \(listen)")) }
        }
        if let version, version != Daemon.version {
            let text = "it is version \(version), this program is \(Daemon.version)"
            findings.append(.warning(.daemon, text, remedy: "systemctl restart dialerd"))
        }
        if let limit = descriptorLimit(of: pid), limit < descriptorsNeeded {
            let text = "it may have \(limit) files open; under a flood of callbacks it needs \(descriptorsNeeded)"
            findings.append(.warning(.daemon, text, remedy: "set LimitNOFILE=\(2 * descriptorsNeeded) in its unit"))
        }
        return findings
    }

    /// Whose process it is; nil if nobody tells.
    static func user(of pid: Int) -> uid_t? {
        var status = stat()
        return stat("/proc/\(pid)", &status) == 0 ? status.st_uid : nil
    }

    /// The soft limit; nil if it is not told.
    private static func descriptorLimit(of pid: Int) -> Int? {
        guard let bytes = try? SmallFile.read("/proc/\(pid)/limits") else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("Max open files") }) else { return nil }
        return line.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
    }
}
