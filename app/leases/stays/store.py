"""SQL of stays, their terms and prices."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from app.core.ids import DwellingId, PersonId, Ref, VedtakId
from app.core.money import Ore
from app.leases.stays.model import DayRange, PriceSince, Stay, StayDraft
from app.people.address_store import PROTECTION_ON
from app.people.model import AddressProtection
from app.storage.among import among
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, draft: StayDraft, left_on: date | None = None) -> int:
    """A stay, with how long it is meant to last, the day they left if it is over, and its price."""
    stay = unit.insert("stay", person=draft.person, **_columns(draft))
    add_term(unit, stay, draft.until, left_on)
    if draft.price is not None and draft.began_on is not None:
        add_price(unit, stay, draft.began_on, draft.price)
    return stay


def update(unit: Unit, stay: int, draft: StayDraft) -> None:
    """What was written wrong; the term and the price have their own days."""
    unit.update("stay", stay, **_columns(draft))


def _columns(draft: StayDraft) -> dict[str, object]:
    return {
        "began_on": draft.began_on,
        "dwelling": draft.dwelling,
        "place": draft.place,
        "vedtak": draft.vedtak,
        "children": draft.children,
        "quality": draft.quality.strip(),
        "quality_confirmed_on": draft.quality_confirmed_on,
    }


def add_term(
    unit: Unit, stay: int, until: date | None, left_on: date | None, reason: str = ""
) -> None:
    """How long it is meant to last, or the day they left; what was said before stays."""
    unit.insert(
        "stay_term",
        stay=stay,
        recorded_on=unit.today,
        until=until,
        left_on=left_on,
        reason=reason.strip(),
    )


def add_price(unit: Unit, stay: int, since: date, price: Ore) -> None:
    """What a night costs from a day."""
    unit.insert("stay_price", stay=stay, since=since, price=price)


# everyone whom nobody has said left
_STAYING = (
    " AND s.person IN (SELECT o.person FROM stay o WHERE (SELECT e.left_on IS NOT NULL"
    "  FROM stay_term e WHERE e.stay = o.id AND e.recorded_on <= ?2"
    "  ORDER BY e.id DESC LIMIT 1) IS NOT 1)"
)
# everyone who had not left before a period and came before its end, and those they live with
_THERE = (
    "(SELECT o.person FROM stay o WHERE o.began_on <= min(?1, ?4)"
    " AND coalesce((SELECT e.left_on FROM stay_term e WHERE e.stay = o.id"
    "  AND e.recorded_on <= ?2 ORDER BY e.id DESC LIMIT 1), '9999-12-31') > ?3)"
)
_MEETING = (
    f" AND (s.person IN {_THERE} OR s.person IN (SELECT m.person FROM household_member h"
    "  JOIN household_member m ON m.household = h.household"
    f"  WHERE h.person IN {_THERE} AND h.since <= ?1 AND (h.until IS NULL OR h.until > ?1)"
    "  AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)))"
)


def all_on(
    db: Database,
    day: date,
    known_on: date | None = None,
    *,
    staying: bool = False,
    meeting: DayRange | None = None,
    of: Collection[PersonId] | None = None,
    only: Collection[int] | None = None,
) -> tuple[Stay, ...]:
    """Every stay that had begun by a day, the newest first.

    As it was known then; `known_on` a later day, on which more has been told of who left when.
    `staying` for those alone who have one that is open, each with all they have had; `meeting`
    for those who have one in a period, and their households, likewise; `of` for those of some
    people, `only` for some stays.
    """
    period = () if meeting is None else (meeting.first.isoformat(), meeting.last.isoformat())
    whose, people = among("s.person", of, 3 + len(period))
    which, stays = among("s.id", only, 3 + len(period) + len(people))
    some = f"{_STAYING if staying else ''}{_MEETING if period else ''}{whose}{which}"
    rows = db.select(
        lambda *row: row,
        "SELECT s.id, s.person, s.began_on, t.until, t.left_on, s.dwelling, s.place, s.vedtak,"
        " s.children, s.quality, s.quality_confirmed_on FROM stay s"
        " LEFT JOIN stay_term t ON t.id = (SELECT max(id) FROM stay_term u WHERE u.stay = s.id"
        "  AND u.recorded_on <= ?2)"
        f" WHERE s.began_on <= ?1{some} ORDER BY s.began_on DESC, s.id DESC",
        (day.isoformat(), (known_on or day).isoformat(), *period, *people, *stays),
    )
    prices = _prices(db, [row[0] for row in rows] if some else None)
    return tuple(_stay(row, tuple(prices[row[0]].values())) for row in rows)


def _prices(db: Database, only: Collection[int] | None) -> Mapping[int, dict[date, PriceSince]]:
    prices: dict[int, dict[date, PriceSince]] = defaultdict(dict)
    some, which = among("stay", only, 1)
    for stay, since, price in db.select(
        lambda stay, since, price: (int(stay), date.fromisoformat(since), Ore(price)),
        f"SELECT stay, since, price FROM stay_price WHERE TRUE{some} ORDER BY since, id",
        which,
    ):
        prices[stay][since] = PriceSince(since, price)
    return prices


def _stay(row: tuple[object, ...], prices: tuple[PriceSince, ...]) -> Stay:
    began = day_or_none(row[2])
    if began is None:
        raise ValueError("a stay has a first day")
    return Stay(
        id=int(str(row[0])),
        person=PersonId(int(str(row[1]))),
        began_on=began,
        until=day_or_none(row[3]),
        left_on=day_or_none(row[4]),
        dwelling=None if row[5] is None else DwellingId(int(str(row[5]))),
        place=None if row[6] is None else int(str(row[6])),
        vedtak=None if row[7] is None else VedtakId(int(str(row[7]))),
        children=int(str(row[8])),
        quality=str(row[9]),
        quality_confirmed_on=day_or_none(row[10]),
        prices=prices,
    )


def people(
    db: Database, ids: Iterable[PersonId], day: date
) -> dict[PersonId, tuple[str, AddressProtection]]:
    """What each is called, and how far their address is kept secret on a day."""
    return dict(
        db.select(
            lambda person, name, level: (PersonId(person), (name, AddressProtection(level))),
            "SELECT p.id, trim(p.given_name || ' ' || p.family_name),"
            f" {PROTECTION_ON}"
            " FROM person p WHERE p.id IN (SELECT value FROM json_each(?2))",
            (day.isoformat(), json.dumps(sorted(set(ids)))),
        )
    )


def vedtak_numbers(db: Database, some: Iterable[VedtakId]) -> dict[VedtakId, str]:
    """The number of each vedtak that some stays rest on."""
    return dict(
        db.select(
            lambda vedtak, number: (VedtakId(vedtak), str(number)),
            "SELECT id, number FROM vedtak WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(some))),),
        )
    )


def households(db: Database, people: Iterable[PersonId], day: date) -> dict[PersonId, int]:
    """The household each lived in on a day, the newest where there are two."""
    return dict(
        db.select(
            lambda person, household: (PersonId(person), int(household)),
            "SELECT person, household FROM household_member"
            " WHERE person IN (SELECT value FROM json_each(?2))"
            " AND since <= ?1 AND (until IS NULL OR until > ?1) ORDER BY id",
            (day.isoformat(), json.dumps(sorted(set(people)))),
        )
    )


def with_children(db: Database, people: Iterable[PersonId], day: date) -> frozenset[PersonId]:
    """Those whose household has a child, in any presence, on a day."""
    return frozenset(
        db.select(
            PersonId,
            "SELECT DISTINCT m.person FROM household_member m"
            " JOIN household_member c ON c.household = m.household"
            " JOIN person p ON p.id = c.person"
            " WHERE m.person IN (SELECT value FROM json_each(?2))"
            " AND (m.until IS NULL OR m.until > ?1) AND (c.until IS NULL OR c.until > ?1)"
            " AND (c.role = 'child' OR p.birth_date > date(?1, '-18 years'))",
            (day.isoformat(), json.dumps(sorted(set(people)))),
        )
    )


def emergency_dwellings(db: Database, day: date) -> tuple[DwellingId, ...]:
    """The dwellings that are kept for nights at short notice (B11)."""
    return db.select(
        DwellingId,
        "SELECT d.dwelling FROM dwelling_suitability d WHERE d.emergency = 1"
        " AND d.id = (SELECT id FROM dwelling_suitability e WHERE e.dwelling = d.dwelling"
        "  AND e.since <= ? ORDER BY e.since DESC, e.id DESC LIMIT 1) ORDER BY d.dwelling",
        (day.isoformat(),),
    )


def unfit_for_children(db: Database, dwelling: DwellingId, day: date) -> bool:
    """Whether what holds for a dwelling on a day keeps children out of it (B11)."""
    found = db.first(
        int,
        "SELECT emergency OR not_for_children FROM dwelling_suitability"
        " WHERE dwelling = ? AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )
    return found == 1


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every row that tells where the given persons stay: the place, what it costs, why it ended."""
    named = json.dumps(sorted(people))
    mine = "(SELECT id, person FROM stay WHERE person IN (SELECT value FROM json_each(?)))"
    return db.select(
        lambda table, row, person: (Ref(table, row), PersonId(person)),
        f"SELECT 'stay', s.id, s.person FROM {mine} s"
        f" UNION ALL SELECT 'stay_price', p.id, s.person FROM stay_price p"
        f" JOIN {mine} s ON s.id = p.stay"
        f" UNION ALL SELECT 'stay_term', t.id, s.person FROM stay_term t"
        f" JOIN {mine} s ON s.id = t.stay",
        (named, named, named),
    )


def remove_places(unit: Unit, people: frozenset[PersonId]) -> None:
    """Only the nights are left: neither where, nor what it cost, nor in whose words."""
    named = json.dumps(sorted(people))
    inside = "SELECT id FROM stay WHERE person IN (SELECT value FROM json_each(?))"
    unit.execute(f"DELETE FROM stay_price WHERE stay IN ({inside})", (named,))
    unit.execute(f"UPDATE stay_term SET reason = '' WHERE stay IN ({inside})", (named,))
    unit.execute(
        "UPDATE stay SET dwelling = NULL, place = NULL, quality = ''"
        f" WHERE id IN ({inside}) AND (dwelling IS NOT NULL OR place IS NOT NULL OR quality <> '')",
        (named,),
    )
