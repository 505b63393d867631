/// What is known of a call only while it is live.
package struct LiveCall: Sendable {
    package let plan: CallPlan
    /// The index in the plan of the step that comes next.
    package var next = 0
    /// A callback that was held back to come after the one that follows it.
    package var heldBack: Delivery?

    package init(plan: CallPlan) {
        self.plan = plan
    }
}
