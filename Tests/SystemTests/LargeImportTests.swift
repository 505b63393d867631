import Foundation
import Testing

extension SystemTests {
    struct LargeImportTests {
        /// A million rows in bounded memory. The time is printed, not judged.
        @Test(.enabled(if: SystemTests.isLong, "a long one: make system-test"))
        func aMillionRowsInLittleMemory() async throws {
            let count = 1_000_000
            try await SystemFixture.open { fixture in
                try fixture.drop(
                    "large",
                    ContactList.csv(count),
                    settings: ContactList.settings + "start_at: 2099-01-01T00:00:00Z\n"
                )
                let daemon = try await fixture.startDaemon()
                try await daemon.says("import begins")
                let began = ContinuousClock.now
                try await daemon.says("campaign imported", within: .seconds(300))
                let took = ContinuousClock.now - began
                let peak = try #require(peakKilobytes(of: daemon.pid))
                print("import of \(count) rows: \(took), at most \(peak / 1024) MB resident")
                #expect(peak < 150 * 1024)
                #expect(try await fixture.campaign("large") { $0.contacts == count }.pending == count)
            }
        }

        /// proc(5), VmHWM.
        private func peakKilobytes(of pid: Int32) -> Int? {
            let text = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
                .flatMap { Int($0.filter(\.isNumber)) }
        }
    }
}
