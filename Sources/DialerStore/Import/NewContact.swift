package import DialerCore

/// A row of a campaign file whose number can be called.
package struct NewContact: Sendable {
    package var destination: Destination
    /// The 1-based line of the file on which the row begins.
    package var row: Int
    /// The destination as the file has it.
    package var typed: String
    /// Make-call arguments that this row overrides.
    package var overrides: CallArguments
    /// Sorted IANA names of the zones in which the number may lie; empty if they are not known.
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

/// A campaign whose file is about to be read.
package struct NewCampaign: Sendable {
    package var name: String
    package var settings: CampaignSettings
    /// The names of the file's columns other than `to`.
    package var columns: [String]
    package var fileName: String
    package var settingsFileName: String?
    package var fileSHA256: String
    /// Nil if there is no settings file.
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
