package import DialerCore

extension CampaignDefaults {
    /// Whose national numbers are understood where no campaign is asked, as on the command line.
    package var country: Country? { settings[CampaignKey.defaultCountry.name]?.text.flatMap { Country($0) } }
}
