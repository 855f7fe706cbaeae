"""A lease is written with its problems beside the fields, and made once it holds in law."""

from datetime import date

from PySide6.QtWidgets import QApplication

from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.leases.model import LeaseKind, LeaseState
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.ui.walker import rich_labels, spoken_tree, unnamed_focusables
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.buttons import Button
from ui.leases.drafting import Drafting
from ui.leases.keeping import OnlyHere
from ui.leases.lease import LeasePage
from ui.leases.standing import Standing
from ui.navigation import PageId, Place

TOO_SHORT = date(2028, 11, 30)
LONG_ENOUGH = date(2029, 11, 30)


def drafting(page: LeasePage) -> Drafting:
    """The form that is open."""
    assert isinstance(page.view, Drafting)
    return page.view


def leave(page: LeasePage, **values: object) -> None:
    """Type into fields and leave them."""
    form = drafting(page).form
    form.set_values(values)
    drafting(page).save()


def button(page: LeasePage, words: str) -> Button:
    """The button with these words."""
    return next(one for one in page.findChildren(Button) if one.text() == words)


def dialog_of(page: LeasePage, kind: type[AskDialog]) -> AskDialog:
    """The dialog that is open."""
    return next(one for one in page.findChildren(kind) if one.isVisible())


def test_a_prepared_lease_is_right_from_the_start(page: LeasePage, lease: LeaseId) -> None:
    view = drafting(page)
    assert view.form.problem_count == 0
    assert view.issue.isEnabled()
    assert view.header.subtitle == "Alt lagres mens du skriver"
    assert "Ødegårdsvegen 4, H0201" in spoken_tree(view)
    assert view.desk.view is not None


def test_the_keyboard_starts_in_the_first_field(page: LeasePage, lease: LeaseId) -> None:
    assert page.window().focusWidget() is drafting(page).form.field("start").control


def test_the_field_stays_in_sight_when_its_remedy_is_used(page: LeasePage, lease: LeaseId) -> None:
    page.resize(1000, 400)
    leave(page, end=TOO_SHORT)
    QApplication.processEvents()
    bar = drafting(page).beside.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    button(page, "Bruk 30.11.2029").click()
    QApplication.processEvents()
    control = drafting(page).form.field("end").control
    assert page.window().focusWidget() is control
    viewport = drafting(page).beside.body.viewport()
    at = control.mapTo(viewport, control.rect().center())
    assert viewport.rect().contains(at)


def test_a_short_term_is_told_beside_the_field_with_its_remedy(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    leave(page, end=TOO_SHORT)
    view = drafting(page)
    assert view.form.summary == "1 feil å rette"
    assert view.form.field("end").verdict_words == "Kortere enn tre år."
    assert view.desk.lacking == "Punkt 4, leietiden, må rettes før avtalen kan lages."
    assert not view.issue.isEnabled()
    assert view.issue.accessibleDescription() == view.desk.lacking
    assert office.leases.get(lease).draft.end == TOO_SHORT
    button(page, "Bruk 30.11.2029").click()
    assert office.leases.get(lease).draft.end == LONG_ENOUGH
    assert view.form.problem_count == 0
    assert view.issue.isEnabled()


def test_a_short_term_with_a_reason_may_be_made(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    leave(page, end=TOO_SHORT)
    assert drafting(page).form.field("short_reason").isVisible()
    leave(page, short_reason="Huset skal rives i 2029.")
    assert drafting(page).issue.isEnabled()
    assert office.leases.get(lease).draft.kind is LeaseKind.SHORT


def test_security_over_the_limit_is_told_in_kroner(page: LeasePage, lease: LeaseId) -> None:
    leave(page, rent=Ore(800000), guarantee=Ore(5200000), guarantor="Nav Lia")
    words = spoken_tree(drafting(page))
    assert "Depositum og garanti er til sammen 52\u00a0000\u00a0kr." in words
    assert "Det høyeste som er lov, er 48\u00a0000\u00a0kr." in words
    leave(page, guarantee=Ore(2400000))
    good = drafting(page).form.field("guarantee").verdict_words
    assert good == "Under grensen, seks måneders leie: 48\u00a0000\u00a0kr"


def test_a_missing_eviction_clause_is_told_at_its_tick(page: LeasePage, lease: LeaseId) -> None:
    leave(page, eviction_for_rent=False)
    view = drafting(page)
    assert view.form.field("eviction_for_rent").verdict_words.endswith("Sett haken.")
    assert view.desk.lacking.startswith("Punkt 8,")


def test_what_was_saved_can_be_undone_and_the_form_follows(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    leave(page, rent=Ore(910000))
    assert office.leases.get(lease).draft.rent == Ore(910000)
    office.history.undo()
    assert drafting(page).form.field("rent").value() == Ore(820000)


def test_what_cannot_be_read_stays_as_it_was(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    form = drafting(page).form
    before = office.leases.get(lease).draft.rent
    form.field("rent").line.setText("åtte tusen")  # type: ignore[attr-defined]  # a money field
    drafting(page).save()
    assert office.leases.get(lease).draft.rent == before
    assert form.problem_count == 1


def test_what_is_half_typed_is_kept_when_the_page_is_left(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    line = drafting(page).form.field("rent").line  # type: ignore[attr-defined]  # a money field
    line.setText("9 400")
    page.about_to_leave()
    assert office.leases.get(lease).draft.rent == Ore(940000)
    page.refresh()
    page.show_place(Place(PageId.LEASE, Ref("lease", lease)))
    assert drafting(page).form.field("rent").value() == Ore(940000)


def test_it_is_asked_once_with_the_document_and_then_made(
    page: LeasePage, lease: LeaseId, office: Office, told: list[str]
) -> None:
    drafting(page).issue.click()
    dialog = next(one for one in page.findChildren(FinalDialog) if one.isVisible())
    dialog.verb_button.click()
    assert office.leases.get(lease).state is LeaseState.TO_SIGN
    assert isinstance(page.view, Standing)
    assert told[-1] == "Leieavtalen er laget. Den ligger under «Brev» og skal sendes."
    assert [row.kind for row in office.letters.to_send()][-1] is DocumentKind.LEASE


def test_a_draft_can_be_thrown_away_and_fetched_back(
    page: LeasePage, lease: LeaseId, office: Office
) -> None:
    drafting(page).discard.click()
    assert office.leases.rows() == ()
    assert page.view is None
    office.history.undo()
    assert [row.id for row in office.leases.rows()] == [lease]


def test_new_from_a_vedtak_opens_one_draft_and_the_same_again(
    page: LeasePage, desk: LeaseDesk, office: Office
) -> None:
    vedtak = desk.granted()
    page.show_place(Place(PageId.LEASE, Ref("vedtak", vedtak), "new"))
    page.show_place(Place(PageId.LEASE, Ref("vedtak", vedtak), "new"))
    (row,) = office.leases.rows()
    assert row.state is LeaseState.DRAFT
    assert drafting(page).form.field("end").value() == row.end


def test_new_without_a_dwelling_asks_for_one(
    page: LeasePage, desk: LeaseDesk, office: Office
) -> None:
    desk.granted()
    page.show_place(Place(PageId.LEASE, task="new"))
    dialog = dialog_of(page, AskDialog)
    assert not dialog.attempt()
    (vedtak,) = office.decisions.rows()
    dialog.form.set_values({"vedtak": vedtak.id, "dwelling": desk.dwelling})
    assert dialog.attempt()
    assert office.leases.rows()[0].tenant == desk.person
    dialog.reject()


def test_strictly_confidential_is_printed_once_and_nothing_is_kept(
    page: LeasePage, office: Office
) -> None:
    desk = LeaseDesk(office, protection=AddressProtection.STRICTLY_CONFIDENTIAL, address=None)
    page._prepare(None, desk.dwelling, desk.person)
    view = drafting(page)
    assert isinstance(view.keeping, OnlyHere)
    assert "ingenting lagres" in view.header.subtitle
    assert "Ødegårdsvegen" not in spoken_tree(view)
    leave(page, rent=Ore(800000))
    page._issue()
    dialog_of(page, AskDialog).verb_button.click()
    paper = next(one for one in page.findChildren(PaperDialog) if one.isVisible())
    assert "ikke lagret" in spoken_tree(paper)
    paper.reject()
    dialog = dialog_of(page, AskDialog)
    assert not dialog.attempt()
    dialog.form.set_values({"paper_reference": "mappe 12"})
    assert dialog.attempt()
    assert office.leases.rows() == ()
    assert page.view is None


def test_a_lease_of_a_confidential_tenant_hides_the_address(
    page: LeasePage, office: Office
) -> None:
    desk = LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL)
    lease = desk.prepared()
    page.show_place(Place(PageId.LEASE, Ref("lease", lease)))
    assert "Ødegårdsvegen" not in spoken_tree(page)


def test_everything_has_a_name_and_fits_a_small_window(page: LeasePage, lease: LeaseId) -> None:
    assert unnamed_focusables(page) == []
    assert rich_labels(page) == []
    page.resize(900, 540)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540
