import DialerCore
import Foundation
import PlivoAPI

extension AccountTimeZone {
    /// A zone of this machine's tzdata.
    init?(identifier: String) {
        guard let file = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(identifier)")),
            let rules = TimeZoneRules(tzif: [UInt8](file))
        else { return nil }
        self.init(rules: rules)
    }
}
