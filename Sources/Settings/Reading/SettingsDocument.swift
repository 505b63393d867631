import Yams

/// A YAML file taken apart into its dotted keys.
struct SettingsDocument {
    private(set) var settings: [String: Setting] = [:]
    private(set) var problems: [SettingsProblem] = []
    private let catalog: KeyCatalog

    /// - Parameter bytes: UTF-8, with or without a byte order mark.
    init(bytes: [UInt8], catalog: KeyCatalog) {
        self.catalog = catalog
        guard let text = Self.text(of: bytes) else {
            problems.append(SettingsProblem(key: "", message: "the file is not UTF-8 text: save it as UTF-8"))
            return
        }
        guard Self.aliases(in: text) <= Self.mostAliases else {
            let message = "the file has more than \(Self.mostAliases) aliases (*name): write out what they stand for"
            problems.append(SettingsProblem(key: "", message: message))
            return
        }
        do {
            guard let root = try compose(yaml: text) else { return }
            if case .mapping(let mapping) = root {
                read(mapping, under: "")
            } else if Setting(root).content != .nothing {
                problems.append(
                    SettingsProblem(key: "", message: "the file must hold keys with values, such as \"key: value\"")
                )
            }
        } catch {
            problems.append(Self.syntaxProblem(error))
        }
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
                problems.append(
                    SettingsProblem(origin: origin, key: section, message: "has a key that is not plain text")
                )
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
                let message = "must be a section with keys of its own, not \(setting.quoted)"
                problems.append(SettingsProblem(origin: origin, key: key, message: message))
            default:
                problems.append(catalog.unknownKey(key, origin: origin))
            }
        }
    }

    private static func syntaxProblem(_ error: any Error) -> SettingsProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return SettingsProblem(origin: .line(mark.line), key: "", message: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            return SettingsProblem(origin: .line(context.mark.line), key: names, message: "is there more than once")
        case .reader(let problem, _, _, _):
            return SettingsProblem(key: "", message: "this is not YAML: \(problem)")
        default:
            return SettingsProblem(key: "", message: "this is not YAML that can be read")
        }
    }
}
