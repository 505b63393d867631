package import DialerCore

extension CampaignDefaults {
    /// The country of national numbers that belong to no campaign, such as those on the command line.
    package var country: Country? { settings[CampaignKey.defaultCountry.name]?.text.flatMap { Country($0) } }
}
