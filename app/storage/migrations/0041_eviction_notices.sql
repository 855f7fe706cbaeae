-- The landlord's notice under tvangsfullbyrdelsesloven § 4-18 (TV-02): a letter of ours, one that
-- was sent before it was noted here, or the exception of TV-04, where nobody could be reached.
CREATE TABLE eviction_notice (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    ground TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    -- NULL for one that no letter of ours gives
    document INTEGER REFERENCES document (id),
    -- the day it went out, for one that was sent before it was noted
    sent_before TEXT,
    -- the due day that the two weeks count from, for the exception
    excepted_from TEXT,
    -- what was tried to reach the tenant, or how it was sent
    words TEXT NOT NULL DEFAULT '',
    -- what was claimed, whole øre; 0 for what is not about money
    claimed INTEGER NOT NULL DEFAULT 0 CHECK (claimed >= 0),
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT '',
    CHECK (
        (document IS NOT NULL) + (sent_before IS NOT NULL) + (excepted_from IS NOT NULL) = 1
    )
) STRICT;

CREATE INDEX eviction_notice_lease ON eviction_notice (lease);
CREATE INDEX eviction_notice_document ON eviction_notice (document);

-- The notice to the social service under husleieloven § 9-11 (HL-71), and the tenant's copy.
CREATE TABLE social_service_notice (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    issued_on TEXT NOT NULL,
    receiver TEXT NOT NULL CHECK (trim(receiver) <> ''),
    document INTEGER NOT NULL REFERENCES document (id),
    copy INTEGER NOT NULL REFERENCES document (id),
    claimed INTEGER NOT NULL CHECK (claimed >= 0)
) STRICT;

CREATE INDEX social_service_notice_lease ON social_service_notice (lease);
CREATE INDEX social_service_notice_document ON social_service_notice (document);
CREATE INDEX social_service_notice_copy ON social_service_notice (copy);

-- The tenant's written no to that notice (HL-71), from a day until it is taken back.
CREATE TABLE social_notice_opt_out (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    until TEXT
) STRICT;

CREATE INDEX social_notice_opt_out_person ON social_notice_opt_out (person, since);

-- Why there was no meeting before the petition (AL-10), in words.
CREATE TABLE no_meeting_reason (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    words TEXT NOT NULL CHECK (trim(words) <> '')
) STRICT;

CREATE INDEX no_meeting_reason_lease ON no_meeting_reason (lease);

-- The landlord asked the namsfogd, or the court, to put the tenant out (TV-08).
CREATE TABLE eviction_petition (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    notice INTEGER NOT NULL REFERENCES eviction_notice (id),
    filed_on TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_petition_lease ON eviction_petition (lease);
CREATE INDEX eviction_petition_notice ON eviction_petition (notice);
