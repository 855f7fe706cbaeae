"""SQL of early signals: what was seen, what came of it, and what other tables tell."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalDraft,
    SignalOutcome,
    SignalSource,
    SignalState,
)
from app.core.ids import LeaseId, PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

_SIGNALS = "SELECT id, person, kind, seen_on, source, words, found FROM early_signal"
_STATES = "SELECT early_signal, since, outcome, words FROM early_signal_state WHERE since <= ?"
# a letter that came back, not sent again, and nothing to the same one has arrived since
_RETURNED = (
    "SELECT d.person, x.document, max(x.returned_on) FROM dispatch x"
    " JOIN document d ON d.id = x.document WHERE d.person IS NOT NULL"
    " AND x.returned_on <= ?1{whose} AND NOT EXISTS (SELECT 1 FROM dispatch s"
    " WHERE s.document = x.document AND s.returned_on IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM dispatch l JOIN document o ON o.id = l.document"
    " WHERE o.person = d.person AND l.arrived_on > x.returned_on AND l.arrived_on <= ?1)"
    " GROUP BY d.person, x.document"
)
_EVICTED = (
    "SELECT l.tenant, e.lease, e.last_day FROM lease_ending e JOIN lease l ON l.id = e.lease"
    " WHERE e.id = (SELECT max(x.id) FROM lease_ending x"
    " WHERE x.lease = e.lease AND x.recorded_on <= ?1)"
    " AND e.cause = 'eviction' AND e.last_day <= ?1{whose}"
)


def insert(unit: Unit, person: PersonId, draft: SignalDraft, found: str = "") -> int:
    """One signal more."""
    return unit.insert(
        "early_signal",
        person=person,
        kind=draft.kind,
        seen_on=draft.seen_on,
        source=draft.source,
        words=draft.words.strip(),
        found=found,
    )


def change(unit: Unit, signal: int, draft: SignalDraft) -> None:
    """It was written down wrong; the history keeps what stood there."""
    unit.update(
        "early_signal",
        signal,
        kind=draft.kind,
        seen_on=draft.seen_on,
        source=draft.source,
        words=draft.words.strip(),
    )


def add_state(unit: Unit, signal: int, outcome: SignalOutcome | None, words: str) -> None:
    """Closed from today, or open again."""
    unit.insert(
        "early_signal_state",
        early_signal=signal,
        since=unit.today,
        outcome=outcome or "",
        words=words.strip(),
    )


def of_all(db: Database, day: date) -> tuple[EarlySignal, ...]:
    """Every signal that was seen by a day, as it stands then."""
    states = _states(db, day)
    return db.select(
        lambda *row: _signal(states, *row),
        f"{_SIGNALS} WHERE seen_on <= ? ORDER BY id",
        (day.isoformat(),),
    )


def of_person(db: Database, person: PersonId, day: date) -> tuple[EarlySignal, ...]:
    """As `of_all`, of one person."""
    states = _states(db, day, person)
    return db.select(
        lambda *row: _signal(states, *row),
        f"{_SIGNALS} WHERE seen_on <= ? AND person = ? ORDER BY id",
        (day.isoformat(), person),
    )


def of_people(db: Database, people: Collection[PersonId], day: date) -> tuple[EarlySignal, ...]:
    """As `of_all`, of some people."""
    theirs = "SELECT value FROM json_each(?2)"
    values, states = (day.isoformat(), json.dumps(sorted(people))), _States()
    db.select(
        states.keep,
        f"{_STATES}1 AND early_signal IN (SELECT id FROM early_signal"
        f" WHERE person IN ({theirs})) ORDER BY id",
        values,
    )
    return db.select(
        lambda *row: _signal(states.found, *row),
        f"{_SIGNALS} WHERE seen_on <= ?1 AND person IN ({theirs}) ORDER BY id",
        values,
    )


def open_of_each(db: Database, day: date) -> Mapping[PersonId, int]:
    """How many were seen by a day and are open then, of each person who has any."""
    outcome = (
        "(SELECT outcome FROM early_signal_state f WHERE f.early_signal = s.id AND f.since <= ?1"
        " ORDER BY f.id DESC LIMIT 1)"
    )
    return dict(
        db.select(
            lambda person, number: (PersonId(person), number),
            "SELECT s.person, count(*) FROM early_signal s WHERE s.seen_on <= ?1"
            f" AND coalesce({outcome}, '') = '' GROUP BY s.person",
            (day.isoformat(),),
        )
    )


def terms_ending(db: Database, first: date, last: date) -> Mapping[PersonId, int]:
    """How many leases of each tenant have their last day between two days."""
    return dict(
        db.select(
            lambda tenant, number: (PersonId(tenant), number),
            "SELECT tenant, count(*) FROM lease WHERE end_on BETWEEN ? AND ? GROUP BY tenant",
            (first.isoformat(), last.isoformat()),
        )
    )


def leases_of(db: Database, people: Collection[PersonId]) -> tuple[LeaseId, ...]:
    """Every lease of some people."""
    return db.select(
        LeaseId,
        "SELECT id FROM lease WHERE tenant IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(people)),),
    )


def get(db: Database, signal: int, day: date) -> EarlySignal | None:
    """One of them."""
    states = _states(db, day)
    return db.first(lambda *row: _signal(states, *row), f"{_SIGNALS} WHERE id = ?", (signal,))


def _states(
    db: Database, day: date, person: PersonId | None = None
) -> Mapping[int, list[SignalState]]:
    states = _States()
    whose = " AND early_signal IN (SELECT id FROM early_signal WHERE person = ?)"
    narrowed = ("", ()) if person is None else (whose, (person,))
    sql = f"{_STATES}{narrowed[0]} ORDER BY id"
    db.select(states.keep, sql, (day.isoformat(), *narrowed[1]))
    return states.found


class _States:
    """What was said of each, oldest first."""

    def __init__(self) -> None:
        self.found: dict[int, list[SignalState]] = defaultdict(list)

    def keep(self, signal: int, since: str, outcome: str, words: str) -> None:
        """One row more."""
        known = SignalOutcome(outcome) if outcome else None
        self.found[signal].append(SignalState(date.fromisoformat(since), known, words))


def _signal(
    states: Mapping[int, Sequence[SignalState]],
    signal: int,
    person: int,
    kind: str,
    seen_on: str,
    source: str,
    words: str,
    found: str,
) -> EarlySignal:
    return EarlySignal(
        PersonId(person),
        EarlySignalKind(kind),
        date.fromisoformat(seen_on),
        SignalSource(source),
        words,
        found,
        signal,
        tuple(states.get(signal, ())),
    )


Known = tuple[PersonId, int, date]
"""Whose, which row, and the day."""


def returned(db: Database, day: date, person: PersonId | None = None) -> tuple[Known, ...]:
    """Letters that came back and have not been sent again, to everyone or to one person."""
    return _of(db, _RETURNED, "d.person", day, person)


def evicted(db: Database, day: date, person: PersonId | None = None) -> tuple[Known, ...]:
    """Leases that ended with somebody being put out: everyone, or one person."""
    return _of(db, _EVICTED, "l.tenant", day, person)


def _of(
    db: Database, sql: str, column: str, day: date, person: PersonId | None
) -> tuple[Known, ...]:
    whose, values = ("", ()) if person is None else (f" AND {column} = ?2", (person,))
    return db.select(_known, sql.replace("{whose}", whose), (day.isoformat(), *values))


def _known(person: int, row: int, on: str) -> Known:
    return PersonId(person), row, date.fromisoformat(on)


def with_words(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every row about some people that has words: they may tell where one lives (ADR-05)."""
    marks = ", ".join("?" * len(people))
    signals = db.select(
        lambda signal, person: (Ref("early_signal", signal), PersonId(person)),
        "SELECT id, person FROM early_signal WHERE words <> ''"
        f" AND person IN ({marks}) ORDER BY id",
        people,
    )
    states = db.select(
        lambda state, person: (Ref("early_signal_state", state), PersonId(person)),
        "SELECT t.id, s.person FROM early_signal_state t JOIN early_signal s"
        f" ON s.id = t.early_signal WHERE t.words <> '' AND s.person IN ({marks}) ORDER BY t.id",
        people,
    )
    return (*signals, *states)


def empty(unit: Unit, held: Ref) -> None:
    """Take the words away; kind, day and outcome stay."""
    unit.update(held.kind, held.id, words="")
