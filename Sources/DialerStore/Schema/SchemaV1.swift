/// Version 1 of the schema. Times are in UTC milliseconds, money in 1/100,000 of the account's currency.
///
/// States and outcomes are written out, because a migration must not change when an enumeration grows.
enum SchemaV1 {
    static let sql = """
        CREATE TABLE campaigns (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('importing', 'waiting', 'running', 'paused', 'halted', 'cancelling', 'cancelled', 'completed')),
            -- Why no calls are made, for people; null while calls are made.
            reason TEXT,
            -- CampaignSettings as JSON.
            settings TEXT NOT NULL,
            -- The names of the file's columns other than `to`, as a JSON array.
            columns TEXT NOT NULL,
            file_name TEXT NOT NULL,
            settings_file_name TEXT,
            file_sha256 TEXT NOT NULL,
            rows INTEGER NOT NULL DEFAULT 0,
            rejected_rows INTEGER NOT NULL DEFAULT 0,
            duplicate_rows INTEGER NOT NULL DEFAULT 0,
            -- The range of its contacts' ids, so that reading them does not touch other campaigns.
            first_contact INTEGER,
            last_contact INTEGER,
            imported_at INTEGER NOT NULL,
            completed_at INTEGER,
            -- 1 when its files are in accepted/.
            is_filed INTEGER NOT NULL DEFAULT 0,
            -- 1 when results.csv is written.
            is_exported INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE INDEX campaigns_by_file ON campaigns (file_sha256);

        -- The counters. Each transaction that changes a contact updates them. The checks are the promise of `status`.
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

        -- Make-call arguments that rows override, as JSON with sorted keys. Contacts with equal sets share a row and a request.
        CREATE TABLE overrides (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
            arguments TEXT NOT NULL,
            UNIQUE (campaign_id, arguments)
        ) STRICT;

        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL,
            -- E.164 digits as an integer, which has half the size of a text; a SIP URI as text.
            destination ANY NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'dialing', 'queued', 'ringing', 'in_progress', 'in_doubt', 'finished')),
            outcome TEXT CHECK (outcome IN ('answered', 'machine', 'busy', 'no_answer', 'failed', 'rejected', 'suppressed', 'expired', 'cancelled', 'unknown')),
            -- The contact is not called before this time.
            due_at INTEGER NOT NULL DEFAULT 0,
            -- The largest request in which the contact may be sent, after a refusal; null: any.
            batch_cap INTEGER CHECK (batch_cap > 0),
            overrides_id INTEGER REFERENCES overrides (id),
            -- Requests that may have placed a call.
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            -- The last one.
            attempt_id INTEGER,
            -- The sum over the attempts.
            cost INTEGER NOT NULL DEFAULT 0,
            -- The line of the file on which its row begins, and the row's content.
            row INTEGER NOT NULL,
            typed TEXT NOT NULL,
            variables TEXT NOT NULL,
            CHECK ((outcome IS NULL) = (state <> 'finished'))
        ) STRICT;

        -- The number comes first, because `explain` and attempt limits search across campaigns.
        CREATE UNIQUE INDEX contacts_by_destination ON contacts (destination, campaign_id);
        CREATE INDEX contacts_ready ON contacts (campaign_id, due_at, id) WHERE state = 'pending';

        -- Each batch is one HTTP request. It is written, with its attempts, before the request leaves.
        CREATE TABLE batches (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL,
            -- Unguessable; it is part of the callback URLs.
            token TEXT NOT NULL UNIQUE,
            caller_id TEXT NOT NULL,
            overrides_id INTEGER,
            size INTEGER NOT NULL CHECK (size > 0),
            state TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'refused', 'unclear')),
            created_at INTEGER NOT NULL,
            answered_at INTEGER,
            -- In words, if the request was not simply accepted.
            answer TEXT,
            -- When Plivo's queued and live lists were read completely, after the latest time at which a call of the batch can
            -- have ended.
            unlisted_at INTEGER,
            -- 1 if the wall clock stepped while the batch was open: then times prove nothing about it.
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
            -- 0 while the uuid is a guess by position in the answer; 1 when a callback or a CDR has confirmed it.
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
            -- The latest time at which the call can have ended.
            latest_end INTEGER NOT NULL,
            -- When the CDR is looked up next; null after the end.
            check_at INTEGER,
            checks INTEGER NOT NULL DEFAULT 0,
            CHECK ((check_at IS NULL) = (state IN ('ended', 'not_placed')))
        ) STRICT;

        CREATE UNIQUE INDEX attempts_in_batch ON attempts (batch_id, destination);
        CREATE INDEX attempts_by_contact ON attempts (contact_id);
        -- Open calls.
        CREATE INDEX attempts_to_check ON attempts (check_at) WHERE check_at IS NOT NULL;
        -- Calls without a known uuid: calls in doubt.
        CREATE INDEX attempts_unidentified ON attempts (destination)
            WHERE request_uuid IS NULL AND state IN ('queued', 'ringing', 'in_progress', 'in_doubt');
        CREATE INDEX attempts_by_request_uuid ON attempts (request_uuid) WHERE request_uuid IS NOT NULL;
        -- Equal to the request's on Plivo's present platform (docs/plivo.md, "Bulk requests and uuids").
        CREATE INDEX attempts_by_other_call_uuid ON attempts (call_uuid) WHERE call_uuid <> request_uuid;
        CREATE INDEX attempts_waiting ON attempts (batch_id) WHERE state IN ('dialing', 'queued');

        -- How often each caller ID of a pool has been used.
        CREATE TABLE caller_ids (
            campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
            number TEXT NOT NULL,
            used INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (campaign_id, number)
        ) STRICT, WITHOUT ROWID;

        -- The files that wait in the watched folder, and what each waits for.
        CREATE TABLE waiting_files (
            name TEXT PRIMARY KEY,
            waiting_for TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- The last daemon that used this database.
        CREATE TABLE daemon (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            pid INTEGER NOT NULL,
            version TEXT NOT NULL,
            started_at INTEGER NOT NULL
        ) STRICT;
        """
}
