"""A letter goes from «Skal sendes» to arrived, and nothing is recorded without its proof."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.ids import DocumentId, Ref
from app.letters.model import Channel, DocumentKind, DocumentState
from app.office import Office
from app.people.model import AddressProtection
from app.settings.saved_lists.model import Chosen
from app.storage.database import Database
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import CASE, LETTER, issued_letter
from tests.factories import registered_person
from tests.ui.letters.conftest import shown_page
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button
from ui.kit.rows import Row
from ui.letters import overview
from ui.letters.letter import LetterView
from ui.letters.overview import View
from ui.letters.page import LettersPage
from ui.letters.register import Register
from ui.letters.verbs import Verbs
from ui.navigation import SHOW_ALL, PageId, Place
from ui.past import of

TODAY = date(2026, 11, 23)
POST = {"sent_on": TODAY, "channel": Channel.LETTER, "proof": "postlagt av Siri"}


def rows(page: LettersPage) -> dict[str, list[Row]]:
    """The rows of each group."""
    groups = page.overview.groups.groups
    return {group.title.text(): list(group.list.rows) for group in groups}


def opened(page: LettersPage, document: DocumentId) -> LetterView:
    """The letter, opened from its row."""
    page.overview.groups.activated_key.emit(document)
    assert page.letter is not None
    return page.letter


def verbs_of(page: LettersPage) -> Verbs:
    """The dialogs of the letter that is open."""
    assert page.letter is not None
    return page.letter._verbs


def test_what_waits_stands_first_with_why_and_since_when(page: LettersPage) -> None:
    (row,) = rows(page)["Skal sendes"]
    assert row.title == "Foreløpig svar til Even Prøvland"
    assert row.why == "Søkeren har krav på å vite når svaret kommer."
    assert (row.when, row.how_long) == ("i dag", "laget")
    assert page.count() == 1


def test_a_letter_that_has_waited_long_is_urgent(page: LettersPage, clock: FixedClock) -> None:
    clock.at += timedelta(days=4)
    page.reload()
    (row,) = rows(page)["Skal sendes"]
    assert row.chip is not None
    assert row.chip.text == "Haster"
    assert row.how_long == "laget for 4\u00a0dager siden"


def test_from_finished_to_arrived(
    page: LettersPage, document: DocumentId, office: Office, clock: FixedClock
) -> None:
    letter = opened(page, document)
    assert letter.header.title == "Foreløpig svar"
    assert letter.primary is not None
    assert letter.primary.text() == "Registrer som sendt"
    assert "Ikke sendt" in spoken_tree(letter)
    dialog = verbs_of(page).sent(letter.issued)
    dialog.form.set_values(POST)
    assert dialog.attempt()
    assert page.letter is not None
    assert page.letter.primary is not None
    assert page.letter.primary.text() == "Kom fram"
    assert "Frist fra: 26.11.2026 (antatt)" in spoken_tree(page.letter)
    clock.at += timedelta(days=2)
    dialog = verbs_of(page).arrived(page.letter.issued)
    dialog.form.set_values({"arrived_on": date(2026, 11, 25)})
    assert dialog.attempt()
    assert office.letters.state(document) is DocumentState.ARRIVED
    assert "Frist fra: 25.11.2026" in spoken_tree(page.letter)


def test_without_proof_nothing_is_recorded(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    letter = opened(page, document)
    dialog = verbs_of(page).sent(letter.issued)
    dialog.form.set_values({"sent_on": TODAY + timedelta(days=1)})
    assert not dialog.attempt()
    words = "Datoen har ikke vært ennå. Skriv i dag eller en tidligere dag."
    assert dialog.form.field("sent_on").verdict_words == words
    assert "Skriv hva som viser" in dialog.form.field("proof").verdict_words
    assert office.letters.dispatches(document) == ()
    dialog.reject()


def test_a_letter_that_comes_back_waits_again(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    office.letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    assert list(rows(page)) == ["På vei"]
    letter = opened(page, document)
    dialog = verbs_of(page).returned(letter.issued)
    dialog.form.set_values({"note": "ukjent på adressen"})
    assert dialog.attempt()
    page.show_place(Place(PageId.LETTERS))
    (row,) = rows(page)["Skal sendes"]
    assert row.chip is not None
    assert row.chip.text == "I retur"


def test_several_are_recorded_in_one_go(
    page: LettersPage, document: DocumentId, office: Office, db: Database
) -> None:
    other = issued_letter(db, number="B-2026-2")
    page.overview.send.click()
    dialog = page.overview._verbs.sent_together(office.letters.to_send())
    dialog.form.set_values(POST | {f"document_{other}": False})
    assert dialog.attempt()
    assert [row.id for row in office.letters.to_send()] == [other]
    assert office.letters.state(document) is DocumentState.DISPATCHED


def test_when_the_last_is_sent_the_keyboard_goes_on_to_what_is_under_way(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    page.overview.send.setFocus()
    page.overview.send.click()
    dialog = page.window().findChildren(AskDialog)[-1]
    dialog.form.set_values(POST)
    dialog.verb_button.click()
    assert office.letters.state(document) is DocumentState.DISPATCHED
    assert page.window().focusWidget() is page.overview.groups.groups[0].list


def test_the_keyboard_stays_on_the_next_step_of_a_letter(
    page: LettersPage, document: DocumentId
) -> None:
    letter = opened(page, document)
    assert page.window().focusWidget() is letter.primary
    dialog = verbs_of(page).sent(letter.issued)
    dialog.form.set_values(POST)
    dialog.verb_button.click()
    assert page.letter is not None
    assert page.letter is not letter
    assert page.window().focusWidget() is page.letter.primary


def test_what_is_handed_over_is_not_under_way(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    office.letters.sent(document, TODAY, Channel.DELIVERED_BY_HAND, "kvittering")
    assert rows(page) == {}
    assert not page.overview.send.isEnabled()


def test_annulling_needs_a_reason_and_can_be_undone(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    letter = opened(page, document)
    dialog = verbs_of(page).annul(letter.issued)
    assert not dialog.attempt()
    dialog.form.set_values({"reason": "feil mottaker"})
    assert dialog.attempt()
    assert office.letters.state(document) is DocumentState.ANNULLED
    office.history.undo()
    assert office.letters.state(document) is DocumentState.FINISHED


def test_a_copy_is_saved_as_it_is_and_noted(
    page: LettersPage, document: DocumentId, office: Office, tmp_path: Path
) -> None:
    opened(page, document).save_to(str(tmp_path / "svar.pdf"))
    assert (tmp_path / "svar.pdf").read_bytes() == office.letters.content(document)
    what = [row.what for row in of(office, Ref("document", document))]
    assert what[0] == "Kopi lagret utenfor registeret"


def test_a_letter_on_paper_alone_says_that_nothing_is_kept(
    page: LettersPage, office: Office, db: Database
) -> None:
    with db.unit("letter.issued") as unit:
        paper = office.letters.issue_on_paper(
            unit,
            LETTER,
            kind=DocumentKind.PRELIMINARY_REPLY,
            number="B-2026-9",
            case=CASE,
            person=None,
            to_send=True,
        )
    letter = opened(page, paper.id)
    assert "Finnes bare på papir" in spoken_tree(letter)
    assert not letter.print_button.isEnabled()
    assert not letter.save_button.isEnabled()


def test_a_confidential_address_is_shown_only_with_a_reason(
    page: LettersPage, document: DocumentId, office: Office
) -> None:
    person = office.letters.get(document).person
    assert person is not None
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    letter = opened(page, document)
    assert "Testbakken" not in spoken_tree(letter)
    assert not letter.print_button.isEnabled()
    dialog = verbs_of(page).show(letter.issued, letter.reveal)
    assert not dialog.attempt()
    dialog.form.set_values({"reason": "skal sendes på nytt"})
    assert dialog.attempt()
    assert "Testbakken" in spoken_tree(letter)
    assert letter.print_button.isEnabled()
    assert "address.shown" in [event.verb for event in office.history.of(Ref("person", person))]


def test_a_scanned_picture_is_shown_as_a_page(page: LettersPage, office: Office) -> None:
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    scan = office.letters.receive(
        Ref("lease", 1), None, bytes(buffer.data().data()), "image/png", "Underskrevet leieavtale"
    )
    letter = opened(page, scan)
    assert letter.primary is None
    assert letter._pages is not None
    assert letter.print_button.isEnabled()


def test_all_documents_can_be_found_and_opened(
    page: LettersPage, document: DocumentId, went: list[Place]
) -> None:
    page.show_place(Place(PageId.LETTERS, task="all"))
    table = page.overview.register.table
    assert table.counts == "1–1 av 1"
    page.overview.register.kind.set_value(DocumentKind.VEDTAK)
    assert table.model.rowCount() == 0
    page.overview.register.filters.clear()
    table.opened.emit(table.model.record(0))
    assert went[-1] == Place(PageId.LETTERS, Ref("document", document))


def test_of_many_under_way_the_newest_stand_there_with_a_way_to_the_rest(
    page: LettersPage,
    document: DocumentId,
    office: Office,
    db: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An office that never tells what has arrived has thousands of them after some years."""
    monkeypatch.setattr(overview, "MOST_UNDER_WAY", 2)
    others = [issued_letter(db, number=f"B-2026-{each}") for each in (2, 3)]
    for each in (document, *others):
        office.letters.sent(each, TODAY, Channel.LETTER, "postlagt")
    (group,) = page.overview.groups.groups
    assert [row.key for row in group.list.rows] == [others[1], others[0]]
    assert "3 på vei" in page.overview.header.subtitle
    assert {"På vei", "3", "De 2 nyeste"} <= set(spoken_tree(group).splitlines())
    (link,) = (each for each in group.findChildren(Button) if each.text() == "Se alle sendte")
    link.click()
    assert page.overview.shows_all
    assert page.overview.register.table.counts == "1–3 av 3"
    assert page.window().focusWidget() is page.overview.register.table.view
    page.overview.choice.set_value(View.GOING_OUT)
    office.letters.arrived(document, TODAY)
    (group,) = page.overview.groups.groups
    assert len(group.list.rows) == 2
    assert not [each for each in group.findChildren(Button) if each.text() == "Se alle sendte"]


def test_a_long_register_of_documents_is_read_a_page_at_a_time(
    qtbot: QtBot, office: Office, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is read before it is seen; sorting, searching and own lists are as before."""
    monkeypatch.setattr(Register, "long", 2)
    monkeypatch.setattr(office.letters, "rows", lambda: pytest.fail("all were read"))
    aas = registered_person(office, given_name="Åse", family_name="Aas", national_id="")
    lia = registered_person(office, given_name="Ola", family_name="Lia", national_id="")
    first, second, third = (
        issued_letter(db, person=whose, number=f"B-2026-{each}")
        for each, whose in enumerate((lia, aas, lia), 1)
    )
    office.letters.sent(second, TODAY, Channel.LETTER, "postlagt")
    made = office.saved_lists.save("letters", "Ikke sendt", Chosen({"Status": "finished"}))
    page = shown_page(qtbot, office)
    table, register = page.overview.register.table, page.overview.register
    assert table.model.rowCount() == 0
    assert [(own.words, own.count) for own in page.sidebar_filters()] == [("Ikke sendt", 2)]
    page.arrive(Place(PageId.LETTERS, task=SHOW_ALL))
    assert ids(page) == [third, second, first]
    table.sort("name")
    assert ids(page)[-1] == second  # Aas stands where å does
    assert register.filters.search is not None
    register.filters.search.setText("aas")
    register.filters.search.hush()
    register.filters.changed.emit()
    assert ids(page) == [second]
    assert table.counts == "1–1 av 1 (av 3 i alt)"
    page.arrive(Place(PageId.LETTERS, task=f"own:{made}"))
    assert set(ids(page)) == {first, third}
    office.letters.sent(first, TODAY, Channel.LETTER, "postlagt")
    assert ids(page) == [third]
    assert [own.count for own in page.sidebar_filters()] == [1]


def ids(page: LettersPage) -> list[int]:
    """The documents of the table, in the order shown."""
    table = page.overview.register.table
    rows = range(table.model.rowCount())
    return [table.model.record(row).document.id for row in rows]


def test_a_list_of_letters_is_kept_counted_and_shown_from_a_letter(
    page: LettersPage,
    document: DocumentId,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = office.saved_lists.save("letters", "Vedtak", Chosen({"Type": "vedtak"}))
    office.saved_lists.save("letters", "Venter", Chosen({"Status": "finished"}))
    assert [(own.words, own.count) for own in page.sidebar_filters()] == [
        ("Vedtak", 0),
        ("Venter", 1),
    ]
    opened(page, document)
    office.letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    assert [own.count for own in page.sidebar_filters()] == [0, 0]
    page.arrive(Place(PageId.LETTERS, task=f"own:{made}"))
    assert page.letter is None
    assert page.sidebar_filter() == f"own:{made}"
    assert not page.overview.print.isVisible()
    path = tmp_path / "brev.csv"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    page.overview.export.click()
    assert path.stat().st_size > 0
    page.overview.choice.set_value(View.GOING_OUT)
    page.overview.read()
    assert page.sidebar_filter() == ""
    assert not page.overview.export.isVisible()
    page.arrive(Place(PageId.LETTERS, task=SHOW_ALL))
    assert page.overview.register.table.model.rowCount() == 1


def test_a_letter_is_let_go_when_the_page_is_left(page: LettersPage, document: DocumentId) -> None:
    opened(page, document)
    page.about_to_leave()
    assert page.letter is None
    page.refresh()
    page.show_place(Place(PageId.LETTERS, Ref("document", document)))
    assert page.letter is not None


def test_everything_has_a_name_and_fits_a_small_window(
    page: LettersPage, document: DocumentId
) -> None:
    assert unnamed_focusables(page) == []
    opened(page, document)
    assert unnamed_focusables(page) == []
    page.resize(900, 540)
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540


def test_a_signed_lease_waits_for_its_copy_not_for_a_signature(
    page: LettersPage, office: Office
) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)

    def said() -> str:
        return next(row.why for row in rows(page)["Skal sendes"] if "Leieavtale" in row.title)

    assert said() == "Leietakeren må ha avtalen for å kunne skrive under."
    desk.leases.signed(lease, TODAY)
    page.reload()
    assert said() == "Begge har skrevet under. Leietakeren skal ha sitt eksemplar."


def test_a_vedtak_tells_the_last_day_to_appeal_once_it_is_sent(
    page: LettersPage, office: Office
) -> None:
    LeaseDesk(office).granted()
    vedtak = next(row.id for row in office.letters.to_send() if row.kind is DocumentKind.VEDTAK)
    assert "Siste klagedag: Løper ikke ennå" in spoken_tree(opened(page, vedtak))
    office.letters.sent(vedtak, TODAY, Channel.LETTER, "postlagt")
    assert page.letter is not None
    assert "Siste klagedag: 17.12.2026" in spoken_tree(page.letter)


def test_all_that_wait_are_printed_in_one_go_but_those_on_paper_alone(
    page: LettersPage, document: DocumentId, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.unit("letter.issued", CASE) as unit:
        office.letters.issue_on_paper(
            unit,
            LETTER,
            kind=DocumentKind.LEASE,
            number="LP-2026-1",
            case=CASE,
            person=None,
            to_send=True,
        )
    page.refresh()
    asked: list[int] = []
    monkeypatch.setattr(
        overview, "PrintManyDialog", lambda _title, documents, *_: Asked(asked, len(documents))
    )
    page.overview.print.click()
    assert asked == [1]


class Asked:
    """A dialog that only counts."""

    def __init__(self, asked: list[int], count: int) -> None:
        self._asked, self._count = asked, count

    def open(self) -> None:
        """It would be shown."""
        self._asked.append(self._count)
