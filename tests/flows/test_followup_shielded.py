"""Strengt fortrolig in the midst of follow-up: what is agreed goes on, where they live is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import NotFound
from app.core.ids import Ref
from app.followup.agreements.model import AgreementDraft
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.contact_notes.model import ContactOutcome, LogReceiver
from app.followup.individual_plans.model import IndividualPlanPrint, ParticipantDraft
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft, MeasureResult
from app.followup.plans.model import EvaluationDraft, GoalDraft, PlanPrint
from app.followup.services.model import BasisDraft, ContactDraft, KnownBy, ServiceDraft
from app.letters.model import OnPaper
from app.people.consents.model import ConsentScope
from app.people.model import Address
from tests.factories import a_person
from tests.flows.followed import Followed
from tests.flows.tenancy import Life
from tests.flows.test_protected import everything_kept
from tests.flows.town import Town, codes

STREET = "Gjømmeveien"
HOME = f"{STREET} 77"
SHORT = "Gjømmev. 77"
AGREED = "Jeg vil bli boende"


def test_nothing_of_where_they_live_is_left_and_the_work_goes_on(town: Town) -> None:
    one = is_followed_at_home(town)
    office = one.office
    told_everywhere(one)
    kept = everything_kept(office)
    assert kept.count(HOME) > 30
    before = len(office.plans.editions(one.plan))

    report = office.people.shield(one.person, "Politiet", "Perm 4, ark 12")

    assert report.history_emptied > 0
    left = {ref.kind for ref in office.people.places_of(one.person)}
    assert left <= {"plan_edition"}, "kept without its document, and without the place"
    nothing_is_left(one)
    assert len(office.plans.editions(one.plan)) == before
    goal = next(iter(office.plans.goals(one.person)))
    assert goal.draft.words == f"{AGREED} i (adressen er tatt ut)"
    assert office.levels.of(one.person) is not None
    assert office.owners.of(one.person) is not None
    papers_are_on_paper_only(one)
    nothing_is_left(one)
    assert office.history.verify() is None
    assert codes(lambda: office.history.undo(), of=Exception) in (
        ["undo_final"],
        ["nothing_to_undo"],
    )
    one.life.reopen()
    nothing_is_left(one)


def is_followed_at_home(town: Town) -> Followed:
    """With an address in the register and a level."""
    office = town.office
    person = office.people.register(a_person(address=Address(HOME, "2211", "Lia")))
    one = Followed(Life(town, None, None, person), person)  # type: ignore[arg-type]  # lets nothing
    office.levels.set(person, HelpLevel.SUPPORT, f"Bråk i {HOME}")
    one.plan = office.plans.begin(person)
    return one


def told_everywhere(one: Followed) -> None:
    """The address in every place one may write."""
    office, person = one.office, one.person
    need = office.plans.needs(person)
    assert need == ()
    goal = office.plans.add_goal(
        person, GoalDraft(LifeArea.HOME, f"{AGREED} i {HOME}"), f"Uro i {SHORT}"
    )
    measure = office.followup.plan_measure(
        person, MeasureDraft(f"Besøk i {HOME}", "Mona Lie", goal=goal)
    )
    gone = office.followup.plan_measure(person, MeasureDraft(f"Se {HOME}", "Mona", goal=goal))
    assert gone
    office.history.undo()
    office.followup.evaluate(measure, MeasureResult.HELPED, f"Sett i {HOME}")
    draft = office.plans.get(one.plan).draft
    office.plans.change(one.plan, replace(draft, next_talk_where=HOME, warning_signs=f"Ved {HOME}"))
    finding = Finding(AreaAnswer.SOME_HELP, f"Bor i {HOME}", f"Ut av {HOME}")
    areas = {AssessmentArea.NEIGHBOURS: finding, AssessmentArea.HEALTH: finding}
    mapped = AssessmentDraft(
        one.today, f"Nabo i {HOME}", findings=areas, wishes=HOME, helpers=f"Vaktmester i {HOME}"
    )
    office.assessments.finish(office.assessments.keep(person, mapped), {})
    one.talk(ContactOutcome.REACHED, f"Var i {HOME}")
    _services_and_agreement(one)
    _papers(one)
    one.town.later(1)
    one.hands_over("nav", f"Flyttet fra {HOME}")
    looked = EvaluationDraft(
        one.today, f"Ro i {HOME}", f"Trives i {HOME}", (), (), one.today + timedelta(days=90)
    )
    office.plans.evaluate(one.plan, looked)
    office.drafts.keep(f"contact_note/{person}", {"words": HOME})


def _services_and_agreement(one: Followed) -> None:
    office, person = one.office, one.person
    home = one.unit("home_services")
    known = BasisDraft(KnownBy.OTHER_LAW, words=f"Avtalt i {HOME}")
    office.services_given.add(person, ServiceDraft(home, f"Hjelp i {HOME}", since=one.today), known)
    contact = ContactDraft(home, "Siri Testmo", f"vakt i {HOME}", "900 00 111", one.today)
    office.services_given.add_contact(person, contact)
    one.agrees(ConsentScope.TALK_WITH_OTHERS, f"Naboen i {HOME}")
    office.agreements.write(person, AgreementDraft(purpose=f"Ro i {HOME}", visits=f"I {HOME}"))


def _papers(one: Followed) -> None:
    """A printed plan, grown to an individual one with the address in it too."""
    office, own = one.office, one.office.individual_plans
    office.plan_papers.issue(one.plan, PlanPrint(agreed=True))
    own.want(one.person, one.today, one.today + timedelta(days=365))
    one.fills_the_ten_parts()
    known = own.of(one.person).draft
    own.change(one.person, replace(known, carried_out=f"Vi møtes i {HOME}", cooperation=SHORT))
    own.add_participant(one.person, ParticipantDraft("Per Vik", f"nabo i {HOME}"))
    office.individual_plan_papers.issue(one.person, IndividualPlanPrint())
    office.contact_logs.issue(one.person, LogReceiver.PERSON)


def nothing_is_left(one: Followed) -> None:
    """Rows, editions, notes, history, drafts, search and documents."""
    kept = everything_kept(one.office)
    for words in (STREET, SHORT, "Gjømme", "gjømme", "gjomme"):
        where = kept.find(words)
        assert where < 0, kept[max(0, where - 80) : where + 60]
    assert one.office.search.find(STREET) == ()
    for document in one.office.letters.of(Ref("person", one.person)):
        with pytest.raises(NotFound):
            one.office.letters.content(document.id)


def papers_are_on_paper_only(one: Followed) -> None:
    """ADR-02: printed now, never kept."""
    office, person = one.office, one.person
    agreement = AgreementDraft(
        purpose="At du skal få ro.",
        we_do="Vi ringer hver uke.",
        person_does="Du sier fra.",
        visits="Vi avtaler fra gang til gang.",
        visited_by="Mona Lie",
        contact_name="Mona Lie",
        contact_phone="55 55 33 33",
        evaluation_on=one.today + timedelta(days=90),
    )
    made = (
        office.individual_plan_papers.issue(person, IndividualPlanPrint()),
        office.contact_logs.issue(person, LogReceiver.PERSON),
        office.handover_notes.issue(person),
        office.agreement_papers.issue(person, agreement),
    )
    for paper in made:
        assert isinstance(paper, OnPaper)
        assert STREET.encode() not in paper.content
