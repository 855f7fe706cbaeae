"""SQL of measures that use one of the instruments, in follow-up and in economic advice."""

from collections import defaultdict
from datetime import date

from app.core.ids import Ref
from app.overview.husbanken.model import Instrument, InstrumentUse
from app.overview.husbanken.rules import use
from app.storage.columns import day_or_none
from app.storage.database import Database

_KINDS = ", ".join(f"'{each.value}'" for each in Instrument)
_FOLLOWUP = (
    "SELECT m.id, m.kind, 'person', m.person, s.state, s.since"
    " FROM measure m JOIN measure_state s ON s.measure = m.id"
    f" WHERE m.kind IN ({_KINDS}) AND s.since <= ? ORDER BY m.id, s.since, s.id"
)
_DEBT = (
    "SELECT m.id, m.kind, 'debt_case', m.debt_case, s.state, s.since"
    " FROM debt_measure m JOIN debt_measure_state s ON s.debt_measure = m.id"
    f" WHERE m.kind IN ({_KINDS}) AND s.since <= ? ORDER BY m.id, s.since, s.id"
)


def began(db: Database) -> date | None:
    """The first day any measure stood anywhere; None while there is none."""
    return db.first(
        day_or_none,
        "SELECT min(day) FROM (SELECT min(since) AS day FROM measure_state"
        " UNION ALL SELECT min(since) FROM debt_measure_state)",
    )


def uses(db: Database, day: date) -> tuple[InstrumentUse, ...]:
    """Every use of an instrument, with what had happened by a day."""
    found: dict[tuple[Ref, int, str], list[tuple[str, date]]] = defaultdict(list)
    for sql in (_FOLLOWUP, _DEBT):
        for key, step in db.select(
            lambda row, kind, table, about, state, since: (
                (Ref(table, about), int(row), str(kind)),
                (str(state), date.fromisoformat(since)),
            ),
            sql,
            (day.isoformat(),),
        ):
            found[key].append(step)
    return tuple(use(Instrument(kind), about, steps) for (about, _, kind), steps in found.items())
