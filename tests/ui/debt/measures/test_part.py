"""«Tiltak» in a case: begun, taken further, a settlement with its days, the sheet."""

from datetime import date, timedelta

from app.core.ids import DebtCaseId, PersonId, Ref
from app.core.money import kroner
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import AdviceStage, DebtOutcome, Screened
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.debt.desk import begun
from tests.app.debt.measures.overview.test_service import known_case
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.debt.case import DebtCasePage
from ui.debt.measures.desk import NAMSFOGD_OVERVIEW, OverviewDesk
from ui.debt.measures.part import MeasuresPart
from ui.debt.tasks import MEASURES
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

K, S = DebtMeasureKind, DebtMeasureState


def part(page: DebtCasePage, case: DebtCaseId) -> MeasuresPart:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), MEASURES))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, MeasuresPart)
    return page.view.part


def desk(page: DebtCasePage, case: DebtCaseId) -> OverviewDesk:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), NAMSFOGD_OVERVIEW))
    assert isinstance(page.view, OverviewDesk)
    return page.view


def spoken(shown: MeasuresPart) -> str:
    """All that is read aloud there, the rows too."""
    rows = (row.spoken for row in shown.list.rows)
    return " ".join((spoken_tree(shown), *rows)).replace("\xa0", " ")


def ago(office: Office, days: int) -> date:
    return office.clock.today() - timedelta(days=days)


def settled(office: Office, person: PersonId | None = None) -> DebtCaseId:
    """An application the namsfogd has opened, and an inquiry that is late."""
    case = begun(office, person, days=90)
    office.debt_cases.reach(case, AdviceStage.CONTACTING, ago(office, 80))
    asked = DebtMeasureRow(ago(office, 60), S.ASKED)
    measure = office.debt_measures.begin(case, DebtMeasureDraft(K.SETTLEMENT), asked)
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 20), S.OPENED))
    late = DebtMeasureRow(ago(office, 40), S.ASKED, answer_by=ago(office, 4))
    draft = DebtMeasureDraft(K.BOSTOTTE, "Husbanken", words="Søkt på nett.")
    office.debt_measures.begin(case, draft, late)
    loan = DebtMeasureDraft(K.STARTLAN, "kommunen", kroner(240_000))
    known = office.debt_measures.begin(case, loan, DebtMeasureRow(ago(office, 70), S.ASKED))
    office.debt_measures.stands(known, DebtMeasureRow(ago(office, 30), S.REFUSED))
    return case


def test_an_empty_part_says_where_to_begin(page: DebtCasePage, office: Office) -> None:
    shown = part(page, begun(office))
    assert "Ingen tiltak ennå" in spoken(shown)
    assert "Ingen har gått gjennom vilkårene" in spoken(shown)
    assert unnamed_focusables(shown) == []


def test_a_closed_case_without_measures_offers_none(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    office.debt_cases.close(case, DebtOutcome.MOVED)
    shown = part(page, case)
    assert "før saken ble avsluttet" in spoken(shown)
    assert not shown.new_button.isVisible()


def test_a_refused_settlement_has_no_duties_left(page: DebtCasePage, office: Office) -> None:
    case = begun(office, days=90)
    asked = DebtMeasureRow(ago(office, 60), S.ASKED)
    measure = office.debt_measures.begin(case, DebtMeasureDraft(K.SETTLEMENT), asked)
    assert "Dette må personen gjøre" in spoken(part(page, case))
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 20), S.REFUSED))
    words = spoken(part(page, case))
    assert "Dette må personen gjøre" not in words
    assert "Avslått" in words


def test_a_measure_is_begun_with_the_day_an_answer_is_due(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = begun(office)
    dialog = part(page, case).dialogs.begin()
    assert not dialog.attempt()
    dialog.form.set_values({"kind": K.BOSTOTTE, "answer_by": office.clock.today()})
    assert dialog.attempt()
    assert told[-1] == "Tiltak ført inn"
    assert "svar ventes" in spoken(part(page, case))


def test_it_is_taken_further_and_a_consent_is_asked_for_beside_its_field(
    page: DebtCasePage, office: Office
) -> None:
    case = begun(office, days=20)
    row = DebtMeasureRow(ago(office, 10), S.ASKED)
    office.debt_measures.begin(case, DebtMeasureDraft(K.VOLUNTARY_DEDUCTION), row)
    shown = part(page, case)
    dialog = shown.dialogs.move(shown.measures[0])
    assert not dialog.attempt()
    assert [each.code for each in dialog.form.problems] == ["debt_consent_missing"]
    dialog.form.set_values({"consent_on": ago(office, 1)})
    assert dialog.attempt()
    assert "I gang" in spoken(part(page, case))


def test_gj_24_a_settlement_shows_its_days_and_that_rent_goes_on(
    page: DebtCasePage, office: Office
) -> None:
    shown = part(page, settled(office))
    words = spoken(shown)
    assert "Gjeldsforhandling åpnet" in words
    assert "Betalingsutsettelsen er over" in words
    assert "Utsettelsen gjelder ikke" in words
    assert unnamed_focusables(shown) == []
    assert shown.list.rows[0].title == "Bostøtte hos Husbanken"


def test_gj_20_the_terms_are_gone_through(page: DebtCasePage, office: Office) -> None:
    case = begun(office)
    dialog = part(page, case).dialogs.terms()
    dialog.form.set_values({"disloyal": Screened.YES})
    assert dialog.attempt()
    assert "Noe er gitt bort, solgt billig eller holdt skjult" in spoken(part(page, case))


def test_the_chosen_one_is_put_right(page: DebtCasePage, office: Office) -> None:
    case = settled(office)
    shown = part(page, case)
    dialog = shown.dialogs.correct(shown.measures[1])
    dialog.form.set_values({"with_whom": "Husbanken, Hammerfest"})
    assert dialog.attempt()
    assert "Husbanken, Hammerfest" in spoken(part(page, case))


def test_the_sheet_is_made_at_the_desk(page: DebtCasePage, office: Office) -> None:
    case = known_case(office)
    shown = desk(page, case)
    assert unnamed_focusables(shown) == []
    shown.form.field("cause").set_value("Ble syk.")
    assert shown.show_letter()
    shown.issue()
    made = office.letters.of(Ref("debt_case", case))
    assert [each.kind for each in made] == [DocumentKind.NAMSFOGD_OVERVIEW]


def test_a_sheet_that_lacks_its_ground_says_where_to_write_it(
    page: DebtCasePage, office: Office
) -> None:
    shown = desk(page, begun(office))
    assert not shown.issue_button.isEnabled()
    assert "under «Økonomien»" in spoken_tree(shown)
