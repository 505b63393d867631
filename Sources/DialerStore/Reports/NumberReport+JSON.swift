import DialerCore

/// What `explain --json` prints (docs/cli.md). Keys are added, never changed; null rather than absent.
extension NumberReport: Encodable {
    private enum Key: String, CodingKey {
        case schema, number, daemon, campaigns
        case doNotCall = "do_not_call"
        case archivedCalls = "archived_calls"
        case archivedUntil = "archived_until"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .schema)
        try container.encode(destination.internationalText, forKey: .number)
        let state = isDaemonRunning ? StatusReport.Daemon.State.running : .stopped
        try container.encode(["state": state], forKey: .daemon)
        try container.encode(doNotCall, forKey: .doNotCall)
        try container.encode(contacts, forKey: .campaigns)
        try container.encode(archivedCalls.map(\.rfc3339), forKey: .archivedCalls)
        try container.encode(archivedUntil?.rfc3339, forKey: .archivedUntil)
    }
}

extension DoNotCallEntry: Encodable {
    private enum Key: String, CodingKey {
        case number, reason, source
        case addedAt = "added_at"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(destination.internationalText, forKey: .number)
        try container.encode(addedAt.rfc3339, forKey: .addedAt)
        try container.encode(reason, forKey: .reason)
        try container.encode(source, forKey: .source)
    }
}

extension ContactReport: Encodable {
    private enum Key: String, CodingKey {
        case name, state, reason, file, row, to, outcome, cost, attempts, blocks
        case importedAt = "imported_at"
        case contactState = "contact_state"
        case attemptCount = "attempt_count"
        case maxAttempts = "max_attempts"
        case timeZones = "time_zones"
        case nextCallAt = "next_call_at"
        case windowClosesAt = "window_closes_at"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(campaign, forKey: .name)
        try container.encode(campaignState.rawValue, forKey: .state)
        try container.encode(campaignReason, forKey: .reason)
        try container.encode(fileName, forKey: .file)
        try container.encode(importedAt.rfc3339, forKey: .importedAt)
        try container.encode(row, forKey: .row)
        try container.encode(typed, forKey: .to)
        try container.encode(state.rawValue, forKey: .contactState)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(attemptCount, forKey: .attemptCount)
        try container.encode(mostAttempts, forKey: .maxAttempts)
        try container.encode(cost.text, forKey: .cost)
        try container.encode(zones.names, forKey: .timeZones)
        try container.encode(attempts, forKey: .attempts)
        try container.encode(forecast.blocks.map(NamedBlock.init), forKey: .blocks)
        try container.encode(forecast.next?.rfc3339, forKey: .nextCallAt)
        let closing = forecast.closing.flatMap { $0 < .distantFuture ? $0.rfc3339 : nil }
        try container.encode(closing, forKey: .windowClosesAt)
    }
}

extension AttemptReport: Encodable {
    private enum Key: String, CodingKey {
        case from, state, outcome, answer, machine, cost
        case createdAt = "created_at"
        case rangAt = "rang_at"
        case answeredAt = "answered_at"
        case endedAt = "ended_at"
        case latestEnd = "latest_end"
        case duration = "duration_s"
        case causeCode = "hangup_cause_code"
        case causeName = "hangup_cause_name"
        case source = "hangup_source"
        case callUUID = "call_uuid"
        case isConfirmed = "call_uuid_confirmed"
        case isBeingWithdrawn = "being_withdrawn"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(attempt.createdAt.rfc3339, forKey: .createdAt)
        try container.encode(callerID, forKey: .from)
        try container.encode(attempt.state.rawValue, forKey: .state)
        try container.encode(attempt.outcome, forKey: .outcome)
        try container.encode(answer, forKey: .answer)
        try container.encode(attempt.rangAt?.rfc3339, forKey: .rangAt)
        try container.encode(attempt.answeredAt?.rfc3339, forKey: .answeredAt)
        try container.encode(attempt.endedAt?.rfc3339, forKey: .endedAt)
        try container.encode(attempt.latestEnd.rfc3339, forKey: .latestEnd)
        try container.encode(attempt.durationSeconds, forKey: .duration)
        try container.encode(attempt.causeCode, forKey: .causeCode)
        try container.encode(attempt.causeName, forKey: .causeName)
        try container.encode(attempt.hangupSource, forKey: .source)
        try container.encode(attempt.isMachine, forKey: .machine)
        try container.encode((attempt.callUUID ?? attempt.requestUUID)?.text, forKey: .callUUID)
        try container.encode(attempt.isConfirmed, forKey: .isConfirmed)
        try container.encode(attempt.cost.text, forKey: .cost)
        try container.encode(isBeingWithdrawn, forKey: .isBeingWithdrawn)
    }
}

/// A ``CallBlock`` under its documented name.
private struct NamedBlock: Encodable {
    private var name: String
    private var until: String?

    init(_ block: CallBlock) {
        name =
            switch block {
            case .finished: "finished"
            case .underWay: "under_way"
            case .inDoubt: "in_doubt"
            case .doNotCall: "do_not_call"
            case .campaign(let state): "campaign_\(state.rawValue)"
            case .ended, .endsBefore: "end_at"
            case .starts: "start_at"
            case .notDue: "not_due"
            case .attemptLimit: "attempt_limit"
            case .retryNotWanted: "retry_not_wanted"
            case .closed: "calling_hours"
            case .neverOpen: "calling_hours_never_open"
            case .zoneUnknown: "time_zone_unknown"
            }
        until = block.until?.rfc3339
    }

    private enum CodingKeys: String, CodingKey { case name, until }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(until, forKey: .until)
    }
}
