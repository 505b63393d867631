import DialerCore

extension Failure {
    /// What Plivo was asked.
    enum PlivoRequest {
        case question
        /// Something was to happen to a call. After some failures it may have happened.
        case change(CallUUID)
    }

    /// Why Plivo did not do it, with the way out.
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
                self.init("Plivo does not tell (\(reason)): check the network and plivo.base_url, and try again")
            case .change(let uuid):
                self.init(
                    "Plivo does not confirm it (\(reason)): look what became of it with "
                        + "dialerd call show \(uuid.text), and try again"
                )
            }
        }
    }
}
