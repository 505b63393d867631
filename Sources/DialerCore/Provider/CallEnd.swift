/// How a call ended, from a hangup callback or a CDR. Every field may be missing.
package struct CallEnd: Hashable, Sendable {
    /// Plivo's hangup cause code (docs/plivo.md, "Hangup causes"), its name and who hung up.
    package var causeCode: Int?
    package var causeName: String?
    package var source: String?
    /// `CallStatus`: a fallback where the code is missing (docs/plivo.md, "Callbacks").
    package var status: String?
    /// Nil if the call was not answered.
    package var answeredAt: WallTime?
    package var endedAt: WallTime?
    /// Actual seconds: `Duration` of a callback, `bill_duration` of a CDR (docs/plivo.md, "Call records").
    package var durationSeconds: Int?
    package var cost: Cost?

    package init(
        causeCode: Int? = nil,
        causeName: String? = nil,
        source: String? = nil,
        status: String? = nil,
        answeredAt: WallTime? = nil,
        endedAt: WallTime? = nil,
        durationSeconds: Int? = nil,
        cost: Cost? = nil
    ) {
        self.causeCode = causeCode
        self.causeName = causeName
        self.source = source
        self.status = status
        self.answeredAt = answeredAt
        self.endedAt = endedAt
        self.durationSeconds = durationSeconds
        self.cost = cost
    }
}
