"""What may be shown, what may be told, what ends, and what a form must say. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.ids import ServiceUnitId
from app.followup.services.model import (
    Basis,
    BasisDraft,
    ContactDraft,
    ContactPerson,
    Ending,
    KnownBy,
    NeverTold,
    Receiver,
    ServiceDraft,
    ServiceGiven,
    Sharing,
    Standing,
    UnitBlock,
)
from app.people.consents.model import Consent, ConsentScope

EARLIEST = date(1950, 1, 1)  # before this a year was typed wrong
LATEST_YEARS = 30

# Who a scope lets the office talk with; those that only fetch or make are told to nobody.
RECEIVERS = {
    ConsentScope.TALK_WITH_HEALTH: Receiver.HEALTH,
    ConsentScope.TALK_WITH_NAV: Receiver.NAV,
    ConsentScope.TALK_WITH_LANDLORD: Receiver.LANDLORD,
    ConsentScope.TALK_WITH_OTHERS: Receiver.OTHERS,
    ConsentScope.JOINT_MEETING: Receiver.MEETING,
    ConsentScope.SHARE_PLAN: Receiver.PLAN_GROUP,
    ConsentScope.CONTACT_EARLY: Receiver.EARLY_HELPERS,
}
ALWAYS = (Receiver.HEALTH, Receiver.NAV, Receiver.LANDLORD)  # told of also when nothing may be
_NAMED = frozenset({Receiver.OTHERS, Receiver.EARLY_HELPERS})  # a line for each that is named
_NEVER = {
    Receiver.HEALTH: (NeverTold.NAV_NOTES,),
    Receiver.NAV: (NeverTold.HEALTH_FACTS,),
    Receiver.LANDLORD: (NeverTold.NAV_NOTES, NeverTold.HEALTH_FACTS, NeverTold.ECONOMY),
    Receiver.MEETING: (NeverTold.NAV_NOTES,),
    Receiver.PLAN_GROUP: (NeverTold.NAV_NOTES, NeverTold.HEALTH_FACTS),
    Receiver.EARLY_HELPERS: (NeverTold.NAV_NOTES, NeverTold.HEALTH_FACTS, NeverTold.ECONOMY),
    Receiver.OTHERS: (NeverTold.NAV_NOTES, NeverTold.HEALTH_FACTS),
}


def standing(basis: Basis | None, day: date, *, ours: bool) -> Standing:
    """Whether what a unit does can be shown on a day (A1)."""
    if ours:
        return Standing.OURS
    if basis is None:
        return Standing.LACKING
    if basis.holds(day):
        return Standing.HOLDS
    return Standing.WITHDRAWN if basis.withdrawn(day) else Standing.ENDED


def blocks(
    services: Sequence[ServiceGiven],
    contacts: Sequence[ContactPerson],
    bases: Sequence[Basis],
    ours: ServiceUnitId,
    day: date,
) -> tuple[UnitBlock, ...]:
    """One for each unit that does something on a day, ours first; what may not be read is out."""
    named = (
        *(each.draft.unit for each in services),
        *(each.draft.unit for each in contacts),
        *(each.unit for each in bases),
    )
    units = sorted(
        {unit for unit in named if unit is not None}, key=lambda unit: (unit != ours, unit)
    )
    made = (_block(unit, services, contacts, bases, day, ours=unit == ours) for unit in units)
    return tuple(block for block in made if block.known or block.standing is Standing.HOLDS)


def _block(
    unit: ServiceUnitId,
    services: Sequence[ServiceGiven],
    contacts: Sequence[ContactPerson],
    bases: Sequence[Basis],
    day: date,
    *,
    ours: bool,
) -> UnitBlock:
    basis = leaned_on([each for each in bases if each.unit == unit], day)
    given = tuple(each for each in services if each.draft.unit == unit)
    people = tuple(each for each in contacts if each.draft.unit == unit)
    found = standing(basis, day, ours=ours)
    block = UnitBlock(unit, found, basis, given, people, len(given) + len(people))
    return block if found.shown else block.hidden()


def leaned_on(bases: Sequence[Basis], day: date) -> Basis | None:
    """The newest that holds on a day; when none does, the last that did."""
    begun = [each for each in bases if each.since <= day]
    holding = [each for each in begun if each.holds(day)]
    return max(holding or begun, key=lambda each: (each.since, each.id), default=None)


def sharing(consents: Iterable[Consent], day: date, *, hidden: bool) -> tuple[Sharing, ...]:
    """What may be told to whom on a day, by which consents, and what never (P6).

    `hidden`: the address is protected, and no consent covers it.
    """
    agreed: dict[tuple[Receiver, str], list[Consent]] = {(receiver, ""): [] for receiver in ALWAYS}
    for consent in consents:
        receiver = RECEIVERS.get(consent.scope)
        if receiver is not None and consent.holds(day):
            named = " ".join(consent.body.split()) if receiver in _NAMED else ""
            agreed.setdefault((receiver, named), []).append(consent)
    order = {receiver: at for at, receiver in enumerate(Receiver)}
    rows = sorted(agreed, key=lambda key: (order[key[0]], key[1].casefold()))
    return tuple(Sharing(*key, tuple(agreed[key]), never(key[0], hidden=hidden)) for key in rows)


def never(receiver: Receiver, *, hidden: bool) -> tuple[NeverTold, ...]:
    """What is not told to a receiver whatever was agreed to."""
    return (*_NEVER[receiver], *((NeverTold.HIDDEN_ADDRESS,) if hidden else ()))


def ending(rows: Iterable[Ending], on: date, days: int) -> tuple[Ending, ...]:
    """Those whose last day is from a day and so many days on, the first to end first (P5)."""
    last = on + timedelta(days=days)
    soon = (each for each in rows if on <= each.ends_on <= last)
    return tuple(sorted(soon, key=lambda each: (each.ends_on, each.person)))


def check_service(draft: ServiceDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a service, field by field."""
    return tuple(_service_problems(draft, today))


def _service_problems(draft: ServiceDraft, today: date) -> Iterator[Problem]:
    if draft.unit is None:
        yield Problem("unit", "given_unit_missing")
    if not draft.what.strip():
        yield Problem("what", "given_service_missing")
    yield from _start_problems(draft.since, today, ahead=True)
    if draft.until is not None and draft.since is not None and draft.until < draft.since:
        yield Problem("until", "end_before_start")


def check_contact(draft: ContactDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a contact person, field by field."""
    return tuple(_contact_problems(draft, today))


def _contact_problems(draft: ContactDraft, today: date) -> Iterator[Problem]:
    if draft.unit is None:
        yield Problem("unit", "given_unit_missing")
    if not draft.name.strip():
        yield Problem("name", "unit_contact_name_missing")
    yield from _start_problems(draft.since, today, ahead=False)


def _start_problems(since: date | None, today: date, *, ahead: bool) -> Iterator[Problem]:
    if since is None:
        yield Problem("since", "given_since_missing")
    elif since < EARLIEST:
        yield Problem("since", "day_too_early")
    elif since > today and (not ahead or since.year > today.year + LATEST_YEARS):
        yield Problem("since", "day_in_future")


def check_basis(draft: BasisDraft, consent: Consent | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with what is leaned on; `consent` is the person's that is named, if any."""
    return tuple(_basis_problems(draft, consent, today))


def _basis_problems(draft: BasisDraft, consent: Consent | None, today: date) -> Iterator[Problem]:
    if draft.known_by is None:
        yield Problem("known_by", "unit_basis_missing", "PV-02")
    elif draft.known_by is KnownBy.CONSENT:
        if consent is None:
            yield Problem("consent", "unit_basis_consent_missing", "PV-02")
        elif not consent.holds(today):
            yield Problem("consent", "unit_basis_consent_over", "PV-02")
    elif not draft.words.strip():
        yield Problem("words", "unit_basis_words_missing", "PV-01")
    yield from _start_problems(draft.since, today, ahead=False)
    if draft.until is not None and draft.since is not None and draft.until < draft.since:
        yield Problem("basis_until", "end_before_start")
