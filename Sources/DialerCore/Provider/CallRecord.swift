/// A call detail record (CDR): Plivo's own account of a call that has ended (docs/plivo.md, "Call records").
package struct CallRecord: Hashable, Sendable {
    package var callUUID: CallUUID
    /// Digits only.
    package var from: String?
    package var to: Destination?
    package var initiatedAt: WallTime?
    package var isOutbound: Bool
    package var end: CallEnd

    package init(
        callUUID: CallUUID,
        from: String? = nil,
        to: Destination? = nil,
        initiatedAt: WallTime? = nil,
        isOutbound: Bool = true,
        end: CallEnd
    ) {
        self.callUUID = callUUID
        self.from = from
        self.to = to
        self.initiatedAt = initiatedAt
        self.isOutbound = isOutbound
        self.end = end
    }
}

/// Twenty at most of the records that a query matches.
package struct CallRecordPage: Hashable, Sendable {
    package var records: [CallRecord]
    /// Of the query, not of the page.
    package var totalCount: Int
    package var offset: Int

    package init(records: [CallRecord], totalCount: Int, offset: Int) {
        self.records = records
        self.totalCount = totalCount
        self.offset = offset
    }
}

/// Why a look-up brought nothing.
package enum LookupFailure: Error, Hashable, Sendable {
    /// 404: the call has not ended, its record is not written yet, or there is no such call.
    case notFound
    case rateLimited(retryAfter: Duration?)
    /// 401, 402 and 403: the account.
    case denied(status: Int, message: String)
    /// Anything else that may pass: 5xx, time-outs, broken connections, bodies that cannot be read.
    case unavailable(reason: String)
}
