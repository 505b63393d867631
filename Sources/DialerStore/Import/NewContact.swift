package import DialerCore

/// A row of a campaign file that can be dialled.
package struct NewContact: Sendable {
    package var destination: Destination
    /// The 1-based line of the file where the row begins.
    package var row: Int
    /// The destination as it stands there.
    package var typed: String
    /// Make-call arguments of this row alone.
    package var overrides: CallArguments
    /// IANA names of the zones in which the number may lie, in order; none where it is not known.
    package var zones: [String]
    /// The row's other fields, in the order of the campaign's columns.
    package var values: [String]

    package init(
        destination: Destination,
        row: Int,
        typed: String,
        overrides: CallArguments,
        zones: [String] = [],
        values: [String]
    ) {
        self.destination = destination
        self.row = row
        self.typed = typed
        self.overrides = overrides
        self.zones = zones
        self.values = values
    }
}

/// A campaign file that is about to be read.
package struct NewCampaign: Sendable {
    package var name: String
    package var settings: CampaignSettings
    /// Names of the file's columns other than `to`.
    package var columns: [String]
    package var fileName: String
    package var settingsFileName: String?
    package var fileSHA256: String
    /// Nil when there is no settings file.
    package var settingsSHA256: String?

    package init(
        name: String,
        settings: CampaignSettings,
        columns: [String],
        fileName: String,
        settingsFileName: String?,
        fileSHA256: String,
        settingsSHA256: String? = nil
    ) {
        self.name = name
        self.settings = settings
        self.columns = columns
        self.fileName = fileName
        self.settingsFileName = settingsFileName
        self.fileSHA256 = fileSHA256
        self.settingsSHA256 = settingsSHA256
    }
}
