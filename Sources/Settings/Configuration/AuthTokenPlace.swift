/// Where an auth token was found.
package enum AuthTokenPlace: Hashable, Sendable, CustomStringConvertible {
    case variable(String)
    /// A systemd credential.
    case credential
    case file(String)

    package var description: String {
        switch self {
        case .variable(let name): "$\(name)"
        case .credential: "the systemd credential plivo_auth_token"
        case .file(let path): path
        }
    }
}
