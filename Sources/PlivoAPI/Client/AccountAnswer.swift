package import DialerCore
import HTTPClient

/// What Plivo's response to a harmless request shows: whether the credentials work, and Plivo's time.
package struct AccountAnswer: Sendable {
    /// Nil if the response was a list of call records.
    package var failure: LookupFailure?
    /// Plivo's time when it answered, in whole seconds.
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

    /// How far this machine's clock is ahead of Plivo's (negative: behind), at least: zero if the second that Plivo
    /// named overlaps with the exchange. Nil if Plivo named no time.
    ///
    /// - Parameters:
    ///   - asked, answered: the beginning and the end of the exchange by this machine's clock.
    package func clockOffset(asked: WallTime, answered: WallTime) -> Duration? {
        guard let date else { return nil }
        let end = date + .seconds(1)
        if asked > end { return asked - end }
        return answered < date ? answered - date : .zero
    }
}

extension PlivoClient {
    /// Asks for one call record, which every account may read. The record itself is ignored.
    package func askAccount() async -> AccountAnswer {
        AccountAnswer(await send(.get, "Call", query: [("limit", "1")]))
    }
}

extension JSONValue {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
