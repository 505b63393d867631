package import Settings

/// The settings file of a campaign that has been accepted: its user may change it.
extension CampaignFolder {
    /// What tells whether it has changed; nil when there is none.
    package func settingsStamp(campaign: String) throws(FolderError) -> FileStamp? {
        try FileSystem.status(settingsPath(campaign)).map(FileStamp.init)
    }

    package func settings(campaign: String) throws(SmallFile.Problem) -> [UInt8] {
        try SmallFile.read(settingsPath(campaign), followLinks: false)
    }

    private func settingsPath(_ campaign: String) -> String {
        acceptedPath(campaign: campaign) + "/" + campaign + ".yaml"
    }
}
