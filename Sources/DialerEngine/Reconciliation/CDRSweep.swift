import DialerCore

/// Reads every record of one caller ID in a period, page by page.
struct CDRSweep {
    let id: ReconciliationID
    let callerID: String
    let batches: [BatchID]
    var query: CallRecordQuery
    /// Whether a page has been asked for and not answered.
    var isAwaiting = false
    /// The records that have been read. The sweep is complete only if they are as many as Plivo counts.
    var seen: Set<CallUUID> = []
    /// The records that may belong to an unidentified call of ours, by its number. They are used only after every
    /// record has been read.
    var matches: [Destination: CallRecord] = [:]
    /// Destinations with several such records, or with a record that may belong to several calls of ours.
    var contested: Set<Destination> = []
}
