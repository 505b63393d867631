/// Campaigns that are over for long, and of which their results file is all that is left.
enum SchemaV3 {
    static let sql = """
        -- When its results file became all that is left of it: its other rows are removed from here on, slice by slice.
        ALTER TABLE campaigns ADD COLUMN archived_at INTEGER;
        -- 1 once they are gone. This row and the counters stay.
        ALTER TABLE campaigns ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1));
        -- There are ever more of them, and few are active.
        CREATE INDEX campaigns_by_state ON campaigns (state);

        -- Calls of archived campaigns that count for attempt limits.
        CREATE TABLE past_calls (
            destination ANY NOT NULL,
            -- As in attempts.
            created_at INTEGER NOT NULL,
            -- Two calls of one millisecond are two.
            attempt_id INTEGER NOT NULL,
            PRIMARY KEY (destination, created_at, attempt_id)
        ) STRICT, WITHOUT ROWID;
        -- What no limit reaches any more is removed.
        CREATE INDEX past_calls_by_time ON past_calls (created_at);
        """
}
