import DialerCore
import TestSupport
import Testing

@Suite struct NationalNumberTests {
    @Test func nationalNumbersAreReadAsThePhonenumbersPackageReadsThem() throws {
        let samples = NationalSamples.text.replacing("\n", with: " ").split(separator: "; ")
        #expect(samples.count > 700)
        for sample in samples {
            let parts = sample.split { $0 == ":" || $0 == "=" }
            let country = try #require(Country(String(parts[0])))
            let destination = try? Destination(typed: String(parts[1]), country: country)
            #expect(destination?.text == String(parts[2]), "\(sample)")
        }
    }

    @Test(
        arguments: [
            ("US", "(415) 555-0100", "14155550100"),
            ("US", "1-415-555-0100", "14155550100"),
            ("US", "011 44 20 7946 0018", "442079460018"),
            ("US", "+44 20 7946 0018", "442079460018"),
            ("US", "0044 20 7946 0018", "442079460018"),
            ("US", "442079460018", "442079460018"),
            ("GB", "020 7946 0018", "442079460018"),
            ("GB", "2079460018", "442079460018"),
            ("GB", "442079460018", "442079460018"),
            ("GB", "44 (0)20 7946 0018", "442079460018"),
            ("GB", "00 1 415 555 0100", "14155550100"),
            ("GB", "14155550100", "14155550100"),
            ("DE", "030 901820", "4930901820"),
            ("DE", "30 901820", "4930901820"),
            ("DE", "4930901820", "4930901820"),
            ("DE", "0049 (0)30 901820", "4930901820"),
            ("DE", "14155550100", "4914155550100"),
            ("FR", "01 23 45 67 89", "33123456789"),
            ("FR", "0612345678", "33612345678"),
            ("IT", "06 6982 1234", "390669821234"),
            ("IT", "312 345 6789", "393123456789"),
            ("IT", "390669821234", "390669821234"),
            ("RU", "8 (912) 345-67-89", "79123456789"),
            ("RU", "8 800 555-35-35", "78005553535"),
            ("RU", "800 555-35-35", "78005553535"),
            ("RU", "8 10 44 20 7946 0018", "442079460018"),
            ("AU", "(02) 1234 5678", "61212345678"),
            ("AU", "0412 345 678", "61412345678"),
            ("AU", "0011 1 415 555 0100", "14155550100"),
            ("AU", "0061 412 345 678", "61412345678"),
            ("IN", "098765 43210", "919876543210"),
            ("IN", "9876543210", "919876543210"),
            ("BR", "(11) 96123-4567", "5511961234567"),
            ("BR", "0 15 11 96123-4567", "5511961234567"),
            ("MX", "200 123 4567", "522001234567"),
            ("MX", "52 200 123 4567", "522001234567"),
            ("AR", "011 15-2345-6789", "5491123456789"),
            ("JP", "010 1 415 555 0100", "14155550100"),
            ("SM", "886377", "3780549886377"),
            ("BB", "250 1234", "12462501234"),
        ] as [(String, String, String)]
    )
    func typedInACountry(code: String, typed: String, text: String) throws {
        let country = try #require(Country(code))
        #expect(try Destination(typed: typed, country: country).text == text)
    }

    @Test(
        arguments: [
            ("US", "415555010", DestinationProblem.wrongLength(countryCode: 1, digits: 9, allowed: [10])),
            ("US", "555-0100", .wrongLength(countryCode: 1, digits: 7, allowed: [10])),
            ("US", "011 210 123 4567", .unknownCountryCode("210")),
            ("GB", "020 7946", .wrongLength(countryCode: 44, digits: 6, allowed: [7, 9, 10])),
            ("GB", "+210 123 4567", .unknownCountryCode("210")),
            ("GB", "0044 20 7946 01", .wrongLength(countryCode: 44, digits: 8, allowed: [7, 9, 10])),
            ("DE", "110", .tooShort),
            ("DE", "+", .tooShort),
            ("DE", "030 901820 x12", .hasExtension),
            ("DE", "030 901820 ab", .unexpectedCharacter),
        ] as [(String, String, DestinationProblem)]
    )
    func refused(code: String, typed: String, problem: DestinationProblem) throws {
        let country = try #require(Country(code))
        #expect(throws: problem) { try Destination(typed: typed, country: country) }
    }

    @Test func aSIPAddressHasNoCountry() throws {
        #expect(try Destination(typed: "sip:ann@example.com", country: Country("DE")).text == "sip:ann@example.com")
    }

    /// Whatever digits are typed, in any country: what comes out is a number that its plan allows.
    @Test(arguments: TestSeed.each(7..<8)) func everyNumberReadIsPossible(seed: TestSeed) {
        var generator = SeededGenerator(seed: seed.value)
        for country in CountryTests.all {
            for _ in 0..<40 {
                let count = Int.random(in: 0...18, using: &generator)
                let typed = String((0..<count).map { _ in "0011223456789".randomElement(using: &generator) ?? "0" })
                guard let read = try? Destination(typed: typed, country: country) else { continue }
                #expect((try? Destination(typed: read.internationalText)) != nil, "\(country.code) \(typed)")
            }
        }
    }
}
