"""Explanations on a real register: told, kept as they were, dispensed from, and compared."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.allocation.eligibility import store
from app.allocation.eligibility.model import Criterion, Explanation, Met
from app.allocation.rulesets.model import RankingMode, RuleSet, RuleSetDraft
from app.allocation.rulesets.store import oldest_open
from app.applications.intake.model import Income, IncomeKind, Intake, LegalStay
from app.applications.model import ApplicationState, NeedCategory, TargetGroup
from app.core.cases import CaseKind
from app.core.errors import Invalid, NotFound
from app.core.ids import ApplicationId, Ref
from app.core.money import Ore
from app.core.text import Language
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person

N = NeedCategory
S = ApplicationState
TODAY = date(2026, 11, 23)
BORN = date(1980, 1, 2)


@pytest.fixture
def case(office: Office) -> ApplicationId:
    """One case about a dwelling, mapped, with nothing told of residence or stay."""
    return a_case(office)


def a_case(office: Office, serial: int = 0, **changes: object) -> ApplicationId:
    """A new case from a person of their own."""
    person = a_person(
        given_name="Leyla",
        family_name="Testdal",
        national_id=a_number(BORN, serial),
        birth_date=BORN,
    )
    changes = {"applicant": person, "needs": frozenset({N.NO_ROOF_NEXT_NIGHT})} | changes
    return office.applications.register(a_new_application(**changes))


def tell(office: Office, application: ApplicationId, **facts: object) -> None:
    """What the form told."""
    known = office.intake.of(application)
    told = replace(known, **facts)  # type: ignore[arg-type]  # the intake's own fields
    office.intake.save(application, told)


def tell_all(office: Office, application: ApplicationId) -> None:
    """Enough for every criterion of the proposal."""
    person = office.applications.get(application).applicant
    income = Income(person, IncomeKind.WORK, Ore(2_000_000))
    tell(
        office,
        application,
        legal_stay=LegalStay.CITIZEN,
        residence_since=date(2020, 1, 1),
        incomes=(income,),
        owed=Ore(0),
    )


def adopt(office: Office, rules: RuleSet) -> int:
    """A set in force from today, with an order of groups."""
    rules = replace(rules, groups=(TargetGroup.YOUNG, TargetGroup.OLDER))
    return office.rule_sets.adopt(
        RuleSetDraft(rules, TODAY, "Regler", "sak 12/26", "kommunestyret")
    )


def stands(explanation: Explanation) -> dict[Criterion, Met]:
    """How each criterion stands."""
    return {each.criterion: each.met for each in explanation.criteria}


def test_what_nobody_has_told_is_not_known(office: Office, case: ApplicationId) -> None:
    found = office.eligibility.explain(case)
    assert stands(found) == {
        Criterion.LEGAL_STAY: Met.NOT_KNOWN,
        Criterion.AGE: Met.MET,
        Criterion.RESIDENCE: Met.NOT_KNOWN,
        Criterion.DISADVANTAGED: Met.MET,
        Criterion.NO_SUITABLE_HOME: Met.MET,
        Criterion.MEANS: Met.NOT_KNOWN,
        Criterion.OLD_DEBT: Met.MET,
    }
    assert found.eligible is None
    tell_all(office, case)
    assert office.eligibility.explain(case).eligible is True


def test_the_form_belongs_to_the_whole_request(office: Office, case: ApplicationId) -> None:
    tell_all(office, case)
    help_case = office.applications.open_case(case, CaseKind.HOUSING_HELP)
    assert stands(office.eligibility.explain(help_case)) == {
        Criterion.LEGAL_STAY: Met.MET,
        Criterion.DISADVANTAGED: Met.MET,
    }


def test_an_unknown_case_has_no_explanation(office: Office) -> None:
    with pytest.raises(NotFound):
        office.eligibility.explain(ApplicationId(99))


def test_a_kept_evaluation_reads_back_equal_whatever_happens_after(office: Office) -> None:
    case = a_case(office, state=ApplicationState.GRANTED_WAITING, group=TargetGroup.YOUNG)
    tell_all(office, case)
    with office.unit("application.corrected", Ref("application", case)) as unit:
        kept = office.eligibility.keep(unit, case)
    made = office.eligibility.explain(case)
    facts = office.eligibility.facts((case,))[case]
    rules = office.rule_sets.in_force().rules
    tell(office, case, residence_since=date(2026, 11, 1), owed=Ore(500_000))
    adopt(office, RuleSet(residence_months=36, ranking=RankingMode.NEED_LEVEL))
    (found,) = office.eligibility.kept(case)
    assert found.id == kept
    assert found.explanation == made
    assert found.explanation.place is not None
    assert found.facts == facts
    assert found.rules == rules
    lines = office.eligibility.sentences(found.explanation, Language.NB)
    assert lines == office.eligibility.sentences(made, Language.NB)


def test_a_kept_evaluation_names_nobody(office: Office, case: ApplicationId) -> None:
    with office.unit("application.corrected", Ref("application", case)) as unit:
        office.eligibility.keep(unit, case)
        row = unit.execute("SELECT content FROM evaluation").fetchone()
    assert row is not None
    assert "Testdal" not in str(row[0])
    assert json.loads(str(row[0])).keys() == {"explanation", "facts", "rules"}


def test_a_decided_case_is_judged_by_the_rules_of_its_day(office: Office) -> None:
    decided = a_case(
        office, 1, state=ApplicationState.GRANTED_WAITING, state_since=date(2026, 11, 9)
    )
    waiting = a_case(office, 2)
    for each in (decided, waiting):
        tell_all(office, each)
    tell(office, decided, residence_since=date(2024, 6, 1))
    tell(office, waiting, residence_since=date(2024, 6, 1))
    adopted = adopt(office, RuleSet(residence_months=36))
    assert office.eligibility.explain(decided).eligible is True
    assert office.eligibility.explain(decided).rule_set == 0
    again = office.eligibility.explain(waiting)
    assert (again.eligible, again.rule_set) == (False, adopted)
    assert again.rules_source == "kommunestyret, sak 12/26"


def test_a_dispensation_needs_a_reason_and_a_name(office: Office, case: ApplicationId) -> None:
    with pytest.raises(Invalid) as refused:
        office.eligibility.dispense(case, Criterion.RESIDENCE, " ", "")
    assert [each.code for each in refused.value.problems] == [
        "reason_missing",
        "decided_by_missing",
    ]
    office.eligibility.dispense(case, Criterion.RESIDENCE, "Vokste opp her", "Per Leder")
    found = office.eligibility.explain(case)
    assert stands(found)[Criterion.RESIDENCE] is Met.DISPENSED
    told = office.eligibility.told(found, Language.NN)
    (line,) = (each for each in told if each.met is Met.DISPENSED)
    assert line.words == (
        "Kommunen har gjort unntak frå 23.11.2026. Grunnen: Vokste opp her. Avgjort av Per Leder."
    )
    office.eligibility.end_dispensation(case, Criterion.RESIDENCE)
    assert stands(office.eligibility.explain(case))[Criterion.RESIDENCE] is Met.NOT_KNOWN
    with pytest.raises(NotFound):
        office.eligibility.end_dispensation(case, Criterion.RESIDENCE)


def test_a_dispensation_can_be_undone(office: Office, case: ApplicationId) -> None:
    office.eligibility.dispense(case, Criterion.MEANS, "Uvanlig", "Per Leder")
    office.history.undo()
    assert stands(office.eligibility.explain(case))[Criterion.MEANS] is Met.NOT_KNOWN


def test_what_is_met_or_not_asked_or_of_the_act_is_not_dispensed_from(
    office: Office, case: ApplicationId
) -> None:
    help_case = office.applications.open_case(case, CaseKind.HOUSING_HELP)
    refused = {
        (case, Criterion.AGE): "criterion_met_already",
        (case, Criterion.SWAP_GROUND): "criterion_not_asked",
        (help_case, Criterion.LEGAL_STAY): "criterion_of_the_act",
    }
    for (application, criterion), code in refused.items():
        with pytest.raises(Invalid) as error:
            office.eligibility.dispense(application, criterion, "grunn", "Per Leder")
        assert [each.code for each in error.value.problems] == [code]


def test_a_draft_set_shows_who_would_move_and_saves_nothing(office: Office) -> None:
    asks = a_case(office, 1)
    tell_all(office, asks)
    tell(office, asks, residence_since=date(2024, 6, 1))
    granted = {"state": ApplicationState.GRANTED_WAITING}
    young = a_case(office, 2, group=TargetGroup.YOUNG, needs=frozenset({N.TOO_SMALL}), **granted)
    older = a_case(office, 3, group=TargetGroup.OLDER, **granted)
    before = office.eligibility.explain(asks)
    effect = office.eligibility.effect_of(
        RuleSet(residence_months=36, ranking=RankingMode.NEED_LEVEL)
    )
    (turned,) = effect.turned
    assert (turned.row.id, turned.before, turned.after) == (asks, True, False)
    assert [each.code for each in turned.because] == ["residence_too_short"]
    assert {each.row.id: (each.before, each.after) for each in effect.shifted} == {
        older: (2, 1),
        young: (1, 2),
    }
    assert (effect.undecided, effect.waiting) == (1, 2)
    assert office.eligibility.explain(asks) == before
    assert office.rule_sets.all() == ()
    assert office.eligibility.effect_of(office.rule_sets.in_force().rules).nobody


def test_an_empty_intake_is_as_one_nobody_has_filled(office: Office, case: ApplicationId) -> None:
    before = office.eligibility.explain(case)
    office.intake.save(case, Intake(case, employer="Testbakeriet"))
    assert office.eligibility.explain(case) == before


@pytest.mark.parametrize("language", list(Language))
def test_a_letter_to_the_person_says_you_and_asks_nothing_of_the_office(
    office: Office, case: ApplicationId, language: Language
) -> None:
    found = office.eligibility.explain(case)
    lines = office.eligibility.sentences(found, language, you=True)
    assert lines
    for words in ("Spør ", "Kartlegg ", "Søkeren", "Søkjaren"):
        assert not any(words in line for line in lines), words


def test_what_waits_for_an_answer_is_told_as_by_the_newest_states(office: Office) -> None:
    states = (S.RECEIVED, S.INCOMPLETE, S.IN_ASSESSMENT, S.GRANTED_WAITING)
    cases = [
        a_case(office, serial, state=state, received_on=date(2026, 11, 9 - serial))
        for serial, state in enumerate(states)
    ]
    a_case(office, 9, case=CaseKind.TEMPORARY_STAY, received_on=date(2026, 11, 1))
    assert store.undecided(office._db) == tuple(cases[:3])
    assert oldest_open(office._db) == date(2026, 11, 7)
    office.applications.take(cases[2], S.WITHDRAWN, TODAY, "ringte")
    assert store.undecided(office._db) == tuple(cases[:2])
    assert oldest_open(office._db) == date(2026, 11, 8)
