import Testing

/// `all` of `ConfigurationKey` and `CampaignKey` has every key that is declared above it. A settings file with a key that is
/// missing there would be refused.
struct KeyListTests {
    @Test(arguments: [
        "Sources/Settings/Configuration/ConfigurationKey.swift", "Sources/DialerCore/Keys/CampaignKey.swift",
    ])
    func everyKeyIsInTheList(path: String) throws {
        let keys = Self.keys(of: try SourceTree.text(path))
        #expect(keys.declared.count > 10)
        #expect(keys.declared.subtracting(keys.listed) == [])
    }

    @Test func aForgottenKeyIsFound() {
        let text = """
                package static let one = SettingKey("one", .flag, default: true)
                package static let two =
                    SettingKey("two", .flag, default: true)
                package static let all: [any DocumentedKey] = [one]
            """
        let keys = Self.keys(of: text)
        #expect(keys.declared == ["one", "two"])
        #expect(!keys.listed.contains("two"))
    }

    /// - Returns: the keys that are declared above `all`, and every word of `all`.
    private static func keys(of swift: String) -> (declared: Set<String>, listed: Set<String>) {
        let parts = swift.split(separator: "static let all:", maxSplits: 1)
        let list = parts.last?.prefix { $0 != "}" } ?? ""
        return (
            Set(parts[0].matches(of: /static let (\w+)\s*=\s*SettingKey\(/).map { String($0.1) }),
            Set(list.matches(of: /\w+/).map { String($0.0) })
        )
    }
}
