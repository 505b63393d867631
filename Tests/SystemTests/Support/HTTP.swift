import TestSupport

/// What a page of a program under test says.
enum HTTP {
    /// - Parameter folder: for curl's own output.
    static func get(_ url: String, in folder: String) async throws -> (status: Int, body: String) {
        let curl = try RunningProgram(
            .curl,
            ["-sS", "--max-time", "30", "-w", "\n%{http_code}", url],
            in: folder,
            name: "curl"
        )
        guard try await curl.exitCode() == 0 else { throw Overdue(what: "\(url): \(curl.textOfErrors)", limit: .zero) }
        let text = curl.textOfOutput
        let end = text.lastIndex(of: "\n") ?? text.startIndex
        return (Int(text[end...].dropFirst()) ?? 0, String(text[..<end]))
    }
}
