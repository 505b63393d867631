/// What the world's numbering plans say of a number: of libphonenumber's metadata, made into tables by
/// `.ci/numbering/generate.py`. "Possible" is meant throughout, not "assigned": plans change, lengths hardly ever do.
package enum NumberingPlan {
    /// Why digits (E.164 without `+`) are no number; nil if they can be one: a known calling code, and behind it as many
    /// digits as its plan allows. Numbers that can only be dialled locally don't count.
    package static func problem(of digits: Int64) -> DestinationProblem? {
        digits > 0 ? problem(of: self.digits(of: digits)[...]) : .leadingZero
    }

    /// The calling code with which the digits begin, such as 1, 44 or 423; nil if there is none like that.
    package static func countryCode(of digits: Int64) -> Int? {
        digits > 0 ? mainPlan(of: self.digits(of: digits)[...])?.callingCode : nil
    }

    /// What is typed in international form, a trunk prefix (`+44 (0)20 …`) left out.
    ///
    /// - Throws: why it is no number.
    static func international(_ digits: ArraySlice<UInt8>) throws(DestinationProblem) -> Int64 {
        guard digits.first != 0 else { throw .leadingZero }
        guard let plan = mainPlan(of: digits) else { throw problem(of: digits) ?? .tooShort }
        let code = digits.prefix(self.digits(of: Int64(plan.callingCode)).count)
        return try value(code + plan.significantNumber(digits.dropFirst(code.count)))
    }

    /// What is typed in a country without `+`. As in libphonenumber, a national number where that is possible; beyond
    /// that, an international one without its prefix, or with `00` where the country's own prefix is another.
    ///
    /// - Throws: why it is no number.
    static func national(_ digits: ArraySlice<UInt8>, in country: Country) throws(DestinationProblem) -> Int64 {
        let plan = country.plan
        if let rest = plan.withoutInternationalPrefix(digits) { return try international(rest) }
        let national = plan.nationalNumber(digits)
        let isWellFormed = plan.hasTheShapeOfANumber(national)
        if !isWellFormed, digits.starts(with: [0, 0]), let number = try? international(digits.dropFirst(2)) {
            return number
        }
        if !isWellFormed, !plan.allows(national.count), let number = try? international(digits) { return number }
        return try value(self.digits(of: Int64(plan.callingCode)) + national)
    }

    private static func value(_ digits: ArraySlice<UInt8>) throws(DestinationProblem) -> Int64 {
        if let problem = problem(of: digits) { throw problem }
        return digits.reduce(0) { $0 * 10 + Int64($1) }
    }

    private static func problem(of digits: ArraySlice<UInt8>) -> DestinationProblem? {
        guard digits.first != 0 else { return .leadingZero }
        guard digits.count >= 7 else { return .tooShort }
        guard digits.count <= 15 else { return .tooLong }
        guard let plan = mainPlan(of: digits) else {
            return .unknownCountryCode(digits.prefix(3).map { String($0) }.joined())
        }
        let length = digits.count - self.digits(of: Int64(plan.callingCode)).count
        if plan.allows(length) { return nil }
        return .wrongLength(countryCode: plan.callingCode, digits: length, allowed: plan.lengths)
    }

    static func digits(of number: Int64) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = number
        while rest > 0 {
            digits.append(UInt8(rest % 10))
            rest /= 10
        }
        return digits.reversed()
    }

    // MARK: - The tables, read once

    static let plans: [NationalPlan] = [NumberingPlanData.codesTo4, NumberingPlanData.codesFrom5]
        .flatMap { $0.description.split(separator: "\n").compactMap(NationalPlan.init(line:)) }

    /// Where the plan of a calling code's main region stands; -1 where there is none.
    private static let mainPlans: [Int] = {
        var places = Array(repeating: -1, count: 1000)
        for (place, plan) in plans.enumerated() where places[plan.callingCode] < 0 { places[plan.callingCode] = place }
        return places
    }()

    /// No calling code is the beginning of another (E.164, 6.1).
    private static func mainPlan(of digits: ArraySlice<UInt8>) -> NationalPlan? {
        var code = 0
        for digit in digits.prefix(3) {
            code = code * 10 + Int(digit)
            if mainPlans[code] >= 0 { return plans[mainPlans[code]] }
        }
        return nil
    }
}
