import DialerCore

/// How far Plivo's queue has come. The queue is first-in-first-out (docs/plivo.md, "Queueing and CPS"), so a call that has
/// begun proves that calls of earlier batches wait there no longer, even if their own ring callbacks were lost.
struct QueueProgress {
    /// Calls of earlier batches do not wait any more.
    private(set) var firstWaitingBatch = BatchID(0)

    mutating func noteCallBegun(in batch: BatchID) {
        firstWaitingBatch = max(firstWaitingBatch, batch)
    }
}
