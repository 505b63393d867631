import Foundation

/// What `GET /healthz` says: 200 without problems, 503 with some.
package struct HealthReport: Hashable, Sendable {
    /// One sentence each; no phone numbers and no tokens, since whoever asks reads them.
    package var problems: [String]

    package init(problems: [String] = []) {
        self.problems = problems
    }

    /// `{"problems":[],"status":"ok"}`.
    var json: String {
        struct Body: Encodable {
            var status: String
            var problems: [String]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Body(status: problems.isEmpty ? "ok" : "failing", problems: problems)
        return (try? encoder.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
