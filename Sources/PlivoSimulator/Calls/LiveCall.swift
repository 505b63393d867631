/// The state of a call that is needed only while the call is live.
struct LiveCall: Sendable {
    let plan: CallPlan
    /// The index in `plan.entries` of the next step.
    var nextEntry = 0
    /// A callback that the fault `callback-reordered` holds back until the call's next callback has been sent.
    var heldBack: CallbackDelivery?
}
