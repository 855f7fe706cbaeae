"""«Frister»: how long the person has waited, and every day that comes, each with its letter."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.answers.model import ApplicationClock
from app.applications.model import AnswerClock, Application
from app.core.ids import Ref
from app.core.records import dataclass
from app.core.text import plural
from ui.applications.columns import clock_tone
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind, Tone
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, day, until
from ui.navigation import Navigator, PageId

Go = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Line:
    """One clock in words; `task` is what its button begins, `words` what it says.

    `also` is a second button, as words and task.
    """

    what: str
    then: str
    words: str = ""
    task: str = ""
    tone: Tone | None = None
    also: tuple[str, str] = ("", "")


CONFIRM = ("Behovet gjelder fortsatt", "confirm")


def frister_card(
    navigator: Navigator, known: Application, clock: ApplicationClock, today: date
) -> Card:
    """All clocks that run; a letter's button opens it ready made."""
    card = Card("Frister", icon=Icon.CLOCK)
    if known.state.undecided:
        card.add(_answer(clock.answer, today))
    ref = Ref("application", known.id)
    for line in lines(known, clock, today):
        card.add(_widget(line, lambda task: navigator.open(PageId.APPLICATION, ref, task)))
    return card


def lines(known: Application, clock: ApplicationClock, today: date) -> tuple[Line, ...]:
    """Every clock that has something to say, the most pressing kind first."""
    return tuple(_lines(known, clock, today))


def _lines(known: Application, clock: ApplicationClock, today: date) -> Iterator[Line]:
    waited = plural(clock.days_waiting, "dag", "dager")
    if known.state.undecided:
        receipt = ("", "") if clock.receipt else ("Lag kvittering", "receipt")
        yield Line(f"Ventet {waited}", _law(clock.answer), *receipt)
    elif clock.decision_days is not None:
        took = plural(clock.decision_days, "dag", "dager")
        yield Line(f"Avgjort etter {took}", f"Søknaden kom {day(clock.received_on)}.")
    yield from _promise(clock, today)
    yield from _papers(known, clock, today)
    yield from _validity(known, clock, today)


def _law(answer: AnswerClock) -> str:
    deadline = answer.deadline
    law = capital(deadline.basis).replace("§ ", "§\u00a0")
    moved = f" (regnet {day(deadline.nominal)})" if deadline.moved != deadline.nominal else ""
    return f"Loven gir til {day(deadline.moved)}{moved}. {law}."


def _promise(clock: ApplicationClock, today: date) -> Iterator[Line]:
    promise = clock.promise
    if promise is None:
        return
    told = promise.notice.told_day
    if promise.notice.sent_on is None:
        then = "Brevet er ikke sendt ennå."
    else:
        then = "Dagen er ute." if promise.passed else f"{capital(until(today, told))}."
    tone = Tone.RED if promise.passed else None
    yield Line(f"Lovet svar {day(told)}", then, "Si fra om ny dag", "delay_notice", tone)


def _papers(known: Application, clock: ApplicationClock, today: date) -> Iterator[Line]:
    if not known.state.undecided:
        return
    papers = clock.papers
    if papers is None:
        yield Line("Papirer", "Ingen er bedt om.", "Be om papirer", "missing_papers")
        return
    then = "Dagen er ute." if papers.passed else f"{capital(until(today, papers.due))}."
    if papers.notice.sent_on is None:
        then = "Brevet er ikke sendt ennå."
    tone = Tone.AMBER if papers.passed else None
    yield Line(f"Papirer innen {day(papers.due)}", then, "Spør på nytt", "missing_papers", tone)


def _validity(known: Application, clock: ApplicationClock, today: date) -> Iterator[Line]:
    if not known.state.open:
        return
    validity = clock.validity
    if validity is None:
        heard = clock.confirmed_on or clock.received_on
        told = f"Sist hørt fra {day(heard)}."
        asked = f" Spurt {day(clock.asked.since)}." if clock.asked else ""
        yield Line("Behovet", told + asked, "Spør om behovet", "still_need", also=CONFIRM)
        return
    due = today >= validity.warn_on and validity.warning is None
    if validity.warned_on is not None:
        then = f"Varslet {day(validity.warned_on)}."
    else:
        then = f"Varsel om bortfall fra {day(validity.warn_on)}."
    words = ("Skriv varsel", "lapse_warning") if due else ("", "")
    tone = Tone.AMBER if due or today > validity.lapse_on else None
    what = f"Søknaden gjelder til {day(validity.lapse_on)}"
    yield Line(what, then, *words, tone=tone, also=CONFIRM)


def _answer(clock: AnswerClock, today: date) -> QWidget:
    if clock.answered_on is not None:
        what = f"Svar gitt {day(clock.answered_on)}"
        return Callout(ChipKind.OK, what, "Søkeren vet når vedtaket kommer.")
    kinds = {Tone.RED: ChipKind.URGENT, Tone.AMBER: ChipKind.SOON}
    tone = clock_tone(clock, today)
    kind = kinds.get(tone, ChipKind.INFO) if tone else ChipKind.INFO
    then = f"{capital(until(today, clock.local_day))}. Send vedtak eller foreløpig svar."
    return Callout(kind, f"Svar senest {day(clock.local_day)}", then)


def _widget(line: Line, go: Go) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(fonts.px(1))
    token = line.tone.words if line.tone else Token.TEXT
    column.addWidget(Label(line.what, Type.LABEL_STRONG, token, wrap=True))
    column.addWidget(Label(line.then, Type.HELP, Token.TEXT2, wrap=True))
    for words, task in ((line.words, line.task), line.also):
        if task:
            button = Button(
                words,
                partial(go, task),
                kind=ButtonKind.QUIET,
                size=ButtonSize.SMALL,
                icon=Icon.OK if task == "confirm" else Icon.LETTER,
            )
            button.setAccessibleDescription(line.what)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return box
