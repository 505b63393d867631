import DialerSimulation
import Foundation
import Testing

/// Hash tables are seeded anew in each process: what depends on their order would show here.
struct ProcessTests {
    @Test(arguments: [UInt64(5), 20])
    func anotherProcessHasTheSameTrace(seed: UInt64) throws {
        let here = try Simulation(Scenario(seed: seed)).run()
        let program = try #require(Self.program)
        let process = Process()
        process.executableURL = program
        process.arguments = ["--seed", "\(seed)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains(here.text))
    }

    /// Beside the test program, where the build has put both.
    private static var program: URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<4 {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("dialer-simulate")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        }
        return nil
    }
}
