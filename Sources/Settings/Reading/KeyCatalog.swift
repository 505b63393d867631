/// The keys that a settings file may have, dotted: `limits.max_batch`.
struct KeyCatalog: Sendable {
    let keys: Set<String>
    /// Every prefix of a key: `limits`, `defaults`, `defaults.retry`.
    let sections: Set<String>

    init(_ keys: some Sequence<String>) {
        self.keys = Set(keys)
        var sections: Set<String> = []
        for key in self.keys {
            for index in key.indices where key[index] == "." { sections.insert(String(key[..<index])) }
        }
        self.sections = sections
    }

    /// The problem of a key that is not in the catalog.
    func unknownKey(_ key: String, origin: SettingsProblem.Origin) -> SettingsProblem {
        let advice = NearestName.advice(on: key, among: keys.union(sections))
        return SettingsProblem(origin: origin, key: key, message: "is not a known key\(advice)")
    }
}
