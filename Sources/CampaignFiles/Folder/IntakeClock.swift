package import DialerCore

/// Decides when the files of the watched folder are imported (docs/csv.md, "When a file is taken"). It has no
/// clock and reads no files: the caller passes scans, events and the time.
///
/// A file is taken when it has not changed for a second. A CSV for which `defaults` suffice waits two more seconds for
/// a settings file; if `defaults` do not suffice, the CSV waits until there is a settings file. A file that is open for
/// writing waits until it is closed: the kernel tells this, or the folder's events if the kernel does not. If only
/// events tell, a file that was in the folder before the first scan waits until it has not changed for ten seconds.
package struct IntakeClock: Sendable {
    /// What an event of the folder says about a file.
    package enum Hint: Hashable, Sendable {
        /// Created or modified: a program has it open.
        case written
        /// Closed after writing, or moved into the folder.
        case complete
    }

    /// What to do with the folder's files now.
    package struct Decision: Hashable, Sendable {
        /// Entries to import, or to refuse if they have problems. Each state of an entry is given once.
        package var take: [FolderEntry] = []
        package var waiting: [WaitingFile] = []
        /// When to decide again even if nothing changes in the folder; nil if only a change requires a new decision.
        package var wakeAt: MonotonicTime?
    }

    private struct Seen {
        var stamp: FileStamp
        var since: MonotonicTime
        /// Not changed since the first scan: a program may have opened the file before events were received.
        var isFromFirstScan: Bool
    }

    private struct Hold {
        var entry: FolderEntry
        var reason: String
        var until: MonotonicTime?
    }

    private static let quiet = Duration.seconds(1)
    private static let settingsGrace = Duration.seconds(2)
    /// A file that was written to counts as closed after this time without a change, if the event of its closing was lost.
    private static let lostEventTimeout = Duration.seconds(60)
    private static let quietFromFirstScan = Duration.seconds(10)

    private var hasScanned = false
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

    /// Keeps back an entry until its files change, or until a time.
    package mutating func hold(_ entry: FolderEntry, reason: String, until: MonotonicTime? = nil) {
        holds[entry.name] = Hold(entry: entry, reason: reason, until: until)
    }

    /// Gives all entries again, because the reason for holding them may be gone.
    package mutating func forgetHolds() {
        holds = [:]
    }

    /// - Parameter writers: called with the names of regular files in the folder.
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
            let reason = mayGetSettings ? "a settings file, for two seconds" : "a second without changes"
            decision.wait(entry.name, reason, until: ready)
        }
    }

    /// Nil if no file of the entry may be open for writing.
    private func waitForWriters(
        of entry: FolderEntry,
        _ writers: (String) -> FileWriters,
        now: MonotonicTime
    ) -> (reason: String, until: MonotonicTime)? {
        for file in entry.files {
            // The creation of a directory or link is an event, too, but no closing event follows.
            guard file.isRegular, let seen = seen[file.name] else { continue }
            let closed = "\(file.name) to be closed by the program that writes it"
            // An entry with problems may have files that are not regular, and the kernel is not asked about such files.
            switch entry.problems.isEmpty ? writers(file.name) : .unknown {
            case .none: continue
            case .some: return (closed, now + Self.quiet)
            case .unknown:
                let until = seen.since + Self.lostEventTimeout
                if open.contains(file.name), now < until { return (closed, until) }
                let untilSure = seen.since + Self.quietFromFirstScan
                if seen.isFromFirstScan, now < untilSure {
                    return ("ten seconds without changes, in case \(file.name) is still being written", untilSure)
                }
            }
        }
        return nil
    }

    /// Records since when each file has been unchanged, and forgets files that are gone.
    private mutating func remember(_ scan: FolderScan, now: MonotonicTime) {
        var current: [String: Seen] = [:]
        for file in scan.entries.flatMap(\.files) {
            if let known = seen[file.name], known.stamp == file.stamp {
                current[file.name] = known
            } else {
                current[file.name] = Seen(stamp: file.stamp, since: now, isFromFirstScan: !hasScanned)
            }
        }
        hasScanned = true
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
