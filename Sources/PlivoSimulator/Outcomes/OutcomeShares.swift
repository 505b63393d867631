/// The relative frequencies of the outcomes, as `--outcomes` gives them.
package struct OutcomeShares: Equatable, Sendable {
    private var weights: [Outcome: Double]

    package static let standard = OutcomeShares(
        weights: [.answered: 60, .machine: 10, .busy: 10, .noAnswer: 15, .failed: 5])

    package init(weights: [Outcome: Double]) {
        self.weights = weights
    }

    /// Reads `answered=60,machine=10,…`; outcomes that are left out never happen.
    ///
    /// - Throws: `UsageError` that shows the correct form.
    init(parsing text: String) throws {
        let names = Outcome.drawable.map(\.rawValue).joined(separator: ", ")
        weights = [:]
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let outcome = Outcome.drawable.first(where: { $0.rawValue == parts[0] }) else {
                throw UsageError("'\(item)' should be one of \(names), an equals sign and a share.")
            }
            guard let weight = Double(parts[1]), weight.isFinite, weight >= 0 else {
                throw UsageError("The share of '\(parts[0])' should be a number that is not negative.")
            }
            guard weights.updateValue(weight, forKey: outcome) == nil else {
                throw UsageError("'\(parts[0])' has two shares; give it one.")
            }
        }
        guard weights.values.contains(where: { $0 > 0 }) else {
            throw UsageError("At least one outcome needs a share above zero.")
        }
    }

    /// The shares in the form that `init(parsing:)` reads, as whole numbers.
    var text: String {
        choices.filter { $0.weight > 0 }.map { "\($0.choice.rawValue)=\(Int($0.weight))" }.joined(separator: ",")
    }

    /// In a fixed order, because the order decides which outcome a random number chooses.
    package var choices: [(choice: Outcome, weight: Double)] {
        Outcome.drawable.map { ($0, weights[$0] ?? 0) }
    }
}
