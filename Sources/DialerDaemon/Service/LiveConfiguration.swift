import DialerCore
package import Settings
import Synchronization

/// The configuration in force; a reload replaces it as a whole.
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
    /// The keys that differ and that only a restart can change.
    package func keysThatNeedARestart(beside other: Configuration) -> [String] {
        typealias Key = ConfigurationKey
        let comparisons: [(any DocumentedKey, Bool)] = [
            (Key.stateDirectory, stateDirectory == other.stateDirectory),
            (Key.campaignDirectory, campaignDirectory == other.campaignDirectory),
            // An account's records settle the doubt about its calls; and the token may be systemd's credential, which only a
            // restart renews.
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
