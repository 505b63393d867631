/// A call detail record (CDR): Plivo's record of a call that has ended (docs/plivo.md, "Call records").
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

/// At most twenty of the records that match a query.
package struct CallRecordPage: Hashable, Sendable {
    package var records: [CallRecord]
    /// The number of all records that match the query, not only those of this page.
    package var totalCount: Int
    package var offset: Int

    package init(records: [CallRecord], totalCount: Int, offset: Int) {
        self.records = records
        self.totalCount = totalCount
        self.offset = offset
    }
}

/// Why a look-up at Plivo failed.
package enum LookupFailure: Error, Hashable, Sendable {
    /// 404: there is no such call, it has not ended, or its record is not written yet.
    case notFound
    case rateLimited(retryAfter: Duration?)
    /// 401, 402 or 403: the account may not do it.
    case denied(status: Int, message: String)
    /// Any other failure that may be temporary: 5xx, timeouts, broken connections, bodies that cannot be read.
    case unavailable(reason: String)
}
