"""Where a case of economic advice stands, and the way to it, for every page around a person."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.days import day_and_year
from app.core.ids import PersonId, Ref
from app.debt.measures.model import DebtMeasureKind
from app.debt.model import DebtCase, DebtTopic
from app.followup.model import Measure, MeasureKind
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import capital, named, word
from ui.navigation import Navigator, PageId

MONEY_HELP: Mapping[MeasureKind, DebtMeasureKind | None] = {
    MeasureKind.DEBT_ADVICE: None,
    MeasureKind.INSTALMENT_AGREEMENT: None,
    MeasureKind.VOLUNTARY_DEDUCTION: DebtMeasureKind.VOLUNTARY_DEDUCTION,
    MeasureKind.MONEY_MANAGEMENT: DebtMeasureKind.MONEY_MANAGEMENT,
    MeasureKind.BOSTOTTE: DebtMeasureKind.BOSTOTTE,
    MeasureKind.STARTLAN: DebtMeasureKind.STARTLAN,
}
"""Measures of a plan that may be steps of a case, and what they are called in the case."""
_TOPICS: Mapping[MeasureKind, DebtTopic] = {
    MeasureKind.INSTALMENT_AGREEMENT: DebtTopic.RENT,
    MeasureKind.MONEY_MANAGEMENT: DebtTopic.BUDGETING,
}
"""What the request is about, where the measure tells it."""
_NEW = "new"
MEASURES = "measures"


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("advice", text)


def ask_task(topic: DebtTopic | None = None) -> str:
    """The task of the list that takes in a request, with its topic ticked where it is known."""
    return _NEW if topic is None else f"{_NEW}:{topic}"


def asked_about(task: str) -> DebtTopic | None:
    """The topic such a task names."""
    found = task.partition(":")[2]
    return DebtTopic(found) if found in {str(each) for each in DebtTopic} else None


def asks(task: str) -> bool:
    """Whether a task takes in a request."""
    return task.partition(":")[0] == _NEW


# which case


def case_of(office: Office, person: PersonId) -> DebtCase | None:
    """The case of a person: the newest that is open, else the newest."""
    found = office.debt_cases.of_person(person)
    return next((each for each in reversed(found) if each.open), found[-1] if found else None)


def cases_around(office: Office, person: PersonId) -> tuple[DebtCase, ...]:
    """The case of a person and the open ones of those who live with them."""
    found = (case_of(office, each) for each in together(office, person))
    return tuple(
        each for each in found if each is not None and (each.open or each.person == person)
    )


def together(office: Office, person: PersonId) -> tuple[PersonId, ...]:
    """The person, then those who live with them."""
    household, today = office.people.household_of(person), office.clock.today()
    members = household.members if household else ()
    here = (each.person for each in members if each.until is None or each.until > today)
    return tuple(dict.fromkeys((person, *here)))


# in words


def standing_words(case: DebtCase) -> str:
    """«i kø, starter 5. januar 2027», «i gang: skaffer oversikt», «avsluttet 3. mars 2026»."""
    if case.waits:
        if case.starts_on is not None:
            return tr("i kø, starter {}").format(day_and_year(case.starts_on))
        return tr("i kø") if case.decided else tr("i kø, uten vedtak ennå")
    if case.closed_on is not None:
        return tr("avsluttet {}").format(day_and_year(case.closed_on))
    if case.stage is not None:
        return tr("i gang: {}").format(word(case.stage))
    return f"{word(case.state)} {day_and_year(case.state_since)}"


def case_words(case: DebtCase) -> str:
    """«rådgivningssak G-2026-4, i kø, starter 5. januar 2027»."""
    return tr("rådgivningssak {}, {}").format(case.number, standing_words(case))


def told_case(case: DebtCase, person: PersonId) -> str:
    """«G-2026-4, i kø», with the name where another in the household asked."""
    whose = "" if case.person == person else named(case.name)
    return ", ".join(each for each in (case.number, whose, standing_words(case)) if each)


def advice_words(office: Office, measure: Measure) -> str:
    """Where the case stands that a measure of the plan is a step of; empty for other measures."""
    kind, over = measure.draft.kind, measure.state.ended
    if kind not in MONEY_HELP or (over and kind is not MeasureKind.DEBT_ADVICE):
        return ""
    case = case_of(office, measure.person)
    if case is None:
        return tr("ingen har bedt om råd ennå") if _none_asked(measure) else ""
    done = _done_words(office, case, MONEY_HELP[kind])
    return f"{case_words(case)}; {done}" if done else case_words(case)


def _none_asked(measure: Measure) -> bool:
    """Whether advice is agreed on in the plan, so that a request is missing (F12)."""
    return measure.draft.kind is MeasureKind.DEBT_ADVICE and not measure.state.ended


def advice_number(office: Office, measure: Measure) -> str:
    """The same where there is room for the number alone; how it stands is told beside it."""
    case = case_of(office, measure.person)
    if case is None or measure.draft.kind not in MONEY_HELP or measure.state.ended:
        return advice_words(office, measure)
    return tr("rådgivningssak {}").format(case.number)


def _done_words(office: Office, case: DebtCase, kind: DebtMeasureKind | None) -> str:
    """«bostøtte: søkt eller spurt, svar ventes 5. januar 2027»."""
    found = [each for each in office.debt_measures.of(case.id) if each.kind is kind]
    if not found:
        return ""
    last = found[-1]
    by = last.answer_by
    told = f"{word(last.kind)}: {word(last.state)}"
    return tr("{}, svar ventes {}").format(told, day_and_year(by)) if by else told


def plan_measures(office: Office, case: DebtCase) -> tuple[Measure, ...]:
    """The measures of the person's plan that this case is a step of, those that go on first."""
    found = office.followup.measures(case.person)
    mine = (each for each in found if each.draft.kind in MONEY_HELP)
    return tuple(sorted(mine, key=lambda each: each.state.ended))


# the way there


def way(office: Office, navigator: Navigator, measure: Measure) -> tuple[str, Callable[[], object]]:
    """What leads from a measure of the plan to its case, or begins a request."""
    case = case_of(office, measure.person)
    kind = measure.draft.kind
    if case is not None and (case.open or measure.state.ended):
        task = MEASURES if MONEY_HELP.get(kind) else ""
        go = partial(navigator.open, PageId.DEBT_CASE, Ref("debt_case", case.id), task)
        return tr("Til rådgivningssaken"), go
    person = Ref("person", measure.person)
    ask = partial(navigator.open, PageId.DEBT, person, ask_task(_TOPICS.get(kind)))
    return tr("Be om råd …"), ask


def way_around(
    office: Office, navigator: Navigator, person: PersonId, topic: DebtTopic | None = None
) -> tuple[str, Callable[[], object]]:
    """What leads to the open case of a person or of those who live with them, or asks for one."""
    found = next((each for each in cases_around(office, person) if each.open), None)
    if found is not None:
        return tr("Til rådgivningssaken"), partial(navigator.open_ref, Ref("debt_case", found.id))
    ask = partial(navigator.open, PageId.DEBT, Ref("person", person), ask_task(topic))
    return tr("Be om råd …"), ask


def advice_card(
    office: Office,
    navigator: Navigator,
    person: PersonId,
    topic: DebtTopic | None = None,
    parent: QWidget | None = None,
) -> Card:
    """«Økonomisk rådgivning» beside rent that is owed or a home in danger."""
    found, link = cases_around(office, person), None
    if not any(each.open for each in found):
        words, go = way_around(office, navigator, person, topic)
        link = Button(words, go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card(
        tr("Økonomisk rådgivning"), icon=Icon.DEBT, link=link, flush=bool(found), parent=parent
    )
    if found:
        rows = RowList(tr("Økonomisk rådgivning"), Shape.TIMELINE, whole=True)
        rows.set_rows([_row(each, person) for each in found])
        rows.activated_key.connect(navigator.open_ref)
        card.add(rows)
    else:
        none = tr("Ingen har bedt om råd om økonomi. Råd kan hindre at boligen går tapt.")
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
    card.body.addStretch(1)
    return card


def _row(case: DebtCase, person: PersonId) -> Row:
    """How it stands; whose it is, where another in the household asked."""
    whose = "" if case.person == person else named(case.name)
    why = " · ".join(each for each in (case.number, whose) if each)
    title = capital(standing_words(case))
    return Row(Ref("debt_case", case.id), title, why, icon=Icon.DEBT, action=tr("Åpne"))
