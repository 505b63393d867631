import DialerCore
import Synchronization

/// Campaign settings by their stored text. Each step of the engine reads them, they hardly ever change, and decoding
/// them took a fifth of a step's time.
final class SettingsCache: Sendable {
    /// Far more than the campaigns that run at a time.
    private static let capacity = 256

    private let known = Mutex<[String: CampaignSettings]>([:])

    /// - Throws: `DecodingError` if the text is not campaign settings.
    func settings(from text: String) throws -> CampaignSettings {
        if let settings = known.withLock({ $0[text] }) { return settings }
        let settings = try JSONColumn.value(CampaignSettings.self, from: text)
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[text] = settings
        }
        return settings
    }
}
