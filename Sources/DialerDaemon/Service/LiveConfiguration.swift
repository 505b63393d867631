import DialerCore
package import Settings
import Synchronization

/// The configuration in force. A reload replaces it as a whole, so it is read again at each use. Any thread may use it.
package final class LiveConfiguration: Sendable {
    private let value: Mutex<Configuration>

    package init(_ configuration: Configuration) {
        value = Mutex(configuration)
    }

    package var current: Configuration { value.withLock { $0 } }

    func replace(with configuration: Configuration) {
        value.withLock { $0 = configuration }
    }
}

extension Configuration {
    /// The keys that only a restart can change and whose value in `other` differs.
    package func keysThatNeedARestart(beside other: Configuration) -> [String] {
        typealias Key = ConfigurationKey
        let comparisons: [(any DocumentedKey, Bool)] = [
            (Key.stateDirectory, stateDirectory == other.stateDirectory),
            (Key.campaignDirectory, campaignDirectory == other.campaignDirectory),
            // Calls in doubt are settled by the records of their own account. If the token is a systemd credential,
            // only a restart renews it.
            (Key.baseURL, plivo.baseURL == other.plivo.baseURL),
            (Key.authID, plivo.authID == other.plivo.authID),
            (Key.requestTimeout, plivo.requestTimeout == other.plivo.requestTimeout),
            (Key.listen, callbacks.listen == other.callbacks.listen),
            (Key.tlsCertificate, (callbacks.tls == nil) == (other.callbacks.tls == nil)),
            (Key.logFormat, log.format == other.log.format),
        ]
        return comparisons.filter { !$0.1 }.map(\.0.name)
    }
}
