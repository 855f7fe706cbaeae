"""What is done about unpaid rent: calls, letters, agreements, pauses, objections, signals."""

from datetime import date, timedelta
from functools import partial

from app.arrears.billers.service import MUNICIPALITY
from app.arrears.disputes.model import DisputeDraft
from app.arrears.instalments.model import InstalmentDraft, TalkWay
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.ids import LeaseId, Ref
from app.demo import phrases
from app.demo.story import Steps, Story
from app.demo.unpaid import TAKEN_IN, Owing
from app.letters.model import Channel

K, S, T = EarlySignalKind, SignalSource, ArrearsStepKind
_SIGNALS = (
    ((K.POWER_CUT, S.POWER_COMPANY), (K.INCOME_LOST, S.TENANT)),
    ((K.NEIGHBOUR_CONTACT, S.NEIGHBOUR), (K.DAMAGE_OR_PESTS, S.OWN_VISIT)),
    ((K.DISCHARGE_PLANNED, S.INSTITUTION),),
    ((K.INSURANCE_LAPSED, S.LANDLORD),),
    ((K.CHILD_CONCERN, S.UNIT),),
    ((K.INCIDENT, S.POLICE),),
)
CALLED, REMINDED, NOTIFIED, FRIENDLY = 8, 6, 3, 10
"""How many of those who owe long were called and reminded, and which got what after that."""


def steps(story: Story, owing: Owing) -> Steps:
    """From the first calls to the newest sign."""
    tell = partial(partial, _letter, story, owing, "long")
    return [
        (TAKEN_IN, partial(_called_before, story, owing)),
        (TAKEN_IN - 1, tell(T.REMINDER, slice(REMINDED))),
        (TAKEN_IN - 3, partial(_call, story, owing, "noticed")),
        (TAKEN_IN - 3, partial(_call, story, owing, "petitioned")),
        (TAKEN_IN - 4, tell(T.FRIENDLY_REMINDER, slice(CALLED, FRIENDLY))),
        (TAKEN_IN - 5, partial(_agree, story, owing, "agreed")),
        (TAKEN_IN - 5, partial(_agree, story, owing, "broken")),
        (TAKEN_IN - 7, partial(_object, story, owing)),
        (TAKEN_IN - 20, tell(T.COLLECTION_NOTICE, slice(NOTIFIED))),
        (TAKEN_IN - 28, partial(_call, story, owing, "long")),
        (13, partial(_pause, story, owing)),
        (9, partial(_signs, story)),
        (7, partial(_tell_of_breach, story, owing)),
        (6, partial(_keep, story, owing)),
        (3, partial(_demand, story, owing)),
    ]


_SAID = (
    (True, "Snakket om husleien. Vil betale når lønna kommer."),
    (True, "Har mistet jobben, og venter på dagpenger."),
    (True, "Strøm og mat gikk foran denne måneden. Vil gjerne dele opp."),
    (False, "Ringte to ganger, ingen svarte."),
)


def _called_before(story: Story, owing: Owing) -> None:
    """What the old list had of calls, by the days it had."""
    office = story.office
    told = owing.of("told") + owing.of("averted") + owing.of("put out")
    for at, lease in enumerate(told + owing.of("long")[:CALLED]):
        since = office.arrears.owed(lease).since
        if since is not None:
            day = min(since + timedelta(days=9 + 8 * (at % 4)), story.now)
            _contact(story, lease, day, at)


def _call(story: Story, owing: Owing, name: str) -> None:
    """Somebody rang, and nearly everybody answered."""
    for at, lease in enumerate(owing.of(name)[:2]):
        _contact(story, lease, story.now, at)


def _contact(story: Story, lease: LeaseId, day: date, at: int) -> None:
    spoke, words = _SAID[at % len(_SAID)]
    draft = ContactDraft(ArrearsStepKind.CALL, day, spoke=spoke, words=words)
    story.office.arrears_steps.log_contact(lease, draft)


def _letter(story: Story, owing: Owing, name: str, kind: ArrearsStepKind, which: slice) -> None:
    """Made, and sent the same day."""
    for lease in owing.of(name)[which]:
        story.office.arrears_letters.issue(lease, kind, ClaimDraft(story.now))
        story.post(Ref("lease", lease))


def _demand(story: Story, owing: Owing) -> None:
    """Those who were spoken with after the notice, and whose time to pay is over."""
    letters, kind = story.office.arrears_letters, ArrearsStepKind.PAYMENT_DEMAND
    for lease in owing.of("long")[:2]:
        draft = ClaimDraft(story.now)
        if not any(each.blocks for each in letters.check(lease, kind, draft)):
            letters.issue(lease, kind, draft)
            story.post(Ref("lease", lease))


def _agree(story: Story, owing: Owing, name: str) -> None:
    """Six parts, the first at the end of the month; printed and signed."""
    office = story.office
    for lease in owing.of(name):
        total = office.arrears.owed(lease).total
        first = story.now + timedelta(days=14)
        draft = InstalmentDraft(total, first, count=6, agreed_by=_tenant(story, lease))
        office.instalment_papers.issue(lease, draft)
        story.post(Ref("lease", lease), Channel.DELIVERED_BY_HAND, phrases.HANDED)
        agreement = office.instalments.open(lease)
        if agreement is not None:
            office.instalments.sign(agreement.id)


def _tenant(story: Story, lease: LeaseId) -> str:
    return story.office.arrears.tenancy(lease).tenant_name


def _keep(story: Story, owing: Owing) -> None:
    """Those who keep to what they agreed have paid the rent and the parts that are due."""
    office = story.office
    with office.unit("sheet.taken_in") as unit:
        for lease in owing.of("agreed"):
            breach = office.instalments.breach(lease, story.now)
            if breach is not None:
                office.arrears.payment(unit, lease, story.now, breach.missing, biller=MUNICIPALITY)
        unit.subject = None


def _tell_of_breach(story: Story, owing: Owing) -> None:
    """One of them was rung about what is missing."""
    office, lease = story.office, owing.of("broken")[0]
    agreement = office.instalments.current(lease)
    if agreement is not None and office.instalments.breach(lease, story.now) is not None:
        office.instalments.tell(
            agreement.id, TalkWay.CALL, "Lønna er forsinket. Ringer igjen fredag."
        )


def _object(story: Story, owing: Owing) -> None:
    """One says the stove never worked, and one pays the rent in on a blocked account (HL-20)."""
    office = story.office
    for name in ("disputed", "deposited"):
        for lease in owing.of(name):
            charge = office.arrears.owed(lease).charges[0].charge
            words = "Ovnen har ikke virket siden i sommer."
            draft = DisputeDraft(story.now, words, charge.amount, charge.id)
            dispute = office.rent_disputes.dispute(lease, draft)
            if name == "deposited":
                office.rent_disputes.deposit(lease, dispute, story.now)


def _pause(story: Story, owing: Owing) -> None:
    """Nav looks at a request; one pause ends this week."""
    for at, lease in enumerate(owing.of("paused")):
        draft = PauseDraft(
            PauseReason.NAV_APPLICATION,
            "Søknad om økonomisk stønad er sendt.",
            story.today + timedelta(days=3 + 18 * at),
        )
        story.office.pauses.begin(lease, draft)


def _signs(story: Story) -> None:
    """Of people who pay their rent: two signs are yellow, one is a note."""
    office = story.office
    rows = {row.id: row for row in office.leases.rows()}
    for lease, signs in zip(story.rents, _SIGNALS, strict=False):
        for at, (kind, source) in enumerate(signs):
            draft = SignalDraft(kind, story.now - timedelta(days=5 * at), source)
            office.early_signals.add(rows[lease].tenant, draft)
