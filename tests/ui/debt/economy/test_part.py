"""«Økonomien» in a case: the household, the three lists, the papers, and the letter that asks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ids import DebtCaseId, Ref
from app.core.money import kroner
from app.debt.economy.model import (
    CostDraft,
    CostKind,
    DebtorStatus,
    EconomyLine,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    OwnedDraft,
)
from app.debt.papers.model import DebtPaperKind, DebtPaperState
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.app.debt.desk import begun
from tests.app.debt.economy.test_service import family
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.debt.case import DebtCasePage
from ui.debt.economy.desk import PAPERS_LETTER, PapersLetterDesk
from ui.debt.economy.part import EconomyPart
from ui.debt.tasks import ECONOMY
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.field import Verdict
from ui.kit.rows_field import RowsField
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

PAY = IncomeDraft(IncomeKind.WORK, kroner(24_000), Interval.MONTH, words="Butikken")


def part(page: DebtCasePage, case: DebtCaseId) -> EconomyPart:
    """The part about the economy of this case."""
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), ECONOMY))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, EconomyPart)
    return page.view.part


def spoken(shown: EconomyPart) -> str:
    """All that is read aloud there, the rows too."""
    lists = (*shown.lists.values(), shown.papers.rows)
    rows = (row.spoken for each in lists for row in each.rows)
    return " ".join((spoken_tree(shown), *rows)).replace("\xa0", " ")


def desk(page: DebtCasePage, case: DebtCaseId) -> PapersLetterDesk:
    """The letter about missing papers."""
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), PAPERS_LETTER))
    assert isinstance(page.view, PapersLetterDesk)
    return page.view


def test_an_empty_economy_says_the_next_step(page: DebtCasePage, office: Office) -> None:
    shown = part(page, begun(office))
    said = spoken(shown)
    for words in ("Ikke ført inn ennå", "Ingen inntekter ennå", "Begynn med boligen", "mangler 10"):
        assert words in said
    assert unnamed_focusables(shown) == []
    shown.begin()
    assert page.window().focusWidget() is shown.household_button


def test_an_income_is_typed_in_and_counts(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = begun(office)
    dialog = part(page, case).dialogs.new(EconomyLine.INCOME)
    dialog.form.set_values(
        {"kind": IncomeKind.WORK, "amount": kroner(24_000), "interval": Interval.MONTH}
    )
    assert dialog.attempt()
    assert told[-1] == "Inntekt ført inn"
    assert "24 000 kr" in spoken(part(page, case))


def test_an_income_says_whose_it_is_where_several_live(page: DebtCasePage, office: Office) -> None:
    case = family(office)
    _, lea = office.debt_economy.earners(case)
    dialog = part(page, case).dialogs.new(EconomyLine.INCOME)
    dialog.form.set_values(
        {
            "kind": IncomeKind.WORK,
            "person": lea,
            "amount": kroner(9_000),
            "interval": Interval.MONTH,
        }
    )
    assert dialog.attempt()
    assert "Lea Prøve" in spoken(part(page, case))
    (income,) = office.debt_economy.of(case).incomes
    changed = part(page, case).dialogs.change(EconomyLine.INCOME, income.id)
    assert changed.form.field("person").value() == lea


def test_a_sum_that_looks_yearly_is_asked_about_beside_the_field(
    page: DebtCasePage, office: Office
) -> None:
    case = begun(office)
    dialog = part(page, case).dialogs.new(EconomyLine.INCOME)
    dialog.form.set_values(
        {"kind": IncomeKind.WORK, "amount": kroner(288_000), "interval": Interval.MONTH}
    )
    assert not dialog.form.field("sure").isVisible()
    assert not dialog.attempt()
    assert "Det er mye for én måned" in dialog.form.field("interval").verdict_words
    assert dialog.form.field("interval").verdict is Verdict.QUESTION
    assert dialog.form.field("sure").isVisible()
    dialog.form.set_values({"sure": True})
    assert dialog.attempt()


def test_other_money_than_kroner_is_refused_beside_the_field(
    page: DebtCasePage, office: Office
) -> None:
    dialog = part(page, begun(office)).dialogs.new(EconomyLine.COST)
    amount = dialog.form.field("amount")
    amount.line.setText("120 EUR")  # type: ignore[attr-defined]  # a field of money
    assert not dialog.attempt()
    assert "annen valuta" in amount.verdict_words


def test_a_line_is_changed_ended_and_taken_away(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = begun(office, days=60)
    economy = office.debt_economy
    row = economy.add(case, IncomeDraft(IncomeKind.WORK, kroner(100), Interval.MONTH, sure=True))
    dialog = part(page, case).dialogs.change(EconomyLine.INCOME, row)
    dialog.form.set_values({"amount": kroner(200)})
    assert dialog.attempt()
    assert economy.of(case).income == kroner(200)
    shown = part(page, case)
    ended = shown.dialogs.end(EconomyLine.INCOME, row, economy.entry(EconomyLine.INCOME, row))
    ended.form.set_values({"until": date(2027, 1, 1)})
    assert ended.attempt()
    assert "til 01.01.2027" in spoken(part(page, case))
    part(page, case).dialogs.remove(EconomyLine.INCOME, row)
    assert told[-1] == "Inntekt fjernet"
    assert economy.of(case).incomes == ()


def test_enter_opens_a_line_and_one_to_come_keeps_its_day(
    page: DebtCasePage, office: Office
) -> None:
    case = begun(office)
    comes = date(2027, 1, 1)
    office.debt_economy.add(case, replace(PAY, since=comes))
    shown = part(page, case)
    assert "fra 01.01.2027" in spoken(shown)
    shown.lists[EconomyLine.INCOME].activate()
    (dialog,) = page.window().findChildren(AskDialog)
    assert dialog.form.field("since").value() == comes
    dialog.form.set_values({"amount": kroner(25_000)})
    assert dialog.attempt()
    (coming,) = office.debt_economy.others(case, EconomyLine.INCOME)
    assert coming.since == comes


def test_the_rent_of_a_lease_with_us_is_one_press_away(page: DebtCasePage, office: Office) -> None:
    lease = tenancy(office)
    case = begun(office, office.leases.get(lease).draft.tenant)
    assert "Før inn husleien vår: 8 000 kr" in spoken(part(page, case))
    draft = office.debt_economy.suggested_rent(case)
    assert draft is not None
    part(page, case).dialogs.use_rent(draft)
    said = spoken(part(page, case))
    assert "Husleie" in said
    assert "Før inn husleien vår" not in said


def test_a_new_rent_is_used_by_a_press_and_what_was_is_still_seen(
    page: DebtCasePage, office: Office
) -> None:
    lease = tenancy(office)
    case = begun(office, office.leases.get(lease).draft.tenant, days=30)
    office.debt_economy.add(
        case, CostDraft(CostKind.RENT, kroner(7_500), Interval.MONTH, date(2026, 11, 1))
    )
    shown = part(page, case)
    assert "Husleien vår er nå 8 000 kr" in spoken(shown)
    changed = office.debt_economy.changed_rent(case)
    assert changed is not None
    shown.dialogs.use_new_rent(*changed)
    said = spoken(part(page, case))
    assert "Går ut: 8 000 kr" in said
    assert "til 23.11.2026" in said


def test_the_household_begins_with_the_register_and_asks_for_the_class(
    page: DebtCasePage, office: Office
) -> None:
    case = family(office)
    dialog = part(page, case).household_dialogs.open()
    children = dialog.form.field("children")
    assert isinstance(children, RowsField)
    assert [row.form.values()["name"] for row in children.rows] == ["Omar", "Elif"]
    assert not dialog.attempt()
    omar = children.rows[0].form.field("contact")
    assert "samværsklasse" in omar.verdict_words
    assert isinstance(omar, ChoiceField)
    omar.set_value(2)
    omar.combo.activated.emit(2)
    assert dialog.attempt()
    assert "Omar, 12 år (samværsklasse 2)" in spoken(part(page, case))


def test_another_day_may_put_a_child_right(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    today = office.clock.today()
    dialog = part(page, case).household_dialogs.open()
    born = today.replace(year=today.year - 18)
    child = {"name": "Lea", "birth_date": born, "contact": 0}
    dialog.form.set_values({"children": (child,)})
    assert not dialog.attempt()
    since = dialog.form.field("since")
    since.set_value(born.replace(year=born.year + 17))
    since.changed.emit("since")
    assert dialog.attempt()


def test_a_child_who_came_of_age_is_told_of(page: DebtCasePage, office: Office) -> None:
    case = family(office)
    born = office.clock.today().replace(year=office.clock.today().year - 18)
    with office.unit("economy.household_set") as unit:
        row = unit.insert(
            "economy_household",
            debt_case=case,
            since=date(2020, 1, 1),
            status=DebtorStatus.SINGLE,
            adults=1,
        )
        unit.insert("economy_child", economy_household=row, name="Lea", birth_date=born)
    assert "Lea er fylt 18 år." in spoken(part(page, case))


def test_a_whole_economy_is_read_at_a_glance(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    economy = office.debt_economy
    economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1))
    economy.add(case, PAY)
    economy.add(case, CostDraft(CostKind.POWER, kroner(5_400), Interval.QUARTER, seen=True))
    economy.add(case, OwnedDraft(AssetKind.CAR, kroner(40_000), owed=kroner(12_000)))
    said = spoken(part(page, case))
    for words in ("Igjen før gjeld: 22 200 kr", "5 400 kr per kvartal", "lån 12 000 kr"):
        assert words in said
    assert "1 beløp er ikke vist på papir" in said
    assert unnamed_focusables(part(page, case)) == []


# the papers


def test_a_paper_is_ticked_by_a_key_and_back(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = begun(office)
    part(page, case).papers.rows.activate()
    assert told[-1] == "Papirer krysset av"
    first = office.debt_papers.of(case)[0]
    assert first.state is DebtPaperState.COME
    assert "Kommet 23.11.2026" in spoken(part(page, case))
    part(page, case).papers.rows.activate()
    assert office.debt_papers.of(case)[0].missing


def test_several_papers_are_ticked_at_once(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    dialog = part(page, case).papers.dialogs.mark()
    dialog.form.set_values(
        {
            "kinds": frozenset({DebtPaperKind.LEASE, DebtPaperKind.LOAN_PAPERS}),
            "state": DebtPaperState.NOT_NEEDED,
        }
    )
    assert dialog.attempt()
    assert "mangler 8 av 10" in spoken(part(page, case))


def test_a_scan_is_taken_in_with_the_tick_and_only_of_what_has_come(
    page: DebtCasePage, office: Office, tmp_path: Path
) -> None:
    case = begun(office)
    file = tmp_path / "slipp.pdf"
    file.write_bytes(b"%PDF-1.7 in short")
    dialog = part(page, case).papers.dialogs.mark()
    assert not dialog.attempt()
    kinds = frozenset({DebtPaperKind.PAY_SLIPS})
    dialog.form.set_values({"kinds": kinds, "file": file, "state": DebtPaperState.ASKED})
    assert not dialog.attempt()
    assert "Velg «kommet»" in dialog.form.field("file").verdict_words
    dialog.form.set_values({"state": DebtPaperState.COME})
    assert dialog.attempt()
    assert len(office.letters.of(Ref("debt_case", case))) == 1


def test_the_letter_asks_for_what_is_missing(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    office.debt_papers.mark(case, [DebtPaperKind.LEASE], DebtPaperState.COME)
    shown = desk(page, case)
    assert shown.draft().kinds == frozenset(DebtPaperKind) - {DebtPaperKind.LEASE}
    assert unnamed_focusables(shown) == []
    shown.issue()
    (row,) = office.letters.of(Ref("debt_case", case))
    assert row.kind is DocumentKind.DEBT_PAPERS
    assert "Brevet er ikke sendt" in spoken(part(page, case))


def test_a_letter_for_nothing_is_not_made(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    shown = desk(page, case)
    shown.form.set_values({"kinds": frozenset()})
    assert not shown.show_letter()
    assert shown.ask() is None
