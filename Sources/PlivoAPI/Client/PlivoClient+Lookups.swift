package import DialerCore
import HTTPClient

extension PlivoClient {
    /// The record of one ended call (docs/plivo.md, "Call records"). `notFound` if the record does not exist yet or
    /// never will.
    package func callRecord(_ uuid: CallUUID) async -> Result<CallRecord, LookupFailure> {
        let record = Self.read(await send(.get, "Call/\(uuid.text)")) { CallRecord(json: $0, zone: zone) }
        if case .success(let record) = record, !record.isOfEndedCall { return .failure(.notFound) }
        return record
    }

    /// One page of the records of ended calls. Plivo does not document their order, and new records may shift the pages
    /// between two requests: query a time range that lies in the past.
    package func callRecords(_ query: CallRecordQuery) async -> Result<CallRecordPage, LookupFailure> {
        Self.read(await send(.get, "Call", query: query.pairs)) {
            CallRecordPage(json: $0, zone: zone, offset: query.offset)
        }
    }

    /// The calls on one of the account's lists (docs/plivo.md, "Queued and live calls"). A list with an entry that is not
    /// a UUID is `unavailable`, because a call that cannot be read must not count as absent.
    package func calls(_ list: CallList) async -> Result<[CallUUID], LookupFailure> {
        Self.read(await send(.get, "Call", query: [("status", list.rawValue)])) { json in
            guard case .list(let items)? = json["calls"] else { return nil }
            let uuids = items.compactMap { $0.text.flatMap(CallUUID.init) }
            return uuids.count == items.count ? uuids : nil
        }
    }

    /// One call on one of the lists; `notFound` if the call is not on this list.
    package func call(_ uuid: CallUUID, on list: CallList) async -> Result<LiveCall, LookupFailure> {
        Self.read(await send(.get, "Call/\(uuid.text)", query: [("status", list.rawValue)])) { LiveCall(json: $0) }
    }

    private static func read<Value>(
        _ outcome: HTTPOutcome,
        _ value: (JSONValue) -> Value?
    ) -> Result<Value, LookupFailure> {
        guard case .response(let response) = outcome, (200..<300).contains(response.status),
            let json = JSONValue(json: response.body), let read = value(json)
        else { return .failure(LookupFailure(outcome)) }
        return .success(read)
    }
}
