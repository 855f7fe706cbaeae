"""The part about the budget: version by version, line by line, what is left and what is missing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.ids import BudgetId, DebtCaseId, Ref
from app.core.money import kroner
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.budget.model import BudgetDraft, BudgetPart, ChangeDraft, LivingBasis
from app.debt.claims.model import DebtClaimKind
from app.debt.economy.model import CostDraft, CostKind, Interval
from app.office import Office
from tests.app.debt.budget.household import told as with_economy
from tests.app.debt.claims.desk import a_claim, a_creditor
from tests.app.debt.desk import begun
from tests.ui import walker
from tests.ui.applications.desk import seen
from ui.debt.budget.desk import BUDGET_SHEET, BudgetDesk
from ui.debt.budget.part import BudgetView
from ui.debt.budget.picture import shares
from ui.debt.budget.shown import show
from ui.debt.case import DebtCasePage
from ui.debt.tasks import BUDGET
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button
from ui.navigation import Navigator, PageId, Place

Shown = Callable[[DebtCaseId], BudgetView]


@pytest.fixture
def part_of(qtbot: QtBot, office: Office, navigator: Navigator) -> Shown:
    """The part as it is made anew each time the register has changed."""

    def made(case: DebtCaseId) -> BudgetView:
        part = BudgetView(office, navigator, office.debt_cases.get(case))
        qtbot.addWidget(part)
        part.show()
        return part

    return made


def version(office: Office, case: DebtCaseId, name: str = "Etter flytting") -> BudgetId:
    return office.debt_budgets.make(case, BudgetDraft(name, office.clock.today()))


def rows(part: BudgetView) -> list[tuple[str, str, str]]:
    assert part.table is not None
    return [
        (row.words, row.basis, row.sum.replace("\u00a0", " ")) for row in part.table.model.records
    ]


def button(part: BudgetView, words: str) -> Button:
    return next(each for each in part.findChildren(Button) if each.text() == words)


def fill(dialog: AskDialog, **values: object) -> None:
    dialog.form.set_values({**dialog.form.values(), **values})


def test_before_the_economy_is_told_it_says_where_to_begin(
    office: Office, part_of: Shown, went: list[Place]
) -> None:
    part = part_of(begun(office))
    assert "Budsjettet kommer av økonomien" in seen(part)
    part.begin()
    part.economy_button.click()
    assert went[-1].task == "economy"


def test_each_line_stands_with_its_sum_and_what_it_rests_on(office: Office, part_of: Shown) -> None:
    part = part_of(with_economy(office))
    found = rows(part)
    assert found[0] == ("Inntekter", "", "31 526")
    assert ("Enslig", "sats fra 01.07.2026", "11 388") in found
    assert ("Barn under 6 år", "Emma, 4 år", "3 645") in found
    assert found[-4][0] == "Livsopphold"
    assert "Igjen til kreditorene" in seen(part)
    assert "1 258 kr" in seen(part).replace("\u00a0", " ")
    assert "Satser fra 01.07.2026" in seen(part)


def test_the_picture_and_its_words_hold_all_that_comes_in(office: Office, part_of: Shown) -> None:
    part = part_of(with_economy(office))
    assert sum(each.amount for each in shares(part.budget)) == part.budget.income
    assert "Hvor pengene går" in seen(part)


def test_a_line_of_what_is_now_asks_for_a_version_first_and_goes_on_to_the_line(
    qtbot: QtBot, office: Office, part_of: Shown
) -> None:
    case = with_economy(office)
    part = part_of(case)
    assert part.table is not None
    part.table.stand_on(next(ln.key for ln in part.budget.lines if ln.kind is CostKind.RENT))
    part.begin()
    QTest.keyClick(part.table.view, Qt.Key.Key_Return)
    dialog = part.window().findChild(AskDialog)
    assert dialog is not None
    fill(dialog, name="Etter flytting")
    dialog.verb_button.click()
    (made,) = office.debt_budgets.of(case)
    assert made.name == "Etter flytting"

    def second() -> AskDialog:
        found = [each for each in part.findChildren(AskDialog) if each is not dialog]
        assert found
        return found[-1]

    qtbot.waitUntil(lambda: bool(second()))
    fill(second(), amount=kroner(7_000))
    assert second().attempt()
    after = part_of(case)
    assert after.version.id == made.id
    assert ("Husleie", "i stedet for 9 200 kr", "7 000") in [
        (words, basis.replace("\u00a0", " "), amount) for words, basis, amount in rows(after)
    ]


def test_a_deviation_from_the_rate_asks_why_beside_the_field(
    office: Office, part_of: Shown
) -> None:
    case = with_economy(office)
    made = version(office, case)
    part = part_of(case)
    known = office.debt_budgets.get(made)
    line = next(each for each in part.budget.lines if each.key == "rate/debtor")
    dialog = part.dialogs.line(known, line)
    fill(dialog, amount=kroner(12_000))
    assert dialog.attempt() is False
    assert dialog.form.problem_count == 1
    fill(dialog, reason="Dyr medisin")
    assert dialog.attempt()
    (change,) = office.debt_budgets.get(made).changes
    assert change.reason == "Dyr medisin"


def test_a_changed_line_can_be_put_back(office: Office, part_of: Shown, told: list[str]) -> None:
    case = with_economy(office)
    made = version(office, case)
    budgets = office.debt_budgets
    key = next(
        each.key
        for each in budgets.compute(case, budgets.get(made)).lines
        if each.kind is CostKind.RENT
    )
    budgets.put(made, ChangeDraft(BudgetPart.HOME, "", kroner(7_000), key))
    part = part_of(case)
    line = next(each for each in budgets.compute(case, budgets.get(made)).lines if each.key == key)
    dialog = part.dialogs.line(budgets.get(made), line)
    back = next(b for b in dialog.findChildren(Button) if b.text().startswith("Tilbake til"))
    back.click()
    assert budgets.get(made).changes == ()
    assert told[-1] == "Endring i budsjettet fjernet"


def test_a_line_of_its_own_is_added_changed_and_taken_away(office: Office, part_of: Shown) -> None:
    case = with_economy(office)
    made = version(office, case)
    budgets = office.debt_budgets
    part = part_of(case)
    dialog = part.dialogs.add(budgets.get(made), BudgetPart.AGREED)
    fill(dialog, words="Avdrag på husleie", amount=kroner(500))
    assert dialog.attempt()
    line = budgets.compute(case, budgets.get(made)).of(BudgetPart.AGREED)[0]
    again = part.dialogs.line(budgets.get(made), line)
    fill(again, amount=kroner(600))
    assert again.attempt()
    assert budgets.compute(case, budgets.get(made)).agreed == kroner(600)
    last = part.dialogs.line(budgets.get(made), line)
    next(b for b in last.findChildren(Button) if b.text() == "Fjern linjen").click()
    assert budgets.get(made).changes == ()


def test_power_is_not_offered_as_a_line_where_the_rates_hold(
    office: Office, part_of: Shown
) -> None:
    case = with_economy(office)
    made = version(office, case)
    office.debt_economy.add(
        case, CostDraft(CostKind.POWER, kroner(1_400), Interval.MONTH, sure=True)
    )
    part = part_of(case)
    assert "Strøm ligger i satsen" in seen(part)
    dialog = part.dialogs.add(office.debt_budgets.get(made))
    fill(dialog, part=BudgetPart.POWER)
    assert dialog.form.values()["part"] is not BudgetPart.POWER


def test_the_reference_budget_asks_for_its_figures(
    office: Office, navigator: Navigator, part_of: Shown
) -> None:
    case = with_economy(office)
    draft = BudgetDraft("SIFO", office.clock.today(), LivingBasis.REFERENCE)
    made = office.debt_budgets.make(case, draft)
    show(navigator, case, made)
    part = part_of(case)
    assert "Budsjettet er ikke ferdig" in seen(part)
    assert not part.print_button.isEnabled() or part.print_button.toolTip()
    button(part, "Legg til …").click()
    dialog = part.findChildren(AskDialog)[-1]
    fill(dialog, words="Mat og drikke", amount=kroner(9_000))
    assert dialog.attempt()
    assert "Igjen til kreditorene" in seen(part_of(case))


def test_versions_stand_beside_each_other(office: Office, part_of: Shown) -> None:
    case = with_economy(office)
    version(office, case)
    version(office, case, "Med avdrag")
    words = seen(part_of(case))
    assert "Versjonene ved siden av hverandre" in words
    assert "Med avdrag" in words


def test_the_one_that_is_chosen_holds(office: Office, navigator: Navigator, part_of: Shown) -> None:
    case = with_economy(office)
    made = version(office, case)
    show(navigator, case, made)
    part = part_of(case)
    button(part, "La det gjelde …").click()
    assert part.findChildren(AskDialog)[-1].attempt()
    assert office.debt_budgets.chosen(case).id == made
    words = seen(part_of(case))
    assert "gjelder nå" in words
    assert "La det gjelde …" not in words


def test_a_version_is_taken_away_with_a_way_back(
    office: Office, navigator: Navigator, part_of: Shown, told: list[str]
) -> None:
    case = with_economy(office)
    show(navigator, case, version(office, case))
    button(part_of(case), "Ta bort").click()
    assert office.debt_budgets.of(case) == ()
    assert told[-1] == "Budsjett fjernet"
    assert part_of(case).version.now


def test_the_name_and_day_of_a_version_are_corrected(office: Office, part_of: Shown) -> None:
    case = with_economy(office)
    made = version(office, case)
    dialog = part_of(case).dialogs.correct(office.debt_budgets.get(made))
    fill(dialog, name="")
    assert dialog.attempt() is False
    fill(dialog, name="Til våren")
    assert dialog.attempt()
    assert office.debt_budgets.get(made).name == "Til våren"


def test_the_housing_allowance_is_checked_and_laid_in_the_budget(
    office: Office, navigator: Navigator, part_of: Shown
) -> None:
    case = with_economy(office)
    made = version(office, case)
    show(navigator, case, made)
    dialog = part_of(case).bostotte_dialogs.check()
    assert dialog.form.values()["rent"] == kroner(9_200)
    assert dialog.form.values()["children"] == 2
    assert dialog.attempt() is False  # the income of a year is not known
    fill(dialog, income=kroner(200_000), rent=kroner(9_000), children=0)
    assert dialog.attempt()
    part = part_of(case)
    assert "Rundt 3 401 kr i måneden" in seen(part).replace("\u00a0", " ")
    assert "aldri et løfte" in seen(part)
    assert "Søk senest" in seen(part)  # BST-09
    part.bostotte.terms.toggle.click()  # BST-01, 02, 08 and 10
    assert "skriftlig samtykke" in seen(part)
    assert part.bostotte.put_button is not None
    part.bostotte.put_button.click()
    (change,) = office.debt_budgets.get(made).changes
    assert change.amount == kroner(3_401)


def test_heating_that_is_not_counted_is_told(office: Office, part_of: Shown) -> None:
    case = with_economy(office)
    facts = BostotteFacts(rent=kroner(5_000), heating_in_rent=True, income=kroner(200_000))
    office.debt_budgets.keep_bostotte(case, facts)
    assert "høyere hvis oppvarming ikke er med" in seen(part_of(case))


def test_a_change_of_a_line_that_is_gone_is_told_and_taken_away(
    office: Office, navigator: Navigator, part_of: Shown
) -> None:
    case = with_economy(office)
    made = version(office, case)
    office.debt_budgets.put(made, ChangeDraft(BudgetPart.HOME, "", kroner(400), "cost/999"))
    show(navigator, case, made)
    part = part_of(case)
    assert "gjelder en linje som ikke finnes lenger" in seen(part)
    remove = [each for each in part.findChildren(Button) if each.text() == "Ta bort"]
    remove[-1].click()
    assert office.debt_budgets.get(made).changes == ()


def test_how_it_may_be_shared_leads_to_the_plan(
    office: Office, part_of: Shown, went: list[Place]
) -> None:
    case = with_economy(office)
    assert part_of(case).offers is None
    office.debt_claims.add(case, a_claim(a_creditor(office)))
    part = part_of(case)
    assert part.offers is not None
    assert "Nordlys Bank AS" in seen(part)
    part.offers.plan_button.click()
    assert went[-1].task == "plan"


def test_rent_that_is_agreed_beforehand_is_not_offered_once_more_unseen(
    office: Office, navigator: Navigator, part_of: Shown
) -> None:
    case = with_economy(office)
    office.debt_claims.add(case, a_claim(a_creditor(office), kind=DebtClaimKind.RENT))
    assert "avdrag på husleie trukket fra" not in seen(part_of(case))
    made = version(office, case)
    office.debt_budgets.put(made, ChangeDraft(BudgetPart.AGREED, "Avdrag", kroner(500)))
    show(navigator, case, made)
    assert "avdrag på husleie trukket fra" in seen(part_of(case))


def test_everything_has_a_name_and_nothing_is_rich(page: DebtCasePage, office: Office) -> None:
    case = with_economy(office)
    version(office, case)
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), BUDGET))
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []
    assert walker.silent_icon_buttons(page) == []


def test_the_keyboard_stays_where_it_was_when_a_version_is_turned_to(
    page: DebtCasePage, office: Office, went: list[Place]
) -> None:
    case = with_economy(office)
    made = version(office, case)
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), BUDGET))
    part = page.findChild(BudgetView)
    assert part is not None
    part.choice.chosen.emit(str(made))
    assert went[-1].task == BUDGET
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), BUDGET))
    shown = [each for each in page.findChildren(BudgetView) if each.isVisible()]
    assert shown[-1].version.id == made


# the sheet


def desk_of(qtbot: QtBot, office: Office, navigator: Navigator, case: DebtCaseId) -> BudgetDesk:
    made = BudgetDesk(office, navigator, office.debt_cases.get(case))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_sheet_begins_with_the_version_stood_on_and_is_made(
    qtbot: QtBot, office: Office, navigator: Navigator, told: list[str]
) -> None:
    case = with_economy(office)
    made = version(office, case)
    show(navigator, case, made)
    desk = desk_of(qtbot, office, navigator, case)
    assert desk.version().id == made
    assert desk.show_letter()
    desk.issue()
    assert office.debt_budgets.get(made).printed_on == office.clock.today()
    assert told[-1].startswith("Budsjett skrevet ut")


def test_the_one_nobody_has_made_is_kept_under_its_day(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    case = with_economy(office)
    for _ in range(2):
        desk_of(qtbot, office, navigator, case).issue()
    names = [each.name for each in office.debt_budgets.of(case)]
    assert names[0].startswith("Budsjett ")
    assert names[1] == f"{names[0]} (2)"


def test_the_button_leads_to_the_sheet(office: Office, part_of: Shown, went: list[Place]) -> None:
    part_of(with_economy(office)).print_button.click()
    assert went[-1].task == BUDGET_SHEET


def test_who_gets_nothing_of_what_is_left_has_a_dash_and_is_told_why(
    office: Office, part_of: Shown
) -> None:
    case = with_economy(office)
    first = replace(a_claim(a_creditor(office), 90_000), kind=DebtClaimKind.POWER)
    office.debt_claims.add(case, first)
    office.debt_claims.add(case, a_claim(a_creditor(office, "Fjordkort AS"), 42_000))
    offers = part_of(case).offers
    assert offers is not None
    said = [each.text().replace("\u00a0", " ") for each in offers.findChildren(QLabel)]
    assert "–" in said
    assert "1 258" in said
    assert not any(",00" in each for each in said)
    assert "Det som holder bolig, strøm og barn, går først." in said


def test_a_new_version_is_the_one_shown_on_the_page(
    page: DebtCasePage, office: Office, went: list[Place]
) -> None:
    case = with_economy(office)
    place = Place(PageId.DEBT_CASE, Ref("debt_case", case), BUDGET)
    page.show_place(place)
    part = page.findChild(BudgetView)
    assert part is not None
    dialog = part.dialogs.new(part.version)
    fill(dialog, name="Etter flytting")
    assert dialog.attempt()
    assert went[-1] == place
    page.show_place(place)
    shown = [each for each in page.findChildren(BudgetView) if each.isVisible()]
    assert shown[-1].version.name == "Etter flytting"
