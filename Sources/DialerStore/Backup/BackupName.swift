package import DialerCore

/// The name of a backup in a folder of backups: `dialerd-20261122T030000Z.sqlite3`.
package struct BackupName: Hashable, Sendable {
    private static let prefix = "dialerd-"
    private static let suffix = ".sqlite3"

    package let fileName: String
    /// To the second.
    package let madeAt: WallTime

    package init(at moment: WallTime) {
        fileName = Self.prefix + moment.basicText + Self.suffix
        madeAt = WallTime(milliseconds: moment.milliseconds.flooredQuotient(by: 1000) * 1000)
    }

    /// Nil for every other name, so that files with names of an operator's choice are never taken for such backups.
    package init?(_ fileName: String) {
        guard fileName.hasPrefix(Self.prefix), fileName.hasSuffix(Self.suffix),
            let moment = WallTime(basicText: String(fileName.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)))
        else { return nil }
        self.fileName = fileName
        madeAt = moment
    }

    /// The backups that have to be removed from a folder so that the newest `count` stay; newest first.
    package static func surplus(in names: some Sequence<String>, keeping count: Int) -> [BackupName] {
        all(in: names).dropFirst(count).map { $0 }
    }

    /// The backups among names of files, newest first.
    package static func all(in names: some Sequence<String>) -> [BackupName] {
        names.compactMap { BackupName($0) }.sorted { $0.madeAt > $1.madeAt }
    }
}

extension WallTime {
    /// `20261122T030000Z`: ISO 8601's basic format, for names of files.
    package var basicText: String { rfc3339.replacing("-", with: "").replacing(":", with: "") }

    init?(basicText text: String) {
        let digits = Array(text)
        guard digits.count == 16 else { return nil }
        let date = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
        let time = "\(String(digits[9..<11])):\(String(digits[11..<13])):\(String(digits[13..<15]))"
        self.init(rfc3339: "\(date)T\(time)Z")
        // Other texts could be read in the same way, so the text of the result is compared.
        guard basicText == text else { return nil }
    }
}
