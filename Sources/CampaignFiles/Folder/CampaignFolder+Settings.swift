package import Settings

/// The settings file of an accepted campaign, which users may change (docs/operating.md, "Day to day").
extension CampaignFolder {
    /// The stamp of the settings file, which shows a change; nil without a file.
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
