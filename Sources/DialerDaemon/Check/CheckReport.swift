package import CampaignFiles
package import DialerCore
package import PlivoAPI

/// What `dialerd check` finds: what the import would do with a CSV, and what would follow.
package struct CheckReport: Sendable {
    /// `contacts + rejected + duplicates == rows`; the suppressed are contacts.
    package struct Counts: Hashable, Sendable {
        package var rows = 0
        package var contacts = 0
        package var rejected = 0
        package var duplicates = 0
        package var suppressed = 0
    }

    /// The CSV as it was read.
    package struct Content: Sendable {
        package var sha256: String
        package var encoding: TextEncoding
        package var delimiter: String
        package var columns: [String]
        /// The campaign that was made of the same content before.
        package var knownAs: String?
    }

    /// What became of its rows.
    package struct Rows: Sendable {
        package var counts: Counts
        package var firstRejects: [Reject]
        /// Contacts to be called, the largest number first.
        package var zones: [ZoneCount]
    }

    package struct ZoneCount: Hashable, Sendable {
        /// None where nobody knows.
        package var zones: [String]
        package var calls: Int
    }

    package struct FirstRequest: Sendable {
        package var url: String
        package var request: MakeCallRequest
    }

    package struct Outlook: Sendable {
        package var finish: FinishEstimate
        /// The names of the campaigns beside which it would run.
        package var beside: [String]
        /// If calls last longer than this on average, `max_calls_in_flight` holds them up.
        package var longestCall: Duration
        /// Nil when nobody knows what a call costs.
        package var cost: CostEstimate?
    }

    /// The CSV as it was named.
    package var file: String
    /// The name that the campaign would get; nil if it is refused before that is known.
    package var campaign: String?
    /// Why the whole file would be refused, as `problems.txt` has it.
    package var problems: [String] = []
    /// What it would wait for in the folder: keys of its settings.
    package var missingSettings: [String] = []
    package var settingsFile: String?
    package var settings: CampaignSettings?
    package var content: Content?
    package var rows: Rows?
    package var firstRequest: FirstRequest?
    package var outlook: Outlook?
    /// False if there is none yet: then nothing is known of other campaigns, of the do-not-call list and of past calls.
    package var hasDatabase: Bool

    /// It would become a campaign, at once.
    package var isAccepted: Bool { problems.isEmpty && missingSettings.isEmpty }
}
