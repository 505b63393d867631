/// A campaign's settings, complete and checked (docs/configuration.md, "Campaign settings"). Ranges and
/// defaults are those of ``CampaignKey``.
package struct CampaignSettings: Hashable, Sendable, Codable {
    /// At least one, digits only. If there are several, calls are spread over them.
    package var callerIDs: [String]
    /// Destinations per second of single caller IDs; a caller ID without an entry has no limit of its own.
    package var callerIDRates: [String: Double] = [:]
    /// Arguments of every call, except `from`; columns of a row override them.
    package var arguments: CallArguments
    /// Destinations per second, at most the account's; nil: the account's.
    package var callsPerSecond: Double?
    /// Nil: only the account's limit holds.
    package var maxCallsInFlight: Int?
    /// 1 to 9: the campaign's share of the account's rate is in proportion to it.
    package var priority = CampaignKey.priority.default
    package var startAt: WallTime?
    package var endAt: WallTime?
    package var callingHours = CampaignKey.callingHours.default
    package var retry = RetryPolicy()
    /// A contact is called only if all of these limits allow the call.
    package var attemptLimits: [AttemptLimit] = []
    package var inDoubt = CampaignKey.inDoubt.default
    package var allowDuplicateFile = CampaignKey.allowDuplicateFile.default
    /// The country of national numbers in the file; nil: every number has its country code.
    package var defaultCountry: String?
    /// The IANA time zone of numbers whose own zone is not known; nil: rows with such numbers are rejected.
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
    /// Databases of earlier versions lack the keys that came later. Such a key gets the default of the earlier version,
    /// so that an update of dialerd adds no rule to a campaign that is under way.
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

/// What becomes of a contact if there is no proof that Plivo has called it, and no proof that Plivo has not.
package enum DoubtPolicy: String, Codable, Sendable, CaseIterable {
    /// The contact ends as `unknown`; the operator decides.
    case hold
    /// The contact is called again, but only if Plivo's records prove that no call was placed.
    case redial
}
