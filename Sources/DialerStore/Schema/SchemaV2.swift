/// Version 2: calling hours by zone, the do-not-call list, withdrawal of queued calls, webhook deliveries.
enum SchemaV2 {
    static let sql = """
        -- Sets of zones in which a number may lie: sorted IANA names, separated by blanks. 0 is the empty set.
        CREATE TABLE zones (
            id INTEGER PRIMARY KEY,
            names TEXT NOT NULL UNIQUE
        ) STRICT;
        INSERT INTO zones (id, names) VALUES (0, '');

        ALTER TABLE contacts ADD COLUMN zone_id INTEGER NOT NULL DEFAULT 0;
        DROP INDEX contacts_ready;
        -- The zone comes before the time, so that a claim does not read contacts whose window is closed.
        CREATE INDEX contacts_ready ON contacts (campaign_id, zone_id, due_at, id) WHERE state = 'pending';

        -- The foreign key needs this index when an import is removed.
        CREATE INDEX contacts_by_overrides ON contacts (overrides_id) WHERE overrides_id IS NOT NULL;

        CREATE TABLE do_not_call (
            destination ANY PRIMARY KEY,
            added_at INTEGER NOT NULL,
            -- In the operator's words; may be empty.
            reason TEXT NOT NULL,
            -- Where the entry comes from: 'dialerd dnc add', or the name of the file.
            source TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What the contact becomes if the call is withdrawn before it rings; null: the call is not to be withdrawn.
        ALTER TABLE attempts ADD COLUMN withdrawal TEXT CHECK (withdrawal IN ('cancelled', 'suppressed', 'pending'));
        -- When Plivo is next asked to withdraw the call.
        ALTER TABLE attempts ADD COLUMN withdraw_at INTEGER;
        -- When Plivo confirmed the withdrawal.
        ALTER TABLE attempts ADD COLUMN withdrawn_at INTEGER;
        CREATE INDEX attempts_to_withdraw ON attempts (withdraw_at) WHERE withdraw_at IS NOT NULL;
        -- For counting the calls that rang all the same.
        CREATE INDEX attempts_wanted_back ON attempts (campaign_id) WHERE withdrawal IS NOT NULL;
        -- Attempt limits and `explain` search by number.
        CREATE INDEX attempts_by_destination ON attempts (destination, created_at);

        ALTER TABLE campaigns ADD COLUMN cancelled_at INTEGER;
        -- The hash of the last settings file that was read, whether it is in force or was refused; null: none.
        ALTER TABLE campaigns ADD COLUMN settings_sha256 TEXT;
        -- Why the last change of the settings file is not in force.
        ALTER TABLE campaigns ADD COLUMN settings_problem TEXT;

        -- Webhook deliveries: callbacks that are still to be sent to a campaign's own URLs.
        CREATE TABLE forwards (
            id INTEGER PRIMARY KEY,
            campaign_id INTEGER NOT NULL,
            url TEXT NOT NULL,
            method TEXT NOT NULL CHECK (method IN ('GET', 'POST')),
            -- The parameters as Plivo sent them, form-encoded.
            parameters TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX forwards_due ON forwards (due_at);
        """
}
