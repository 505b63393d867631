import DialerCore

/// Reads the queued list, then the live list, then the details of each listed call whose uuid no attempt has.
///
/// The order matters: a call goes from the queued list to the live list and never back, so a call that exists all the
/// time cannot be missed between the two.
struct ActiveCallScan {
    let id: ReconciliationID
    let startedAt: WallTime
    /// The list to read next; nil after both have been read.
    var list: CallList? = .queued
    /// Whether the list has been asked for and not answered.
    var isAwaiting = false
    /// Calls whose details are still to be asked for.
    var toDescribe: [(uuid: CallUUID, list: CallList)] = []
    /// Calls whose details have been asked for and not answered.
    var asked: [CallUUID: CallList] = [:]
    /// The calls that probably belong to attempts in doubt. They are adopted after both lists have been read.
    var found: [AttemptID: Listed] = [:]
    /// Whether a listed call may belong to several attempts, or several listed calls to one attempt.
    var isContested = false

    struct Listed {
        var call: LiveCall
        var list: CallList
        /// Whether other listed calls go to the same number from the same caller ID.
        var hasRival = false
    }

    var isComplete: Bool { list == nil && toDescribe.isEmpty && asked.isEmpty }
}
