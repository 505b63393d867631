import DialerCore
import Testing

@Suite struct NumberingPlanTests {
    @Test func lengthsAreThoseThatThePhonenumbersPackageAllows() throws {
        let samples = LengthSamples.text.split { $0 == " " || $0 == "\n" }
        #expect(samples.count > 1000)
        for sample in samples {
            let digits = sample.dropLast()
            let reading = Result { try Destination(typed: "+\(digits)").text }
            #expect(((try? reading.get()) == String(digits)) == sample.hasSuffix("+"), "\(sample): \(reading)")
        }
    }

    @Test(arguments: ["2101234567", "9991234567", "4141234", "0", "1", "38812345678"])
    func thereIsNoSuchNumber(digits: String) {
        #expect(throws: DestinationProblem.self) { try Destination(typed: "+\(digits)") }
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
