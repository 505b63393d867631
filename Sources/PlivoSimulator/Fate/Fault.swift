/// What can go wrong between Plivo and its customer. The raw value is the name that `--fault` takes.
package enum Fault: String, CaseIterable, Sendable {
    /// Refused: 429, nothing placed.
    case http429 = "http-429"
    /// 500, nothing placed.
    case http500Before = "http-500-before"
    /// Accepted and carried out, but answered 500.
    case http500After = "http-500-after"
    /// Accepted and carried out, then the connection is cut without a byte of response.
    case answerLost = "answer-lost"
    /// The callback is never sent.
    case callbackLost = "callback-lost"
    /// The callback comes after a delay, and the call does not wait for it.
    case callbackLate = "callback-late"
    /// The callback comes twice.
    case callbackTwice = "callback-twice"
    /// The callback comes after the one that should have followed it.
    case callbackReordered = "callback-reordered"
    /// The CDR appears after a further delay.
    case cdrLate = "cdr-late"
}
