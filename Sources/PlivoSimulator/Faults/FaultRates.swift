/// The probability of each fault, from 0 to 1.
package struct FaultRates: Equatable, Sendable {
    private var rates: [Fault: Double]

    package init(_ rates: [Fault: Double] = [:]) {
        self.rates = rates
    }

    /// Adds one `NAME=RATE` of the command line.
    ///
    /// - Throws: `UsageError` that shows the correct form.
    mutating func add(parsing text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let fault = Fault(rawValue: String(parts[0])) else {
            let names = Fault.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("'\(text)' should be one of \(names), an equals sign and a rate.")
        }
        guard let rate = Double(parts[1]), (0...1).contains(rate) else {
            throw UsageError("The rate of '\(parts[0])' should be a number from 0 to 1.")
        }
        guard rates.updateValue(rate, forKey: fault) == nil else {
            throw UsageError("'\(parts[0])' is given twice; give it once.")
        }
    }

    /// Whether a fault occurs. Each fault has random numbers of its own, so that another rate of one fault does not
    /// change when the other faults occur.
    ///
    /// - Parameters:
    ///   - subject: the target of the fault, such as a destination or a kind of request.
    ///   - ordinal: the number of earlier subjects with the same name.
    package func occurs(_ fault: Fault, seed: UInt64, subject: String, ordinal: Int) -> Bool {
        guard let rate = rates[fault], rate > 0 else { return false }
        var random = SeededRandom(seed: seed, topic: fault.rawValue, subject: subject, ordinal: ordinal)
        return random.isTrue(withProbability: rate)
    }
}
