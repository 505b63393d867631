import DialerCore
package import DialerStore
import Foundation

/// The columns of `results.csv` and of `dialerd results` (interface, section 7).
package enum ResultsTable {
    private static let leading = ["row", "to"]
    private static let trailing = [
        "outcome", "attempts", "answered_at", "ended_at", "duration_s", "hangup_cause_code", "hangup_cause_name",
        "hangup_source", "machine", "call_uuid", "cost",
    ]

    /// - Parameter columns: the file's own.
    package static func header(columns: [String]) -> [String] { leading + columns + trailing }

    /// A contact that has no outcome yet has an empty one.
    package static func fields(_ result: ContactResult) -> [String] {
        [String(result.row), result.typed] + result.values + [
            result.outcome?.rawValue ?? "",
            String(result.attempts),
            result.answeredAt?.rfc3339 ?? "",
            result.endedAt?.rfc3339 ?? "",
            result.durationSeconds.map { String($0) } ?? "",
            result.causeCode.map { String($0) } ?? "",
            result.causeName ?? "",
            result.hangupSource ?? "",
            result.isMachine ? "true" : "",
            result.callUUID?.text ?? "",
            result.cost.text,
        ]
    }

    /// One JSON object, keys as in the header, the file's own columns under `columns`; absent values are null.
    package static func json(_ result: ContactResult, columns: [String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(ResultObject(result, columns: columns)), as: UTF8.self)
    }
}

/// A line of `dialerd results --format json` (docs/cli.md).
private struct ResultObject: Encodable {
    let row: Int
    let to: String
    let columns: [String: String]
    @Nullable var outcome: String?
    let attempts: Int
    @Nullable var answered_at: String?
    @Nullable var ended_at: String?
    @Nullable var duration_s: Int?
    @Nullable var hangup_cause_code: Int?
    @Nullable var hangup_cause_name: String?
    @Nullable var hangup_source: String?
    let machine: Bool
    @Nullable var call_uuid: String?
    let cost: String

    init(_ result: ContactResult, columns names: [String]) {
        row = result.row
        to = result.typed
        columns = Dictionary(zip(names, result.values)) { first, _ in first }
        outcome = result.outcome?.rawValue
        attempts = result.attempts
        answered_at = result.answeredAt?.rfc3339
        ended_at = result.endedAt?.rfc3339
        duration_s = result.durationSeconds
        hangup_cause_code = result.causeCode
        hangup_cause_name = result.causeName
        hangup_source = result.hangupSource
        machine = result.isMachine
        call_uuid = result.callUUID?.text
        cost = result.cost.text
    }
}

/// Encodes nil as null instead of leaving the key out.
@propertyWrapper
private struct Nullable<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
