/// One callback on its way out.
package struct Delivery: Sendable {
    /// What the answer to it decides.
    package enum Stake: Equatable, Sendable {
        /// Nothing.
        case none
        /// Whether the call goes on, and with which XML.
        case answer
        /// The same, when the answer URL has failed.
        case fallback
        /// The same, after a transfer.
        case transfer
    }

    /// The number of its call.
    package let call: Int
    package let event: CallbackEvent
    package let target: CallbackTarget
    /// The form fields, in the order in which they are sent.
    package let parameters: [(key: String, value: String)]
    package var stake: Stake
    /// Tries so far.
    package var tries = 0
    /// When it was first due; the total time-out counts from here.
    package var firstDue: Moment

    package init(
        call: Int,
        event: CallbackEvent,
        target: CallbackTarget,
        parameters: [(key: String, value: String)],
        stake: Stake,
        firstDue: Moment
    ) {
        self.call = call
        self.event = event
        self.target = target
        self.parameters = parameters
        self.stake = stake
        self.firstDue = firstDue
    }
}
