"""What the list of applications shows, and how a state and a clock are worded."""

from datetime import date, timedelta

from app.applications.model import AnswerClock, ApplicationKind, ApplicationRow, ApplicationState
from app.core.cases import CaseKind
from app.core.records import dataclass
from app.core.text import plural
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import capital, dash, day, short_group, title_word, until

S = ApplicationState
_CHIPS = {
    S.RECEIVED: ChipKind.NOT_STARTED,
    S.INCOMPLETE: ChipKind.SOON,
    S.IN_ASSESSMENT: ChipKind.INFO,
    S.GRANTED_WAITING: ChipKind.WAITING,
    S.ALLOCATED: ChipKind.OK,
    S.GRANTED: ChipKind.OK,
    S.REFUSED: ChipKind.NOT_STARTED,
    S.DISMISSED: ChipKind.NOT_STARTED,
    S.WITHDRAWN: ChipKind.NOT_STARTED,
    S.LAPSED: ChipKind.NOT_STARTED,
}
SHORT = {S.GRANTED_WAITING: "Venter på bolig", S.INCOMPLETE: "Mangler papirer"}
SHORT_CASES = {
    CaseKind.ALLOCATION: "Bolig",
    CaseKind.HOUSING_HELP: "Hjelp",
    CaseKind.TEMPORARY_STAY: "Midlertidig",
}
SOON_DAYS = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list: the application, and its clock while nobody has answered."""

    row: ApplicationRow
    clock: AnswerClock | None
    today: date


LEFT = {"due_week": "Frist denne uka", "undecided": "Uten vedtak"}
"""What may remain to be done; the keys are those of the ready lists."""


def remains(listed: Listed, what: str) -> bool:
    """Whether it has no vedtak yet; for «due_week» also whether its answer is due by Sunday."""
    if what == "undecided":
        return listed.row.state.undecided
    sunday = listed.today + timedelta(days=6 - listed.today.weekday())
    return listed.clock is not None and listed.clock.local_day <= sunday


def state_chip(state: ApplicationState) -> Chip:
    """Shape and word of a state."""
    return Chip(_CHIPS[state], SHORT.get(state) or title_word(state))


def household_words(row: ApplicationRow) -> str:
    """«Enslig, 1 barn», or «2 voksne, 4 barn»; who they are is not told."""
    if row.protection is not AddressProtection.NONE:
        return "Skjermet adresse"
    adults = "Enslig" if row.adults <= 1 else plural(row.adults, "voksen", "voksne")
    children = plural(row.children, "barn", "barn") if row.children else ""
    return ", ".join(part for part in (adults, children) if part)


def clock_tone(clock: AnswerClock, today: date) -> Tone | None:
    """Red when the day to act on has come, amber the ten days before it."""
    left = (clock.local_day - today).days
    if left <= 0:
        return Tone.RED
    return Tone.AMBER if left <= SOON_DAYS else None


def answer_words(listed: Listed) -> str:
    """The day to have answered by, or that it is done."""
    if listed.clock is not None:
        return day(listed.clock.local_day)
    return "Svar gitt" if listed.row.state.undecided else "–"


def left_words(listed: Listed) -> str:
    """«Om 3 dager», «I dag», or «4 dager over»."""
    if listed.clock is None:
        return "–"
    over = (listed.today - listed.clock.local_day).days
    if over > 0:
        return f"{plural(over, 'dag', 'dager')} over"
    return capital(until(listed.today, listed.clock.local_day))


def _left_chip(listed: Listed) -> Chip | None:
    if listed.clock is None:
        return None
    tone = clock_tone(listed.clock, listed.today)
    kinds = {Tone.RED: ChipKind.URGENT, Tone.AMBER: ChipKind.SOON}
    return Chip(kinds[tone], left_words(listed)) if tone in kinds else None


def urgency(listed: Listed) -> tuple[bool, int, int]:
    """Those that must have an answer first, the most pressing of them first; then the newest."""
    if listed.clock is not None:
        return False, listed.clock.local_day.toordinal(), 0
    return True, -listed.row.received_on.toordinal(), -listed.row.id


def _kind(listed: Listed) -> str:
    return title_word(listed.row.kind)


def _case(listed: Listed) -> str:
    return SHORT_CASES[listed.row.case]


def _group(listed: Listed) -> str:
    return capital(short_group(listed.row.group)) if listed.row.group else "–"


def _second(listed: Listed) -> str:
    """Number, what is asked for when it is not a new dwelling, and how many they are."""
    row = listed.row
    kind = "" if row.kind is ApplicationKind.NEW else title_word(row.kind)
    return " · ".join(part for part in (row.number, kind, household_words(row)) if part)


def _waited(listed: Listed) -> str:
    return plural(listed.row.days_waiting, "dag", "dager")


COLUMNS: tuple[Column[Listed], ...] = (
    Column(
        "name",
        "Søker",
        lambda each: each.row.name,
        second=_second,
        strong=True,
        stretch=True,
        width=180,
    ),
    Column("case", "Sak", _case, width=100, spare=1),
    Column("group", "Gruppe", _group, width=124),
    Column(
        "state",
        "Status",
        lambda each: state_chip(each.row.state).text,
        chip=lambda each: state_chip(each.row.state),
        width=162,
    ),
    Column(
        "received",
        "Mottatt",
        lambda each: day(each.row.received_on),
        second=_waited,
        sort=lambda each: each.row.received_on.toordinal(),
        align=Align.RIGHT,
        width=108,
        spare=2,
    ),
    Column(
        "answer",
        "Svar senest",
        answer_words,
        sort=lambda each: each.clock.local_day.toordinal() if each.clock else None,
        align=Align.RIGHT,
        width=108,
    ),
    Column(
        "left",
        "Frist",
        left_words,
        sort=lambda each: each.clock.local_day.toordinal() if each.clock else None,
        chip=_left_chip,
        width=140,
    ),
    Column(
        "days",
        "Dager",
        lambda each: str(each.row.days_waiting),
        sort=lambda each: each.row.days_waiting,
        value=lambda each: each.row.days_waiting,
        align=Align.RIGHT,
        hidden=True,
        width=70,
    ),
    Column("number", "Søknad", lambda each: each.row.number, hidden=True, width=110),
    Column("kind", "Søknadstype", _kind, hidden=True, width=130),
    Column(
        "to_check",
        "Må ses over",
        lambda each: dash("" if not each.row.to_check else "Må ses over"),
        value=lambda each: bool(each.row.to_check),
        hidden=True,
        width=110,
    ),
)
