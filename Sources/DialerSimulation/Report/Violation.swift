/// What is promised, in the order of `docs/architecture.md`.
package enum Promise: String, CaseIterable, Sendable {
    case once = "nobody is called twice for one attempt"
    case nobodyLost = "nobody is lost"
    case rules = "never outside the rules"
    case limits = "never above the limits"
    case durable = "durable before visible"
    case reason = "it always says why"
    case truth = "outcomes agree with what happened"
    case ends = "every campaign ends"
    case works = "no step fails by itself"
}

package struct Violation: Sendable {
    package var promise: Promise
    package var detail: String
}
