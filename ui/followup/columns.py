"""What the list of follow-up shows, and the filters it has."""

from datetime import date

from app.followup.levels.model import HelpLevel
from app.followup.plans.model import PlanState
from app.overview.followups.model import FollowupRow, FollowupSet
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind, Level, Tone
from ui.kit.columns import Align, Column
from ui.labels import dash, day, named, title_word, word

# those that stand under the page in the sidebar
SAVED = (
    FollowupSet.MINE,
    FollowupSet.HIGH_LEVELS,
    FollowupSet.WITHOUT_PLAN,
    FollowupSet.TO_EVALUATE,
    FollowupSet.SILENT,
    FollowupSet.WITHOUT_OWNER,
)


def level_chip(row: FollowupRow) -> Chip | None:
    """Shape and number; the word stands beside the name."""
    return Level.of(row.number).chip if row.number.followed else None


def level_text(row: FollowupRow) -> str:
    """«Nivå 3 – oppfølging og tjenester», for sheets and those who hear the list."""
    if not row.number.followed:
        return "Ikke satt"
    return f"Nivå\u00a0{row.number.value} – {word(row.number)}"


def help_word(row: FollowupRow) -> str:
    """The level in words, under the name."""
    return title_word(row.number) if row.number.followed else "Nivå er ikke satt"


def plan_text(row: FollowupRow) -> str:
    """«Målplan»; what is asked for and missing is said."""
    if row.plan is not None:
        return title_word(row.plan.kind)
    return "Mangler" if row.number >= HelpLevel.SUPPORT else ""


def plan_state(row: FollowupRow) -> str:
    """«Utgave 2, gjelder», «utkast»."""
    if row.plan is None:
        return ""
    state = word(row.plan.state)
    if not row.plan.edition or row.plan.state is PlanState.DRAFT:
        return state
    return f"Utgave {row.plan.edition}, {state}"


def plan_tone(row: FollowupRow) -> Tone | None:
    """What is asked for and missing is amber."""
    return Tone.AMBER if row.plan is None and row.number >= HelpLevel.SUPPORT else None


def next_talk(row: FollowupRow) -> date | None:
    """The day of the next talk: in the plan, else the one promised in a note."""
    in_plan = row.plan.next_talk_on if row.plan else None
    return in_plan or (row.contact.follow_up_on if row.contact else None)


def evaluation(row: FollowupRow) -> date | None:
    """The day the plan is to be gone through."""
    return row.plan.evaluation_on if row.plan else None


def last_contact(row: FollowupRow) -> date | None:
    """The last day we spoke."""
    return row.contact.last_on if row.contact else None


def missed(row: FollowupRow) -> str:
    """«2 uten svar», under the day of the last contact."""
    count = row.contact.missed if row.contact else 0
    return f"{count} uten svar" if count else ""


def _place(value: date | None) -> int | None:
    return value.toordinal() if value else None


def contact_tone(row: FollowupRow) -> Tone | None:
    """Longer ago than the level lets pass."""
    return Tone.AMBER if row.silent else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_WHO: tuple[Column[FollowupRow], ...] = (
    Column(
        "name",
        "Navn",
        lambda row: named(row.name),
        second=help_word,
        strong=True,
        stretch=True,
        fit=True,
        width=160,
    ),
    Column(
        "level",
        "Nivå",
        level_text,
        chip=level_chip,
        sort=lambda row: row.number.value,
        width=94,
    ),
    Column(
        "unit",
        "Ansvarlig",
        lambda row: dash(_capital(row.unit)) if row.owner else "Mangler",
        second=lambda row: row.owner.coordinator if row.owner else "",
        tone=lambda row: None if row.owner else Tone.AMBER,
        value=lambda row: f"{row.unit}, {row.owner.coordinator}" if row.owner else "",
        fit=True,
        width=140,
    ),
    Column(
        "plan",
        "Plan",
        lambda row: dash(plan_text(row)),
        second=plan_state,
        tone=plan_tone,
        value=lambda row: f"{plan_text(row)} {plan_state(row)}".strip(),
        width=132,
        spare=5,
    ),
    Column(
        "next_talk",
        "Neste samtale",
        lambda row: day(next_talk(row)),
        sort=lambda row: _place(next_talk(row)),
        align=Align.RIGHT,
        width=112,
        spare=2,
    ),
)
_WHAT: tuple[Column[FollowupRow], ...] = (
    Column(
        "contact",
        "Siste kontakt",
        lambda row: day(last_contact(row)),
        sort=lambda row: _place(last_contact(row)),
        second=missed,
        tone=contact_tone,
        align=Align.RIGHT,
        width=112,
        spare=3,
    ),
    Column(
        "late",
        "Forsinket",
        lambda row: str(row.late) if row.late else "",
        sort=lambda row: row.late,
        tone=lambda row: Tone.AMBER if row.late else None,
        value=lambda row: row.late,
        align=Align.RIGHT,
        width=92,
        spare=1,
    ),
    Column(
        "assessed",
        "Kartlagt",
        lambda row: day(row.assessed_on),
        sort=lambda row: _place(row.assessed_on),
        align=Align.RIGHT,
        width=104,
        hidden=True,
    ),
    Column(
        "protection",
        "Adressesperre",
        lambda row: "" if row.protection is AddressProtection.NONE else word(row.protection),
        chip=lambda row: (
            None if row.protection is AddressProtection.NONE else Chip(ChipKind.PROTECTED)
        ),
        width=120,
        hidden=True,
    ),
)


def columns(today: date) -> tuple[Column[FollowupRow], ...]:
    """The columns; a day to evaluate that is here is amber."""

    def due(row: FollowupRow) -> Tone | None:
        planned = evaluation(row)
        return Tone.AMBER if planned is not None and planned <= today else None

    evaluated: Column[FollowupRow] = Column(
        "evaluation",
        "Evalueres",
        lambda row: day(evaluation(row)),
        sort=lambda row: _place(evaluation(row)),
        tone=due,
        align=Align.RIGHT,
        width=104,
        spare=4,
    )
    return (*_WHO, evaluated, *_WHAT)
