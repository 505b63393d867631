import DialerCore

/// Finds the account's auth token: in `$PLIVO_AUTH_TOKEN`, else in the systemd credential `plivo_auth_token`, else in
/// `plivo.auth_token_file`.
struct AuthTokenSource {
    var environment: [String: String]
    /// `plivo.auth_token_file`.
    var file = ConfigurationKey.authTokenFile.default
    /// See ``Configuration/load(file:environment:needsToken:whyDenied:)``.
    var whyDenied: (String) -> String?

    private static let key = ConfigurationKey.authTokenFile.name
    static let variable = "PLIVO_AUTH_TOKEN"

    /// - Throws: the only problem, which never repeats the token.
    func read() throws(SettingsProblem) -> (secret: Secret, place: AuthTokenPlace) {
        if let token = environment[Self.variable] {
            let secret = try Self.checked(token, origin: .variable(Self.variable), key: "", place: "the auth token")
            return (secret, .variable(Self.variable))
        }
        if let directory = environment["CREDENTIALS_DIRECTORY"], !directory.isEmpty,
            let secret = try contents(of: directory + "/plivo_auth_token", key: "")
        {
            return (secret, .credential)
        }
        if let secret = try contents(of: file, key: Self.key) { return (secret, .file(file)) }
        throw SettingsProblem(
            key: Self.key,
            message: "\(file) does not exist: put the account's auth token there, or set $\(Self.variable)"
        )
    }

    /// Nil if there is no such file.
    private func contents(of path: String, key: String) throws(SettingsProblem) -> Secret? {
        let bytes: [UInt8]
        do throws(SmallFile.Problem) {
            bytes = try SmallFile.read(path, limit: 4096)
        } catch {
            if error.isMissing { return nil }
            if error.isDenied { throw SettingsProblem(denied: path, whyDenied(path)) }
            throw SettingsProblem(key: key, message: "\(path) \(error.message)")
        }
        return try Self.checked(String(decoding: bytes, as: UTF8.self), origin: .file, key: key, place: path)
    }

    private static func checked(
        _ text: String,
        origin: SettingsProblem.Origin,
        key: String,
        place: String
    ) throws(SettingsProblem) -> Secret {
        let token = text.trimmed
        if !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return Secret(token) }
        let problem =
            token.isEmpty
            ? "is empty: put the account's auth token there"
            : "holds more than one auth token on one line: remove everything but the token"
        throw SettingsProblem(origin: origin, key: key, message: "\(place) \(problem)")
    }
}
