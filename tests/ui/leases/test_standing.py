"""A lease that is made waits for its signatures, and then tells its last safe day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.dwellings.model import DwellingStatus
from app.leases.model import LeaseState
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import PDF
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.buttons import Button, ButtonKind
from ui.kit.list import RowList
from ui.leases.lease import LeasePage
from ui.leases.parts import AGREEMENT, TERM
from ui.leases.standing import Standing
from ui.leases.term.part import TermPart
from ui.leases.words import marks_words
from ui.navigation import PageId, Place

TODAY = date(2026, 11, 23)


@pytest.fixture
def made(desk: LeaseDesk, lease: LeaseId) -> LeaseId:
    """The lease, issued today."""
    desk.office.leases.issue(lease)
    return lease


def standing(page: LeasePage) -> Standing:
    """What is shown of the lease that is made."""
    assert isinstance(page.view, Standing)
    return page.view


def test_it_waits_for_the_signatures(page: LeasePage, made: LeaseId) -> None:
    view = standing(page)
    assert "Klar til underskrift" in spoken_tree(view)
    assert view.primary is not None
    assert view.primary.text() == "Registrer underskrift"


def test_a_signature_lets_the_dwelling_and_keeps_the_scan(
    page: LeasePage, made: LeaseId, office: Office, desk: LeaseDesk, tmp_path: Path
) -> None:
    scan = tmp_path / "skann.pdf"
    scan.write_bytes(PDF)
    dialog = page._dialogs.signed(standing(page).lease)
    dialog.form.set_values({"signed_on": TODAY, "file": scan})
    assert dialog.attempt()
    assert office.leases.get(made).state is LeaseState.SIGNED
    kinds = {row.document.kind for row in office.letters.rows()}
    assert DocumentKind.SIGNED_LEASE in kinds
    in_time = date(2026, 12, 1)
    assert office.dwellings.get(desk.dwelling, in_time).status is DwellingStatus.LET
    page.show_place(Place(PageId.LEASE, Ref("lease", made), AGREEMENT))
    lists = standing(page).findChildren(RowList)
    papers = next(one for one in lists if one.accessibleName() == "Dokumenter")
    assert "Underskrevet leieavtale" in [row.title for row in papers.rows]


def test_a_part_is_opened_by_its_task_and_stays_open_while_things_change(
    page: LeasePage, made: LeaseId, office: Office
) -> None:
    office.leases.signed(made, TODAY)
    page.reload()
    assert standing(page).shown.task == TERM
    page.show_place(Place(PageId.LEASE, Ref("lease", made), AGREEMENT))
    page.reload()
    assert standing(page).parts.value == AGREEMENT
    assert not isinstance(standing(page).part, TermPart)


def test_a_file_that_is_no_scan_is_refused_at_its_field(
    page: LeasePage, made: LeaseId, office: Office, tmp_path: Path
) -> None:
    wrong = tmp_path / "brev.docx"
    wrong.write_bytes(b"PK")
    dialog = page._dialogs.signed(standing(page).lease)
    dialog.form.set_values({"file": wrong})
    assert not dialog.attempt()
    assert dialog.form.field("file").verdict_words.startswith("Filen må være PDF")
    assert office.leases.get(made).state is LeaseState.TO_SIGN
    dialog.reject()


def test_one_that_is_never_signed_is_taken_out_with_a_reason(
    page: LeasePage, made: LeaseId, office: Office
) -> None:
    dialog = page._dialogs.cancel(made)
    assert not dialog.attempt()
    dialog.form.set_values({"reason": "takket nei"})
    assert dialog.attempt()
    assert office.leases.get(made).state is LeaseState.CANCELLED
    assert standing(page).primary is None


def test_after_the_term_the_last_safe_day_is_told_and_a_new_lease_is_one_key_away(
    page: LeasePage, made: LeaseId, office: Office, clock: FixedClock
) -> None:
    office.leases.signed(made, TODAY)
    clock.at += timedelta(days=3 * 365 + 30)
    page.reload()
    view = standing(page)
    assert "Leietiden er ute. Siste trygge dag er 28.02.2030." in spoken_tree(view)
    assert view.primary is None  # «Leietiden» has the next step itself
    buttons = {button.text(): button for button in view.part.findChildren(Button)}
    assert buttons["Skriv flytteoppfordring"].kind is ButtonKind.PRIMARY
    buttons["Ny avtale etter denne"].click()
    drafts = [row for row in office.leases.rows() if row.state is LeaseState.DRAFT]
    assert [row.start for row in drafts] == [date(2029, 12, 1)]


def test_what_comes_next_stands_at_the_top_of_every_other_part(
    page: LeasePage, made: LeaseId, office: Office, clock: FixedClock
) -> None:
    """FV-25: a lease turned open-ended waits for a vedtak, not for a new lease."""
    next_steps = []
    office.leases.signed(made, TODAY)
    for days in (0, 30, 3 * 365, 150):
        clock.at += timedelta(days=days)
        page.reload()
        page.show_place(Place(PageId.LEASE, Ref("lease", made), AGREEMENT))
        top = standing(page).primary
        next_steps.append("" if top is None else top.text())
    assert next_steps == [
        "Gjør klar innflyttingen",
        "",
        "Skriv flytteoppfordring",
        "Avgjør om leietakeren får bli",
    ]


def test_what_an_import_marked_is_told_in_words() -> None:
    words = marks_words("rent_missing term_too_short Sjekk navnet.")
    assert words.startswith("Husleien mangler. Leietiden er kortere enn tre år.")
    assert words.endswith("Sjekk navnet.")
    assert "_" not in words


def test_the_address_of_a_protected_tenant_is_not_told(
    page: LeasePage, made: LeaseId, office: Office, desk: LeaseDesk
) -> None:
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    page.reload()
    assert "Ødegårdsvegen" not in spoken_tree(standing(page))
    assert "Skjermet adresse" in spoken_tree(standing(page))


def test_everything_has_a_name_and_fits_a_small_window(page: LeasePage, made: LeaseId) -> None:
    assert unnamed_focusables(page) == []
    page.resize(900, 540)
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540


def test_the_choice_of_part_goes_on_below_where_there_is_no_room(
    page: LeasePage, made: LeaseId
) -> None:
    parts = standing(page).parts
    line = parts.findChildren(Button)[0].height()
    assert parts.height() < 2 * line < parts.heightForWidth(400)
