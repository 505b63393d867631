import Foundation

/// The programs that were built together with these tests.
enum Program: String {
    case dialerd
    case plivoSimulator = "plivo-simulator"
    /// The Debian package's, which `make prepare` installs.
    case curl
    /// util-linux's, which starts a program as somebody else.
    case setpriv

    struct NotBuilt: Error, CustomStringConvertible {
        var path: String

        var description: String { "\(path) is missing: build the programs first, with make build" }
    }

    /// They lie beside the test bundle, whatever the configuration and the build folder.
    private static let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    func path() throws -> String {
        if self == .curl || self == .setpriv { return "/usr/bin/\(rawValue)" }
        let path = Self.folder.appending(path: rawValue).path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
        return path
    }
}
