import DialerCore

extension Failure {
    /// A request to Plivo, as its failure is described.
    enum PlivoRequest {
        case question
        /// A change of a call. If no answer comes, Plivo may have carried it out.
        case change(CallUUID)
    }

    /// Why Plivo did not carry out the request, and the remedy.
    init(_ failure: LookupFailure, of request: PlivoRequest) {
        switch failure {
        case .notFound: self.init("Plivo answered 404: correct plivo.base_url and plivo.auth_id")
        case .rateLimited(let wait?):
            self.init("\(failure.sentence): try again in \(Int(wait.inSeconds.rounded(.up))) s")
        case .rateLimited(nil): self.init("\(failure.sentence): try again in a few seconds")
        case .denied(401, _): self.init("\(failure.sentence); correct plivo.auth_id or the auth token")
        case .denied: self.init("\(failure.sentence); look at the account in Plivo's console")
        case .unavailable(let reason):
            switch request {
            case .question:
                self.init("Plivo cannot answer (\(reason)): check the network and plivo.base_url, and try again")
            case .change(let uuid):
                self.init(
                    "Plivo has not confirmed the change (\(reason)): "
                        + "see the state of the call with dialerd call show \(uuid.text), and try again"
                )
            }
        }
    }
}
