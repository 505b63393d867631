/// Calling hours by zone, the do-not-call list, calls taken back, callbacks passed on.
enum SchemaV2 {
    static let sql = """
        -- Sets of zones in which a number may lie: IANA names in order, separated by blanks. 0 is the empty set.
        CREATE TABLE zones (
            id INTEGER PRIMARY KEY,
            names TEXT NOT NULL UNIQUE
        ) STRICT;
        INSERT INTO zones (id, names) VALUES (0, '');

        ALTER TABLE contacts ADD COLUMN zone_id INTEGER NOT NULL DEFAULT 0;
        DROP INDEX contacts_ready;
        -- By zone before time: contacts whose window is closed cost a claim nothing.
        CREATE INDEX contacts_ready ON contacts (campaign_id, zone_id, due_at, id) WHERE state = 'pending';

        -- For the foreign key, when an import is removed.
        CREATE INDEX contacts_by_overrides ON contacts (overrides_id) WHERE overrides_id IS NOT NULL;

        CREATE TABLE do_not_call (
            destination ANY PRIMARY KEY,
            added_at INTEGER NOT NULL,
            -- In the words of whoever added it; may be empty.
            reason TEXT NOT NULL,
            -- By what it came: 'dialerd dnc add', or the name of the file.
            source TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What its contact becomes if the call can be taken back before it rings; null: it is let go its way.
        ALTER TABLE attempts ADD COLUMN withdrawal TEXT CHECK (withdrawal IN ('cancelled', 'suppressed', 'pending'));
        -- When Plivo is asked next to take it back.
        ALTER TABLE attempts ADD COLUMN withdraw_at INTEGER;
        -- When Plivo said that it had.
        ALTER TABLE attempts ADD COLUMN withdrawn_at INTEGER;
        CREATE INDEX attempts_to_withdraw ON attempts (withdraw_at) WHERE withdraw_at IS NOT NULL;
        -- Those that rang all the same are counted.
        CREATE INDEX attempts_wanted_back ON attempts (campaign_id) WHERE withdrawal IS NOT NULL;
        -- Attempt limits and `explain` ask by number.
        CREATE INDEX attempts_by_destination ON attempts (destination, created_at);

        ALTER TABLE campaigns ADD COLUMN cancelled_at INTEGER;
        -- Of the settings file that is in force, and of one that was refused; null: none.
        ALTER TABLE campaigns ADD COLUMN settings_sha256 TEXT;
        -- Why the last change of the settings file is not in force.
        ALTER TABLE campaigns ADD COLUMN settings_problem TEXT;

        -- Callbacks that a campaign's own URLs shall be told of.
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
