"""What the list of homes in danger shows."""

from collections.abc import Mapping
from datetime import date

from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.evictions.advice.model import BestStep
from app.overview.at_risk.model import AtRiskRow, Risk, RiskReason
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Column
from ui.labels import capital, dash, day, named, title_word, until, word

_PRESSING = frozenset(
    {
        RiskReason.DATE_SET,
        RiskReason.COMMENT_PERIOD,
        RiskReason.PETITION_FILED,
        RiskReason.FORCED_SALE,
        RiskReason.SIGNALS_RED,
    }
)


def reason_text(risk: Risk) -> str:
    """«Ubetalt husleie lenge, 16 900 kr»."""
    amount = f", {format_kroner(Ore(risk.amount))}" if risk.amount else ""
    return f"{title_word(risk.why)}{amount}"


def others(row: AtRiskRow) -> str:
    """What there is beside the most pressing reason."""
    return ", ".join(capital(word(each.why)) for each in row.risks[1:])


def reasons(row: AtRiskRow) -> str:
    """Every reason, for sheets and those who hear the list."""
    return "; ".join(reason_text(each) for each in row.risks)


def chip(row: AtRiskRow) -> Chip:
    """How pressing it is, by word and shape."""
    if row.first.why in _PRESSING:
        return Chip(ChipKind.URGENT)
    return Chip(ChipKind.SOON)


def ages(row: AtRiskRow) -> str:
    """«4 og 9 år»."""
    if not row.ages:
        return ""
    told = " og ".join(filter(None, (", ".join(map(str, row.ages[:-1])), str(row.ages[-1]))))
    return f"{told} år"


def children(row: AtRiskRow) -> str:
    """«2 barn (4 og 9 år)»."""
    return f"{_count(row)} ({ages(row)})" if row.ages else ""


def _count(row: AtRiskRow) -> str:
    return plural(len(row.ages), "barn", "barn") if row.ages else ""


def _place(value: date | None) -> int | None:
    return value.toordinal() if value else None


def _left(row: AtRiskRow, today: date) -> str:
    return until(today, row.day) if row.day else ""


_WHO: tuple[Column[AtRiskRow], ...] = (
    Column(
        "name",
        "Navn",
        lambda row: named(row.name),
        second=lambda row: (
            row.home if row.protection is AddressProtection.NONE else title_word(row.protection)
        ),
        strong=True,
        stretch=True,
        fit=True,
        width=170,
    ),
    Column("pressing", "Haster", lambda row: chip(row).text, chip=chip, width=84),
    Column(
        "reason",
        "Grunn",
        lambda row: reason_text(row.first),
        second=others,
        value=reasons,
        stretch=True,
        width=230,
    ),
    Column(
        "children",
        "Barn",
        lambda row: dash(_count(row)),
        second=ages,
        value=children,
        sort=lambda row: -len(row.ages),
        width=112,
        spare=3,
    ),
    Column(
        "since",
        "Siden",
        lambda row: day(row.first.since),
        value=lambda row: row.first.since,
        sort=lambda row: row.first.since.toordinal(),
        fit=True,
        width=96,
        spare=2,
    ),
)


def columns(today: date, steps: Mapping[int, BestStep]) -> tuple[Column[AtRiskRow], ...]:
    """Who, why, how soon, and what comes next; `steps` are the best ones of the cases, by id."""

    def step(row: AtRiskRow) -> str:
        about = row.first.about
        best = steps.get(about.id) if about.kind == "eviction_case" else None
        return title_word(best or row.step)

    next_step = Column[AtRiskRow]("step", "Neste steg", step, stretch=True, fit=True, width=170)
    coordinator = Column[AtRiskRow](
        "coordinator", "Koordinator", lambda row: dash(row.coordinator), width=130, spare=1
    )
    set_day = Column[AtRiskRow](
        "day",
        "Dato",
        lambda row: dash(day(row.day) if row.day else ""),
        second=lambda row: _left(row, today),
        value=lambda row: row.day,
        sort=lambda row: _place(row.day),
        tone=lambda row: Tone.RED if row.day else None,
        width=104,
    )
    return (*_WHO, set_day, next_step, coordinator)
