"""All that has happened in a case, one line each: talks, states, measures and papers."""

from collections.abc import Iterator
from datetime import date

from app.core.days import short_day
from app.core.ids import Ref
from app.debt.model import AdviceStage, DebtCase, RequestState
from app.letters.model import DocumentKind, DocumentState
from app.office import Office
from ui.debt.log.words import tr
from ui.debt.measures.words import measure_title
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import title_word, word

Told = tuple[date, int, Row]


def story(office: Office, case: DebtCase) -> list[Row]:
    """The newest first; what happened on the same day in the order it follows."""
    told = [
        *_states(office, case),
        *_screens(office, case),
        *_stages(office, case),
        *_endings(office, case),
        *_measures(office, case),
        *_papers(office, case),
        *_talks(office, case),
    ]
    return [row for _, _, row in sorted(told, key=lambda each: each[:2], reverse=True)]


def _states(office: Office, case: DebtCase) -> Iterator[Told]:
    for each in office.debt_cases.states(case.id):
        if each.state is RequestState.RECEIVED:
            how = tr("{}, {}").format(title_word(case.channel), word(case.referred_by))
            yield _line(each.since, 0, tr("Henvendelsen kom"), how, icon=Icon.DEBT)
        elif each.state is not RequestState.SCREENED:  # its answers say more
            title = tr("Henvendelsen: {}").format(word(each.state))
            yield _line(each.since, 2, title, each.reason, icon=Icon.NEXT_STEPS)


def _screens(office: Office, case: DebtCase) -> Iterator[Told]:
    for each in office.debt_cases.screens(case.id):
        words = tr("Det haster") if each.acute else tr("Det haster ikke")
        yield _line(each.since, 1, tr("Hastevurdering"), words, each.words, icon=Icon.WARNING)


def _stages(office: Office, case: DebtCase) -> Iterator[Told]:
    for each in office.debt_cases.stages(case.id):
        if each.stage is not AdviceStage.CLOSED:  # how it ended says more
            title = tr("Arbeidet: {}").format(word(each.stage))
            yield _line(each.since, 4, title, each.reason, icon=Icon.NEXT_STEPS)


def _endings(office: Office, case: DebtCase) -> Iterator[Told]:
    for each in office.debt_cases.endings(case.id):
        if each.outcome is None:
            yield _line(each.since, 9, tr("Tatt opp igjen"), each.words, icon=Icon.UNDO)
        else:
            title = tr("Avsluttet: {}").format(word(each.outcome))
            yield _line(each.since, 8, title, each.words, icon=Icon.OK)


def _measures(office: Office, case: DebtCase) -> Iterator[Told]:
    for measure in office.debt_measures.of(case.id):
        for row in measure.rows:
            title = tr("{}: {}").format(measure_title(measure), word(row.state))
            yield _line(row.since, 5, title, row.words, icon=Icon.MONEY)


def _papers(office: Office, case: DebtCase) -> Iterator[Told]:
    for each in office.letters.of(Ref("debt_case", case.id)):
        if each.state is not DocumentState.ANNULLED:
            on = each.sent_on or each.issued_at.date()
            state = word(each.state)
            order = 10 if each.kind is DocumentKind.DEBT_CLOSING else 6
            yield _line(on, order, title_word(each.kind), each.number, state, icon=Icon.LETTER)


def _talks(office: Office, case: DebtCase) -> Iterator[Told]:
    """Those since the request came: they lie on the person, whatever page they were written on."""
    for each in office.contact_notes.of(case.person):
        now = each.now
        if now.happened_on >= case.received_on:
            title = f"{title_word(now.channel)}: {word(now.outcome)}"
            yield _line(now.happened_on, 7, title, now.words, icon=Icon.NOTE)


def _line(on: date, order: int, title: str, *facts: str, icon: Icon) -> Told:
    why = " · ".join(each.strip() for each in (short_day(on), *facts) if each.strip())
    return on, order, Row(f"{order}-{on}-{title}-{why}", title, why, icon=icon)
