/// What keeps a contact from being called now, and when nothing does any more, by the rules of ``Screening`` alone: which
/// contact's turn it will be then, depends on the pace and the calls of others.
package struct CallForecast: Hashable, Sendable {
    /// All of them, as ``Screening`` has them; none: it can be called now.
    package private(set) var blocks: [CallBlock]
    /// The next instant at which it can be called; nil if one of the blocks does not end by itself.
    package private(set) var next: WallTime?
    /// When its window closes, if it is pending and the window is open: `.distantFuture` if it never does.
    package private(set) var closing: WallTime?

    package init(_ prospect: CallProspect, at now: WallTime) {
        blocks = Screening(prospect, at: now).blocks
        guard prospect.state == .pending else { return }
        closing = prospect.window.closing
        guard blocks.allSatisfy({ $0.until != nil }) else { return }
        // None of the blocks comes back once it is over, except the night.
        let ready = blocks.compactMap(\.until).max() ?? now
        let settings = prospect.settings
        next = settings.callingHours.opening(from: ready, in: prospect.window.zones.rules)
        if next == nil { blocks.append(.neverOpen) }
        guard let opening = next, let end = settings.endAt, end <= opening else { return }
        blocks.append(.endsBefore(end))
        next = nil
    }
}
