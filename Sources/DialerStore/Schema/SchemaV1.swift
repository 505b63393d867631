/// The first schema. Times are UTC milliseconds, money is in 1/100,000 of the account's currency.
///
/// The names are spelt out: a migration must not change when an enumeration grows.
enum SchemaV1 {
    static let sql = """
        CREATE TABLE campaigns (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('importing', 'waiting', 'running', 'paused', 'halted', 'cancelling', 'cancelled', 'completed')),
            -- Why it is not dialling, for people; null while it is.
            reason TEXT,
            -- CampaignSettings as JSON.
            settings TEXT NOT NULL,
            -- The file's columns other than `to`, a JSON array of names.
            columns TEXT NOT NULL,
            file_name TEXT NOT NULL,
            settings_file_name TEXT,
            file_sha256 TEXT NOT NULL,
            rows INTEGER NOT NULL DEFAULT 0,
            rejected_rows INTEGER NOT NULL DEFAULT 0,
            duplicate_rows INTEGER NOT NULL DEFAULT 0,
            -- Its contacts are within these ids: a range to read, whatever other campaigns hold.
            first_contact INTEGER,
            last_contact INTEGER,
            imported_at INTEGER NOT NULL,
            completed_at INTEGER,
            -- 1 once its files are in accepted/.
            is_filed INTEGER NOT NULL DEFAULT 0,
            -- 1 once results.csv is written.
            is_exported INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE INDEX campaigns_by_file ON campaigns (file_sha256);

        -- The counters, kept in the transaction that changes a contact. The checks are the promise of `status`.
        CREATE TABLE progress (
            campaign_id INTEGER PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
            contacts INTEGER NOT NULL DEFAULT 0,
            pending INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0),
            dialing INTEGER NOT NULL DEFAULT 0 CHECK (dialing >= 0),
            queued INTEGER NOT NULL DEFAULT 0 CHECK (queued >= 0),
            ringing INTEGER NOT NULL DEFAULT 0 CHECK (ringing >= 0),
            in_progress INTEGER NOT NULL DEFAULT 0 CHECK (in_progress >= 0),
            in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt >= 0),
            finished INTEGER NOT NULL DEFAULT 0 CHECK (finished >= 0),
            answered INTEGER NOT NULL DEFAULT 0 CHECK (answered >= 0),
            machine INTEGER NOT NULL DEFAULT 0 CHECK (machine >= 0),
            busy INTEGER NOT NULL DEFAULT 0 CHECK (busy >= 0),
            no_answer INTEGER NOT NULL DEFAULT 0 CHECK (no_answer >= 0),
            failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
            rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
            suppressed INTEGER NOT NULL DEFAULT 0 CHECK (suppressed >= 0),
            expired INTEGER NOT NULL DEFAULT 0 CHECK (expired >= 0),
            cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
            unknown INTEGER NOT NULL DEFAULT 0 CHECK (unknown >= 0),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            cost INTEGER NOT NULL DEFAULT 0,
            CHECK (pending + dialing + queued + ringing + in_progress + in_doubt + finished = contacts),
            CHECK (answered + machine + busy + no_answer + failed + rejected + suppressed + expired + cancelled + unknown = finished)
        ) STRICT;

        -- Make-call arguments that rows override, as JSON with sorted keys: equal sets share a row and a request.
        CREATE TABLE overrides (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
            arguments TEXT NOT NULL,
            UNIQUE (campaign_id, arguments)
        ) STRICT;

        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL,
            -- E.164 digits as an integer, half the size of text; a SIP URI as text.
            destination ANY NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'dialing', 'queued', 'ringing', 'in_progress', 'in_doubt', 'finished')),
            outcome TEXT CHECK (outcome IN ('answered', 'machine', 'busy', 'no_answer', 'failed', 'rejected', 'suppressed', 'expired', 'cancelled', 'unknown')),
            -- Not to be called before.
            due_at INTEGER NOT NULL DEFAULT 0,
            -- The largest request it may travel in, after a refusal; null: any.
            batch_cap INTEGER CHECK (batch_cap > 0),
            overrides_id INTEGER REFERENCES overrides (id),
            -- Requests that may have placed a call.
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            -- The last of them.
            attempt_id INTEGER,
            -- The sum over the attempts.
            cost INTEGER NOT NULL DEFAULT 0,
            -- The line of the file where its row begins, and what it says.
            row INTEGER NOT NULL,
            typed TEXT NOT NULL,
            variables TEXT NOT NULL,
            CHECK ((outcome IS NULL) = (state <> 'finished'))
        ) STRICT;

        -- By number first: `explain` and attempt limits ask across campaigns.
        CREATE UNIQUE INDEX contacts_by_destination ON contacts (destination, campaign_id);
        CREATE INDEX contacts_ready ON contacts (campaign_id, due_at, id) WHERE state = 'pending';

        -- One HTTP request each. Written, with its attempts, before the request leaves.
        CREATE TABLE batches (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL,
            -- Unguessable; part of its callback URLs.
            token TEXT NOT NULL UNIQUE,
            caller_id TEXT NOT NULL,
            overrides_id INTEGER,
            size INTEGER NOT NULL CHECK (size > 0),
            state TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'refused', 'unclear')),
            created_at INTEGER NOT NULL,
            answered_at INTEGER,
            -- In words, when it was not simply accepted.
            answer TEXT,
            -- When a look at Plivo's queued and live lists had shown all there was, after the latest moment at which a
            -- call of it can have ended.
            unlisted_at INTEGER,
            -- 1 if the wall clock stepped while it was open: times can prove nothing of it.
            is_clock_suspect INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE INDEX batches_by_time ON batches (campaign_id, created_at);
        CREATE INDEX batches_unanswered ON batches (id) WHERE state = 'sent';

        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            contact_id INTEGER NOT NULL,
            campaign_id INTEGER NOT NULL,
            batch_id INTEGER NOT NULL,
            destination ANY NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('dialing', 'queued', 'ringing', 'in_progress', 'in_doubt', 'ended', 'not_placed')),
            outcome TEXT CHECK (outcome IN ('answered', 'machine', 'busy', 'no_answer', 'failed', 'rejected', 'suppressed', 'expired', 'cancelled', 'unknown')),
            request_uuid TEXT,
            call_uuid TEXT,
            -- 0 while the uuid is a guess by its place in the answer; 1 once a callback or CDR has confirmed it.
            is_confirmed INTEGER NOT NULL DEFAULT 0,
            is_machine INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL,
            rang_at INTEGER,
            answered_at INTEGER,
            ended_at INTEGER,
            duration_s INTEGER,
            cause_code INTEGER,
            cause_name TEXT,
            hangup_source TEXT,
            cost INTEGER NOT NULL DEFAULT 0,
            -- The latest moment at which the call can have ended.
            latest_end INTEGER NOT NULL,
            -- When its CDR is looked up next; null once it has ended.
            check_at INTEGER,
            checks INTEGER NOT NULL DEFAULT 0,
            CHECK ((check_at IS NULL) = (state IN ('ended', 'not_placed')))
        ) STRICT;

        CREATE UNIQUE INDEX attempts_in_batch ON attempts (batch_id, destination);
        CREATE INDEX attempts_by_contact ON attempts (contact_id);
        -- Open calls.
        CREATE INDEX attempts_to_check ON attempts (check_at) WHERE check_at IS NOT NULL;
        -- Those of which no uuid is known: doubt.
        CREATE INDEX attempts_unidentified ON attempts (destination)
            WHERE request_uuid IS NULL AND state IN ('queued', 'ringing', 'in_progress', 'in_doubt');
        CREATE INDEX attempts_by_request_uuid ON attempts (request_uuid) WHERE request_uuid IS NOT NULL;
        -- Equal to the request's on Plivo's present platform (docs/plivo.md, "Bulk requests and uuids").
        CREATE INDEX attempts_by_other_call_uuid ON attempts (call_uuid) WHERE call_uuid <> request_uuid;
        CREATE INDEX attempts_waiting ON attempts (batch_id) WHERE state IN ('dialing', 'queued');

        -- How much each caller ID of a pool has been used.
        CREATE TABLE caller_ids (
            campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
            number TEXT NOT NULL,
            used INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (campaign_id, number)
        ) STRICT, WITHOUT ROWID;

        -- What waits in the watched folder, and for what.
        CREATE TABLE waiting_files (
            name TEXT PRIMARY KEY,
            waiting_for TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- The daemon that last had this database.
        CREATE TABLE daemon (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            pid INTEGER NOT NULL,
            version TEXT NOT NULL,
            started_at INTEGER NOT NULL
        ) STRICT;
        """
}
