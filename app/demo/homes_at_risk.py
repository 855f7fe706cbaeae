"""Homes that may be lost: notices of our own, messages from outside, and how some of them end."""

from dataclasses import field, replace
from datetime import timedelta
from functools import partial

from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.ids import EvictionCaseId, LeaseId, Ref
from app.core.money import Ore, kroner
from app.core.records import dataclass
from app.core.working_days import last_safe_day
from app.demo.story import Steps, Story
from app.demo.unpaid import TAKEN_IN, Owing
from app.dwellings.model import DwellingStatus
from app.evictions.corrections.model import CorrectionDraft
from app.evictions.messages.model import MessageDraft
from app.evictions.model import (
    EnforcementGround,
    EvictionOutcome,
    EvictionStage,
    EvictionSums,
    ForcedSaleStage,
    LossKind,
    MessageSender,
)
from app.evictions.notices.model import EvictionNoticeDraft, SentBefore, SocialNoticeDraft
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.people.consents.model import Consent, ConsentScope
from app.people.model import HouseholdKind, MemberDraft, Role

UNPAID = EnforcementGround.UNPAID_RENT
_NAV = "Nav Lia"


@dataclass(slots=True)
class Cases:
    """Those that are followed, by a name of their own."""

    known: dict[str, EvictionCaseId] = field(default_factory=dict)


def steps(story: Story, owing: Owing) -> Steps:
    """From the first message to the newest."""
    cases = Cases()
    told = partial(partial, _message, story, owing, cases)
    return [
        (TAKEN_IN, partial(_noted, story, owing)),
        (TAKEN_IN - 6, partial(_notice, story, owing, "petitioned", 0)),
        (TAKEN_IN - 6, partial(_notice, story, owing, "noticed", 2, met=False)),
        (TAKEN_IN - 2, told("put out", 0, "put out", 0)),
        (TAKEN_IN - 9, told("averted 1", 1, "averted", 0)),
        (TAKEN_IN - 10, told("averted 2", 2, "averted", 1)),
        (25, partial(_set, story, cases, "put out", 15)),
        (24, told("dated", 3, "told", 0)),
        (21, told("soon", 5, "told", 2)),
        (20, partial(_petition, story, owing)),
        (16, partial(_close, story, cases, "averted 1", EvictionOutcome.PAID)),
        (14, partial(_carried_out, story, cases, "put out")),
        (14, partial(_handed_back, story, owing)),
        (13, partial(_told_after, story, cases, "put out")),
        (13, partial(_close, story, cases, "averted 2", EvictionOutcome.AGREED)),
        (12, partial(_notice, story, owing, "noticed", 0)),
        (10, partial(_set, story, cases, "dated", -17)),
        (9, partial(_forced_sale, story)),
        (8, told("family", 4, "told", 1)),
        (7, partial(_tell_units, story, cases, "family")),
        (6, partial(_private, story)),
        (4, partial(_set, story, cases, "soon", -6)),
        (3, partial(_units_have_read, story, cases, "family")),
        (3, partial(_to_correct, story, owing)),
        (2, partial(_notice, story, owing, "noticed", 1)),
    ]


def _message(
    story: Story, owing: Owing, cases: Cases, name: str, number: int, of: str, at: int
) -> None:
    """The namsfogd writes about unpaid rent of ours."""
    office, lease = story.office, owing.of(of)[at]
    if name in {"family", "soon"}:
        _with_children(story, lease)
    rent = office.arrears.owed(lease).rent
    draft = MessageDraft(
        sender=MessageSender.NAMSFOGD,
        person=office.arrears.tenancy(lease).tenant,
        lease=office.arrears.tenancy(lease).lease,
        received_on=story.now,
        reference=f"{story.now:%y}-1048{number:02}",
        ground=UNPAID,
        sums=EvictionSums(rent, kroner(1870), Ore(rent // 60 // 100 * 100)),
    )
    cases.known[name] = office.eviction_cases.receive(draft)


def _with_children(story: Story, lease: LeaseId) -> None:
    """Two children live with the tenant, unless the register has some already."""
    office = story.office
    tenant = office.arrears.tenancy(lease).tenant
    if office.people.children().get(tenant) or office.people.household_of(tenant) is not None:
        return
    family = office.people.get(tenant).family_name
    children = [office.people.register(story.crowd.child(family)) for _ in range(2)]
    members = (
        MemberDraft(tenant, Role.APPLICANT),
        *(MemberDraft(child, Role.CHILD) for child in children),
    )
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)


def _noted(story: Story, owing: Owing) -> None:
    """A notice of more than a year ago that led to nothing (TV-06)."""
    office, (lease,) = story.office, owing.of("old")
    owed = office.arrears.owed(lease)
    draft = SentBefore(
        UNPAID,
        last_safe_day(story.now - timedelta(days=372)),
        owed.charges[0].charge.due_on,
        owed.total,
        "Sendt fra det gamle fagsystemet. Leien er betalt siden, den gamle gjelden står.",
    )
    office.home_track.note_sent_before(lease, draft)


def _notice(story: Story, owing: Owing, of: str, at: int, *, met: bool = True) -> None:
    """Our own notice under § 4-18 and to Nav under § 9-11; then somebody meets them."""
    office, lease = story.office, owing.of(of)[at]
    office.home_letters.issue_notice(lease, EvictionNoticeDraft(UNPAID))
    story.post(Ref("lease", lease))
    office.home_letters.issue_social(lease, SocialNoticeDraft(_NAV, "Torget 1\n3440 Lia"))
    story.post(Ref("lease", lease))
    if met:
        words = "Møtte hjemme. Gikk gjennom hva som kan stanse saken."
        meeting = ContactDraft(ArrearsStepKind.MEETING, story.now, spoke=True, words=words)
        office.arrears_steps.log_contact(lease, meeting)


def _petition(story: Story, owing: Owing) -> None:
    """Both waits are over, and somebody has met: it goes to the namsfogd."""
    (lease,) = owing.of("petitioned")
    track = story.office.home_track.of(lease)
    if track.open:
        story.office.home_letters.issue_sheet(lease)
        story.office.home_track.file_petition(lease, story.now, f"{story.now:%y}-1099")


def _to_correct(story: Story, owing: Owing) -> None:
    """The namsfogd wants the petition corrected (TV-09)."""
    (lease,) = owing.of("petitioned")
    if story.office.home_track.of(lease).petition is not None:
        asked = CorrectionDraft(story.now, story.day(-5), "Kopien av varselet manglet side 2.")
        story.office.home_track.corrections.ask(lease, asked)


def _set(story: Story, cases: Cases, name: str, ago: int) -> None:
    """The namsfogd sets the day: one to come is a working day."""
    ahead = last_safe_day(story.today + timedelta(days=-ago))
    day = story.day(ago) if ago > 0 else ahead
    story.office.eviction_cases.set_date(cases.known[name], day, "10.00")


def _carried_out(story: Story, cases: Cases, name: str) -> None:
    """The home was lost: what comes after begins."""
    office, case = story.office, cases.known[name]
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    office.aftercare.begin(case)


def _told_after(story: Story, cases: Cases, name: str) -> None:
    """Where they sleep, where their things are, and whom to ring."""
    office, case = story.office, cases.known[name]
    drafted = office.aftercare_letters.drafted(case)
    letter = replace(
        drafted,
        sleep="Lia gjestegård, rom 4",
        things="Lager 2 på Sagbruksvegen",
        fetch_by=drafted.fetch_by or story.now + timedelta(days=14),
        we_do="Vi ser etter en ny bolig sammen med deg, og ringer deg mandag.",
    )
    office.aftercare_letters.issue(case, letter)
    story.post(Ref("eviction_case", case))


def _handed_back(story: Story, owing: Owing) -> None:
    """The namsfogd gave the dwelling back the day it was carried out."""
    (lease,), aftermath = owing.of("put out"), story.office.aftermath
    back = Handback(story.now, MovedTo.UNKNOWN, "Overtatt av namsfogden. Bilder er tatt.")
    aftermath.handbacks.record(lease, back, DwellingStatus.MAINTENANCE)
    aftermath.condition.no_claim(lease, "Vanlig slitasje. Ingenting å kreve.")


def _close(story: Story, cases: Cases, name: str, outcome: EvictionOutcome) -> None:
    """The home is kept."""
    words = "Nav betalte det som sto igjen, og leietakeren betaler selv framover."
    story.office.eviction_cases.close(cases.known[name], outcome, words)


def _forced_sale(story: Story) -> None:
    """A home that somebody owns is to be sold."""
    office = story.office
    person = office.people.register(story.crowd.adult(30, 60))
    office.eviction_cases.receive(
        MessageDraft(
            sender=MessageSender.NAMSFOGD,
            person=person,
            kind=LossKind.FORCED_SALE,
            home="Prøvelia 14",
            received_on=story.now,
            reference=f"{story.now:%y}-104877",
            sums=EvictionSums(kroner(312_400), kroner(4_100)),
            sale_stage=ForcedSaleStage.COMMENT_PERIOD,
        )
    )


def _private(story: Story) -> None:
    """Somebody who rents from a private landlord rings by themselves."""
    office = story.office
    person = office.people.register(story.crowd.adult(22, 50))
    office.eviction_cases.receive(
        MessageDraft(
            sender=MessageSender.PERSON,
            person=person,
            landlord="Modell Utleie AS",
            home="Testgata 9, H0202",
            received_on=story.now,
            ground=UNPAID,
            sums=EvictionSums(kroner(21_000)),
            words="Har fått varsel fra utleieren og vet ikke hva det betyr.",
        )
    )


def _tell_units(story: Story, cases: Cases, name: str) -> None:
    """Those who may help the family are told, each on its ground: two by what they agreed to."""
    office, case = story.office, cases.known[name]
    units = {unit.code: unit.draft.name for unit in office.service_units.all()}
    until = office.services_given.consent_end(story.now)
    for scope, code in (
        (ConsentScope.TALK_WITH_OTHERS, "childrens_services"),
        (ConsentScope.TALK_WITH_HEALTH, "mental_health_and_substance_use"),
    ):
        person = office.eviction_cases.get(case).person
        office.consents.add(Consent(person, scope, story.now, until, units[code]))
    drafts = office.unit_notes.drafts(case)
    if drafts:
        office.unit_notes.write(case, drafts)
        story.post(Ref("eviction_case", case))


def _units_have_read(story: Story, cases: Cases, name: str) -> None:
    """The first of them has rung back."""
    office = story.office
    for note in office.unit_notes.of(cases.known[name])[:1]:
        office.unit_notes.read(note.id, story.now, "Grete Modellås")
