"""What is done about unpaid rent: calls, letters, agreements, pauses, objections, signals."""

from datetime import timedelta
from functools import partial

from app.arrears.disputes.model import DisputeDraft
from app.arrears.instalments.model import InstalmentDraft, TalkWay
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.ids import LeaseId, Ref
from app.core.money import Ore, kroner
from app.demo.story import Steps, Story
from app.demo.unpaid import TAKEN_IN, Owing

K, S = EarlySignalKind, SignalSource
_SIGNALS = (
    ((K.POWER_CUT, S.POWER_COMPANY), (K.INCOME_LOST, S.TENANT)),
    ((K.NEIGHBOUR_CONTACT, S.NEIGHBOUR), (K.DAMAGE_OR_PESTS, S.OWN_VISIT)),
    ((K.DISCHARGE_PLANNED, S.INSTITUTION), (K.INCOME_LOST, S.UNIT)),
    ((K.INSURANCE_LAPSED, S.LANDLORD), (K.POWER_CUT, S.POWER_COMPANY)),
    ((K.CHILD_CONCERN, S.UNIT),),
    ((K.INCIDENT, S.POLICE),),
)
CALLED, REMINDED = 12, 8
"""How many of those who owe much were called and reminded in the first weeks."""


def steps(story: Story, owing: Owing) -> Steps:
    """From the first calls to the newest sign."""
    tell = partial(partial, _letter, story, owing)
    return [
        (TAKEN_IN - 2, partial(_call, story, owing, "long", CALLED)),
        (TAKEN_IN - 3, partial(_call, story, owing, "noticed", 2)),
        (TAKEN_IN - 3, partial(_call, story, owing, "petitioned", 1)),
        (TAKEN_IN - 4, tell("long", ArrearsStepKind.REMINDER, REMINDED)),
        (TAKEN_IN - 5, partial(_agree, story, owing, "agreed")),
        (TAKEN_IN - 5, partial(_agree, story, owing, "broken")),
        (TAKEN_IN - 7, partial(_object, story, owing)),
        (TAKEN_IN - 22, tell("long", ArrearsStepKind.COLLECTION_NOTICE, 3)),
        (13, partial(_pause, story, owing)),
        (9, partial(_signs, story)),
        (7, partial(_tell_of_breach, story, owing)),
        (6, partial(_keep, story, owing)),
    ]


def _call(story: Story, owing: Owing, name: str, count: int) -> None:
    """Somebody rang, and nearly everybody answered."""
    for at, lease in enumerate(owing.of(name)[:count]):
        draft = ContactDraft(
            ArrearsStepKind.CALL,
            story.now,
            spoke=at % 4 != 3,
            words="Snakket om husleien. Vil betale når lønna kommer.",
        )
        story.office.arrears_steps.log_contact(lease, draft)


def _letter(story: Story, owing: Owing, name: str, kind: ArrearsStepKind, count: int) -> None:
    """Made, and sent the same day."""
    for lease in owing.of(name)[:count]:
        story.office.arrears_letters.issue(lease, kind, ClaimDraft(story.now))
        story.post(Ref("lease", lease))


def _agree(story: Story, owing: Owing, name: str) -> None:
    """Six parts, the first at the end of the month; printed and signed."""
    office = story.office
    for lease in owing.of(name):
        total = office.arrears.owed(lease).total
        first = story.now + timedelta(days=14)
        draft = InstalmentDraft(total, first, count=6, agreed_by=_tenant(story, lease))
        office.instalment_papers.issue(lease, draft)
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
            missing = Ore(0) if breach is None else breach.missing
            extra = kroner(0)
            if missing + extra:
                office.arrears.payment(
                    unit, lease, story.now, Ore(missing + extra), biller=office.billers.all()[0].id
                )
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
