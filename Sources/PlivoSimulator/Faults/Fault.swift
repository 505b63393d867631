/// A fault between Plivo and its customer (docs/simulator.md, "Faults"). The raw value is the name that `--fault`
/// takes.
package enum Fault: String, CaseIterable, Sendable {
    /// The request is refused with 429; no call is placed.
    case http429 = "http-429"
    /// The request is refused with 500; no call is placed.
    case http500Before = "http-500-before"
    /// The request is carried out, and the response is 500.
    case http500After = "http-500-after"
    /// The request is carried out, and the connection is closed without a response.
    case answerLost = "answer-lost"
    /// The callback is never sent.
    case callbackLost = "callback-lost"
    /// The callback is sent after a delay; the call does not wait for it.
    case callbackLate = "callback-late"
    case callbackTwice = "callback-twice"
    /// The callback is sent after the call's next callback.
    case callbackReordered = "callback-reordered"
    /// The CDR appears after an additional delay.
    case cdrLate = "cdr-late"
}
