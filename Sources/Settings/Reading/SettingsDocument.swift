import Yams

/// A YAML file, split into its dotted keys.
struct SettingsDocument {
    private(set) var settings: [String: Setting] = [:]
    private(set) var problems: [SettingsProblem] = []
    /// False if the file as a whole is not valid: nothing is then known of its keys.
    private(set) var isReadable = false
    private let catalog: KeyCatalog

    /// - Parameter bytes: UTF-8, with or without a byte order mark.
    init(bytes: [UInt8], catalog: KeyCatalog) {
        self.catalog = catalog
        read(bytes)
    }

    private mutating func read(_ bytes: [UInt8]) {
        guard let text = Self.text(of: bytes) else { return refuse("the file is not UTF-8 text: save it as UTF-8") }
        guard Self.aliases(in: text) <= Self.mostAliases else {
            return refuse("the file has more than \(Self.mostAliases) aliases (*name): write their values instead")
        }
        do {
            let root = try compose(yaml: text)
            isReadable = true
            if case .mapping(let mapping)? = root {
                read(mapping, under: "")
            } else if let root, Setting(root).content != .nothing {
                isReadable = false
                refuse("the file must hold keys with values, such as \"key: value\"")
            }
        } catch {
            refuse(error)
        }
    }

    private mutating func refuse(_ message: String, key: String = "", at origin: SettingsProblem.Origin = .file) {
        problems.append(SettingsProblem(origin: origin, key: key, message: message))
    }

    private static func text(of bytes: [UInt8]) -> String? {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
    }

    /// Aliases of lists of aliases stand for a number of nodes that doubles with each line; comparing a key made of them
    /// could take hours. With this many aliases it takes less than a second.
    private static let mostAliases = 32

    /// The number of asterisks where YAML can have an alias. Asterisks in texts and comments are counted too.
    private static func aliases(in text: String) -> Int {
        let before = Set(" \t\n\r[{,:".utf8)
        return zip(text.utf8, text.utf8.dropFirst()).count { before.contains($0) && $1 == UInt8(ascii: "*") }
    }

    private mutating func read(_ mapping: Node.Mapping, under section: String) {
        for (keyNode, value) in mapping {
            let origin = Setting(keyNode).origin
            guard case .scalar(let name) = keyNode else {
                refuse("has a key that is not plain text", key: section, at: origin)
                continue
            }
            let key = section.isEmpty ? name.string : section + "." + name.string
            let setting = Setting(value)
            switch (catalog.keys.contains(key), catalog.sections.contains(key), value) {
            case (_, true, .mapping(let inner)):
                read(inner, under: key)
            case (_, true, _) where setting.content == .nothing:
                continue
            case (true, _, _):
                settings[key] = setting
            case (_, true, _):
                refuse("must be a section with keys of its own, not \(setting.quoted)", key: key, at: origin)
            default:
                problems.append(catalog.unknownKey(key, origin: origin))
            }
        }
    }

    private mutating func refuse(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            refuse("this is not YAML: \(problem)", at: .line(mark.line))
        case .duplicatedKeysInMapping(let duplicates, let context):
            refuse("is there more than once", key: duplicates.joined(separator: ", "), at: .line(context.mark.line))
        case .reader(let problem, _, _, _):
            refuse("this is not YAML: \(problem)")
        default:
            refuse("this is not YAML that can be read")
        }
    }
}
