import DialerStore

/// One column of `results.csv` and of `dialerd results` (docs/cli.md, "Results").
package struct ResultsColumn: Sendable {
    /// The type of a value in JSON. An unknown value is an empty field in the CSV and null in JSON.
    package enum Kind: Sendable {
        case text
        case integer
        /// `true` or empty in the CSV.
        case flag
    }

    /// The name in the CSV's header, and the key in JSON.
    package let name: String
    package let kind: Kind
    /// The field in the CSV.
    let field: @Sendable (ContactResult) -> String

    static func text(_ name: String, _ value: @escaping @Sendable (ContactResult) -> String?) -> Self {
        Self(name: name, kind: .text) { value($0) ?? "" }
    }

    static func integer(_ name: String, _ value: @escaping @Sendable (ContactResult) -> Int?) -> Self {
        Self(name: name, kind: .integer) { value($0).map { String($0) } ?? "" }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (ContactResult) -> Bool) -> Self {
        Self(name: name, kind: .flag) { value($0) ? "true" : "" }
    }
}
