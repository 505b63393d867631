/// What keeps a contact from being called now, and when the contact can be called, by the rules of ``Screening``. The
/// forecast does not include the pace and other contacts, which then decide when the contact's turn comes.
package struct CallForecast: Hashable, Sendable {
    /// All blocks, in the order of ``Screening``; empty if the contact can be called now.
    package private(set) var blocks: [CallBlock]
    /// The next instant at which the contact can be called; nil if one of the blocks does not end by itself.
    package private(set) var next: WallTime?
    /// When the open window of a pending contact closes: `.distantFuture` if it never closes; nil if no window is open.
    package private(set) var closing: WallTime?

    package init(_ prospect: CallProspect, at now: WallTime) {
        blocks = Screening(prospect, at: now).blocks
        guard prospect.state == .pending else { return }
        closing = prospect.window.closing
        guard blocks.allSatisfy({ $0.until != nil }) else { return }
        // Of all blocks, only closed calling hours can come back after they have ended.
        let ready = blocks.compactMap(\.until).max() ?? now
        let settings = prospect.settings
        next = settings.callingHours.opening(from: ready, in: prospect.window.zones.rules)
        if next == nil { blocks.append(.neverOpen) }
        guard let opening = next, let end = settings.endAt, end <= opening else { return }
        blocks.append(.endsBefore(end))
        next = nil
    }
}
