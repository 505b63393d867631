/// Names of campaigns, which are the stems of their files.
package enum CampaignName {
    /// Bytes of UTF-8; file names end at 255, and `-2`, extensions and staging names must fit behind.
    private static let longest = 100

    /// Why a stem can't name a campaign; nil if it can. A sentence for `problems.txt`.
    package static func problem(with stem: String) -> String? {
        if stem.isEmpty || stem.utf8.count > longest {
            return "The file's name is too long for a campaign: give it at most \(longest) bytes before .csv."
        }
        if stem.unicodeScalars.contains(where: isUnprintable) {
            return "The file's name has a control character in it: rename the file."
        }
        if stem.hasPrefix("-") {
            return "The file's name begins with a dash, and commands would take it for an option: rename the file."
        }
        return nil
    }

    /// A name that is fit for a folder, whatever the stem.
    static func sanitized(_ stem: String) -> String {
        var name = ""
        for scalar in stem.unicodeScalars {
            let character = Character(isUnprintable(scalar) || (name.isEmpty && scalar == "-") ? "_" : scalar)
            guard name.utf8.count + String(character).utf8.count <= longest else { break }
            name.append(character)
        }
        return name.isEmpty ? "_" : name
    }

    /// The stem itself if it is free, else the first of `stem-2`, `stem-3`, … that is.
    static func free(_ stem: String, isTaken: (String) throws -> Bool) rethrows -> String {
        var name = stem
        var number = 2
        while try isTaken(name) {
            name = "\(stem)-\(number)"
            number += 1
        }
        return name
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: scalar == "/"
        }
    }
}
