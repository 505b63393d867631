import DialerCore

extension CampaignStatus: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: Key("name"))
        try container.encode(state.rawValue, forKey: Key("state"))
        try container.encode(reason, forKey: Key("reason"))
        try container.encode(progress.contacts, forKey: Key("contacts"))
        for state in ContactState.allCases {
            try container.encode(progress[state], forKey: Key(state.rawValue))
        }
        var outcomes = container.nestedContainer(keyedBy: Key.self, forKey: Key("outcomes"))
        for outcome in Outcome.allCases {
            try outcomes.encode(progress[outcome], forKey: Key(outcome.rawValue))
        }
        try container.encode(progress.attempts, forKey: Key("attempts"))
        try container.encode(progress.cost.text, forKey: Key("cost"))
        try container.encode((callsPerSecond * 10).rounded() / 10, forKey: Key("calls_per_second"))
        try container.encode(eta?.rfc3339, forKey: Key("eta"))
        try container.encode(settingsProblem, forKey: Key("settings_problem"))
        try container.encode(archivedAt?.rfc3339, forKey: Key("archived_at"))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        name = try container.decode(String.self, forKey: Key("name"))
        let stateName = try container.decode(String.self, forKey: Key("state"))
        guard let state = CampaignState(rawValue: stateName) else {
            throw DecodingError.dataCorruptedError(
                forKey: Key("state"),
                in: container,
                debugDescription: "no campaign state: \(stateName)"
            )
        }
        self.state = state
        reason = try container.decodeIfPresent(String.self, forKey: Key("reason"))
        progress = CampaignProgress()
        progress.contacts = try container.decode(Int.self, forKey: Key("contacts"))
        for state in ContactState.allCases {
            progress[state] = try container.decode(Int.self, forKey: Key(state.rawValue))
        }
        let outcomes = try container.nestedContainer(keyedBy: Key.self, forKey: Key("outcomes"))
        for outcome in Outcome.allCases {
            progress[outcome] = try outcomes.decode(Int.self, forKey: Key(outcome.rawValue))
        }
        progress.attempts = try container.decode(Int.self, forKey: Key("attempts"))
        progress.cost = Cost(try container.decode(String.self, forKey: Key("cost"))) ?? .zero
        callsPerSecond = try container.decode(Double.self, forKey: Key("calls_per_second"))
        eta = try container.decodeIfPresent(String.self, forKey: Key("eta")).flatMap(WallTime.init(rfc3339:))
        settingsProblem = try container.decodeIfPresent(String.self, forKey: Key("settings_problem"))
        archivedAt = try container.decodeIfPresent(String.self, forKey: Key("archived_at"))
            .flatMap(WallTime.init(rfc3339:))
    }
}
