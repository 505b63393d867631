import DialerCore

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

/// Where the account's token comes from: the first of `$PLIVO_AUTH_TOKEN`, the systemd credential `plivo_auth_token`
/// and `plivo.auth_token_file`.
struct AuthTokenSource {
    var environment: [String: String]
    /// `plivo.auth_token_file`.
    var file = ConfigurationKey.authTokenFile.default
    /// As ``Configuration/load(file:environment:needsToken:whyDenied:)`` has it.
    var whyDenied: (String) -> String?

    private static let key = ConfigurationKey.authTokenFile.name
    static let variable = "PLIVO_AUTH_TOKEN"

    struct Token {
        var secret: Secret
        var place: AuthTokenPlace
    }

    /// - Throws: the one problem, which never repeats the token.
    func read() throws(SettingsProblem) -> Token {
        if let token = environment[Self.variable] {
            let origin = SettingsProblem.Origin.variable(Self.variable)
            let secret = try Self.checked(token, key: "", origin: origin, place: "the auth token")
            return Token(secret: secret, place: .variable(Self.variable))
        }
        if let directory = environment["CREDENTIALS_DIRECTORY"], !directory.isEmpty {
            let path = directory + "/plivo_auth_token"
            if let token = try contents(of: path, key: "") { return Token(secret: token, place: .credential) }
        }
        if let token = try contents(of: file, key: Self.key) {
            return Token(secret: token, place: .file(file))
        }
        throw SettingsProblem(
            key: Self.key,
            message: "\(file) does not exist: put the account's auth token there, or set $\(Self.variable)"
        )
    }

    /// Nil when there is no such file.
    private func contents(of path: String, key: String) throws(SettingsProblem) -> Secret? {
        let bytes: [UInt8]
        do throws(SmallFile.Problem) {
            bytes = try SmallFile.read(path, limit: 4096)
        } catch {
            if error.isMissing { return nil }
            if error.isDenied { throw SettingsProblem(denied: path, whyDenied(path)) }
            throw SettingsProblem(key: key, message: "\(path) \(error.message)")
        }
        return try Self.checked(String(decoding: bytes, as: UTF8.self), key: key, origin: .file, place: path)
    }

    private static func checked(
        _ text: String,
        key: String,
        origin: SettingsProblem.Origin,
        place: String
    ) throws(SettingsProblem) -> Secret {
        let token = text.trimmed
        guard !token.isEmpty else {
            throw SettingsProblem(
                origin: origin,
                key: key,
                message: "\(place) is empty: put the account's auth token there"
            )
        }
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            let message = "\(place) holds more than one auth token on one line: nothing but the token may stand there"
            throw SettingsProblem(origin: origin, key: key, message: message)
        }
        return Secret(token)
    }
}

extension SettingsProblem: Error {}
