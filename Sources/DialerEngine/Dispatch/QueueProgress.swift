import DialerCore

/// How far Plivo has worked through its queue. The queue is first-in-first-out (docs/plivo.md, "Queueing and CPS"), so
/// a call that has begun proves that calls of earlier batches have left it, even if their own ring callbacks were lost.
struct QueueProgress {
    /// The first batch whose calls may still wait in the queue.
    private(set) var firstWaitingBatch = BatchID(0)

    mutating func noteCallBegun(in batch: BatchID) {
        firstWaitingBatch = max(firstWaitingBatch, batch)
    }
}
