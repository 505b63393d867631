import PlivoSimulator
import Testing

@Suite struct FaultRatesTests {
    private func count(_ fault: Fault, _ rates: FaultRates, of subjects: Int) -> Int {
        (0..<subjects).count { rates.occurs(fault, seed: TestSeed.value, subject: "\($0)", ordinal: 0) }
    }

    @Test func aFaultOccursAsOftenAsItsRateSays() {
        let rates = FaultRates([.callbackLost: 0.1])
        #expect((1800...2200).contains(count(.callbackLost, rates, of: 20_000)), TestSeed.replay)
        #expect(count(.callbackLate, rates, of: 20_000) == 0, TestSeed.replay)
    }

    @Test func theRateOfOneFaultDoesNotChangeTheOthers() {
        func lateCDRs(_ rates: FaultRates) -> [Int] {
            (0..<1000).filter { rates.occurs(.cdrLate, seed: TestSeed.value, subject: "\($0)", ordinal: 0) }
        }
        let both = FaultRates([.cdrLate: 0.2, .callbackLost: 0.9])
        #expect(lateCDRs(FaultRates([.cdrLate: 0.2])) == lateCDRs(both), TestSeed.replay)
    }
}
