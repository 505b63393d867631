import CampaignFiles
import DialerCore
import PlivoAPI

/// The findings of `dialerd check`: what the import would do with a CSV, and what would follow.
struct CheckReport {
    struct Outlook {
        var finish: FinishEstimate
        /// The names of the campaigns that would run at the same time.
        var beside: [String]
        /// If calls last longer than this on average, `max_calls_in_flight` slows the campaign down.
        var longestCall: Duration
        /// Whether there are more calls than `max_calls_in_flight`.
        var mayReachLimit: Bool
        /// Nil if the cost of a call is not known.
        var cost: CostEstimate?
    }

    /// The path of the CSV as it was given.
    var file: String
    /// The name that the campaign would get; nil if the file is refused before the name is known.
    var campaign: String?
    /// Why the whole file would be refused: the sentences of `problems.txt`.
    var problems: [String] = []
    /// The keys of settings for which the file would wait in the folder.
    var missingSettings: [String] = []
    var settingsFile: String?
    var settings: CampaignSettings?
    /// The CSV as it was read.
    var content: CampaignFile?
    /// The name of the campaign that was imported from the same content.
    var importedAs: String?
    var rows: RowTally?
    var firstRequest: (url: String, request: MakeCallRequest)?
    var outlook: Outlook?
    /// False if there is no database: other campaigns, the do-not-call list and past calls are then not known.
    var hasDatabase: Bool

    /// Whether the file would become a campaign at once.
    var isAccepted: Bool { problems.isEmpty && missingSettings.isEmpty }
}
