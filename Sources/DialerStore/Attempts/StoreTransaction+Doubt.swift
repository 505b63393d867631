package import DialerCore
import GRDB

/// Open calls without a known uuid, and the evidence about them from Plivo's lists and records.
extension StoreTransaction {
    /// The condition of the index `attempts_unidentified`, word for word, so that SQLite uses the index.
    static let isUnidentified =
        "request_uuid IS NULL AND state IN ('queued', 'ringing', 'in_progress', 'in_doubt')"

    /// Whether an active-call scan is due for one of these calls.
    package func hasDoubt(dueAt now: WallTime) throws -> Bool {
        try db.row("SELECT 1 FROM attempts WHERE \(Self.isUnidentified) AND check_at <= ? LIMIT 1", [now]) != nil
    }

    /// The unidentified calls that must have ended by `instant`.
    package func unidentifiedAttempts(endedBefore instant: WallTime, limit: Int) throws -> [Attempt] {
        try db.records(
            "SELECT * FROM attempts WHERE \(Self.isUnidentified) AND latest_end <= ? LIMIT ?",
            [instant, limit]
        )
    }

    /// The unidentified calls to which a call from `callerID` to `destination` may belong, the oldest first. Nil
    /// matches every caller ID.
    package func unidentifiedAttempts(to destination: Destination, from callerID: String?) throws -> [Attempt] {
        try db.records(
            """
            SELECT a.* FROM attempts a JOIN batches b ON b.id = a.batch_id
            WHERE a.destination = ?1 AND a.request_uuid IS NULL
                AND a.state IN ('queued', 'ringing', 'in_progress', 'in_doubt') AND (?2 IS NULL OR b.caller_id = ?2)
            ORDER BY a.id
            """,
            [destination, callerID]
        )
    }

    package func unidentifiedAttempts(in batch: BatchID) throws -> [Attempt] {
        try db.records("SELECT * FROM attempts WHERE \(Self.isUnidentified) AND batch_id = ? ORDER BY id", [batch])
    }

    /// Whether one of our calls from `callerID` to `destination` may have a uuid that the database does not know. This
    /// is so if the request is on the wire; if the stored uuid is a guess by position, or a request's uuid, which on an
    /// older platform differs from the call's (docs/plivo.md, "Bulk requests and uuids"); or if the call was given up
    /// and may have ended at `instant` or later. Nil matches every caller ID.
    package func hasUnsureCall(
        to destination: Destination,
        from callerID: String?,
        since instant: WallTime
    ) throws -> Bool {
        try db.row(
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

    /// Whether one of our calls has this uuid.
    package func isKnown(_ uuid: CallUUID) throws -> Bool {
        try db.row("SELECT 1 FROM attempts WHERE request_uuid = ? LIMIT 1", [uuid]) != nil
            || db.row("SELECT 1 FROM attempts WHERE call_uuid = ? AND call_uuid <> request_uuid LIMIT 1", [uuid]) != nil
    }

    /// Notes that Plivo's lists, read after `instant`, had no unknown call of ours. Batches whose calls must all have
    /// ended by `instant` need no further scan.
    ///
    /// - Parameter wait: the time until the next scan for the other calls; but the scan is never before the latest time
    ///   at which the call can have ended.
    package func noteUnlisted(since instant: WallTime, at now: WallTime, nextScanAfter wait: Duration) throws {
        // The plus keeps SQLite from reading the index of all attempts.
        try db.run(
            """
            UPDATE batches SET unlisted_at = ? WHERE unlisted_at IS NULL AND id IN (
                SELECT batch_id FROM attempts WHERE \(Self.isUnidentified)
                GROUP BY +batch_id HAVING max(latest_end) <= ?)
            """,
            [now, instant]
        )
        try db.run(
            "UPDATE attempts SET check_at = max(latest_end, ?) WHERE \(Self.isUnidentified) AND check_at <= ?",
            [now + wait, now]
        )
    }

    /// Has the lists read again before the batch's next CDR sweep.
    package func forgetUnlisted(_ batch: BatchID) throws {
        try db.run("UPDATE batches SET unlisted_at = NULL WHERE id = ?", [batch])
    }

    /// Batches with open calls that were on neither list at `instant` or before, the oldest first.
    package func batchesToSweep(unlistedBy instant: WallTime) throws -> [Batch] {
        try db.records(
            """
            SELECT * FROM batches WHERE unlisted_at <= ?
                AND id IN (SELECT batch_id FROM attempts WHERE \(Self.isUnidentified)) ORDER BY id
            """,
            [instant]
        )
    }

    /// Moves the times of open calls with the wall clock, after it stepped. These times prove nothing any more.
    package func moveOpenCalls(by step: Duration) throws {
        let milliseconds = step.milliseconds
        try db.run(
            """
            UPDATE batches SET is_clock_suspect = 1, created_at = created_at + ?1, unlisted_at = unlisted_at + ?1
            WHERE id IN (SELECT batch_id FROM attempts WHERE check_at IS NOT NULL)
            """,
            [milliseconds]
        )
        try db.run(
            "UPDATE attempts SET latest_end = latest_end + ?1, check_at = check_at + ?1 WHERE check_at IS NOT NULL",
            [milliseconds]
        )
    }
}
