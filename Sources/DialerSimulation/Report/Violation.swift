/// What the checks find broken: the promises of docs/reliability.md, and three more.
package enum Promise: String, CaseIterable, Sendable {
    case once = "no contact is called twice for one attempt"
    case complete = "no contact is lost"
    case rules = "no call outside the rules"
    case limits = "no call above the limits"
    case durable = "durable before visible"
    case reason = "a reason for every pause"
    case truth = "outcomes agree with what happened"
    case ends = "every campaign ends"
    case works = "no step fails without a fault"
}

package struct Violation: Sendable {
    package var promise: Promise
    /// A sentence about what happened.
    package var detail: String
}
