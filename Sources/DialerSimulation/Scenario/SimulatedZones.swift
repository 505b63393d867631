import DialerCore

/// The time zones of the simulation, hours apart.
struct SimulatedZones: TimeZones {
    func zone(_ name: String) -> TimeZoneRules? {
        switch name {
        case "Sim/West": TimeZoneRules(fixedOffset: -5 * 3600)
        case "Sim/Middle": TimeZoneRules(fixedOffset: 0)
        case "Sim/East": TimeZoneRules(fixedOffset: 19_800)
        default: nil
        }
    }
}
