import Foundation

/// A program that was built together with the tests.
package enum BuiltProgram {
    package struct NotBuilt: Error, CustomStringConvertible {
        var path: String

        package var description: String { "\(path) is missing: build the programs first, with make build" }
    }

    /// They lie beside the test bundle, whatever the configuration and the build folder.
    private static let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    package static func path(_ name: String) throws -> String {
        let path = folder.appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
        return path
    }
}
