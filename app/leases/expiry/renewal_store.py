"""SQL of how a request to stay is tied to the lease it is about (FV-25)."""

# `a` asks to stay in `l`: opened from it, or came while the tenant had that lease alone
TIED = (
    "a.kind = 'renewal' AND a.applicant = l.tenant AND (EXISTS (SELECT 1 FROM lease_renewal r"
    " WHERE r.application = a.id AND r.lease = l.id) OR (a.received_on >= l.start_on"
    " AND NOT EXISTS (SELECT 1 FROM lease_renewal r WHERE r.application = a.id)"
    " AND NOT EXISTS (SELECT 1 FROM lease o WHERE o.tenant = l.tenant AND o.id <> l.id"
    " AND (o.start_on IS NULL OR o.start_on <= a.received_on) AND (o.end_on IS NULL"
    " OR o.end_on >= a.received_on) AND EXISTS (SELECT 1 FROM lease_state t WHERE t.lease = o.id"
    " AND t.state = 'signed'))))"
)
_STANDS = (
    "(SELECT x.state FROM vedtak_state x WHERE x.vedtak = v.id ORDER BY x.id DESC LIMIT 1)"
    " NOT IN ('reversed', 'set_aside')"
)
# the answer to it that stands on the day ?1: yes or no, since being turned away decides nothing
RENEWED = (
    "(SELECT v.result FROM application a JOIN vedtak v ON v.application = a.id"
    f" WHERE {TIED} AND v.result <> 'dismissed' AND {_STANDS} AND EXISTS (SELECT 1 FROM"
    " vedtak_state s WHERE s.vedtak = v.id AND s.state = 'issued' AND s.since <= ?1)"
    " ORDER BY v.id DESC LIMIT 1)"
)
