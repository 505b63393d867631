import Glibc

extension CampaignFolder {
    /// The files of a campaign that is committed, on their way to `accepted/NAME/`. Keep it with the campaign until
    /// ``accept(_:receipt:)`` has returned: that is what makes a crash in between harmless.
    package struct Filing: Codable, Hashable, Sendable {
        /// Names in the watched folder.
        package var csvName: String
        package var settingsName: String?

        package init(csvName: String, settingsName: String?) {
            self.csvName = csvName
            self.settingsName = settingsName
        }
    }

    /// Files a campaign away whose contacts are committed: receipt, folder, then the user's own files.
    ///
    /// Every step first looks whether it is done, so it can be called again after a crash or an error at any point, and
    /// ends with the same folder. A CSV that is not the imported one any more stays where it is, as a new file.
    package func accept(_ filing: Filing, receipt: Receipt) throws {
        let staging = stagingPath(receipt.campaign)
        let target = acceptedPath(campaign: receipt.campaign)
        if try !FileSystem.exists(target + "/receipt.json") {
            try FileSystem.makeDirectory(staging)
            try FileSystem.write([UInt8](receipt.json()), to: staging + "/receipt.json")
            try FileSystem.move(staging, to: target)
            try FileSystem.sync(directory: acceptedPath)
        }
        try fileAway(filing.csvName, to: target + "/" + receipt.campaign + ".csv") {
            Self.hasContent($0, sha256: receipt.fileSHA256)
        }
        if let settings = filing.settingsName {
            try fileAway(settings, to: target + "/" + receipt.campaign + ".yaml") { _ in true }
        }
        try FileSystem.sync(directory: target)
        try FileSystem.sync(directory: path)
    }

    /// Moves a file of the watched folder unless that is done already.
    private func fileAway(_ name: String, to target: String, ifItIsTheOne isTheOne: (String) throws -> Bool) throws {
        let source = filePath(name)
        guard try !FileSystem.exists(target), try FileSystem.exists(source), try isTheOne(source) else { return }
        try FileSystem.move(source, to: target)
        try FileSystem.restrict(target)
    }

    private static func hasContent(_ path: String, sha256: String) -> Bool {
        guard let file = try? InputFile(path: path), let survey = try? FileSurvey(file, chunkBytes: 256 << 10) else {
            return false
        }
        return survey.sha256 == sha256
    }
}
