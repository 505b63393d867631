package import DialerCore
import GRDB

/// Open calls of which no uuid is known, and what Plivo's books say of them.
extension StoreTransaction {
    /// The very words of the index `attempts_unidentified`.
    static let isUnidentified =
        "request_uuid IS NULL AND state IN ('queued', 'ringing', 'in_progress', 'in_doubt')"

    /// Whether any is due for a look at Plivo's lists.
    package func hasDoubt(dueAt now: WallTime) throws -> Bool {
        try row("SELECT 1 FROM attempts WHERE \(Self.isUnidentified) AND check_at <= ? LIMIT 1", [now]) != nil
    }

    /// Those for which hope has ended.
    package func unidentifiedAttempts(endedBefore instant: WallTime, limit: Int) throws -> [Attempt] {
        try rows("SELECT * FROM attempts WHERE \(Self.isUnidentified) AND latest_end <= ? LIMIT ?", [instant, limit])
            .map(AttemptTable.attempt)
    }

    /// Those that a call from `callerID` to `destination` may be, the oldest first; nil matches every caller ID.
    package func unidentifiedAttempts(to destination: Destination, from callerID: String?) throws -> [Attempt] {
        try rows(
            """
            SELECT a.* FROM attempts a JOIN batches b ON b.id = a.batch_id
            WHERE a.destination = ?1 AND a.request_uuid IS NULL
                AND a.state IN ('queued', 'ringing', 'in_progress', 'in_doubt') AND (?2 IS NULL OR b.caller_id = ?2)
            ORDER BY a.id
            """,
            [destination, callerID]
        ).map(AttemptTable.attempt)
    }

    /// Whether a call of ours from `callerID` to `destination` may have a uuid that we do not know: its request is on
    /// the wire; or what is written down is a guess by position, or a request's uuid, which on an older platform is
    /// another than the call's (docs/plivo.md, "Bulk requests and uuids"); or it has been given up, and can have ended
    /// no earlier than `instant`.
    package func hasUnsureCall(
        to destination: Destination,
        from callerID: String?,
        since instant: WallTime
    ) throws -> Bool {
        try row(
            """
            SELECT 1 FROM contacts k JOIN attempts a ON a.contact_id = k.id JOIN batches b ON b.id = a.batch_id
            WHERE k.destination = ?1 AND (?2 IS NULL OR b.caller_id = ?2) AND (a.state = 'dialing'
                OR a.state IN ('queued', 'ringing', 'in_progress') AND a.request_uuid IS NOT NULL
                    AND (a.is_confirmed = 0 OR a.call_uuid IS NULL)
                OR a.state = 'ended' AND a.outcome = 'unknown' AND a.call_uuid IS NULL AND a.latest_end >= ?3)
            LIMIT 1
            """,
            [destination, callerID, instant]
        ) != nil
    }

    package func unidentifiedAttempts(in batch: BatchID) throws -> [Attempt] {
        try rows("SELECT * FROM attempts WHERE \(Self.isUnidentified) AND batch_id = ? ORDER BY id", [batch])
            .map(AttemptTable.attempt)
    }

    /// Whether one of our calls has this uuid.
    package func isKnown(_ uuid: CallUUID) throws -> Bool {
        try row("SELECT 1 FROM attempts WHERE request_uuid = ? LIMIT 1", [uuid]) != nil
            || row("SELECT 1 FROM attempts WHERE call_uuid = ? AND call_uuid <> request_uuid LIMIT 1", [uuid]) != nil
    }

    /// Plivo's lists, as they were after `instant`, hold no unknown call of ours: batches whose calls must all have ended
    /// by then need not be looked for there again.
    ///
    /// - Parameter wait: until the next scan for the other calls, which is no earlier than the latest moment at which they can
    ///   have ended.
    package func noteUnlisted(since instant: WallTime, at now: WallTime, nextScanAfter wait: Duration) throws {
        // The plus keeps SQLite from walking the index of all attempts there ever were.
        try run(
            """
            UPDATE batches SET unlisted_at = ? WHERE unlisted_at IS NULL AND id IN (
                SELECT batch_id FROM attempts WHERE \(Self.isUnidentified)
                GROUP BY +batch_id HAVING max(latest_end) <= ?)
            """,
            [now, instant]
        )
        try run(
            """
            UPDATE attempts SET check_at = max(latest_end, ?)
            WHERE \(Self.isUnidentified) AND check_at <= ?
            """,
            [now + wait, now]
        )
    }

    /// The lists are to be read again before the batch is swept for.
    package func forgetUnlisted(_ batch: BatchID) throws {
        try run("UPDATE batches SET unlisted_at = NULL WHERE id = ?", [batch])
    }

    /// Batches with open calls of which the lists knew nothing at `instant` or before, the oldest first.
    package func batchesToSweep(unlistedBy instant: WallTime) throws -> [Batch] {
        try rows(
            """
            SELECT * FROM batches WHERE unlisted_at <= ?
                AND id IN (SELECT batch_id FROM attempts WHERE \(Self.isUnidentified)) ORDER BY id
            """,
            [instant]
        ).map(BatchTable.batch)
    }

    /// The wall clock has stepped: what was measured by it before is moved along, and proves nothing any more.
    package func moveOpenCalls(by step: Duration) throws {
        let milliseconds = step.milliseconds
        try run(
            """
            UPDATE batches SET is_clock_suspect = 1, created_at = created_at + ?1, unlisted_at = unlisted_at + ?1
            WHERE id IN (SELECT batch_id FROM attempts WHERE check_at IS NOT NULL)
            """,
            [milliseconds]
        )
        try run(
            "UPDATE attempts SET latest_end = latest_end + ?1, check_at = check_at + ?1 WHERE check_at IS NOT NULL",
            [milliseconds]
        )
    }
}
