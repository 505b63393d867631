import Foundation

/// The answer to `GET /healthz`: 200 without problems, otherwise 503.
package struct HealthReport: Hashable, Sendable {
    /// One sentence each, without phone numbers and tokens, because any local user can read them.
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
