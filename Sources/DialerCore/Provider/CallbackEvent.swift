/// One callback about one call, already checked for its signature.
package struct CallbackEvent: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case ring
        case answer
        case machine
        case hangup
    }

    package var kind: Kind
    /// The unguessable name of the batch, from the URL.
    package var token: String
    package var callUUID: CallUUID?
    package var requestUUID: CallUUID?
    package var to: Destination?
    /// Machine detection found a machine. `Machine` can come with any callback.
    package var isMachine: Bool
    /// Only of a hangup.
    package var end: CallEnd?
    /// All that Plivo sent, form-encoded, for whoever it is passed on to.
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
