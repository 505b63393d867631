/// When a campaign's first calls would begin and be over, as far as rates, shares and calling hours decide it.
///
/// One call a contact. It knows nothing of retries, of calls under way, nor of how long calls last, so that it is wrong
/// where `max_calls_in_flight` holds a campaign back.
package struct FinishEstimate: Hashable, Sendable {
    /// Nil if nobody is ever called.
    package private(set) var firstCall: WallTime?
    /// Nil as well if it lies further ahead than is reckoned.
    package private(set) var lastCall: WallTime?
    /// Contacts that `end_at` leaves undialled.
    package private(set) var expired = 0
    /// Contacts who are not called within ``horizon``.
    package private(set) var outOfReach = 0

    /// How far is reckoned: a year and a month, as for calling hours.
    package static let horizon = Duration.seconds(400 * 86_400)

    /// - Parameters:
    ///   - others: the campaigns beside which it runs.
    ///   - callsPerSecond: the account's, above zero.
    package init(
        of campaign: PlannedCampaign,
        beside others: [PlannedCampaign],
        callsPerSecond: Double,
        from now: WallTime
    ) {
        var now = now
        let end = now + Self.horizon
        // The first of them is the one in question.
        var forecasts = ([campaign] + others).map(CampaignForecast.init)
        // From one change to the next: between two of them every rate is constant.
        while now < end {
            for index in forecasts.indices { forecasts[index].look(at: now) }
            if forecasts[0].isOver { break }
            let rates = Self.rates(forecasts, total: callsPerSecond)
            guard let next = zip(forecasts, rates).compactMap({ $0.nextChange(after: now, at: $1) }).min() else {
                break
            }
            for index in forecasts.indices { forecasts[index].advance(by: next - now, at: rates[index]) }
            if rates[0] > 0 {
                firstCall = firstCall ?? now
                lastCall = next
            }
            now = next
        }
        expired = forecasts[0].expired
        outOfReach = forecasts[0].left
        if outOfReach > 0 { lastCall = nil }
    }

    /// Calls per second for each: the total in proportion to the priorities; what one's own limit keeps it from using goes
    /// to the others.
    private static func rates(_ forecasts: [CampaignForecast], total: Double) -> [Double] {
        var rates = [Double](repeating: 0, count: forecasts.count)
        var hungry = forecasts.indices.filter { forecasts[$0].isDialing }
        var rest = total
        while !hungry.isEmpty {
            let weights = hungry.reduce(0) { $0 + forecasts[$1].weight }
            let sated = hungry.filter { forecasts[$0].limit <= rest * forecasts[$0].weight / weights }
            if sated.isEmpty {
                for index in hungry { rates[index] = rest * forecasts[index].weight / weights }
                break
            }
            for index in sated {
                rates[index] = forecasts[index].limit
                rest -= forecasts[index].limit
            }
            hungry.removeAll { sated.contains($0) }
        }
        return rates
    }
}
