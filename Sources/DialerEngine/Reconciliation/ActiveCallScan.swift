import DialerCore

/// Reads the queued list, then the live list, then what the uuids that no attempt has are about.
///
/// In this order: a call goes from the queue to the live calls and never back, so a call that existed all the time cannot be
/// missed in between.
struct ActiveCallScan {
    let id: ReconciliationID
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
    /// A call was listed that may be of several attempts, or several calls that may be of one attempt.
    var isContested = false

    struct Listed {
        var call: LiveCall
        var list: CallList
        /// Other calls are listed that go to the same number from the same caller ID.
        var hasRival = false
    }

    var isComplete: Bool { list == nil && toDescribe.isEmpty && asked.isEmpty }
}
