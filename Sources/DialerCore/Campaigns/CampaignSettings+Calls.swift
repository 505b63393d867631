extension CampaignSettings {
    /// With what a contact is called: its row's own arguments over the campaign's.
    ///
    /// - Returns: the caller IDs to choose from, and the arguments without `from`.
    package func call(overriding overrides: CallArguments) -> (callerIDs: [String], arguments: CallArguments) {
        var arguments = arguments.merging(overrides) { _, override in override }
        let own = arguments.removeValue(forKey: .from).map { [$0.text] }
        return (own ?? callerIDs, arguments)
    }

    /// By whose clocks a contact's calling hours go; none if nothing is known of it.
    ///
    /// - Parameter own: the zones in which its number may lie.
    package func zones(of own: [String]) -> [String] {
        if let zone = callingHours.zone { return [zone] }
        return own.isEmpty ? [defaultTimezone].compactMap(\.self) : own
    }
}
