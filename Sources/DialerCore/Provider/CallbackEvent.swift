/// One callback about one call. Its signature has been checked.
package struct CallbackEvent: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case ring
        case answer
        case machine
        case hangup
    }

    package var kind: Kind
    /// The unguessable token of the batch, from the URL.
    package var token: String
    package var callUUID: CallUUID?
    package var requestUUID: CallUUID?
    package var to: Destination?
    /// Whether machine detection found a machine. `Machine` can come with any callback.
    package var isMachine: Bool
    /// Nil unless the callback is of a hangup.
    package var end: CallEnd?
    /// Everything that Plivo sent, form-encoded, for delivery to the campaign's own URL.
    package var parameters: String

    package init(
        kind: Kind,
        token: String,
        callUUID: CallUUID? = nil,
        requestUUID: CallUUID? = nil,
        to: Destination? = nil,
        isMachine: Bool = false,
        end: CallEnd? = nil,
        parameters: String = ""
    ) {
        self.kind = kind
        self.token = token
        self.callUUID = callUUID
        self.requestUUID = requestUUID
        self.to = to
        self.isMachine = isMachine
        self.end = end
        self.parameters = parameters
    }
}
