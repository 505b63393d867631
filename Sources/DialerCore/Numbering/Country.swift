/// A country or territory with a known numbering plan, so that its national numbers can be read.
package struct Country: Sendable {
    /// ISO 3166-1 alpha-2, in upper case.
    package let code: String
    let plan: NationalPlan

    /// Nil for a code that is unknown or has no numbers in the metadata.
    ///
    /// - Parameter code: in upper or lower case.
    package init?(_ code: String) {
        let code = code.uppercased()
        guard let plan = Self.plans[code] else { return nil }
        self.code = code
        self.plan = plan
    }

    private static let plans = Dictionary(
        uniqueKeysWithValues: NumberingPlan.plans.filter { $0.region != "001" }.map { ($0.region, $0) }
    )
}
