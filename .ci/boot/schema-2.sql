-- A database of schema 2, as `sqlite3 .dump` gives it: one campaign dialled to its end, one paused before its first call.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
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
, cancelled_at INTEGER, settings_sha256 TEXT, settings_problem TEXT) STRICT;
INSERT INTO campaigns VALUES(1,'finished','completed',NULL,'{"allowDuplicateFile":false,"arguments":{"answer_url":"https://example.com/reminder.xml","ring_timeout":10,"time_limit":30},"attemptLimits":[],"callerIDRates":{},"callerIDs":["14155550100"],"callingHours":{"days":[[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}]],"skipDates":[]},"inDoubt":"hold","priority":5,"retry":{"delays":{},"maxAttempts":1}}','["name"]','finished.csv','finished.yaml','30029fa932d52643d3ba6bb200487cbda81a28480a033d2c529257993fa31e68',12,0,0,1,12,1795369051878,1795369053486,1,1,NULL,'819c776aeb818780af360e03c1840dee5564efd63668374324eb7395e8118fc7',NULL);
INSERT INTO campaigns VALUES(2,'unfinished','paused','paused by the operator; to go on: dialerd resume unfinished','{"allowDuplicateFile":false,"arguments":{"answer_url":"https://example.com/reminder.xml","ring_timeout":10,"time_limit":30},"attemptLimits":[],"callerIDRates":{},"callerIDs":["14155550100"],"callingHours":{"days":[[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}],[{"closes":1440,"opens":0}]],"skipDates":[]},"inDoubt":"hold","priority":5,"retry":{"delays":{},"maxAttempts":1}}','["name"]','unfinished.csv','unfinished.yaml','eb49117bf32aee8d22f4ffe06b7a1acb30d52640f3d2c106895e5a6a3341f43c',5,0,0,13,17,1795369051910,NULL,1,0,NULL,'68c2f13e4ae8a6ac291f28bb3396f935f77a1ef970e34a1b36aec7ddcefb56ab',NULL);
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
INSERT INTO progress VALUES(1,12,0,0,0,0,0,0,12,0,0,1,8,3,0,0,0,0,0,12,0);
INSERT INTO progress VALUES(2,5,5,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);
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
    variables TEXT NOT NULL, zone_id INTEGER NOT NULL DEFAULT 0,
    CHECK ((outcome IS NULL) = (state <> 'finished'))
) STRICT;
INSERT INTO contacts VALUES(1,1,15558000001,'finished','no_answer',0,NULL,NULL,1,1,0,2,'+15558000001','["Person 1"]',1);
INSERT INTO contacts VALUES(2,1,15558000002,'finished','failed',0,NULL,NULL,1,2,0,3,'+15558000002','["Person 2"]',1);
INSERT INTO contacts VALUES(3,1,15558000003,'finished','no_answer',0,NULL,NULL,1,3,0,4,'+15558000003','["Person 3"]',1);
INSERT INTO contacts VALUES(4,1,15558000004,'finished','no_answer',0,NULL,NULL,1,4,0,5,'+15558000004','["Person 4"]',1);
INSERT INTO contacts VALUES(5,1,15558000005,'finished','failed',0,NULL,NULL,1,5,0,6,'+15558000005','["Person 5"]',1);
INSERT INTO contacts VALUES(6,1,15558000006,'finished','failed',0,NULL,NULL,1,6,0,7,'+15558000006','["Person 6"]',1);
INSERT INTO contacts VALUES(7,1,15558000007,'finished','no_answer',0,NULL,NULL,1,7,0,8,'+15558000007','["Person 7"]',1);
INSERT INTO contacts VALUES(8,1,15558000008,'finished','no_answer',0,NULL,NULL,1,8,0,9,'+15558000008','["Person 8"]',1);
INSERT INTO contacts VALUES(9,1,15558000009,'finished','busy',0,NULL,NULL,1,9,0,10,'+15558000009','["Person 9"]',1);
INSERT INTO contacts VALUES(10,1,15558000010,'finished','no_answer',0,NULL,NULL,1,10,0,11,'+15558000010','["Person 10"]',1);
INSERT INTO contacts VALUES(11,1,15558000011,'finished','no_answer',0,NULL,NULL,1,11,0,12,'+15558000011','["Person 11"]',1);
INSERT INTO contacts VALUES(12,1,15558000012,'finished','no_answer',0,NULL,NULL,1,12,0,13,'+15558000012','["Person 12"]',1);
INSERT INTO contacts VALUES(13,2,15558000101,'pending',NULL,0,NULL,NULL,0,NULL,0,2,'+15558000101','["Person 1"]',1);
INSERT INTO contacts VALUES(14,2,15558000102,'pending',NULL,0,NULL,NULL,0,NULL,0,3,'+15558000102','["Person 2"]',1);
INSERT INTO contacts VALUES(15,2,15558000103,'pending',NULL,0,NULL,NULL,0,NULL,0,4,'+15558000103','["Person 3"]',1);
INSERT INTO contacts VALUES(16,2,15558000104,'pending',NULL,0,NULL,NULL,0,NULL,0,5,'+15558000104','["Person 4"]',1);
INSERT INTO contacts VALUES(17,2,15558000105,'pending',NULL,0,NULL,NULL,0,NULL,0,6,'+15558000105','["Person 5"]',1);
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
INSERT INTO batches VALUES(1,1,'ed81f6de6a5c762f0e7a6f57d6780846','14155550100',NULL,10,'accepted',1795369052358,1795369052369,NULL,NULL,0);
INSERT INTO batches VALUES(2,1,'09a0e869264034a8068b5602b9f4c324','14155550100',NULL,2,'accepted',1795369052856,1795369052857,NULL,NULL,0);
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
    checks INTEGER NOT NULL DEFAULT 0, withdrawal TEXT CHECK (withdrawal IN ('cancelled', 'suppressed', 'pending')), withdraw_at INTEGER, withdrawn_at INTEGER,
    CHECK ((check_at IS NULL) = (state IN ('ended', 'not_placed')))
) STRICT;
INSERT INTO attempts VALUES(1,1,1,1,15558000001,'ended','no_answer','b235db69-abe2-44d4-a685-9143ac486c77','b235db69-abe2-44d4-a685-9143ac486c77',1,0,1795369052358,1795369052411,NULL,1795369052000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092411,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(2,2,1,1,15558000002,'ended','failed','8a5ab6ab-46f6-48c6-a82f-cf0da060cebc','8a5ab6ab-46f6-48c6-a82f-cf0da060cebc',1,0,1795369052358,NULL,NULL,1795369052000,0,3050,'Unallocated number','Carrier',0,1795369153358,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(3,3,1,1,15558000003,'ended','no_answer','7a482515-65bf-4733-9bef-e3af54dbcd93','7a482515-65bf-4733-9bef-e3af54dbcd93',1,0,1795369052358,1795369052493,NULL,1795369052000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092493,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(4,4,1,1,15558000004,'ended','no_answer','dff16a62-f7e9-44c8-8d92-e8fca611bb99','dff16a62-f7e9-44c8-8d92-e8fca611bb99',1,0,1795369052358,1795369052543,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092543,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(5,5,1,1,15558000005,'ended','failed','5cc72bc0-518b-4208-95f3-41a8658d0728','5cc72bc0-518b-4208-95f3-41a8658d0728',1,0,1795369052358,NULL,NULL,1795369052000,0,2000,'Invalid Destination Address','Plivo',0,1795369153358,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(6,6,1,1,15558000006,'ended','failed','31854ad1-e94e-400b-8501-eefe7cb990ec','31854ad1-e94e-400b-8501-eefe7cb990ec',1,0,1795369052358,NULL,NULL,1795369052000,0,3080,'Internal server error from carrier','Carrier',0,1795369153358,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(7,7,1,1,15558000007,'ended','no_answer','bde8bf96-eb64-48f6-a5af-608629acc6bc','bde8bf96-eb64-48f6-a5af-608629acc6bc',1,0,1795369052358,1795369052739,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092739,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(8,8,1,1,15558000008,'ended','no_answer','72e52488-ff61-49d4-b9e6-5130d2eca000','72e52488-ff61-49d4-b9e6-5130d2eca000',1,0,1795369052358,1795369052767,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092767,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(9,9,1,1,15558000009,'ended','busy','f2d91753-f540-4e4c-8b2f-10afc4d14b55','f2d91753-f540-4e4c-8b2f-10afc4d14b55',1,0,1795369052358,NULL,NULL,1795369052000,0,3010,'Busy Line','Carrier',0,1795369153358,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(10,10,1,1,15558000010,'ended','no_answer','86387a06-a7e2-4987-8abc-7920d43086f7','86387a06-a7e2-4987-8abc-7920d43086f7',1,0,1795369052358,1795369052866,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092866,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(11,11,1,2,15558000011,'ended','no_answer','8d69bfc1-80c8-495e-9282-316a0bda1724','8d69bfc1-80c8-495e-9282-316a0bda1724',1,0,1795369052856,1795369052940,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092940,NULL,0,NULL,NULL,NULL);
INSERT INTO attempts VALUES(12,12,1,2,15558000012,'ended','no_answer','6519e57b-db7d-49a6-a390-9f5b641d653c','6519e57b-db7d-49a6-a390-9f5b641d653c',1,0,1795369052856,1795369052986,NULL,1795369053000,0,6010,'Ring Timeout Reached','Plivo',0,1795369092986,NULL,0,NULL,NULL,NULL);
CREATE TABLE caller_ids (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    used INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiting_files (
    name TEXT PRIMARY KEY,
    waiting_for TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE daemon (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pid INTEGER NOT NULL,
    version TEXT NOT NULL,
    started_at INTEGER NOT NULL
) STRICT;
CREATE TABLE zones (
    id INTEGER PRIMARY KEY,
    names TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO zones VALUES(0,'');
INSERT INTO zones VALUES(1,'America/Adak America/Anchorage America/Anguilla America/Antigua America/Barbados America/Boise America/Cayman America/Chicago America/Denver America/Dominica America/Edmonton America/Fort_Nelson America/Grand_Turk America/Grenada America/Halifax America/Jamaica America/Juneau America/Los_Angeles America/Lower_Princes America/Montserrat America/Nassau America/New_York America/North_Dakota/Center America/Phoenix America/Port_of_Spain America/Puerto_Rico America/Regina America/Santo_Domingo America/St_Johns America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Toronto America/Tortola America/Vancouver America/Winnipeg Atlantic/Bermuda Pacific/Guam Pacific/Honolulu Pacific/Pago_Pago Pacific/Saipan');
CREATE TABLE do_not_call (
    destination ANY PRIMARY KEY,
    added_at INTEGER NOT NULL,
    -- In the words of whoever added it; may be empty.
    reason TEXT NOT NULL,
    -- By what it came: 'dialerd dnc add', or the name of the file.
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO do_not_call VALUES(15558000999,1795369056934,'asked for it','dialerd dnc add');
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
CREATE INDEX campaigns_by_file ON campaigns (file_sha256);
CREATE UNIQUE INDEX contacts_by_destination ON contacts (destination, campaign_id);
CREATE INDEX batches_by_time ON batches (campaign_id, created_at);
CREATE INDEX batches_unanswered ON batches (id) WHERE state = 'sent';
CREATE UNIQUE INDEX attempts_in_batch ON attempts (batch_id, destination);
CREATE INDEX attempts_by_contact ON attempts (contact_id);
CREATE INDEX attempts_to_check ON attempts (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX attempts_unidentified ON attempts (destination)
    WHERE request_uuid IS NULL AND state IN ('queued', 'ringing', 'in_progress', 'in_doubt');
CREATE INDEX attempts_by_request_uuid ON attempts (request_uuid) WHERE request_uuid IS NOT NULL;
CREATE INDEX attempts_by_other_call_uuid ON attempts (call_uuid) WHERE call_uuid <> request_uuid;
CREATE INDEX attempts_waiting ON attempts (batch_id) WHERE state IN ('dialing', 'queued');
CREATE INDEX contacts_ready ON contacts (campaign_id, zone_id, due_at, id) WHERE state = 'pending';
CREATE INDEX contacts_by_overrides ON contacts (overrides_id) WHERE overrides_id IS NOT NULL;
CREATE INDEX attempts_to_withdraw ON attempts (withdraw_at) WHERE withdraw_at IS NOT NULL;
CREATE INDEX attempts_wanted_back ON attempts (campaign_id) WHERE withdrawal IS NOT NULL;
CREATE INDEX attempts_by_destination ON attempts (destination, created_at);
CREATE INDEX forwards_due ON forwards (due_at);
COMMIT;
