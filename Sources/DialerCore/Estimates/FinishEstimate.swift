/// The times of a campaign's first and last call, from rates, shares and calling hours.
///
/// The estimate counts one call for each contact. It does not include retries, calls under way or the length of calls,
/// so its times are too early if `max_calls_in_flight` slows the campaign down.
package struct FinishEstimate: Hashable, Sendable {
    /// Nil if no call is ever made.
    package private(set) var firstCall: WallTime?
    /// Nil if no call is made, or if the last call is later than ``horizon``.
    package private(set) var lastCall: WallTime?
    /// Contacts that are not called before `end_at`.
    package private(set) var expired = 0
    /// Contacts that are not called within ``horizon``.
    package private(set) var outOfReach = 0

    /// How far the estimate looks ahead: 400 days, as calling hours do.
    package static let horizon = Duration.seconds(400 * 86_400)

    /// - Parameters:
    ///   - others: the campaigns that run at the same time.
    ///   - callsPerSecond: the account's rate, above zero.
    package init(
        of campaign: PlannedCampaign,
        beside others: [PlannedCampaign],
        callsPerSecond: Double,
        from now: WallTime
    ) {
        var now = now
        let end = now + Self.horizon
        // The first forecast is the forecast of the estimated campaign.
        var forecasts = ([campaign] + others).map(CampaignForecast.init)
        // Each turn goes to the next change, because every rate is constant until then.
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

    /// The calls per second of each campaign: the total in proportion to the priorities. If a campaign's own limit is
    /// lower than its share, the others get the rest.
    private static func rates(_ forecasts: [CampaignForecast], total: Double) -> [Double] {
        var rates = [Double](repeating: 0, count: forecasts.count)
        var unsatisfied = forecasts.indices.filter { forecasts[$0].isDialing }
        var rest = total
        while !unsatisfied.isEmpty {
            let weights = unsatisfied.reduce(0) { $0 + forecasts[$1].weight }
            let sated = unsatisfied.filter { forecasts[$0].limit <= rest * forecasts[$0].weight / weights }
            if sated.isEmpty {
                for index in unsatisfied { rates[index] = rest * forecasts[index].weight / weights }
                break
            }
            for index in sated {
                rates[index] = forecasts[index].limit
                rest -= forecasts[index].limit
            }
            unsatisfied.removeAll { sated.contains($0) }
        }
        return rates
    }
}
