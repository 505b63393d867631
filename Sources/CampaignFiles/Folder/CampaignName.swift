/// Names of campaigns: the stems of their files (docs/csv.md, "When a file is taken").
package enum CampaignName {
    /// In bytes of UTF-8. A file name has at most 255, which must also include `-2`, extensions and the name of the
    /// staging folder.
    private static let longest = 100

    /// Why a stem cannot be a campaign's name, as a sentence for `problems.txt`; nil if the stem can be the name.
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

    /// A name for a folder, made from any stem.
    static func sanitized(_ stem: String) -> String {
        var name = ""
        for scalar in stem.unicodeScalars {
            let character = Character(isUnprintable(scalar) || (name.isEmpty && scalar == "-") ? "_" : scalar)
            guard name.utf8.count + String(character).utf8.count <= longest else { break }
            name.append(character)
        }
        return name.isEmpty ? "_" : name
    }

    /// The first of `stem`, `stem-2`, `stem-3`, … that is not taken.
    static func free<Failure>(_ stem: String, isTaken: (String) throws(Failure) -> Bool) throws(Failure) -> String {
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
