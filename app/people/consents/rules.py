"""What must hold about a consent, and which are about to end. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.ids import PersonId
from app.people.consents.model import Consent, ConsentScope


def check_consent(
    consent: Consent, today: date, born: date | None, strict: bool = False
) -> tuple[Problem, ...]:
    """What is wrong with a consent (PV-02); one without an end is only asked about.

    `strict`: the person is strengt fortrolig, and who lets to them is not kept.
    """
    return tuple(_problems(consent, today, born, strict))


def _problems(consent: Consent, today: date, born: date | None, strict: bool) -> Iterator[Problem]:
    landlord = consent.scope is ConsentScope.TALK_WITH_LANDLORD
    if strict and landlord and consent.body.strip():
        yield Problem("body", "address_not_to_be_kept", "ADR-02")
    if consent.since > today:
        yield Problem("since", "day_in_future")
    elif born is not None and consent.since < born:
        yield Problem("since", "told_day_before_birth", facts={"born": born})
    if consent.until is None:
        yield Problem("until", "consent_without_end", "PV-02", blocks=False)
    elif consent.until < consent.since:
        yield Problem("until", "end_before_start")
    if consent.withdrawn_on is not None and consent.withdrawn_on < consent.since:
        yield Problem("withdrawn_on", "end_before_start")


def ending(consents: Iterable[Consent], on: date, days: int) -> tuple[Consent, ...]:
    """Those that hold on a day and end within so many days, the first to end first (P5).

    One that another of the same scope and receiver takes over after its end is left out.
    """
    of: dict[PersonId, list[Consent]] = defaultdict(list)
    for consent in consents:
        of[consent.person].append(consent)
    last = on + timedelta(days=days)
    soon = (each for same in of.values() for each in same if each.holds(on) and _within(each, last))
    return tuple(
        sorted(
            (each for each in soon if not any(_follows(later, each) for later in of[each.person])),
            key=lambda each: (each.until or date.max, each.id),
        )
    )


def _within(consent: Consent, last: date) -> bool:
    return consent.until is not None and consent.until <= last


def _follows(later: Consent, earlier: Consent) -> bool:
    """Whether the later one holds the day after the earlier one's last day."""
    same = (later.person, later.scope, later.body.casefold()) == (
        earlier.person,
        earlier.scope,
        earlier.body.casefold(),
    )
    return same and earlier.until is not None and later.holds(earlier.until + timedelta(days=1))
