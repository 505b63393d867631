import DialerCore
import Testing

@Suite struct NumberingPlanTests {
    @Test func lengthsAreThoseThatThePhonenumbersPackageAllows() throws {
        let samples = LengthSamples.text.split { $0 == " " || $0 == "\n" }
        #expect(samples.count > 1000)
        for sample in samples {
            let digits = try #require(Int64(sample.dropLast()))
            let problem = NumberingPlan.problem(of: digits)
            #expect((problem == nil) == sample.hasSuffix("+"), "\(sample): \(problem?.description ?? "possible")")
        }
    }

    @Test(
        arguments: [
            (14_155_550_100, 1), (442_079_460_018, 44), (4_232_345_678, 423), (77_011_234_567, 7),
            (80_012_345_678, 800),
        ] as [(Int64, Int)]
    )
    func theCountryCodeIsKnown(digits: Int64, code: Int) {
        #expect(NumberingPlan.countryCode(of: digits) == code)
    }

    @Test(arguments: [2_101_234_567, 9_991_234_567, 4_141_234, 0, -14_155_550_100, 1, 38_812_345_678] as [Int64])
    func thereIsNoSuchNumber(digits: Int64) {
        #expect(NumberingPlan.problem(of: digits) != nil)
    }

    @Test(arguments: [
        (DestinationProblem.unknownCountryCode("210"), "begins with 210, which no country code does"),
        (
            .wrongLength(countryCode: 1, digits: 9, allowed: [10]),
            "has 9 digits after +1, where numbers have 10: is +1 the country code?"
        ),
        (
            .wrongLength(countryCode: 44, digits: 8, allowed: [7, 9, 10]),
            "has 8 digits after +44, where numbers have 7, 9 or 10: is +44 the country code?"
        ),
        (
            .wrongLength(countryCode: 62, digits: 4, allowed: [7, 8, 9, 10]),
            "has 4 digits after +62, where numbers have 7 to 10: is +62 the country code?"
        ),
    ])
    func aProblemSaysWhatIsExpected(problem: DestinationProblem, sentence: String) {
        #expect(problem.description == sentence)
    }
}
