"""The lines of a sheet as the control table shows them."""

from collections.abc import Callable
from dataclasses import field

from app.core.records import dataclass
from app.core.text import grouped
from app.transfer.model import (
    CheckedSheet,
    DebtColumn,
    FindingKind,
    ImportKind,
    KoboColumn,
    RentColumn,
    WaitingColumn,
)
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.transfer.wording import (
    CHIPS,
    field_word,
    hidden,
    is_secret,
    masked,
    masked_kid,
    norwegian_day,
)

_SUMS = frozenset(
    each.value
    for each in (
        KoboColumn.RENT,
        KoboColumn.DEPOSIT,
        RentColumn.CLAIM,
        RentColumn.PAID,
        RentColumn.BALANCE,
        DebtColumn.PRINCIPAL,
        DebtColumn.INTEREST,
        DebtColumn.COSTS,
        DebtColumn.TOTAL,
    )
)
_KINDS = (FindingKind.ERROR, FindingKind.TO_CHECK, FindingKind.FIXED)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its cells by field, masked, and what is found about each."""

    number: int
    outcome: FindingKind | None
    kinds: frozenset[FindingKind]
    cells: dict[str, str] = field(repr=False)
    marks: dict[str, FindingKind] = field(default_factory=dict)


def lines_of(checked: CheckedSheet) -> tuple[Line, ...]:
    """Every line under the headings."""
    marks: dict[int, dict[str, FindingKind]] = {}
    kinds: dict[int, set[FindingKind]] = {}
    for found in checked.findings:
        kinds.setdefault(found.line, set()).add(found.kind)
        if found.column and found.kind in _KINDS:
            of_line = marks.setdefault(found.line, {})
            name = checked.columns.field_of(found.column)
            if name not in of_line or _KINDS.index(found.kind) < _KINDS.index(of_line[name]):
                of_line[name] = found.kind
    fields = [(at, name) for at, name in enumerate(checked.columns.fields) if name]
    return tuple(
        Line(
            line.line,
            line.outcome,
            frozenset(kinds.get(line.line, ())),
            {name: _cell(name, line.texts[at]) for at, name in fields},
            marks.get(line.line, {}),
        )
        for line in checked.lines
    )


def _cell(name: str, text: str) -> str:
    """As it is read on a screen: numbers masked, sums with blanks, days the Norwegian way."""
    if is_secret(name):
        return hidden(text)
    if name in _SUMS and text.isascii() and text.isdecimal():
        return grouped(int(text))
    if name == RentColumn.KID:
        return masked_kid(text)
    return norwegian_day(masked(text))


@dataclass(frozen=True, slots=True)
class Shown:
    """A column: the fields it joins, its heading and width, and whose marks it bears as well.

    `unless` names a field that is shown in its place where the sheet has it; `instead` one that
    a line without the first is known by.
    """

    fields: tuple[str, ...]
    title: str
    width: int
    stretch: bool = False
    marked_by: tuple[str, ...] = ()
    unless: str = ""
    instead: str = ""


_K, _W, _R, _D = KoboColumn, WaitingColumn, RentColumn, DebtColumn
_SEEN: dict[ImportKind, tuple[Shown, ...]] = {
    ImportKind.DWELLINGS: (
        Shown((_K.STREET, _K.HOUSE_NUMBER, _K.HOUSE_LETTER), "Adresse", 156, stretch=True),
        Shown((_K.UNIT_NUMBER,), "Bruksenhet", 92),
        Shown((_K.FARM_AND_TITLE,), "Gnr./bnr.", 99),
        Shown((_K.STATUS_SINCE,), "Statusdato", 125),
        Shown((_K.RENT,), "Leie kr", 90),
    ),
    ImportKind.APPLICANTS: (
        # a barred address is marked at the name: whose it is matters more than the sheet's own «x»
        Shown((_W.NAME,), "Navn", 180, stretch=True, marked_by=(_W.PROTECTION,)),
        Shown(
            (_W.FAMILY_NAME, _W.GIVEN_NAME),
            "Etternavn, fornavn",
            180,
            stretch=True,
            marked_by=(_W.PROTECTION,),
        ),
        Shown((_W.NATIONAL_ID,), "Fødselsnummer", 144),
        Shown((_W.APPLIED_ON,), "Søkt", 104),
        Shown((_W.GROUP,), "Gruppe", 116),
    ),
    ImportKind.RENT_LIST: (
        Shown((_R.KID,), "KID", 138, marked_by=(_R.LEASE_NUMBER,), instead=_R.LEASE_NUMBER),
        Shown((_R.LEASE_NUMBER,), "Leieavtale", 110, unless=_R.KID),
        Shown((_R.NAME,), "Navn", 130, stretch=True),
        Shown((_R.DUE_ON,), "Forfall", 120),
        Shown((_R.CLAIM,), "Krav kr", 92, marked_by=(_R.WHAT, _R.MONTH, _R.INVOICE)),
        Shown((_R.PAID,), "Betalt kr", 92, marked_by=(_R.PAID_BY, _R.PAID_ON)),
        Shown((_R.BALANCE,), "Saldo kr", 92, marked_by=(_R.BALANCE_ON,)),
    ),
    ImportKind.DEBT_OVERVIEW: (
        Shown((_D.CREDITOR,), "Kreditor", 140, stretch=True, marked_by=(_D.ORG_NUMBER,)),
        Shown((_D.KIND,), "Gjelder", 112),
        Shown((_D.PRINCIPAL,), "Hovedstol kr", 126, marked_by=(_D.CURRENCY,)),
        Shown((_D.INTEREST,), "Renter kr", 96),
        Shown((_D.COSTS,), "Omkostn. kr", 96),
        Shown((_D.TOTAL,), "Sum kr", 122),
        Shown((_D.REFERENCE,), "Referanse", 90, marked_by=(_D.STAGE, _D.COLLECTOR)),
    ),
}
_RIGHT = _SUMS | {_K.BEDROOMS.value, _W.CHILDREN.value}


def columns_of(checked: CheckedSheet) -> tuple[Column[Line], ...]:
    """Line number, the fields the sheet has, and what becomes of the line."""
    there = [name for name in checked.columns.fields if name]
    filled = filled_in(checked)
    wanted = (each for each in _SEEN[checked.kind] if each.unless not in filled)
    seen = [each for each in wanted if each.fields[0] in filled]
    joined = {each.fields[0] for each in seen if len(each.fields) == 1}
    rest = [Shown((name,), _title(checked.kind, name), 120) for name in there if name not in joined]
    return (
        Column("line", "Linje", lambda line: str(line.number), sort=_number, align=Align.RIGHT,
               width=54),
        *(_column(each) for each in seen),
        *(_column(each, hidden_first=True) for each in rest),
        Column("outcome", "Resultat", _outcome_words, chip=_outcome, width=101),
    )  # fmt: skip


def filled_in(checked: CheckedSheet) -> frozenset[str]:
    """The fields at least one line says something in; all of them where there is no line."""
    return frozenset(
        name
        for at, name in enumerate(checked.columns.fields)
        if name and (not checked.lines or any(line.texts[at].strip() for line in checked.lines))
    )


def _title(kind: ImportKind, name: str) -> str:
    words = field_word(kind, name)
    return words[:1].upper() + words[1:]


def _number(line: Line) -> int:
    return line.number


def _column(shown: Shown, *, hidden_first: bool = False) -> Column[Line]:
    def text(line: Line) -> str:
        told = " ".join(cell for name in shown.fields if (cell := line.cells.get(name, "")))
        return told or line.cells.get(shown.instead, "")

    return Column(
        "+".join(shown.fields),
        shown.title,
        text,
        align=Align.RIGHT if shown.fields[0] in _RIGHT else Align.LEFT,
        width=shown.width,
        mark=_mark((*shown.fields, *shown.marked_by)),
        stretch=shown.stretch,
        hidden=hidden_first,
    )


def _mark(fields: tuple[str, ...]) -> Callable[[Line], ChipKind | None]:
    def mark(line: Line) -> ChipKind | None:
        found = {line.marks[name] for name in fields if name in line.marks}
        return next((CHIPS[kind][0] for kind in _KINDS if kind in found), None)

    return mark


def _outcome(line: Line) -> Chip | None:
    if line.outcome is None:
        return Chip(ChipKind.OK, "Tas inn")
    return Chip(*CHIPS[line.outcome])


def _outcome_words(line: Line) -> str:
    chip = _outcome(line)
    return chip.text if chip else ""
