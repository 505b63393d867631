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
        try json(ResultObject(result, columns: columns))
    }

    /// The same, of a line of a results file.
    ///
    /// - Returns: nil if it is no such line.
    package static func json(line fields: [String], columns: [String]) throws -> String? {
        try ResultObject(line: fields, columns: columns).map(json)
    }

    private static func json(_ object: ResultObject) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
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

    /// By the order of the header: two columns first and eleven last, the file's own between them.
    init?(line fields: [String], columns names: [String]) {
        guard fields.count == names.count + 13, let row = Int(fields[0]) else { return nil }
        let last = fields.suffix(11).map { $0.isEmpty ? nil : $0 }
        guard let attempts = last[1].flatMap(Int.init), let cost = last[10] else { return nil }
        self.row = row
        to = fields[1]
        columns = Dictionary(zip(names, fields.dropFirst(2))) { first, _ in first }
        outcome = last[0]
        self.attempts = attempts
        answered_at = last[2]
        ended_at = last[3]
        duration_s = last[4].flatMap(Int.init)
        hangup_cause_code = last[5].flatMap(Int.init)
        hangup_cause_name = last[6]
        hangup_source = last[7]
        machine = last[8] != nil
        call_uuid = last[9]
        self.cost = cost
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
