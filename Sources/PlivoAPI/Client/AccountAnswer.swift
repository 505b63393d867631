package import DialerCore

/// What Plivo says to a question that every account may ask and that changes nothing: one page of its call records, of one
/// record, which is not looked at.
package struct AccountAnswer: Sendable {
    /// Nil if it answered as Plivo does.
    package var failure: LookupFailure?
    /// Its clock when it answered, to the second.
    package var date: WallTime?

    package init(failure: LookupFailure? = nil, date: WallTime? = nil) {
        self.failure = failure
        self.date = date
    }

    init(_ outcome: HTTPOutcome) {
        guard case .response(let response) = outcome else {
            self.init(failure: LookupFailure(outcome))
            return
        }
        let isList =
            (200..<300).contains(response.status) && JSONValue(json: response.body)?["objects"].map(\.isList) ?? false
        self.init(failure: isList ? nil : LookupFailure(outcome), date: response.date)
    }

    /// How far our clock is ahead of Plivo's at least: zero if some moment of the exchange lies within Plivo's second. Nil if
    /// it told no time.
    ///
    /// - Parameters:
    ///   - asked, answered: by our clock.
    package func clockOffset(asked: WallTime, answered: WallTime) -> Duration? {
        guard let date else { return nil }
        let end = date + .seconds(1)
        if asked > end { return asked - end }
        return answered < date ? answered - date : .zero
    }
}

extension PlivoClient {
    package func askAccount() async -> AccountAnswer { AccountAnswer(await get("Call", query: [("limit", "1")])) }
}

extension JSONValue {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
