import DialerCore

/// One campaign of a run.
package struct CampaignPlan: Sendable {
    var name: String
    var size: Int
    /// The first of its numbers, which are consecutive.
    var firstNumber: Int64
    var settings: CampaignSettings
    /// Rows have so many different sets of arguments of their own.
    var variants: Int
    /// From the beginning of the run.
    var importedAt: Duration
    /// Rows lie in one of these sets of zones after another.
    var zoneSets: [[String]] = []

    func destination(_ index: Int) -> Destination { .phone(firstNumber + Int64(index)) }

    func zones(_ index: Int) -> [String] { zoneSets.isEmpty ? [] : zoneSets[index % zoneSets.count] }

    func zones(of destination: Destination) -> [String] {
        guard case .phone(let digits) = destination else { return [] }
        return zones(Int(digits - firstNumber))
    }

    func overrides(_ index: Int) -> CallArguments {
        let variant = index % variants
        return variant == 0 ? [:] : [.timeLimit: .integer(20 + variant)]
    }
}
