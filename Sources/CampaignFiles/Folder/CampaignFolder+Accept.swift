package import DialerCore

extension CampaignFolder {
    /// Moves the files of a campaign whose contacts are committed to `accepted/NAME/`: receipt, folder, then the user's own
    /// files.
    ///
    /// A step that is already done is skipped, so the function can be called again after a crash or an error at any
    /// point, with the same result. A CSV that has changed since the import stays in the watched folder, as a new file.
    ///
    /// - Parameters:
    ///   - csv: the name of the CSV in the watched folder.
    ///   - settings: the name of the settings file; nil without such a file.
    package func accept(csv: String, settings: String?, receipt: Receipt) throws {
        let staging = stagingPath(receipt.campaign)
        let target = acceptedPath(campaign: receipt.campaign)
        if try !FileSystem.exists(target + "/receipt.json") {
            try FileSystem.makeDirectory(staging)
            try FileSystem.write([UInt8](receipt.json()), to: staging + "/receipt.json")
            try FileSystem.move(staging, to: target)
            try FileSystem.sync(directory: acceptedPath)
        }
        try move(csv, to: target + "/" + receipt.campaign + ".csv") {
            Self.hasContent($0, sha256: receipt.fileSHA256)
        }
        if let settings {
            try move(settings, to: target + "/" + receipt.campaign + ".yaml") { _ in true }
        }
        try FileSystem.sync(directory: target)
        try FileSystem.sync(directory: path)
    }

    /// Moves a file of the watched folder, unless it has been moved already.
    private func move(_ name: String, to target: String, ifMatching matches: (String) throws -> Bool) throws {
        let source = filePath(name)
        guard try !FileSystem.exists(target), try FileSystem.exists(source), try matches(source) else { return }
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
