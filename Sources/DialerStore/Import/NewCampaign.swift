package import DialerCore

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
