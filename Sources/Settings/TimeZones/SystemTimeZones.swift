package import DialerCore
import Synchronization

/// The time zones of this machine: the files of the package tzdata, which is updated when laws change. Foundation's
/// zones are those of the toolchain that built the program, so they are not used.
///
/// Each zone is read once; a reload of the daemon reads the zones again.
package final class SystemTimeZones: TimeZones {
    private let directory: String
    private let known = Mutex<[String: TimeZoneRules]>([:])

    /// - Parameter environment: `TZDIR` names another directory, as for the C library; an absolute path.
    package init(environment: [String: String] = [:]) {
        let named = environment["TZDIR"].flatMap { $0.hasPrefix("/") && !$0.utf8.contains(0) ? $0 : nil }
        directory = named ?? "/usr/share/zoneinfo"
    }

    /// - Parameter name: `UTC`, which needs no file, or `Area/Place`, in tzdata's spelling. Names without a slash, such as `EST` or
    ///   `localtime`, are not accepted.
    package func zone(_ name: String) -> TimeZoneRules? {
        if name == "UTC" { return TimeZoneRules(fixedOffset: 0) }
        guard Self.isName(name) else { return nil }
        if let rules = known.withLock({ $0[name] }) { return rules }
        // Only existing zones are kept: a contact list may name any number of zones that do not exist.
        guard let bytes = try? SmallFile.read("\(directory)/\(name)"), let rules = TimeZoneRules(tzif: bytes) else {
            return nil
        }
        known.withLock { $0[name] = rules }
        return rules
    }

    /// One sentence if there are no zones at all.
    package var problem: String? {
        guard zone("Etc/UTC") == nil else { return nil }
        return "there are no time zones in \(directory): install the package tzdata"
    }

    /// The version of tzdata, such as `2025b`; nil if its files do not tell.
    package var version: String? {
        let prefix = "# version "
        guard let bytes = try? SmallFile.read("\(directory)/tzdata.zi") else { return nil }
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
    }

    /// Each part begins with a capital letter, which excludes the directories `posix` and `right`; no name leads out of
    /// the directory.
    private static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count > 1, name.utf8.count <= 64 else { return false }
        return parts.enumerated().allSatisfy { index, part in
            guard let first = part.first else { return false }
            return (index > 0 || (0x41...0x5A).contains(first)) && part.allSatisfy(isNameByte)
        }
    }

    /// Letters, digits, `+`, `-` and `_`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x2B, 0x2D, 0x5F].contains(byte)
    }
}
