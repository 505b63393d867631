import DialerSimulation
import Foundation
import TestSupport
import Testing

/// Each process seeds its hash tables anew. So a dependence on their order would show here.
struct ProcessTests {
    @Test(arguments: [UInt64(5), 20])
    func anotherProcessHasTheSameTrace(seed: UInt64) throws {
        let here = try Simulation(Scenario(seed: seed)).run()
        let process = Process()
        process.executableURL = URL(filePath: try BuiltProgram.path("dialer-simulate"))
        process.arguments = ["--seed", "\(seed)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains(here.text))
    }
}
