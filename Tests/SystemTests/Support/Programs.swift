import TestSupport

/// What the tests start.
enum Program: String {
    case dialerd
    case plivoSimulator = "plivo-simulator"
    /// The Debian package's, which `make prepare` installs.
    case curl
    /// util-linux's, which starts a program as somebody else.
    case setpriv

    func path() throws -> String {
        switch self {
        case .curl, .setpriv: "/usr/bin/\(rawValue)"
        case .dialerd, .plivoSimulator: try BuiltProgram.path(rawValue)
        }
    }
}
