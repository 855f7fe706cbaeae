"""«Økonomisk rådgivning» on the household card: how it stands, and what comes next."""

from collections.abc import Callable, Sequence

from app.core.ids import PersonId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.debt.waiting.model import RequestRow
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word, word


def debt_card(
    office: Office,
    people: Sequence[PersonId],
    open_ref: Callable[[Ref], object],
    ask: Callable[[], object],
) -> Card:
    """Every case of those who live together, the open ones first; or a way to take one in."""
    rows = [each for one in people for each in office.debt_waiting.of_person(one)]
    open_one = any(each.case.open for each in rows)
    link = None
    if not open_one:
        link = Button("Ny henvendelse …", ask, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Økonomisk rådgivning", icon=Icon.DEBT, link=link, flush=bool(rows))
    if not rows:
        card.add(Label("Ingen har bedt om råd om økonomi.", Type.HELP, Token.TEXT2, wrap=True))
        return card
    made = RowList("Økonomisk rådgivning", Shape.TIMELINE, whole=True)
    ordered = sorted(rows, key=lambda each: not each.case.open)
    made.set_rows([_row(each, _owed(office, each)) for each in ordered])
    made.activated_key.connect(open_ref)
    card.add(made)
    return card


def _owed(office: Office, row: RequestRow) -> str:
    """«skylder 81 400 kr til 3 kreditorer», of an open case."""
    totals = office.debt_claims.totals(row.case.id) if row.case.open else None
    if totals is None or not totals.claims:
        return ""
    whom = plural(totals.creditors, "kreditor", "kreditorer")
    return f"skylder {format_kroner(totals.owed)} til {whom}"


def _row(row: RequestRow, owed: str) -> Row:
    """«I gang: skaffer oversikt», and under it what is owed and the next thing."""
    case = row.case
    title = title_word(case.outcome or case.stage or case.state)
    told = [case.number, owed] if owed else [case.number]
    if case.waits:
        told.append(f"ventet {plural(row.days, 'dag', 'dager')}")
    if row.step is not None:
        told.append(f"neste: {word(row.step)}" + (f" {day(row.on)}" if row.on else ""))
    if case.closed_on is not None:
        told.append(day(case.closed_on))
    return Row(Ref("debt_case", case.id), title, " · ".join(told), icon=Icon.DEBT, action="Åpne")
