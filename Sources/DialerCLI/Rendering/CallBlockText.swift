import DialerCore
import DialerStore
import Settings

/// Why a contact is not called now, in sentences. Times are those of the time zones whose calling hours apply.
struct CallBlockText {
    private let contact: ContactReport

    init(_ contact: ContactReport) {
        self.contact = contact
    }

    func sentence(_ block: CallBlock) -> String {
        switch block {
        case .finished(let outcome): "it has ended as \(StatusText.spoken(outcome.rawValue))"
        case .underWay(let state): "a call is under way: \(StatusText.spoken(state.rawValue))"
        case .inDoubt: doubt
        case .doNotCall: "it is on the do-not-call list, and ends as suppressed when its turn comes"
        case .campaign(let state): campaign(state)
        case .ended(let instant): "the campaign ended at \(instant.rfc3339): it ends as expired"
        case .starts(let instant): "the campaign starts at \(instant.rfc3339)"
        case .notDue(let instant) where contact.attemptCount > 0: "its retry is due at \(instant.rfc3339)"
        case .notDue(let instant): "it is postponed until \(instant.rfc3339)"
        case .attemptLimit(let limit, let instant):
            "it has been called as often as attempt_limits allow (\(limit.max) in \(limit.within.settingText)), until \(instant.rfc3339)"
        case .retryNotWanted(let outcome):
            "the campaign's retry settings allow no further call: it ends as \(StatusText.spoken(outcome.rawValue)) when its turn comes"
        case .closed(let instant): "outside calling hours\(place); the next ones begin at \(local(instant))"
        case .neverOpen: "calling_hours allow no call within a year\(place)"
        case .zoneUnknown: "its time zone is not known: set default_timezone in the campaign's settings"
        case .endsBefore(let instant): "the campaign ends before that, at \(instant.rfc3339): it will end as expired"
        }
    }

    func open(until closing: WallTime) -> String {
        guard closing < .distantFuture else { return "within calling hours, which never end" }
        return "within calling hours\(place), until \(local(closing))"
    }

    /// In each time zone whose calling hours apply; in UTC if there is none.
    func local(_ instant: WallTime) -> String {
        guard contact.zones.rules.count > 0 else { return instant.rfc3339 }
        var times: [String] = []
        for zone in contact.zones.rules {
            let time = instant.rfc3339(offset: zone.offset(at: instant))
            if !times.contains(time) { times.append(time) }
        }
        return times.joined(separator: " = ")
    }

    private var place: String {
        contact.zones.names.isEmpty ? "" : " in " + contact.zones.names.joined(separator: ", ")
    }

    private func campaign(_ state: CampaignState) -> String {
        contact.campaignReason ?? "the campaign is \(state.rawValue)"
    }

    private var doubt: String {
        let end = contact.attempts.last.map { " after \($0.attempt.latestEnd.rfc3339), when its call must have ended" }
        return "it is not known whether it was called: Plivo's records are searched\(end ?? ""); "
            + "dialerd resolve \(contact.campaign) decides at once"
    }
}
