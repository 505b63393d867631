package import DialerCore
package import DialerStore

extension WallTime {
    /// The moment at which most tests begin: 2025-11-24T16:00:00Z.
    package static let sample = WallTime(milliseconds: 1_764_000_000_000)
}

extension Destination {
    /// 15550000000, 15550000001, …
    package static func sample(_ index: Int) -> Destination { .phone(15_550_000_000 + Int64(index)) }
}

extension CampaignSettings {
    /// What a campaign must have, and nothing else.
    package static let sample = CampaignSettings(
        callerIDs: ["14155550100"],
        arguments: [.answerURL: .text("https://example.com/answer.xml")]
    )
}

extension NewCampaign {
    /// From a file of its name, with a column beside the number's.
    package static func sample(_ name: String = "spring", settings: CampaignSettings = .sample) -> NewCampaign {
        NewCampaign(
            name: name,
            settings: settings,
            columns: ["name"],
            fileName: name + ".csv",
            settingsFileName: nil,
            fileSHA256: name
        )
    }
}

extension [ContactRow] {
    package static func samples(_ indices: Range<Int>) -> [ContactRow] { indices.map { .sample($0) } }
}

extension ContactRow {
    /// The contact of `Destination.sample(index)`. Its value is one that has to be quoted wherever it is written.
    package static func sample(
        _ index: Int,
        overrides: CallArguments = [:],
        zones: [String] = []
    ) -> ContactRow {
        let destination = Destination.sample(index)
        return ContactRow(
            row: index + 2,
            typed: destination.internationalText,
            destination: destination,
            overrides: overrides,
            zones: zones,
            values: ["Person \"\(index)\"\t\u{1}, é"]
        )
    }
}
