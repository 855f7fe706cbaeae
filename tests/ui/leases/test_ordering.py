"""A lease ordered from its owner, and its conditions followed up, on the page."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.core.ids import LeaseId, Ref
from app.dwellings.model import DwellingStatus
from app.leases.conditions.model import Outcome
from app.leases.model import LeaseState
from app.office import Office
from tests.app.leases.orders.test_service import drafted
from tests.factories import a_dwelling, registered_person
from tests.ui.walker import spoken_tree
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.choice_fields import ChoiceField
from ui.leases.agreement_part import AgreementPart
from ui.leases.drafting import Drafting
from ui.leases.lease import LeasePage
from ui.leases.standing import Standing
from ui.navigation import PageId, Place


@pytest.fixture
def ordered(office: Office) -> LeaseId:
    """A draft whose owner writes."""
    return drafted(office)[1]


def show(page: LeasePage, lease: LeaseId, task: str = "") -> None:
    page.show_place(Place(PageId.LEASE, Ref("lease", lease), task))


def test_the_draft_is_ordered_and_waits_for_the_owner(
    page: LeasePage, office: Office, ordered: LeaseId
) -> None:
    show(page, ordered)
    view = page.view
    assert isinstance(view, Drafting)
    assert view.issue.text().startswith("Bestill")
    view.issue.click()
    asked = page.findChild(AskDialog)
    assert asked is not None
    assert asked.attempt()
    final = page.findChild(FinalDialog)
    assert final is not None
    final.accept()
    assert office.leases.get(ordered).state is LeaseState.TO_SIGN
    show(page, ordered, "agreement")
    assert "Lia Boligstiftelse" in spoken_tree(page)


def test_a_breach_is_told_from_the_agreement(
    page: LeasePage, office: Office, ordered: LeaseId
) -> None:
    office.orders.order(ordered, office.orders.answer_by())
    office.leases.signed(ordered, office.clock.today())
    show(page, ordered, "agreement")
    view = page.view
    assert isinstance(view, Standing)
    part = view.part
    assert isinstance(part, AgreementPart)
    broken = [b for b in part.findChildren(QPushButton) if b.text().startswith("Er brutt")]
    assert len(broken) == 2
    broken[0].click()
    dialog = part.findChild(AskDialog)
    assert dialog is not None
    assert not dialog.attempt()
    dialog.form.set_values({"words": "Broren har flyttet inn"})
    assert dialog.attempt()
    last = office.conditions.of(ordered)[0].last
    assert last is not None
    assert last.outcome is Outcome.BROKEN
    show(page, ordered, "agreement")
    assert "Broren har flyttet inn" in spoken_tree(page)


def test_a_room_is_let_in_a_shared_dwelling_where_another_lives(
    page: LeasePage, office: Office
) -> None:
    office.dwellings.register(
        a_dwelling(unit_number="H0501", shared_housing=True, status=DwellingStatus.LET)
    )
    office.dwellings.register(a_dwelling(unit_number="H0502", status=DwellingStatus.LET))
    person = registered_person(office)
    page.show_place(Place(PageId.LEASE, Ref("person", person), "new"))
    dialog = page.findChild(AskDialog)
    assert dialog is not None
    field = dialog.form.field("dwelling")
    assert isinstance(field, ChoiceField)
    shown = [field.combo.itemText(at) for at in range(field.combo.count())]
    assert shown == ["Ødegårdsvegen 4, H0501"]
