import DialerCore
import Testing

struct CostTests {
    @Test(arguments: [
        ("0.00680", 680, "0.00680"), ("14.05", 1_405_000, "14.05000"), ("3", 300_000, "3.00000"),
        (".5", 50_000, "0.50000"),
        ("0.000005", 1, "0.00001"), ("0.0000049", 0, "0.00000"), ("0.00000", 0, "0.00000"),
    ])
    func exactToFivePlaces(text: String, units: Int64, shown: String) {
        #expect(Cost(text)?.units == units)
        #expect(Cost(units: units).text == shown)
    }

    @Test(arguments: ["", ".", "-1", "1.2.3", "1e5", "abc", "12345678"])
    func refused(text: String) {
        #expect(Cost(text) == nil)
    }
}
