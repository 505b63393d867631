package import DialerCore

/// Decides when what lies in the watched folder is taken (interface, section 10): pure, told of scans, events and time.
///
/// A file is taken after a quiet second. A CSV for which `defaults` suffice waits two more for a settings file; one for
/// which they don't waits until there is one. A file that is known to be open for writing waits until it is closed.
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

    package mutating func decide(_ scan: FolderScan, defaultsSuffice: Bool, now: MonotonicTime) -> Decision {
        remember(scan, now: now)
        var decision = Decision()
        for entry in scan.entries {
            if let hold = holds[entry.name], hold.entry == entry, hold.until.map({ now < $0 }) ?? true {
                decision.wait(entry.name, hold.reason, until: hold.until)
                continue
            }
            holds[entry.name] = nil
            if let file = entry.files.first(where: { open.contains($0.name) && now < patienceEnds($0) }) {
                decision.wait(
                    entry.name,
                    "\(file.name) to be closed by the program that writes it",
                    until: patienceEnds(file)
                )
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

    private func patienceEnds(_ file: FolderEntry.File) -> MonotonicTime {
        (seen[file.name]?.since ?? MonotonicTime(nanoseconds: 0)) + Self.writerPatience
    }

    /// Notes since when each file is as it is, and forgets what has gone.
    private mutating func remember(_ scan: FolderScan, now: MonotonicTime) {
        var current: [String: Seen] = [:]
        for file in scan.entries.flatMap(\.files) {
            if let known = seen[file.name], known.stamp == file.stamp {
                current[file.name] = known
            } else {
                current[file.name] = Seen(stamp: file.stamp, since: now)
            }
        }
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
