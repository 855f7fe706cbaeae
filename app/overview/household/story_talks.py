"""What was said, written to whom, asked for and decided, and who lives together."""

from app.allocation.offers.model import OfferState
from app.applications.discharges.model import LeavingKind
from app.applications.model import ApplicationKind, ApplicationState
from app.decisions.appeals.model import AppealState
from app.decisions.model import VedtakKind, VedtakResult
from app.followup.contact_notes.model import ContactChannel, ContactOutcome
from app.leases.conditions.model import Outcome
from app.leases.expiry.model import Recommendation, ReviewKind
from app.overview.household.model import Happened
from app.overview.household.story_parts import APPLICATION, HOME, LEASE, VEDTAK, told
from app.people.consents.model import ConsentScope
from app.people.model import AddressProtection, Role

TALKS = (
    told(
        Happened.CONTACT,
        "CROSS JOIN contact_note n ON n.person = w.id CROSS JOIN contact_note_told t ON t.id ="
        " (SELECT max(x.id) FROM contact_note_told x WHERE x.note = n.id AND x.recorded_on <= ?2)",
        "t.happened_on, n.id",
        "person:",
        state="t.channel",
        more="t.outcome",
        words="t.words",
        within="t.nav_only",
        states=(ContactChannel,),
        mores=(ContactOutcome,),
    ),
    told(
        Happened.ASSESSED,
        "CROSS JOIN needs_assessment n ON n.person = w.id AND n.finished_on IS NOT NULL",
        "n.held_on, n.id",
        "person:",
        words="n.wishes",
    ),
    told(
        Happened.LEASE_TALK,
        f"{LEASE} CROSS JOIN lease_review r ON r.lease = l.id",
        "r.held_on, r.id",
        "lease:l.id",
        state="r.kind",
        more="r.recommendation",
        words="r.findings",
        states=(ReviewKind,),
        mores=(Recommendation,),
    ),
)

DECISIONS = (
    told(
        Happened.APPLIED,
        APPLICATION,
        "a.received_on, a.id",
        "application:a.id",
        state="a.kind",
        words="a.number",
        states=(ApplicationKind,),
    ),
    told(
        Happened.APPLICATION_MOVED,
        f"{APPLICATION} CROSS JOIN application_state s ON s.application = a.id"
        " AND s.state NOT IN ('received', 'in_assessment')",
        "s.since, s.id",
        "application:a.id",
        state="s.state",
        words="a.number",
        states=(ApplicationState,),
    ),
    told(
        Happened.DISCHARGE_TOLD,
        f"{APPLICATION} CROSS JOIN planned_discharge d ON d.application = a.id",
        "d.since, d.id",
        "application:a.id",
        state="d.kind",
        words="coalesce(d.leaves_on, '')",
        states=(LeavingKind,),
    ),
    told(
        Happened.VEDTAK,
        f"{VEDTAK} CROSS JOIN vedtak_state s ON s.vedtak = v.id AND s.state = 'issued'",
        "s.since, v.id",
        "vedtak:v.id",
        state="v.result",
        more="v.kind",
        words="v.number",
        states=(VedtakResult,),
        mores=(VedtakKind,),
    ),
    told(
        Happened.APPEALED,
        f"{VEDTAK} CROSS JOIN appeal k ON k.vedtak = v.id",
        "k.received_on, k.id",
        "vedtak:v.id",
        words="k.number",
    ),
    told(
        Happened.APPEAL_MOVED,
        f"{VEDTAK} CROSS JOIN appeal k ON k.vedtak = v.id CROSS JOIN appeal_state s"
        " ON s.appeal = k.id AND s.state NOT IN ('received', 'in_assessment')",
        "s.since, s.id",
        "vedtak:v.id",
        state="s.state",
        words="k.number",
        states=(AppealState,),
    ),
    told(
        Happened.OFFERED,
        f"{APPLICATION} CROSS JOIN offer o ON o.application = a.id",
        "o.offered_on, o.id",
        "offer:o.id",
        words=HOME.format("o.dwelling"),
    ),
    told(
        Happened.OFFER_ANSWERED,
        f"{APPLICATION} CROSS JOIN offer o ON o.application = a.id CROSS JOIN offer_state s"
        " ON s.offer = o.id AND s.state NOT IN ('made', 'sent')",
        "s.since, s.id",
        "offer:o.id",
        state="s.state",
        words="s.words",
        states=(OfferState,),
    ),
    told(
        Happened.CONDITION,
        f"{LEASE} CROSS JOIN lease_condition k ON k.lease = l.id CROSS JOIN condition_event e"
        " ON e.condition = k.id CROSS JOIN vedtak_condition v ON v.id = k.condition",
        "e.happened_on, e.id",
        "lease:l.id",
        state="e.outcome",
        words="v.duty",
        states=(Outcome,),
    ),
    told(
        Happened.CONSENTED,
        "CROSS JOIN consent c ON c.person = w.id",
        "c.since, c.id",
        "person:",
        state="c.scope",
        words="c.body",
        states=(ConsentScope,),
    ),
    told(
        Happened.CONSENT_WITHDRAWN,
        "CROSS JOIN consent c ON c.person = w.id AND c.withdrawn_on IS NOT NULL",
        "c.withdrawn_on, c.id",
        "person:",
        state="c.scope",
        words="c.body",
        states=(ConsentScope,),
    ),
)

PEOPLE = (
    told(
        Happened.MOVED_IN,
        "CROSS JOIN household_member m ON m.person = w.id",
        "m.since, m.id",
        "person:",
        state="m.role",
        states=(Role,),
    ),
    told(
        Happened.MOVED_OUT,
        "CROSS JOIN household_member m ON m.person = w.id AND m.until IS NOT NULL",
        "m.until, m.id",
        "person:",
        state="m.role",
        states=(Role,),
    ),
    told(
        Happened.PROTECTED,
        "CROSS JOIN address_protection p ON p.person = w.id",
        "p.since, p.id",
        "person:",
        state="p.level",
        states=(AddressProtection,),
    ),
    told(
        Happened.ACCESS_GIVEN,
        "CROSS JOIN data_access d ON d.person = w.id",
        "d.given_on, d.id",
        "person:",
    ),
)
