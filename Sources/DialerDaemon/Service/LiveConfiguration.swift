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
    /// The keys of which a running daemon cannot take another value: it must be restarted.
    package func keysThatNeedARestart(beside other: Configuration) -> [String] {
        let comparisons: [(String, Bool)] = [
            ("state_dir", stateDirectory == other.stateDirectory),
            ("campaign_dir", campaignDirectory == other.campaignDirectory),
            // Doubt about an account's calls is settled by that account's books, and the token may be systemd's credential,
            // which a restart alone renews.
            ("plivo.base_url", plivo.baseURL == other.plivo.baseURL),
            ("plivo.auth_id", plivo.authID == other.plivo.authID),
            ("plivo.request_timeout", plivo.requestTimeout == other.plivo.requestTimeout),
            ("callbacks.listen", callbacks.listen == other.callbacks.listen),
            ("callbacks.tls_certificate", (callbacks.tls == nil) == (other.callbacks.tls == nil)),
            ("log.format", log.format == other.log.format),
        ]
        return comparisons.filter { !$0.1 }.map(\.0)
    }
}
