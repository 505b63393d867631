/// What a settings file says of a campaign, complete and checked (docs/configuration.md, "Campaign settings"). Ranges and
/// defaults are those of ``CampaignKey``.
package struct CampaignSettings: Hashable, Sendable, Codable {
    /// Caller IDs, digits only, at least one: a pool when more.
    package var callerIDs: [String]
    /// Destinations per second of single caller IDs; one without an entry has no limit of its own.
    package var callerIDRates: [String: Double] = [:]
    /// Arguments of every call, `from` excepted; a row's own columns override them.
    package var arguments: CallArguments
    /// Destinations per second, at most the account's; nil: the account's.
    package var callsPerSecond: Double?
    /// Nil: the account's limit alone.
    package var maxCallsInFlight: Int?
    /// Shares of the account's rate are in proportion.
    package var priority = CampaignKey.priority.default
    package var startAt: WallTime?
    package var endAt: WallTime?
    package var callingHours = CampaignKey.callingHours.default
    package var retry = RetryPolicy()
    /// Each of them holds.
    package var attemptLimits: [AttemptLimit] = []
    package var inDoubt = CampaignKey.inDoubt.default
    package var allowDuplicateFile = CampaignKey.allowDuplicateFile.default
    /// Of national numbers in the file; nil: every number has its country code.
    package var defaultCountry: String?
    /// Of numbers whose zone is not known, an IANA name; nil: such rows are rejected.
    package var defaultTimezone: String?

    package init(callerIDs: [String], arguments: CallArguments) {
        self.callerIDs = callerIDs
        self.arguments = arguments
    }

    package func hasStarted(at now: WallTime) -> Bool { (startAt ?? .epoch) <= now }

    package func hasEnded(at now: WallTime) -> Bool {
        if Mutant.endIgnored.isActive { return false }
        return endAt.map { $0 <= now } ?? false
    }
}

extension CampaignSettings {
    /// Campaigns of earlier versions lie in databases without the keys that came later, which then have the defaults of
    /// their time: no rule that the operator did not ask for begins to hold within a campaign.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            callerIDs: try container.decode([String].self, forKey: .callerIDs),
            arguments: try container.decode(CallArguments.self, forKey: .arguments)
        )
        callsPerSecond = try container.decodeIfPresent(Double.self, forKey: .callsPerSecond)
        maxCallsInFlight = try container.decodeIfPresent(Int.self, forKey: .maxCallsInFlight)
        priority = try container.decode(Int.self, forKey: .priority)
        startAt = try container.decodeIfPresent(WallTime.self, forKey: .startAt)
        endAt = try container.decodeIfPresent(WallTime.self, forKey: .endAt)
        retry = try container.decode(RetryPolicy.self, forKey: .retry)
        inDoubt = try container.decode(DoubtPolicy.self, forKey: .inDoubt)
        allowDuplicateFile = try container.decode(Bool.self, forKey: .allowDuplicateFile)
        callerIDRates = try container.decodeIfPresent([String: Double].self, forKey: .callerIDRates) ?? [:]
        callingHours = try container.decodeIfPresent(CallingHours.self, forKey: .callingHours) ?? .always
        attemptLimits = try container.decodeIfPresent([AttemptLimit].self, forKey: .attemptLimits) ?? []
        defaultCountry = try container.decodeIfPresent(String.self, forKey: .defaultCountry)
        defaultTimezone = try container.decodeIfPresent(String.self, forKey: .defaultTimezone)
    }
}

/// What becomes of a contact that Plivo may or may not have called, when nothing proves either.
package enum DoubtPolicy: String, Codable, Sendable, CaseIterable {
    /// It ends as `unknown`, for a person to decide.
    case hold
    /// It is called again, only when Plivo's own records prove that no call was placed.
    case redial
}
