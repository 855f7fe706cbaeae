"""What is read of each slice for the timeline: one statement for each kind of happening.

Every statement gives the day, the row, the person, the record it opens, one or two codes, the
words, an amount and whether it stays within the office. `who` are the persons, `?2` the day.
"""

from enum import Enum

from app.core.records import dataclass
from app.overview.household.model import Happened

NONE: tuple[type[Enum], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """How one kind is read: the record it opens, the statement's columns and rows, its codes."""

    what: Happened
    opens: str
    columns: str
    rows: str
    states: tuple[type[Enum], ...] = NONE
    more: tuple[type[Enum], ...] = NONE

    @property
    def sql(self) -> str:
        """As one part of the whole; the record it opens is the person where none is named."""
        return f"SELECT {self.columns} FROM who w {self.rows}"


def told(
    what: Happened,
    rows: str,
    on: str,
    ref: str,
    *,
    state: str = "NULL",
    more: str = "NULL",
    words: str = "''",
    amount: str = "NULL",
    within: str = "0",
    states: tuple[type[Enum], ...] = NONE,
    mores: tuple[type[Enum], ...] = NONE,
) -> Told:
    """`ref` is «kind:column»; the row's own id is the one after the day in `on`."""
    opens, _, record = ref.partition(":")
    columns = f"{on}, w.id, {record or 'w.id'}, {state}, {more}, {words}, {amount}, {within}"
    return Told(what, opens, columns, rows, states, mores)


LEASE = "CROSS JOIN lease l ON l.tenant = w.id"
APPLICATION = "CROSS JOIN application a ON a.applicant = w.id"
VEDTAK = f"{APPLICATION} CROSS JOIN vedtak v ON v.application = a.id"
EVICTION = "CROSS JOIN eviction_case c ON c.person = w.id"
ADVICE = "CROSS JOIN debt_case c ON c.person = w.id"
PLAN = "CROSS JOIN plan p ON p.person = w.id"
HOME = (
    "(SELECT d.street || ' ' || d.house_number || d.house_letter"
    " || coalesce(', ' || nullif(d.unit_number, ''), '') FROM dwelling d WHERE d.id = {})"
)
MADE = (
    "(SELECT s.state FROM lease_state s WHERE s.lease = l.id ORDER BY s.id DESC"
    " LIMIT 1) NOT IN ('draft', 'cancelled')"
)
