"""What must hold about a dwelling, and which changes of status are allowed. Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.numbers import NumberKind, identify
from app.core.order import search_words
from app.dwellings.model import DwellingDraft, DwellingStatus, address_text

S = DwellingStatus

# Glossary 5.1: what may follow what; `let` is set by the lease, not by hand
MOVES: dict[DwellingStatus, frozenset[DwellingStatus]] = {
    S.READY: frozenset({S.MAINTENANCE, S.UNAVAILABLE, S.LET, S.RETIRED}),
    S.MAINTENANCE: frozenset({S.READY, S.UNAVAILABLE, S.RETIRED}),
    S.UNAVAILABLE: frozenset({S.READY, S.MAINTENANCE, S.RETIRED}),
    S.LET: frozenset({S.READY, S.MAINTENANCE, S.UNAVAILABLE}),
    S.RETIRED: frozenset({S.UNAVAILABLE}),
    S.UNKNOWN: frozenset(S) - {S.UNKNOWN},
}


def check(draft: DwellingDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field."""
    return tuple(_problems(draft, today))


def _problems(draft: DwellingDraft, today: date) -> Iterator[Problem]:
    if not draft.street.strip():
        yield Problem("street", "street_missing")
    for field, kind in _NUMBERS:
        value = getattr(draft, field)
        if value:
            yield from _number_problem(field, value, kind)
    if draft.rent is not None and draft.rent < 0:
        yield Problem("rent", "sum_negative", "HL-10")
    if draft.bedrooms is not None and not 0 <= draft.bedrooms <= 30:
        yield Problem("bedrooms", "bedrooms_out_of_range")
    if draft.area is not None and not 0 < draft.area < 2000:
        yield Problem("area", "area_out_of_range")
    if draft.status_since and draft.status_since > today:
        yield Problem("status_since", "day_in_future")
    if draft.holding.leased_in and not draft.owner_name:
        yield Problem("owner_name", "owner_missing", "SD-11", blocks=False)


_NUMBERS = (
    ("unit_number", NumberKind.UNIT_NUMBER),
    ("postal_code", NumberKind.POSTCODE),
    ("municipality_number", NumberKind.MUNICIPALITY),
    ("owner_org_number", NumberKind.ORGANISATION),
)


def _number_problem(field: str, value: str, kind: NumberKind) -> Iterator[Problem]:
    checked = identify(value, kind)[0]
    if not checked.ok:
        yield Problem(field, checked.code)
    elif checked.warning:
        yield Problem(field, checked.warning, blocks=False)


def may_change(now: DwellingStatus, to: DwellingStatus) -> bool:
    """Whether a status may follow another."""
    return to in MOVES[now]


def search_text(draft: DwellingDraft) -> str:
    """What a dwelling is found by: address without marks, unit, place, cadastral number."""
    address = address_text(draft.street, draft.house_number, draft.house_letter, draft.unit_number)
    parts = (address, draft.postal_code, draft.postal_place, draft.extra_reference)
    return f"{search_words(' '.join(parts))} {draft.farm_and_title}"


def same_place(draft: DwellingDraft) -> str:
    """What makes two rows the same dwelling: address, unit and room label.

    The cadastral number where there is no street; empty when neither is known. An address is told
    apart by its postal code, since a municipality number is seldom typed by hand.
    """
    place = (search_words(draft.street), draft.house_number, draft.house_letter.upper())
    where = draft.postal_code
    if not place[0]:
        place = (draft.farm_and_title, draft.lease_number, draft.section_number)
        where = draft.municipality_number
    if not place[0]:
        return ""
    return "|".join((*place, where, draft.unit_number, search_words(draft.extra_reference)))
