extension CampaignSettings {
    /// The call to a contact: the arguments of the contact's row replace those of the campaign.
    ///
    /// - Returns: the caller IDs to choose from, and the arguments without `from`.
    package func call(overriding overrides: CallArguments) -> (callerIDs: [String], arguments: CallArguments) {
        var arguments = arguments.merging(overrides) { _, override in override }
        let own = arguments.removeValue(forKey: .from).map { [$0.text] }
        return (own ?? callerIDs, arguments)
    }

    /// The time zones whose clocks a contact's calling hours follow; empty if no zone is known.
    ///
    /// - Parameter own: the time zones in which the contact's number may lie.
    package func zones(of own: [String]) -> [String] {
        if let zone = callingHours.zone { return [zone] }
        return own.isEmpty ? [defaultTimezone].compactMap(\.self) : own
    }
}
