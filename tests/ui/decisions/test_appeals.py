"""Appeal, prior notice and reversal on the vedtak's page, and the list of appeals."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationState
from app.core.clock import FixedClock
from app.core.ids import Ref
from app.decisions.appeals.model import AppealState
from app.decisions.reversals.model import ReversalGround
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.decisions.appeals.bench import Bench
from tests.app.decisions.desk import a_grant
from tests.ui import walker
from tests.ui.applications.desk import Heard
from ui.decisions.appeal_card import AppealCard
from ui.decisions.appeal_dialogs import Asking
from ui.decisions.appeals_page import AppealsPage
from ui.decisions.page import VedtakPage
from ui.kit.beside import FinalDialog
from ui.kit.buttons import Button
from ui.kit.chips import ChipLabel
from ui.navigation import Navigator, PageId, Place

S = AppealState


@pytest.fixture
def bench(office: Office, clock: FixedClock) -> Bench:
    """A refusal that arrived today."""
    return Bench(office, clock)


@pytest.fixture
def page(bench: Bench, navigator: Navigator, heard: Heard, qtbot: QtBot) -> VedtakPage:
    """The vedtak's page, in a window of usual size."""
    made = VedtakPage(bench.office, navigator)
    qtbot.addWidget(made)
    bench.office.listen(made.learn)
    made.resize(1240, 800)
    made.show()
    made.activateWindow()
    made.show_place(Place(PageId.VEDTAK, Ref("vedtak", bench.vedtak)))
    QApplication.processEvents()
    return made


def press(page: VedtakPage, words: str) -> None:
    """The button with these words, in sight."""
    QApplication.processEvents()
    found = [each for each in page.made.findChildren(Button) if each.accessibleName() == words]
    seen = [each for each in found if each.isVisibleTo(page)]
    assert seen, words
    seen[-1].click()
    QApplication.processEvents()


def asked(page: VedtakPage) -> Asking:
    """The dialog that was opened last."""
    return [each for each in page.made.findChildren(QDialog) if isinstance(each, Asking)][-1]


def answer(page: VedtakPage, **values: object) -> Asking:
    """Fill the dialog and press its verb."""
    dialog = asked(page)
    dialog.form.set_values(values)
    dialog.verb_button.click()
    QApplication.processEvents()
    return dialog


def card(page: VedtakPage) -> AppealCard:
    """The card of the appeal that is shown now."""
    QApplication.processEvents()
    shown = [each for each in page.made.findChildren(AppealCard) if each.isVisibleTo(page)]
    return shown[-1]


def test_an_appeal_is_taken_in_assessed_and_sent_on(page: VedtakPage, bench: Bench) -> None:
    press(page, "Klage mottatt")
    answer(page, wanted="Jeg vil ha bolig.")
    (row,) = bench.appeals.rows()
    assert row.state is S.RECEIVED
    assert "Ta opp klagen" in [each.text() for each in card(page).buttons]
    press(page, "Ta opp klagen")
    assert bench.appeals.get(row.id).state is S.IN_ASSESSMENT
    chips = page.made.header.findChildren(ChipLabel)
    assert "Klage: vurderes" in {chip.accessibleName() for chip in chips}
    press(page, "Send til klageinstansen")
    answer(page, reason="Vi mener at du kan leie selv.")
    (final,) = page.made.findChildren(FinalDialog)
    final.verb_button.click()
    QApplication.processEvents()
    assert bench.appeals.get(row.id).state is S.FORWARDED
    kinds = {each.kind for each in bench.letters.to_send()}
    assert {DocumentKind.APPEAL_FORWARDING, DocumentKind.APPEAL_COPY} <= kinds
    press(page, "Før inn svaret")
    answer(page, answer=S.GRANTED_BY_BODY)
    press(page, "Lag nytt vedtak")
    answer(page, reason="Klagenemnda ga medhold.")
    after = bench.reversals.by(bench.vedtak)
    assert after is not None
    bench.decisions.save_draft(after.vedtak, a_grant())
    bench.decisions.issue(after.vedtak)
    QApplication.processEvents()
    state = bench.applications.get(bench.application).state
    assert state is ApplicationState.GRANTED_WAITING


def test_what_is_wrong_stands_beside_its_field(page: VedtakPage, bench: Bench) -> None:
    press(page, "Klage mottatt")
    day = bench.clock.today() - timedelta(days=3)
    dialog = answer(page, received_on=day, wanted="Bolig.")
    assert dialog.form.problem_count == 1
    assert bench.appeals.rows() == ()


def test_a_late_appeal_asks_why_before_it_is_taken_up(page: VedtakPage, bench: Bench) -> None:
    bench.later(22)
    bench.complain()
    press(page, "Ta opp klagen likevel")
    dialog = answer(page, reason=None)
    assert dialog.form.problem_count == 1
    answer(page, reason="Hun lå på sykehus.")
    (row,) = bench.appeals.rows()
    assert row.state is S.IN_ASSESSMENT


def test_a_dismissal_is_a_letter_that_is_shown_first(page: VedtakPage, bench: Bench) -> None:
    appeal = bench.complain()
    press(page, "Avvis")
    assert answer(page, reason=None).form.problem_count == 1
    answer(page, reason="Klagen gjelder et annet vedtak.")
    (final,) = page.made.findChildren(FinalDialog)
    final.verb_button.click()
    QApplication.processEvents()
    assert bench.appeals.get(appeal).state is S.DISMISSED
    kinds = [each.kind for each in bench.letters.to_send()]
    assert kinds == [DocumentKind.APPEAL_DISMISSED]


def test_a_reversal_begins_a_new_vedtak(page: VedtakPage, bench: Bench, heard: Heard) -> None:
    press(page, "Omgjør")
    assert answer(page).form.problem_count == 2
    answer(page, ground=ReversalGround.NOT_TO_HARM, reason="Vi tok feil.")
    after = bench.reversals.by(bench.vedtak)
    assert after is not None
    assert heard.places[-1].ref == Ref("vedtak", after.vedtak)


def test_a_prior_notice_is_shown_before_it_is_made(page: VedtakPage, bench: Bench) -> None:
    press(page, "Forhåndsvarsel")
    assert answer(page).form.problem_count == 2
    answer(page, about="Du har kjøpt bolig.", needed="Si fra om det ikke stemmer.")
    (final,) = page.made.findChildren(FinalDialog)
    final.verb_button.click()
    QApplication.processEvents()
    (notice,) = bench.notices.of(bench.vedtak)
    press(page, "Før inn svar")
    answer(page, answer="Det stemmer.")
    press(page, "Svaret er vurdert")
    assert bench.notices.get(notice.id).weighed_on == bench.clock.today()


def test_reasons_asked_for_stop_the_clock_in_sight(page: VedtakPage, bench: Bench) -> None:
    press(page, "Begrunnelse bedt om")
    answer(page)
    assert bench.appeals.reasons_waiting(bench.vedtak)
    press(page, "Begrunnelse sendt")
    answer(page)
    assert not bench.appeals.reasons_waiting(bench.vedtak)


def test_reasons_asked_for_are_written_shown_and_made(page: VedtakPage, bench: Bench) -> None:
    press(page, "Begrunnelse bedt om")
    answer(page)
    press(page, "Skriv begrunnelse")
    answer(page, facts_text="Du har fast lønn.")
    (final,) = page.made.findChildren(FinalDialog)
    final.verb_button.click()
    QApplication.processEvents()
    kinds = [row.kind for row in bench.letters.of(Ref("vedtak", bench.vedtak))]
    assert DocumentKind.VEDTAK_REASONS in kinds
    assert bench.office.reasons.wanted(bench.vedtak) is None


def test_an_appeal_is_reached_by_its_own_place_and_all_has_names(
    page: VedtakPage, bench: Bench
) -> None:
    appeal = bench.complain()
    page.show_place(Place(PageId.VEDTAK, Ref("appeal", appeal)))
    QApplication.processEvents()
    assert page.made.vedtak == bench.vedtak
    assert walker.unnamed_focusables(page) == []
    assert walker.rich_labels(page) == []


def test_the_list_tells_what_is_next(bench: Bench, navigator: Navigator, qtbot: QtBot) -> None:
    made = AppealsPage(bench.office, navigator)
    qtbot.addWidget(made)
    bench.office.listen(made.learn)
    made.resize(1240, 800)
    made.show()
    made.refresh()
    assert made.header.subtitle == "0\N{NO-BREAK SPACE}klager · 0 ikke avgjort"
    heard = Heard(navigator)
    appeal = bench.complain()
    QApplication.processEvents()
    assert made.header.subtitle == "1\N{NO-BREAK SPACE}klage · 1 ikke avgjort"
    made.table.opened.emit(made.rows[0])
    assert heard.places[-1] == Place(PageId.VEDTAK, Ref("vedtak", bench.vedtak))
    bench.appeals.withdraw(appeal, bench.clock.today(), "Ringte.")
    QApplication.processEvents()
    assert made.header.subtitle == "1\N{NO-BREAK SPACE}klage · 0 ikke avgjort"
