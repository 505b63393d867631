import Crypto
package import Settings

/// A settings file as it stands.
package struct SettingsFile: Hashable, Sendable {
    package var bytes: [UInt8]
    /// Of the bytes, in hexadecimal: two files of one content are one file.
    package var sha256: String

    package init(bytes: [UInt8]) {
        self.bytes = bytes
        sha256 = SHA256.hash(data: bytes).hexadecimal
    }
}

extension CampaignFolder {
    /// What tells whether the settings file of an accepted campaign has changed; nil when there is none.
    package func settingsStamp(campaign: String) throws(FolderError) -> FileStamp? {
        try FileSystem.status(settingsPath(campaign)).map(FileStamp.init)
    }

    package func settingsFile(campaign: String) throws(SmallFile.Problem) -> SettingsFile {
        SettingsFile(bytes: try SmallFile.read(settingsPath(campaign), followLinks: false))
    }

    private func settingsPath(_ campaign: String) -> String {
        acceptedPath(campaign: campaign) + "/" + campaign + ".yaml"
    }
}
