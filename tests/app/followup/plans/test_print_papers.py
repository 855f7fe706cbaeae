"""Printing a målplan: an edition is kept; a copy for health is by consent, without Nav's own."""

from dataclasses import replace

import pytest

from app.core.errors import Conflict, Invalid
from app.core.ids import DocumentId, GoalId, Ref
from app.core.text import Language
from app.documents.parts import texts_of
from app.followup.model import MeasureKind
from app.followup.plans.model import PlanCopy, PlanPrint, PlanState
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from app.storage.unit import Unit
from tests.app.documents import reading
from tests.app.followup.plans.desk import PlanDesk

COPY = PlanPrint(copy=PlanCopy.HEALTH)


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    made = PlanDesk(office)
    backed = replace(made.known.draft, backup_name="Ola Vik", next_talk_where="hjemme hos meg")
    made.plans.change(made.plan, replace(backed, next_talk_on=made.today))
    return made


def of_nav_and_of_others(desk: PlanDesk) -> GoalId:
    """One measure by kind, one by unit, and one that is nobody's but ours."""
    units = {each.code: each.id for each in desk.office.service_units.open()}
    goal = desk.goal()
    debt = MeasureKind.DEBT_ADVICE
    desk.measure(goal, words="Råd om gjeld", kind=debt, unit=units["home_services"])
    desk.measure(goal, words="Kurs i norsk", kind=MeasureKind.OTHER, unit=units["nav"])
    desk.measure(goal, words="Besøk hjemme", kind=MeasureKind.HOME_VISIT, responsible="Siri")
    return goal


def agree_to(desk: PlanDesk, scope: ConsentScope, body: str = "") -> None:
    desk.office.consents.add(Consent(desk.person, scope, desk.today, None, body))


def copy_of(desk: PlanDesk) -> str:
    rows = desk.office.letters.of(Ref("person", desk.person))
    (found,) = [row.id for row in rows if row.kind is DocumentKind.MALPLAN_COPY]
    return " ".join(reading.text(desk.office.letters.content(found)).split())


def test_doc_09_the_print_is_kept_as_an_edition_with_its_document(desk: PlanDesk) -> None:
    desk.ready()
    made = desk.office.plan_papers.issue(desk.plan, PlanPrint())
    assert not isinstance(made, OnPaper)
    (edition,) = desk.plans.editions(desk.plan)
    assert edition.document == made
    assert desk.known.state is PlanState.OFFERED
    assert "Dette er et forslag" in reading.text(desk.office.letters.content(made))


def test_a_plan_agreed_on_the_day_holds_from_it(desk: PlanDesk) -> None:
    desk.ready()
    desk.office.plan_papers.issue(desk.plan, PlanPrint(agreed=True))
    assert desk.known.state is PlanState.ACTIVE


def test_doc_09_a_plan_with_something_missing_is_not_printed_but_can_be_read(
    desk: PlanDesk,
) -> None:
    assert desk.office.plan_papers.preview(desk.plan).draft
    with pytest.raises(Invalid):
        desk.office.plan_papers.issue(desk.plan, PlanPrint())
    assert desk.plans.editions(desk.plan) == ()


def test_p6_a_copy_for_health_needs_a_consent(desk: PlanDesk) -> None:
    desk.ready()
    papers = desk.office.plan_papers
    for act in (papers.preview, papers.issue):
        with pytest.raises(Invalid) as told:
            act(desk.plan, COPY)
        assert [each.code for each in told.value.problems] == ["plan_copy_without_consent"]
    agree_to(desk, ConsentScope.SHARE_PLAN, "Nav")
    with pytest.raises(Invalid):
        papers.preview(desk.plan, COPY)
    agree_to(desk, ConsentScope.SHARE_PLAN)
    assert papers.preview(desk.plan, COPY).draft


def test_a3_what_is_navs_own_does_not_print_in_the_health_copy(desk: PlanDesk) -> None:
    """A3: by kind and by unit; the person's own print has all of it."""
    of_nav_and_of_others(desk)
    desk.measure(desk.goal("Jeg vil bli kvitt gjelda"), words="Trekk av lån")
    agree_to(desk, ConsentScope.TALK_WITH_HEALTH)
    made = desk.office.plan_papers.issue(desk.plan, COPY)
    own = " ".join(reading.text(desk.office.letters.content(_kept(made))).split())
    copy = copy_of(desk)
    for words in ("Råd om gjeld", "Kurs i norsk", "Trekk av lån", "kvitt gjelda"):
        assert words in own
        assert words not in copy
    assert "Besøk hjemme" in own
    assert "Besøk hjemme" in copy
    assert "Kopi til helse" in copy


def test_a3_with_consent_to_share_the_plan_the_copy_is_whole(desk: PlanDesk) -> None:
    of_nav_and_of_others(desk)
    agree_to(desk, ConsentScope.SHARE_PLAN, "helsetjenesten")
    desk.office.plan_papers.issue(desk.plan, COPY)
    assert "Råd om gjeld" in copy_of(desk)
    assert "Kurs i norsk" in copy_of(desk)


def _kept(made: DocumentId | OnPaper) -> DocumentId:
    assert not isinstance(made, OnPaper)
    return made


def test_adr_02_for_strengt_fortrolig_it_is_on_paper_alone(desk: PlanDesk) -> None:
    desk.ready()
    agree_to(desk, ConsentScope.SHARE_PLAN)
    desk.office.people.shield(desk.person, "melding", "P-1")
    made = desk.office.plan_papers.issue(desk.plan, COPY)
    assert isinstance(made, OnPaper)
    rows = desk.office.letters.of(Ref("person", desk.person))
    assert [row.kind for row in rows] == [DocumentKind.MALPLAN]


def test_adr_03_a_preview_hides_where_one_with_a_secret_address_is_met(desk: PlanDesk) -> None:
    desk.ready()
    assert "hjemme hos meg" in str(list(texts_of(desk.office.plan_papers.preview(desk.plan))))
    desk.office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "melding")
    assert "hjemme hos meg" not in str(list(texts_of(desk.office.plan_papers.preview(desk.plan))))


def test_the_print_is_in_the_language_of_the_person(desk: PlanDesk) -> None:
    person = desk.office.people.get(desk.person)
    assert person.language is Language.NB
    assert desk.office.plan_papers.preview(desk.plan).language == "nb"


def test_an_individual_plan_has_a_print_of_its_own(desk: PlanDesk) -> None:
    desk.agreed()
    desk.consent()
    with desk.office.unit("plan.grown", Ref("person", desk.person)) as unit:
        assert isinstance(unit, Unit)
        desk.plans.grow(unit, desk.plan)
    with pytest.raises(Conflict):
        desk.office.plan_papers.preview(desk.plan)
