"""What the list of requests for economic advice shows."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from app.applications.model import ReferredBy
from app.core.ids import DebtCaseId
from app.core.records import dataclass
from app.core.text import plural
from app.debt.decisions.model import WaitingLevel
from app.debt.model import DebtTopic
from app.debt.queue.model import DebtUrgency
from app.debt.waiting.model import DebtSet, RequestRow
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import capital, dash, day, named, title_word, until, word

SAVED = (DebtSet.QUEUED, DebtSet.WITHOUT_VEDTAK, DebtSet.WORKING, DebtSet.CLOSED)
"""Those that stand under the page in the sidebar."""

LONG = 90


_SHORT = {
    DebtTopic.RENT: "husleie",
    DebtTopic.HOME_LOAN: "boliglån",
    DebtTopic.POWER: "strøm",
    DebtTopic.CHILDREN: "barn",
    DebtTopic.CONSUMER_DEBT: "lån og kort",
    DebtTopic.PUBLIC_CLAIMS: "offentlige krav",
    DebtTopic.BUDGETING: "budsjett",
}
"""Where a column has no room for the whole word."""


def topics_text(row: RequestRow) -> str:
    """What somebody asks for help with, what comes first first (GJ-05)."""
    asked = (topic for topic in DebtTopic if topic in row.case.topics)
    return capital(", ".join(_SHORT.get(topic, word(topic)) for topic in asked))


def state_text(row: RequestRow) -> str:
    """How the request stands, how far the work is, or how it ended."""
    case = row.case
    return title_word(case.outcome or case.stage or case.state)


def state_chip(row: RequestRow) -> Chip | None:
    """Red where home, power or food is at stake and nothing has begun."""
    case = row.case
    if not case.open:
        kind = ChipKind.OK if case.outcome is not None else ChipKind.NO
        return Chip(kind, title_word(case.stage or case.state))
    if row.acute:
        return Chip(ChipKind.URGENT, title_word(DebtUrgency.ACUTE))
    return Chip(ChipKind.INFO, state_text(row))


@dataclass(slots=True)
class Late:
    """Which cases should have had a vedtak by now, as it was when the list was read."""

    levels: Mapping[DebtCaseId, WaitingLevel] = field(default_factory=dict)

    def vedtak(self, row: RequestRow) -> str:
        """The day of the vedtak; that it lacks is said in words."""
        case = row.case
        if case.decided is not None:
            return day(case.decided.issued_on)
        if not case.open:
            return ""
        return "Mangler" if case.id in self.levels else "Ikke ennå"

    def vedtak_chip(self, row: RequestRow) -> Chip | None:
        """Yellow, then red, by the municipality's own days (F12)."""
        level = self.levels.get(row.case.id)
        if level is None:
            return None
        return Chip(_LEVELS[level], "Mangler")


_LEVELS = {
    WaitingLevel.NONE: ChipKind.INFO,
    WaitingLevel.YELLOW: ChipKind.SOON,
    WaitingLevel.RED: ChipKind.URGENT,
}


def step_text(row: RequestRow) -> str:
    """What comes next."""
    return title_word(row.step) if row.step is not None else ""


def who_told(by: ReferredBy) -> str:
    """Who brought the person to us; most ask themselves."""
    return "Personen selv" if by is ReferredBy.SELF else title_word(by)


def waited_tone(row: RequestRow) -> Tone | None:
    """Who has waited for more than three months stands out."""
    return Tone.RED if row.case.waits and row.days > LONG else None


_CASE: tuple[Column[RequestRow], ...] = (
    Column("number", "Sak", lambda row: row.case.number, fit=True, width=104, spare=1),
    Column("channel", "Kom inn", lambda row: title_word(row.case.channel), hidden=True, width=120),
    Column("referred_by", "Fra", lambda row: who_told(row.case.referred_by), hidden=True),
)


def _standing(today: date, late: Late) -> list[Column[RequestRow]]:
    return [
        Column("state", "Hvor saken står", state_text, chip=state_chip, fit=True, width=170),
        Column(
            "vedtak",
            "Vedtak",
            late.vedtak,
            chip=late.vedtak_chip,
            fit=True,
            width=104,
            spare=4,
        ),
        Column(
            "step",
            "Neste steg",
            lambda row: dash(step_text(row)),
            second=lambda row: until(today, row.on) if row.on is not None else "",
            value=step_text,
            width=196,
            spare=3,
        ),
    ]


def columns(today: date, late: Late) -> list[Column[RequestRow]]:
    """In order; the case number can be left out where there is little room."""
    return [
        Column(
            "name",
            "Navn",
            lambda row: named(row.case.name),
            second=topics_text,
            value=lambda row: named(row.case.name),
            strong=True,
            stretch=True,
            width=200,
        ),
        Column(
            "rank",
            "Plass",
            lambda row: str(row.rank or ""),
            value=lambda row: row.rank,
            sort=lambda row: row.rank,
            align=Align.RIGHT,
            width=64,
        ),
        Column(
            "days",
            "Ventet",
            lambda row: plural(row.days, "dag", "dager"),
            second=lambda row: f"siden {day(row.case.received_on)}",
            value=lambda row: row.days,
            sort=lambda row: -row.days,
            tone=waited_tone,
            align=Align.RIGHT,
            width=124,
        ),
        *_standing(today, late),
        *_CASE,
    ]
