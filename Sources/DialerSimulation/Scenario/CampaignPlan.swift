import DialerCore

/// One campaign of a run.
package struct CampaignPlan: Sendable {
    var name: String
    var size: Int
    /// The first of its consecutive numbers.
    var firstNumber: Int64
    var settings: CampaignSettings
    /// The number of different sets of arguments that rows override.
    var variants: Int
    /// The time of its import, from the beginning of the run.
    var importedAt: Duration
    /// The sets of zones in which the numbers lie, in turn.
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
