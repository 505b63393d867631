package import DialerCore

/// Decides when what lies in the watched folder is taken (interface, section 10): pure, told of scans, events and time.
///
/// A file is taken after a quiet second. A CSV for which `defaults` suffice waits two more for a settings file; one for
/// which they don't waits until there is one. A file that is known to be open for writing waits until it is closed. Where
/// the kernel does not tell, the watch's events do; and one that was there before the watch is given ten seconds.
package struct IntakeClock: Sendable {
    /// What an event of the folder's watch says of a file.
    package enum Hint: Hashable, Sendable {
        /// Created or modified: somebody has it open.
        case written
        /// Closed after writing, or moved in.
        case complete
    }

    /// What to do now.
    package struct Decision: Hashable, Sendable {
        /// To import (or to refuse, if the entry has problems); each state of an entry is offered once.
        package var take: [FolderEntry] = []
        package var waiting: [WaitingFile] = []
        /// When time alone will change something.
        package var wakeAt: MonotonicTime?
    }

    private struct Seen {
        var stamp: FileStamp
        var since: MonotonicTime
        /// It is as the first look found it: who has it open since before was not seen.
        var isFromBefore: Bool
    }

    private struct Hold {
        var entry: FolderEntry
        var reason: String
        var until: MonotonicTime?
    }

    private static let quiet = Duration.seconds(1)
    private static let settingsGrace = Duration.seconds(2)
    /// A writer that was seen but never seen to close is given up after so long without a change: its event was lost.
    private static let writerPatience = Duration.seconds(60)
    private static let patienceFromBefore = Duration.seconds(10)

    private var hasLooked = false
    private var seen: [String: Seen] = [:]
    private var open: Set<String> = []
    private var holds: [String: Hold] = [:]

    package init() {}

    package mutating func note(_ hint: Hint, file: String) {
        switch hint {
        case .written: open.insert(file)
        case .complete: open.remove(file)
        }
    }

    /// Keeps an entry that was taken from being offered again until its files change, or until a time.
    package mutating func hold(_ entry: FolderEntry, reason: String, until: MonotonicTime? = nil) {
        holds[entry.name] = Hold(entry: entry, reason: reason, until: until)
    }

    /// Offers everything again: what was missing may be there now.
    package mutating func forgetHolds() {
        holds = [:]
    }

    /// - Parameter writers: of a regular file in the folder, by its name.
    package mutating func decide(
        _ scan: FolderScan,
        writers: (String) -> FileWriters,
        defaultsSuffice: Bool,
        now: MonotonicTime
    ) -> Decision {
        remember(scan, now: now)
        var decision = Decision()
        for entry in scan.entries {
            if let hold = holds[entry.name], hold.entry == entry, hold.until.map({ now < $0 }) ?? true {
                decision.wait(entry.name, hold.reason, until: hold.until)
                continue
            }
            holds[entry.name] = nil
            if let wait = waitForWriters(of: entry, writers, now: now) {
                decision.wait(entry.name, wait.reason, until: wait.until)
            } else if entry.csv == nil, entry.problems.isEmpty {
                decision.wait(entry.name, "\(entry.name).csv", until: nil)
            } else if entry.settings == nil, entry.problems.isEmpty, !defaultsSuffice {
                let reason = "\(entry.name).yaml with from and answer_url, or both in defaults"
                decision.wait(entry.name, reason, until: nil)
            } else {
                takeWhenQuiet(entry, now: now, decision: &decision)
            }
        }
        decision.waiting += scan.unreadableNames.map { WaitingFile(name: $0, waitingFor: "a name in UTF-8") }
        return decision
    }

    private mutating func takeWhenQuiet(_ entry: FolderEntry, now: MonotonicTime, decision: inout Decision) {
        let mayGetSettings = entry.settings == nil && entry.problems.isEmpty
        let patience = Self.quiet + (mayGetSettings ? Self.settingsGrace : .zero)
        let ready = entry.files.compactMap { seen[$0.name].map { $0.since + patience } }.max() ?? now
        if ready <= now {
            decision.take.append(entry)
            hold(entry, reason: "its import to end")
        } else {
            decision.wait(entry.name, mayGetSettings ? "a moment, for a settings file" : "a quiet second", until: ready)
        }
    }

    /// Nil if nobody is known to write any of its files.
    private func waitForWriters(
        of entry: FolderEntry,
        _ writers: (String) -> FileWriters,
        now: MonotonicTime
    ) -> (reason: String, until: MonotonicTime)? {
        for file in entry.files {
            guard let seen = seen[file.name] else { continue }
            let closed = "\(file.name) to be closed by the program that writes it"
            // What will be refused may be no regular file: only those are asked about.
            switch entry.problems.isEmpty ? writers(file.name) : .unknown {
            case .none: continue
            case .some: return (closed, now + Self.quiet)
            case .unknown:
                let until = seen.since + Self.writerPatience
                if open.contains(file.name), now < until { return (closed, until) }
                let untilSure = seen.since + Self.patienceFromBefore
                if seen.isFromBefore, now < untilSure {
                    return ("ten quiet seconds, in case \(file.name) is still being written", untilSure)
                }
            }
        }
        return nil
    }

    /// Notes since when each file is as it is, and forgets what has gone.
    private mutating func remember(_ scan: FolderScan, now: MonotonicTime) {
        var current: [String: Seen] = [:]
        for file in scan.entries.flatMap(\.files) {
            if let known = seen[file.name], known.stamp == file.stamp {
                current[file.name] = known
            } else {
                current[file.name] = Seen(stamp: file.stamp, since: now, isFromBefore: !hasLooked)
            }
        }
        hasLooked = true
        seen = current
        open = open.filter { current[$0] != nil }
        let names = Set(scan.entries.map(\.name))
        holds = holds.filter { names.contains($0.key) }
    }
}

extension IntakeClock.Decision {
    fileprivate mutating func wait(_ name: String, _ reason: String, until: MonotonicTime?) {
        waiting.append(WaitingFile(name: name, waitingFor: reason))
        guard let until else { return }
        wakeAt = min(wakeAt ?? until, until)
    }
}
