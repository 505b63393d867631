import DialerCore

/// Reads every record of one caller ID over a time, page by page.
struct CDRSweep {
    let id: ReconciliationID
    let callerID: String
    let batches: [BatchID]
    var query: CallRecordQuery
    /// A page has been asked for.
    var isAwaiting = false
    /// Which records have been read: as many as Plivo counts, or the sweep is not complete.
    var seen: Set<CallUUID> = []
    /// What may tell of an unidentified call of ours, by its number: used only once every record has been read.
    var matches: [Destination: CallRecord] = [:]
    /// Destinations with more than one such record, or with a record that may be of several calls of ours.
    var contested: Set<Destination> = []
}
