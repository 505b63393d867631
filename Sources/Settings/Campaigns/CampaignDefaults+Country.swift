package import DialerCore

extension CampaignDefaults {
    /// Whose national numbers are understood where no campaign is asked, as on the command line.
    package var country: Country? { settings["default_country"]?.text.flatMap { Country($0) } }
}
