package import DialerCore
import Foundation
package import GRDB

// The forms in which the core's values are stored in columns.

extension RecordID: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { value.databaseValue }

    package static func fromDatabaseValue(_ databaseValue: DatabaseValue) -> RecordID? {
        Int64.fromDatabaseValue(databaseValue).map(RecordID.init)
    }
}

extension WallTime: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { milliseconds.databaseValue }

    package static func fromDatabaseValue(_ databaseValue: DatabaseValue) -> WallTime? {
        Int64.fromDatabaseValue(databaseValue).map(WallTime.init(milliseconds:))
    }
}

extension Cost: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { units.databaseValue }

    package static func fromDatabaseValue(_ databaseValue: DatabaseValue) -> Cost? {
        Int64.fromDatabaseValue(databaseValue).map(Cost.init(units:))
    }
}

extension Destination: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue {
        switch self {
        case .phone(let digits): digits.databaseValue
        case .sip(let uri): uri.databaseValue
        }
    }

    package static func fromDatabaseValue(_ databaseValue: DatabaseValue) -> Destination? {
        switch databaseValue.storage {
        case .int64(let digits): .phone(digits)
        case .string(let uri): .sip(uri)
        default: nil
        }
    }
}

extension CallUUID: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { text.databaseValue }

    package static func fromDatabaseValue(_ databaseValue: DatabaseValue) -> CallUUID? {
        String.fromDatabaseValue(databaseValue).flatMap(CallUUID.init)
    }
}

extension CampaignState: DatabaseValueConvertible {}
extension ContactState: DatabaseValueConvertible {}
extension AttemptState: DatabaseValueConvertible {}
extension Outcome: DatabaseValueConvertible {}
extension Withdrawal: DatabaseValueConvertible {}

/// Values that are stored as JSON text. Keys are sorted, so that equal values have equal texts.
enum JSONColumn {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
