/// A callback that is to be sent, or sent again.
package struct CallbackDelivery: Sendable {
    /// The XML that a call waits for.
    enum RequestedXML: Equatable, Sendable {
        case answer
        /// In place of the answer URL's XML, after the answer URL has failed.
        case fallback
        case transfer
    }

    /// The index of the call in `CallSimulation.calls`.
    package let call: Int
    package let event: CallbackEvent
    package let target: CallbackTarget
    /// In the order in which they are sent.
    package let parameters: FormFields
    /// The XML that the response has to bring; nil if the call ignores the response.
    var requestedXML: RequestedXML?
    /// Tries so far.
    var tries = 0
    /// When the callback was first due; the total timeout counts from here.
    var firstDue: Moment
}
