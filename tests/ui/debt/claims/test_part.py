"""«Gjeld»: the sum, each claim with its verbs, rent that is found, costs over the ceiling."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, Ref
from app.core.money import kroner
from app.debt.claims.model import ClaimStanding, ClaimSums, DebtClaimKind, DebtClaimStage
from app.office import Office
from tests.app.arrears.desk import claim, owing
from tests.app.debt.claims.desk import a_claim, a_creditor, claimed
from tests.app.debt.claims.test_service import DUE, of_tenant
from tests.app.debt.desk import begun
from tests.ui import walker
from tests.ui.applications.desk import seen
from ui.debt.claims.part import ClaimsPart
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField
from ui.kit.field import Verdict
from ui.navigation import Navigator, PageId, Place


class Shown:
    """The part of a case, made anew as the page does."""

    def __init__(self, office: Office, qtbot: QtBot, navigator: Navigator) -> None:
        self.office, self._qtbot, self._navigator = office, qtbot, navigator
        self.places: list[Place] = []
        navigator.wanted.connect(self.places.append)

    def part(self, case: DebtCaseId) -> ClaimsPart:
        made = ClaimsPart(self.office, self._navigator, self.office.debt_cases.get(case))
        self._qtbot.addWidget(made)
        made.resize(1046, 700)
        made.show()
        made.begin()
        QApplication.processEvents()
        return made


@pytest.fixture
def shown(office: Office, qtbot: QtBot, navigator: Navigator) -> Shown:
    return Shown(office, qtbot, navigator)


def words(part: ClaimsPart) -> str:
    return seen(part).replace("\u00a0", " ")


def button(part: ClaimsPart, said: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.text() == said)


def fill(dialog: AskDialog, **values: object) -> None:
    dialog.form.set_values(values)


def in_sight(dialog: AskDialog, name: str) -> bool:
    return not dialog.form.field(name).isHidden()


def test_without_debt_it_says_what_to_do_next(shown: Shown, office: Office) -> None:
    case = begun(office)
    part = shown.part(case)
    assert "Ingen gjeld er ført inn ennå" in words(part)
    part.import_button.click()
    assert shown.places == [Place(PageId.SHEET_IMPORT, Ref("debt_case", case), "debt_overview")]


def test_the_sum_and_what_comes_first_are_told(shown: Shown, office: Office) -> None:
    case = begun(office)
    claimed(office, case)
    power = a_claim(a_creditor(office, "Dalstrøm"), 3_500, kind=DebtClaimKind.POWER)
    office.debt_claims.add(case, power)
    part = shown.part(case)
    told = words(part)
    assert "45 500 kr" in told
    assert "Av dette bolig, strøm, forsikring og barn" in told
    assert [each.creditor_name for each in part.claims] == ["Dalstrøm", "Nordlys Bank AS"]
    assert part.table.current == part.claims[0]


def test_a_claim_is_entered_with_creditor_and_collector_by_name(
    shown: Shown, office: Office
) -> None:
    case = begun(office)
    dialog = shown.part(case).dialogs.add()
    fill(
        dialog,
        creditor="Nordlys Bank AS",
        kind=DebtClaimKind.CREDIT_CARD,
        principal=kroner(42_000),
        stage=DebtClaimStage.COLLECTION,
        collector="Fjellinkasso",
        security="Bil",
    )
    assert dialog.attempt()
    (found,) = office.debt_claims.of(case)
    assert (found.creditor_name, found.collector_name) == ("Nordlys Bank AS", "Fjellinkasso")
    assert (found.owed, found.draft.secured) == (kroner(42_000), True)


def test_a_name_nearly_as_another_is_asked_about_beside_the_field(
    shown: Shown, office: Office
) -> None:
    case = begun(office)
    a_creditor(office, "Nordlys Bank AS")
    dialog = shown.part(case).dialogs.add()
    assert not in_sight(dialog, "creditor_again")
    fill(
        dialog,
        creditor="Nordlys Banc",
        kind=DebtClaimKind.CONSUMER_LOAN,
        principal=kroner(900),
    )
    assert not dialog.attempt()
    assert in_sight(dialog, "creditor_again")
    box = dialog.form.field("creditor_again")
    assert isinstance(box, CheckField)
    assert box.box.text() == "Nei, dette er en annen enn «Nordlys Bank AS»"
    fill(dialog, creditor_again=True)
    assert dialog.attempt()
    assert len(office.creditors.all()) == 2


def test_the_same_creditor_twice_in_a_case_is_asked_about(shown: Shown, office: Office) -> None:
    case = begun(office)
    claimed(office, case)
    dialog = shown.part(case).dialogs.add()
    facts = {"kind": DebtClaimKind.CONSUMER_LOAN, "principal": kroner(900)}
    fill(dialog, creditor="nordlys bank", **facts)
    assert not dialog.attempt()
    assert in_sight(dialog, "again")
    assert dialog.form.field("again").verdict is Verdict.QUESTION
    fill(dialog, again=True)
    assert dialog.attempt()
    assert len(office.debt_claims.of(case)) == 2


def test_a_sum_in_another_currency_is_refused_beside_its_field(
    shown: Shown, office: Office
) -> None:
    dialog = shown.part(begun(office)).dialogs.add()
    field = dialog.form.field("costs")
    QTest.keyClicks(field.control, "120 euro")
    field.leave()
    assert "valuta" in field.verdict_words
    assert not dialog.attempt()


def test_costs_over_the_ceiling_are_told_while_they_are_typed_and_after(
    shown: Shown, office: Office
) -> None:
    """INK-10."""
    case = begun(office)
    dialog = shown.part(case).dialogs.add()
    fill(
        dialog,
        creditor="Nordlys Bank",
        kind=DebtClaimKind.CONSUMER_LOAN,
        principal=kroner(2_000),
    )
    field = dialog.form.field("costs")
    QTest.keyClicks(field.control, "900")
    field.leave()
    assert "600\u00a0kr" in field.verdict_words
    assert dialog.attempt()
    assert "Omkostningene fra Nordlys Bank er over taket." in words(shown.part(case))


def test_a_draw_is_asked_for_where_there_is_an_attachment(shown: Shown, office: Office) -> None:
    case = begun(office)
    made = claimed(office, case)
    dialog = shown.part(case).dialogs.stands(office.debt_claims.get(made))
    assert not in_sight(dialog, "attached")
    fill(dialog, stage=DebtClaimStage.ATTACHED)
    dialog.form.changed.emit("stage")
    assert in_sight(dialog, "attached")
    fill(dialog, attached=kroner(1_500), collector="Fjellinkasso")
    assert dialog.attempt()
    found = office.debt_claims.get(made)
    assert (found.draft.attached, found.collector_name) == (kroner(1_500), "Fjellinkasso")


def test_new_sums_keep_the_old_with_their_day(shown: Shown, office: Office) -> None:
    case = begun(office)
    made = claimed(office, case)
    dialog = shown.part(case).dialogs.claimed(office.debt_claims.get(made))
    fill(dialog, interest=kroner(1_000))
    assert dialog.attempt()
    assert office.debt_claims.get(made).sums == ClaimSums(kroner(42_000), kroner(1_000))
    told = words(shown.part(case))
    assert "43 000 kr" in told
    assert ": 42 000 kr" in told


def test_facts_are_corrected_and_the_creditor_gets_an_address(shown: Shown, office: Office) -> None:
    case = begun(office)
    made = claimed(office, case)
    part = shown.part(case)
    dialog = part.dialogs.correct(office.debt_claims.get(made))
    fill(dialog, reference="4711")
    assert dialog.attempt()
    found = office.debt_claims.get(made)
    assert found.draft.reference == "4711"
    about = part.dialogs.creditor(found.creditor)
    fill(about, address="Postboks 1", postal_code="0001", postal_place="Testvik")
    assert about.attempt()
    assert office.creditors.get(found.creditor).draft.postal_place == "Testvik"


def test_settled_is_one_button_and_an_answer(shown: Shown, office: Office) -> None:
    case = begun(office)
    made = claimed(office, case)
    part = shown.part(case)
    button(part, "Gjort opp …").click()
    dialog = next(iter(part.window().findChildren(AskDialog)))
    assert dialog.attempt()
    assert not office.debt_claims.get(made).open


def test_rent_that_is_found_is_taken_by_a_button_and_leads_to_its_account(
    shown: Shown, office: Office
) -> None:
    lease = owing(office)
    case = of_tenant(office, lease)
    office.debt_cases.start(case)
    claim(office, lease, DUE)
    part = shown.part(case)
    assert "8 000 kr i husleie er forfalt og står ikke i oversikten." in words(part)
    button(part, "Ta med").click()
    again = shown.part(case)
    assert "er forfalt og står ikke" not in words(again)
    again.table.opened.emit(again.claims[0])
    assert shown.places == [Place(PageId.TENANCY_ARREARS, Ref("lease", lease), "account")]


def test_everything_has_a_name_and_what_was_before_is_told(shown: Shown, office: Office) -> None:
    case = begun(office, days=5)
    made = claimed(office, case)
    stands = ClaimStanding(office.clock.today(), DebtClaimStage.JUDGMENT, disputed=True)
    office.debt_claims.stands(made, stands)
    part = shown.part(case)
    assert "løper som avtalt" in words(part)
    for widget in (part, part.dialogs.add(), part.dialogs.correct(part.claims[0])):
        assert walker.unnamed_focusables(widget) == []
        assert walker.rich_labels(widget) == []
        assert walker.roleless_focusables(widget) == []
