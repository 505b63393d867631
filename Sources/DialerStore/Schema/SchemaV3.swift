/// Version 3: archived campaigns, of which only the results file is left.
enum SchemaV3 {
    static let sql = """
        -- When the campaign was archived. From then on its other rows are removed, slice by slice.
        ALTER TABLE campaigns ADD COLUMN archived_at INTEGER;
        -- 1 when they have been removed. This row and the counters stay.
        ALTER TABLE campaigns ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1));
        -- The number of campaigns only grows, and few are active.
        CREATE INDEX campaigns_by_state ON campaigns (state);

        -- Calls of archived campaigns that count for attempt limits.
        CREATE TABLE past_calls (
            destination ANY NOT NULL,
            -- As in attempts.
            created_at INTEGER NOT NULL,
            -- Two calls can have the same millisecond.
            attempt_id INTEGER NOT NULL,
            PRIMARY KEY (destination, created_at, attempt_id)
        ) STRICT, WITHOUT ROWID;
        -- For removing calls that no limit counts any more.
        CREATE INDEX past_calls_by_time ON past_calls (created_at);
        """
}
