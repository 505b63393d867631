/// How often each fault strikes: probabilities from 0 to 1.
package struct FaultRates: Equatable, Sendable {
    private var rates: [Fault: Double]

    package static let none = FaultRates([:])

    package init(_ rates: [Fault: Double]) {
        self.rates = rates
    }

    package subscript(fault: Fault) -> Double {
        rates[fault] ?? 0
    }

    /// Adds one `NAME=RATE` of the command line.
    ///
    /// - Throws: `UsageProblem` with one sentence that says what to write instead.
    package mutating func add(parsing text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let fault = Fault(rawValue: String(parts[0])) else {
            let names = Fault.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageProblem("'\(text)' should be one of \(names), an equals sign and a rate.")
        }
        guard let rate = Double(parts[1]), (0...1).contains(rate) else {
            throw UsageProblem("The rate of '\(parts[0])' should be a number from 0 to 1.")
        }
        guard rates.updateValue(rate, forKey: fault) == nil else {
            throw UsageProblem("'\(parts[0])' is given twice; give it once.")
        }
    }

    /// Whether `fault` strikes `subject` this time. Each fault has dice of its own, so that changing the rate of one
    /// leaves the victims of the others alone.
    package func strikes(_ fault: Fault, seed: UInt64, subject: String, ordinal: Int) -> Bool {
        guard let rate = rates[fault], rate > 0 else { return false }
        var dice = Dice(seed: seed, topic: fault.rawValue, subject: subject, ordinal: ordinal)
        return dice.happens(rate)
    }
}
