"""«Samtaler og avslutning»: a talk, all that happened, how it ends, and the letter."""

from app.core.ids import DebtCaseId, Ref
from app.debt.closing.model import EndDraft, HomeResult
from app.debt.model import DebtOutcome
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.debt.desk import asked, begun
from tests.ui.debt.measures.test_part import settled
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.debt.case import DebtCasePage
from ui.debt.log.desk import CLOSING_LETTER, ClosingDesk
from ui.debt.log.part import DebtLogPart
from ui.debt.tasks import LOG
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

ENDED = EndDraft(DebtOutcome.HOME_SAVED, home=HomeResult.KEPT, words="Husleia trekkes fra trygden.")


def part(page: DebtCasePage, case: DebtCaseId) -> DebtLogPart:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), LOG))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, DebtLogPart)
    return page.view.part


def desk(page: DebtCasePage, case: DebtCaseId) -> ClosingDesk:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), CLOSING_LETTER))
    assert isinstance(page.view, ClosingDesk)
    return page.view


def spoken(shown: DebtLogPart) -> str:
    """All that is read aloud there, the rows too."""
    rows = (row.spoken for row in shown.list.rows)
    return " ".join((spoken_tree(shown), *rows)).replace("\xa0", " ")


def test_a_talk_is_written_and_lies_with_the_others(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    shown = part(page, case)
    assert unnamed_focusables(shown) == []
    shown.note.words.set_value("Vi så på regningene sammen.")
    shown.note.write()
    assert "Vi så på regningene sammen" in spoken(part(page, case))
    person = office.debt_cases.get(case).person
    assert len(office.contact_notes.of(person)) == 1


def test_an_empty_note_is_refused_beside_its_field(page: DebtCasePage, office: Office) -> None:
    shown = part(page, begun(office))
    shown.note.write()
    assert shown.note.form.problem_count == 1


def test_all_that_happened_stands_there_newest_first(page: DebtCasePage, office: Office) -> None:
    rows = [row.title for row in part(page, settled(office)).list.rows]
    assert rows[-1] == "Henvendelsen kom"
    assert "Gjeldsordning hos namsfogden: åpnet" in rows[0]
    assert "Bostøtte hos Husbanken: søkt eller spurt" in rows


def test_work_that_has_not_begun_has_nothing_to_close(page: DebtCasePage, office: Office) -> None:
    shown = part(page, asked(office))
    assert "ikke noe å avslutte" in spoken(shown)
    assert shown.verbs == []


def test_what_is_not_done_is_told_and_it_is_closed_with_how(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = begun(office)
    shown = part(page, case)
    assert "Det er ikke skrevet vedtak" in spoken(shown)
    dialog = shown.dialogs.close()
    assert not dialog.attempt()
    dialog.form.set_values({"outcome": DebtOutcome.OVERVIEW_ENOUGH, "home": HomeResult.KEPT})
    assert dialog.attempt()
    assert told[-1] == "Rådgivningssaken er avsluttet"
    assert "Bor i samme bolig" in spoken(part(page, case))
    assert part(page, case).dialogs.reopen().attempt()
    assert "Tatt opp igjen" in spoken(part(page, case))


def test_the_letter_begins_with_what_was_written_and_is_made(
    page: DebtCasePage, office: Office
) -> None:
    case = begun(office)
    office.debt_closings.close(case, ENDED)
    shown = desk(page, case)
    assert unnamed_focusables(shown) == []
    assert shown.form.field("agreed").value() == "Husleia trekkes fra trygden."
    shown.issue()
    assert [each.kind for each in office.letters.of(Ref("debt_case", case))] == [
        DocumentKind.DEBT_CLOSING
    ]
    again = part(page, case)
    assert "Brevet er laget" in spoken(again)
    assert len(again.verbs) == 1


def test_a_letter_about_an_open_case_says_why_not(page: DebtCasePage, office: Office) -> None:
    shown = desk(page, begun(office))
    assert not shown.issue_button.isEnabled()
    assert "Avslutt den først" in spoken_tree(shown)
