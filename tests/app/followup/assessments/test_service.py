"""Mapping what works and what a person wants: the same for all, kept, finished, compared."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Conflict, Invalid, NotFound, OfficeError
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.followup.assessments.model import (
    AreaAnswer,
    AreaChange,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
    AssessmentPrint,
    Finding,
)
from app.followup.assessments.rules import compare, needing
from app.followup.levels.model import DemandCode, HelpLevel
from app.followup.model import LifeArea
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
FINDINGS = {
    AssessmentArea.MONEY: Finding(AreaAnswer.MUCH_HELP, "Jeg får ikke betalt strømmen."),
    AssessmentArea.NEIGHBOURS: Finding(AreaAnswer.WORKS),
    AssessmentArea.HEALTH: Finding(AreaAnswer.SOME_HELP, "Jeg sover dårlig.", "Å sove."),
}
DRAFT = AssessmentDraft(TODAY, "Broren", "tigrinja", FINDINGS, "Å bli boende.", "Søsteren.")


@pytest.fixture
def person(office: Office) -> PersonId:
    return registered_person(office)


def written(office: Office, person: PersonId, draft: AssessmentDraft = DRAFT) -> int:
    return office.assessments.keep(person, draft)


def finished(office: Office, person: PersonId, draft: AssessmentDraft = DRAFT) -> Assessment:
    known = written(office, person, draft)
    office.assessments.finish(known, {})
    return office.assessments.get(known)


def test_what_is_written_is_kept_as_one_goes(office: Office, person: PersonId) -> None:
    known = office.assessments.begin(person)
    assert office.assessments.begin(person) == known
    office.assessments.save(known, DRAFT)
    assert office.assessments.open(person) == Assessment(known, person, DRAFT)
    assert office.assessments.of(person) == ()
    fewer = replace(DRAFT, findings={AssessmentArea.MONEY: Finding(AreaAnswer.WORKS)})
    office.assessments.save(known, fewer)
    assert office.assessments.get(known).draft == fewer


def test_what_was_not_talked_about_is_no_row(office: Office, person: PersonId) -> None:
    empty = {area: Finding() for area in AssessmentArea}
    known = written(office, person, replace(DRAFT, findings=empty))
    assert office.assessments.get(known).draft.findings == {}


def test_saving_the_same_again_writes_nothing(office: Office, person: PersonId) -> None:
    known = written(office, person)
    before = office.history.head()
    office.assessments.save(known, DRAFT)
    assert office.history.head() == before


def test_a_finished_one_is_never_changed(office: Office, person: PersonId) -> None:
    known = finished(office, person)
    with pytest.raises(Conflict, match="assessment_finished"):
        office.assessments.save(known.id, replace(DRAFT, wishes="Noe annet."))
    with pytest.raises(Conflict, match="assessment_finished"):
        office.assessments.discard(known.id)
    assert office.assessments.latest(person) == known
    again = office.assessments.begin(person)
    assert again != known.id


def test_it_is_not_finished_without_an_answer_or_before_its_day(
    office: Office, person: PersonId
) -> None:
    known = written(office, person, AssessmentDraft(TODAY + timedelta(days=1)))
    with pytest.raises(Invalid) as caught:
        office.assessments.finish(known, {})
    codes = {problem.field: problem.code for problem in caught.value.problems}
    assert codes == {"held_on": "day_in_future", "answer_tenancy_skills": "assessment_empty"}


def test_d18_findings_become_needs_in_the_same_unit(office: Office, person: PersonId) -> None:
    known = written(office, person)
    office.assessments.finish(known, {AssessmentArea.MONEY: "Hjelp med regningene"})
    [need] = office.plans.needs(person)
    assert (need.draft.area, need.draft.words) == (LifeArea.MONEY, "Hjelp med regningene")
    assert office.assessments.get(known).needs == ((AssessmentArea.MONEY, need.id),)
    found = office.assessments.needs_of(office.assessments.get(known))
    assert found == ((AssessmentArea.MONEY, need),)


def test_finishing_is_undone_whole(office: Office, person: PersonId) -> None:
    known = written(office, person)
    office.assessments.finish(known, {AssessmentArea.MONEY: "Hjelp med regningene"})
    office.history.undo()
    assert office.assessments.open(person) is not None
    assert office.plans.needs(person) == ()


def test_a_need_must_have_words_and_a_finding_behind_it(office: Office, person: PersonId) -> None:
    known = written(office, person)
    with pytest.raises(Invalid) as caught:
        office.assessments.finish(
            known, {AssessmentArea.MONEY: " ", AssessmentArea.NEIGHBOURS: "Ro"}
        )
    codes = {problem.field: problem.code for problem in caught.value.problems}
    assert codes == {
        "need_money": "assessment_need_words_missing",
        "need_neighbours": "assessment_need_unfounded",
    }
    assert office.plans.needs(person) == ()


def test_one_that_was_never_finished_can_be_let_go(office: Office, person: PersonId) -> None:
    known = written(office, person)
    office.assessments.discard(known)
    assert office.assessments.open(person) is None
    with pytest.raises(NotFound):
        office.assessments.get(known)
    office.history.undo()
    assert office.assessments.get(known).draft == DRAFT


def test_d12_a_missing_mapping_is_flagged_from_level_2(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger oppfølging")
    assert DemandCode.ASSESSMENT in {each.code for each in office.levels.unmet(person)}
    finished(office, person)
    assert DemandCode.ASSESSMENT not in {each.code for each in office.levels.unmet(person)}


def test_it_holds_from_its_day(office: Office, person: PersonId) -> None:
    finished(office, person)
    assert office.assessments.has(person)
    assert not office.assessments.has(person, TODAY - timedelta(days=1))
    assert office.assessments.latest_days() == {person: TODAY}
    assert office.assessments.latest_days(TODAY - timedelta(days=1)) == {}


def test_the_next_one_says_what_is_better_and_worse(office: Office, person: PersonId) -> None:
    spring = {
        AssessmentArea.MONEY: Finding(AreaAnswer.SOME_HELP),
        AssessmentArea.NEIGHBOURS: Finding(AreaAnswer.SOME_HELP),
        AssessmentArea.CHILDREN: Finding(AreaAnswer.WORKS),
    }
    first = finished(office, person, replace(DRAFT, held_on=date(2026, 5, 4), findings=spring))
    second = finished(office, person)
    assert office.assessments.changes(first) == ()
    told = [(each.area, each.change) for each in office.assessments.changes(second)]
    assert told == [
        (AssessmentArea.MONEY, AreaChange.WORSE),
        (AssessmentArea.NEIGHBOURS, AreaChange.BETTER),
    ]


def test_pv_08_health_is_kept_by_itself_and_told_nowhere_else(
    office: Office, person: PersonId
) -> None:
    known = finished(office, person)
    told = [
        change
        for event in office.history.of(Ref("person", person))
        for change in office.history.changes(event.id)
    ]
    assert known.draft.of(AssessmentArea.HEALTH).words == "Jeg sover dårlig."
    assert office.search.find("sover") == ()
    assert {change.table for change in told if "Jeg sover" in str(change.after)} == {
        "needs_assessment_health"
    }


def test_the_form_starts_today_with_the_interpreter_of_the_person(office: Office) -> None:
    person = registered_person(office, interpreter_language="tigrinja")
    assert office.assessments.drafted(person) == AssessmentDraft(TODAY, interpreter="tigrinja")
    assert office.assessments.open(person) is None


def test_what_is_handed_over_is_kept(office: Office, person: PersonId) -> None:
    known = finished(office, person)
    office.assessment_papers.issue(known.id, AssessmentPrint(with_health=False))
    [row] = office.letters.of(Ref("person", person))
    assert row.kind is DocumentKind.NEEDS_ASSESSMENT
    assert office.letters.to_send() == ()


def test_a_draft_is_shown_but_not_issued(office: Office, person: PersonId) -> None:
    known = written(office, person)
    assert office.assessment_papers.preview(known).draft
    assert office.assessment_papers.preview_draft(person, DRAFT).draft
    with pytest.raises(OfficeError, match="assessment_not_finished"):
        office.assessment_papers.issue(known)


def test_adr_02_nothing_printed_is_kept_of_one_strengt_fortrolig(
    office: Office, person: PersonId
) -> None:
    known = finished(office, person)
    office.people.shield(person, "Folkeregisteret", "Mappe 3")
    assert isinstance(office.assessment_papers.issue(known.id), OnPaper)


def test_d12_the_blank_form_comes_in_both_languages(office: Office) -> None:
    for language in Language:
        assert office.assessment_papers.blank(language).startswith(b"%PDF")
        assert set(office.assessment_papers.questions(language)) == set(AssessmentArea)


_drafts = st.dictionaries(
    st.sampled_from(list(AssessmentArea)), st.builds(Finding, st.sampled_from(list(AreaAnswer)))
).map(lambda findings: AssessmentDraft(TODAY, findings=findings))


@given(_drafts, _drafts)
def test_comparing_backwards_says_the_opposite(
    before: AssessmentDraft, after: AssessmentDraft
) -> None:
    there = {each.area: each.change for each in compare(before, after)}
    back = {each.area: each.change for each in compare(after, before)}
    opposite = {
        AreaChange.BETTER: AreaChange.WORSE,
        AreaChange.WORSE: AreaChange.BETTER,
        AreaChange.SAME: AreaChange.SAME,
    }
    assert back == {area: opposite[change] for area, change in there.items()}


@given(_drafts)
def test_only_what_needs_help_is_proposed_the_most_first(draft: AssessmentDraft) -> None:
    answers = [draft.of(area).answer for area in needing(draft)]
    assert all(answer.needs_help for answer in answers)
    assert answers == sorted(answers, key=lambda answer: answer is AreaAnswer.SOME_HELP)
