/// The numbering plans of all countries, from libphonenumber's metadata (docs/numbering.md).
///
/// A number counts if it is possible, whether or not it is assigned: plans change often, lengths hardly ever.
enum NumberingPlan {
    /// Reads a number in international form, without its `+`. A trunk prefix (`+44 (0)20 …`) is left out.
    ///
    /// - Throws: why the digits are no number.
    static func international(_ digits: ArraySlice<UInt8>) throws(DestinationProblem) -> Int64 {
        guard digits.first != 0 else { throw .leadingZero }
        guard let plan = mainPlan(of: digits) else { throw problem(of: digits) ?? .tooShort }
        let national = digits.dropFirst(plan.callingCodeDigits.count)
        return try value(plan, plan.significantNumber(national))
    }

    /// Reads a number typed in a country without `+`. As in libphonenumber, the digits are a national number if
    /// possible. If not, they may be an international number: with `00` although the country has another prefix, or
    /// without any prefix.
    ///
    /// - Throws: why the digits are no number.
    static func national(_ digits: ArraySlice<UInt8>, in country: Country) throws(DestinationProblem) -> Int64 {
        let plan = country.plan
        if let rest = plan.withoutInternationalPrefix(digits) { return try international(rest) }
        let national = plan.nationalNumber(digits)
        if !plan.hasTheShapeOfANumber(national) {
            if digits.starts(with: [0, 0]), let number = try? international(digits.dropFirst(2)) { return number }
            if !plan.allows(national.count), let number = unmarkedInternational(digits) { return number }
        }
        return try value(plan, national)
    }

    /// An international number without a prefix. The number must also have the shape of a number of its own country, so
    /// that a mistyped national number becomes a reject and does not ring abroad.
    private static func unmarkedInternational(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard let plan = mainPlan(of: digits) else { return nil }
        let national = digits.dropFirst(plan.callingCodeDigits.count)
        return plan.hasTheShapeOfANumber(national) ? try? value(plan, national) : nil
    }

    private static func value(
        _ plan: NationalPlan,
        _ national: ArraySlice<UInt8>
    ) throws(DestinationProblem) -> Int64 {
        if let problem = problem(plan, length: national.count) { throw problem }
        return national.reduce(Int64(plan.callingCode)) { $0 * 10 + Int64($1) }
    }

    /// Why digits (E.164 without `+`) are no number; nil if they can be a number: a known calling code, and behind it
    /// as many digits as its plan allows. Numbers that can only be dialed locally don't count.
    private static func problem(of digits: ArraySlice<UInt8>) -> DestinationProblem? {
        guard digits.count >= 7 else { return .tooShort }
        guard digits.count <= 15 else { return .tooLong }
        guard let plan = mainPlan(of: digits) else {
            return .unknownCountryCode(digits.prefix(3).map { String($0) }.joined())
        }
        return problem(plan, length: digits.count - plan.callingCodeDigits.count)
    }

    private static func problem(_ plan: NationalPlan, length: Int) -> DestinationProblem? {
        let whole = plan.callingCodeDigits.count + length
        if whole < 7 { return .tooShort }
        if whole > 15 { return .tooLong }
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

    /// For each calling code the index of its main region's plan; -1 for codes that do not exist.
    private static let mainPlans: [Int] = {
        var places = Array(repeating: -1, count: 1000)
        for (place, plan) in plans.enumerated() where places[plan.callingCode] < 0 { places[plan.callingCode] = place }
        return places
    }()

    /// The plan of the main region. No calling code begins with 0, and none is the beginning of another one.
    private static func mainPlan(of digits: ArraySlice<UInt8>) -> NationalPlan? {
        guard digits.first != 0 else { return nil }
        var code = 0
        for digit in digits.prefix(3) {
            code = code * 10 + Int(digit)
            if mainPlans[code] >= 0 { return plans[mainPlans[code]] }
        }
        return nil
    }
}
