import DialerCore

/// A look at Plivo's books to settle doubt: first its lists of calls that have not ended, later its records of those that
/// have. One runs at a time; if any answer fails, the whole inquiry has proved nothing and begins anew.
enum Inquiry: Sendable {
    case lists(ListInquiry)
    case records(RecordInquiry)

    var id: InquiryID {
        switch self {
        case .lists(let inquiry): inquiry.id
        case .records(let inquiry): inquiry.id
        }
    }
}

/// Reads the queued list, then the live list, then what the uuids that we do not know are about.
///
/// In this order: a call goes from the queue to the living and never back, so one that was there all the time cannot be
/// missed in between.
struct ListInquiry: Sendable {
    let id: InquiryID
    let startedAt: WallTime
    /// The list to read next; nil once both have been read.
    var list: CallList? = .queued
    /// It has been asked for.
    var isAwaiting = false
    /// Calls to ask about.
    var toDescribe: [(uuid: CallUUID, list: CallList)] = []
    /// Calls asked about, without an answer yet.
    var asked: [CallUUID: CallList] = [:]
    /// What may be the calls of attempts in doubt; adopted once both lists have been read.
    var found: [AttemptID: Listed] = [:]
    /// A call was listed that may be one of several of ours, or one of several that may be the same of ours.
    var isContested = false

    struct Listed: Sendable {
        var call: LiveCall
        var list: CallList
        /// Others are listed that go to the same number from the same caller ID.
        var hasRival = false
    }

    var isComplete: Bool { list == nil && toDescribe.isEmpty && asked.isEmpty }
}

/// Reads every record of one caller ID over a time, page by page.
struct RecordInquiry: Sendable {
    let id: InquiryID
    let callerID: String
    let batches: [BatchID]
    var query: CallRecordQuery
    /// A page has been asked for.
    var isAwaiting = false
    /// Which records have been read: as many as Plivo counts, or the sweep is not complete.
    var seen: Set<CallUUID> = []
    /// What may tell of an unidentified call of ours, by its number: used only once every record has been read.
    var matches: [Destination: CallRecord] = [:]
    /// Destinations with more than one such record, or with one that may be of several calls of ours.
    var contested: Set<Destination> = []
}
