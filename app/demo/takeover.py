"""The first day: the stock with its tenants as the old sheet had them, and the old waiting list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.applications.model import TargetGroup
from app.core.ids import DwellingId
from app.core.numbers import make_kid
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.demo.crowd import Crowd
from app.demo.forms import Lacks, Told, tell
from app.demo.municipality import GROUP_ORDER, WAITING
from app.demo.stock import (
    FOR_SALE,
    NAV,
    NAVS_VACANT,
    OUT_OF_USE,
    START,
    VACANT,
    stock,
)
from app.demo.waiting import NEEDS, from_reception, taken_over
from app.dwellings.model import DwellingDraft, DwellingStatus, SaleSince
from app.leases.model import ImportedLease
from app.leases.terms import term_end
from app.office import Office
from app.people.model import AddressProtection, HouseholdKind, MemberDraft, Role
from app.storage.unit import Unit as Writing

# Days to the end of those leases that need someone before long, and since the end of those past it
ENDING = (9, 41, 85, 110, 133, 160, 179, 205, 240, 266, 291, 318, 343, 362)
PAST = (-2, -33, -78, -130)
# Terms that have run out too, but were followed by a new lease, or by a request to move
RENEWED, ASKED = (-23, -27), -70
OPEN_ENDED = 8
TERM = 36
DECIDED_LATER = {
    TargetGroup.SUBSTANCE_USE: 1,
    TargetGroup.FAMILY_WITH_CHILDREN: 1,
    TargetGroup.MENTAL_HEALTH: 1,
}
PROTECTED = {
    TargetGroup.DISADVANTAGED_OTHER: AddressProtection.CONFIDENTIAL,
    TargetGroup.MENTAL_HEALTH: AddressProtection.STRICTLY_CONFIDENTIAL,
}
REFUGEES = ((TargetGroup.DISADVANTAGED_OTHER, 5), (TargetGroup.FAMILY_WITH_CHILDREN, 4))
LEAVES = (TargetGroup.MENTAL_HEALTH, 0)
"""One leaves treatment whatever the others do."""
LACKING = {
    (TargetGroup.MENTAL_HEALTH, 6): Lacks.INCOME,
    (TargetGroup.DISADVANTAGED_OTHER, 7): Lacks.RESIDENCE,
}
WITHOUT_KID = 130
"""One of so many had no payment reference in the old sheet."""
LET_BEFORE, ON_PAPER = 1300, 400
"""How many days ago those were let that are vacant now, and the one nothing ties to anybody."""
SOLD_BECAUSE = "Kommunestyret har vedtatt å selge."
SHIELDED = "Opptatt (skjermet). Se papirmappe 7 i safen."


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a tenancy runs; `end` None until someone ends it."""

    start: date
    end: date | None


def take_over_stock(office: Office, rng: Random, crowd: Crowd, today: date) -> None:
    """Every dwelling, and in those that are let the tenant and the lease."""
    drafts = list(stock(rng, today))
    usable = _vacant_first(drafts, rng)
    let = sorted(usable[VACANT + len(OUT_OF_USE) + 1 :])
    let_by = dict(zip(let, terms(len(let), rng, today), strict=True))
    # nobody has told of the time before, so nothing was vacant then
    for at, term in let_by.items():
        drafts[at] = replace(drafts[at], status_since=term.start)
    set_apart = VACANT + len(OUT_OF_USE)
    for at in usable[: set_apart + 1]:
        ago = ON_PAPER if at == usable[set_apart] else LET_BEFORE
        drafts[at] = replace(drafts[at], status_since=today - timedelta(days=ago))
    with office.unit("sheet.taken_in") as unit:
        ids = [office.dwellings.add(unit, draft) for draft in drafts]
        for at, draft in enumerate(drafts):
            if draft.note == FOR_SALE:
                told = SaleSince(True, office.clock.today(), SOLD_BECAUSE)
                office.dwellings.set_sale(unit, ids[at], told)
        unit.subject = None
    _set_apart(office, [ids[at] for at in usable], today)
    with office.unit("sheet.taken_in") as unit:
        for at, term in let_by.items():
            _let(office, unit, ids[at], drafts[at], term, rng, crowd)
        unit.subject = None


def _vacant_first(drafts: Sequence[DwellingDraft], rng: Random) -> list[int]:
    """Places in `drafts` of all that is not for sale, the vacant of both allocators first."""
    usable = [at for at, draft in enumerate(drafts) if draft.note != FOR_SALE]
    rng.shuffle(usable)
    navs = [at for at in usable if drafts[at].allocator == NAV][:NAVS_VACANT]
    health = [at for at in usable if drafts[at].allocator != NAV][: VACANT - NAVS_VACANT]
    first = [*navs, *health]
    return first + [at for at in usable if at not in first]


def _set_apart(office: Office, usable: list[DwellingId], today: date) -> None:
    """The vacant ones, those out of use, and the one nothing may tie to its tenant (ADR-02)."""
    vacated = [(DwellingStatus.READY, "Vasket ut og klar.", 12 + 11 * n) for n in range(VACANT)]
    for dwelling, (status, reason, ago) in zip(usable, (*vacated, *OUT_OF_USE), strict=False):
        let, since = DwellingStatus.LET, today - timedelta(days=LET_BEFORE)
        office.dwellings.change_status(dwelling, let, since, "Utleid før registeret ble laget.")
        office.dwellings.change_status(
            dwelling, status, today - timedelta(days=START + ago), reason
        )
    shielded = usable[VACANT + len(OUT_OF_USE)]
    office.leases.let_on_paper(shielded, today - timedelta(days=ON_PAPER), SHIELDED)


def terms(count: int, rng: Random, today: date) -> Iterator[Term]:
    """Those that end soon or have ended are spread over the house as they come."""
    days: list[int | None] = [*ENDING, *PAST, *RENEWED, ASKED, *[None] * OPEN_ENDED]
    days += [rng.randint(400, 1000) for _ in range(count - len(days))]
    rng.shuffle(days)
    for until in days:
        if until is None:
            yield Term(today - timedelta(days=rng.randint(700, 1000)), None)
            continue
        start = add(Period(-TERM, Unit.MONTHS), today + timedelta(days=until + 1))
        yield Term(start, term_end(start, TERM))


def _let(
    office: Office,
    unit: Writing,
    dwelling: DwellingId,
    draft: DwellingDraft,
    term: Term,
    rng: Random,
    crowd: Crowd,
) -> None:
    tenant = crowd.adult(67, 95) if draft.staffed else crowd.adult(19, 75)
    person = office.people.add(unit, tenant)
    if (draft.bedrooms or 0) >= 3:
        kind, first = HouseholdKind.SINGLE_PARENT, MemberDraft(person, Role.APPLICANT)
        children = [crowd.child(tenant.family_name) for _ in range(rng.randint(1, 3))]
        members = [MemberDraft(office.people.add(unit, each), Role.CHILD) for each in children]
        office.people.add_household(unit, kind, (first, *members))
    office.leases.take_in(
        unit,
        ImportedLease(
            person,
            dwelling,
            term.start,
            term.end,
            open_ended=term.end is None,
            rent=draft.rent,
            kid="" if dwelling % WITHOUT_KID == 0 else make_kid(f"2019{dwelling:05}"),
        ),
    )


def take_over_list(office: Office, rng: Random, crowd: Crowd, today: date) -> None:
    """Those who were granted a dwelling before, each with what their form told."""
    with office.unit("sheet.taken_in") as unit:
        for group, count in WAITING.items():
            for at in range(count - DECIDED_LATER.get(group, 0)):
                level = PROTECTED.get(group) if at == 2 else None
                protection = level or AddressProtection.NONE
                draft = taken_over(group, rng, crowd, today, protection)
                refugee = (group, at) in REFUGEES
                if refugee:
                    draft = from_reception(draft)
                if (group, at) == LEAVES:
                    need, lives = NEEDS[3]
                    draft = replace(draft, needs=frozenset({need}), present_housing=lives)
                waiting = office.applications.add(unit, draft)
                told = Told(LACKING.get((group, at), Lacks.NOTHING), refugee=refugee)
                office.intake.keep(unit, waiting, tell(office, waiting, rng, told))
        unit.subject = None


def choose_between(office: Office) -> None:
    """The officer's own order where two stand equal, with the reason written down."""
    places = [p for p in office.allocation.waiting_list() if p.row.group is GROUP_ORDER[1]]
    reason = "Skrives ut fra behandling før de andre, og har ingen å bo hos."
    office.allocation.move(places[4].row.id, places[1].row.id, reason)
