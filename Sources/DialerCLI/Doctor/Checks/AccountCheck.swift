import DialerCore
import DialerDaemon
import Glibc
import PlivoAPI
import Settings

/// The auth token, and whether Plivo accepts it.
enum AccountCheck {
    /// Where the token comes from, and who can read it.
    static func credentials(_ configuration: Configuration) -> Finding {
        switch configuration.plivo.authTokenPlace {
        case .failure(let problem): .problem(.credentials, sentence: problem.description)
        case .success(.file(let path)) where isOpen(path):
            .warning(.credentials, "the auth token in \(path) can be read by every user", remedy: "chmod 600 \(path)")
        case .success(let place): .ok(.credentials, "auth token from \(place), for \(configuration.plivo.authID)")
        }
    }

    private static func isOpen(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o007 != 0
    }

    /// - Parameter answer: Plivo's answer to a request for one call record.
    static func finding(_ answer: AccountAnswer, baseURL: String) -> Finding {
        guard let failure = answer.failure else {
            return .ok(.plivo, "\(baseURL) answers, and accepts the auth id and token")
        }
        let text = PhoneNumbers.hidden(in: "\(baseURL): \(failure.sentence)")
        let remedy =
            switch failure {
            case .denied(401, _):
                "correct plivo.auth_id or the auth token (Plivo's console, Overview), then: systemctl restart dialerd"
            case .denied(402, _): "top up the balance in Plivo's console"
            case .denied: "look at the account in Plivo's console"
            case .notFound: "correct plivo.base_url (https://api.plivo.com/v1) and plivo.auth_id"
            case .rateLimited: "other programs use the account's API as well: lower api_requests_per_5s"
            case .unavailable: "check plivo.base_url, DNS, the firewall and the connection to the Internet"
            }
        if case .rateLimited = failure { return .warning(.plivo, text, remedy: remedy) }
        return .problem(.plivo, text, remedy: remedy)
    }
}
