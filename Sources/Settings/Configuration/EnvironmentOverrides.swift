import DialerCore

/// Environment variables that override the file: `DIALERD_LIMITS_CALLS_PER_SECOND` is `limits.calls_per_second`.
struct EnvironmentOverrides {
    private(set) var settings: [String: Setting] = [:]
    private(set) var problems: [SettingsProblem] = []

    private static let prefix = "DIALERD_"
    /// This variable names the file itself; it overrides no key.
    private static let fileVariable = "DIALERD_CONFIG"
    private static let authIDVariable = "PLIVO_AUTH_ID"

    init(_ environment: [String: String], catalog: KeyCatalog) {
        let keys = Dictionary(uniqueKeysWithValues: catalog.keys.map { (Self.variable(for: $0), $0) })
        if let authID = environment[Self.authIDVariable] {
            let setting = Setting(content: .text(authID), origin: .variable(Self.authIDVariable))
            settings[ConfigurationKey.authID.name] = setting
        }
        for (name, value) in environment where name.hasPrefix(Self.prefix) && name != Self.fileVariable {
            let origin = SettingsProblem.Origin.variable(name)
            if let key = keys[name] {
                settings[key] = Setting(content: .text(value), origin: origin)
            } else {
                let advice = NearestName.advice(on: name, among: keys.keys)
                problems.append(
                    SettingsProblem(origin: origin, key: "", message: "no setting has this variable\(advice)")
                )
            }
        }
    }

    static func variable(for key: String) -> String {
        prefix + key.uppercased().replacing(".", with: "_").replacing("-", with: "_")
    }
}
