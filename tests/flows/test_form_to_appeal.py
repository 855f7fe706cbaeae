"""From the paper form to the appeal body's answer, an offer and a lease: every act told why."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.alerts.model import Reason
from app.allocation.eligibility.model import Criterion, Met
from app.allocation.rulesets.model import RuleSetDraft
from app.applications.answers.model import LetterKind
from app.applications.intake.model import (
    Income,
    IncomeKind,
    LegalStay,
    PaperKind,
    Tenure,
)
from app.applications.model import (
    ApplicationDraft,
    ApplicationState,
    Delay,
    NeedCategory,
    ReplyDraft,
    TargetGroup,
)
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, Ref, VedtakId
from app.core.money import Ore
from app.core.text import Language
from app.decisions.appeals.model import AppealDraft, AppealState
from app.decisions.model import RefusalGround
from app.letters.model import DocumentKind
from app.overview.meetings.model import MeetingDraft, Outcome
from tests.app.decisions.desk import a_grant, a_refusal, help_granted
from tests.factories import a_person
from tests.flows.town import Town

S = ApplicationState
RECEIVED = date(2026, 11, 20)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A municipality with its dwellings, its rules adopted, and nobody asking yet."""
    made = Town.founded(tmp_path)
    made.take_in_both()
    rules = next(each.rules for each in made.office.rule_sets.ready() if each.name == "small")
    made.office.rule_sets.adopt(
        RuleSetDraft(rules, date(2026, 1, 1), "Retningslinjer 2026", "41/25", "Kommunestyret")
    )
    return made


def asks(town: Town) -> ApplicationId:
    """The form as it came: one who has lived here for seven months and rents for a month more."""
    office = town.office
    application = office.applications.register(
        ApplicationDraft(
            applicant=a_person(),
            received_on=RECEIVED,
            group=TargetGroup.SINGLE_LOW_MEANS,
            needs=frozenset({NeedCategory.NO_VALID_LEASE}),
            bedrooms=1,
            reason="Utleieren skal selge.",
        )
    )
    person = office.applications.get(application).applicant
    told = office.intake.of(application)
    office.intake.save(
        application,
        replace(
            told,
            residence_since=date(2026, 4, 1),
            registered_here=True,
            legal_stay=LegalStay.CITIZEN,
            tenure=Tenure.RENTS_PRIVATELY,
            lease_ends_on=date(2026, 12, 31),
            owed=Ore(0),
            incomes=(Income(person, IncomeKind.WORK_ASSESSMENT_ALLOWANCE, Ore(1_850_000)),),
        ),
    )
    return application


def answered(town: Town, application: ApplicationId) -> None:
    """Told that the papers are missing, that an answer comes, and then decided on."""
    office = town.office
    missing = {paper.kind for paper in office.intake.missing_papers(application)}
    assert PaperKind.LEASE_OR_NOTICE in missing
    letter = office.answers.issue(
        application, office.answers.suggest(application, LetterKind.MISSING_PAPERS)
    )
    town.send(letter)
    office.replies.issue(
        application,
        ReplyDraft(answer_by=town.clock.today() + timedelta(days=28), delay=Delay.PAPERS),
    )
    town.send(office.letters.of(Ref("application", application))[0].id)
    assert application not in {each.row.id for each in office.applications.unanswered()}


def test_the_whole_way(town: Town) -> None:
    office = town.office
    application = asks(town)
    helped = office.applications.open_case(application, CaseKind.HOUSING_HELP)
    answered(town, application)

    # why not: one criterion, its fact and its source, from the set that holds
    explained = office.eligibility.explain(application)
    assert explained.eligible is False
    stops = {each.criterion for each in explained.criteria if each.met is Met.NOT_MET}
    assert stops == {Criterion.RESIDENCE}

    # the joint meeting has seen both cases before anything is decided
    meeting = office.meetings.call(MeetingDraft(town.clock.today(), "Rådhuset", "Siri, Per"))
    about = {item.about for item in office.meetings.get(meeting).items}
    assert {Ref("application", application), Ref("application", helped)} <= about
    office.meetings.decide(meeting, Ref("application", application), Outcome("Avslag på bolig."))

    refused = decide_no(town, application)
    assert office.applications.get(helped).state is S.RECEIVED, "a no here decides nothing there"
    town.decide(helped, help_granted())
    assert office.applications.get(helped).state is S.GRANTED
    assert office.applications.get(application).state is S.REFUSED

    given = appealed(town, refused)
    assert office.applications.get(application).state is S.GRANTED_WAITING
    (kept, *_) = office.eligibility.kept(application)
    assert kept.explanation.eligible is False, "what was judged then is as it was then"
    offered_and_let(town, application, given)


def decide_no(town: Town, application: ApplicationId) -> VedtakId:
    """A refusal that says what the list of criteria says."""
    decisions = town.office.decisions
    vedtak = decisions.draft(application)
    reasons = decisions.suggested_reasons(vedtak)
    assert "24 måneder" in " ".join(reasons.values()).replace("\N{NO-BREAK SPACE}", " ")
    draft = replace(
        a_refusal(),
        refusal_ground=RefusalGround.RESIDENCE_PERIOD,
        rules_text=reasons["rules_text"],
        facts_text=reasons["facts_text"],
        considerations_text=reasons["considerations_text"],
    )
    decisions.save_draft(vedtak, draft)
    town.send(decisions.issue(vedtak))
    town.office.letters.arrived(town.letter(Ref("vedtak", vedtak)), town.clock.today())
    return vedtak


def told_today(town: Town) -> set[tuple[Reason, Ref]]:
    """What I dag says, and about what."""
    return {(each.why, each.case) for each in town.office.alerts.today()}


def appealed(town: Town, refused: VedtakId) -> VedtakId:
    """In time by its postmark, upheld, sent on; the body sees it otherwise, and we follow."""
    office, appeals = town.office, town.office.appeals
    deadline = office.decisions.appeal_deadline(refused)
    assert deadline is not None
    town.later((deadline.moved - town.clock.today()).days + 2)
    appeal = appeals.receive(
        refused,
        AppealDraft(
            received_on=town.clock.today(),
            postmarked_on=deadline.moved,
            wanted="Jeg vil ha kommunal bolig.",
            grounds="Jeg har familie her og finner ingenting.",
        ),
    )
    assert not appeals.timeliness(appeal).late, "the postmark decides (FV-13)"
    appeals.assess(appeal)
    town.later(15)
    assert (Reason.APPEAL_NOT_FORWARDED, Ref("appeal", appeal)) in told_today(town)
    for made in appeals.forward(appeal, "Vi mener fortsatt at botiden er for kort."):
        town.send(made)
    assert (Reason.APPEAL_NOT_FORWARDED, Ref("appeal", appeal)) not in told_today(town)
    town.later(20)
    appeals.answered(
        appeal, AppealState.GRANTED_BY_BODY, town.clock.today(), "Nær tilknytning til kommunen."
    )
    given = appeals.change(appeal, "Klagenemnda har gitt medhold.")
    office.decisions.save_draft(given, a_grant())
    town.send(office.decisions.issue(given))
    return given


def offered_and_let(town: Town, application: ApplicationId, given: VedtakId) -> None:
    """The first dwelling that fits is offered, taken, and becomes a lease."""
    office = town.office
    dwelling = town.vacant(1)
    (candidate,) = [
        each for each in office.allocation.candidates(dwelling) if each.place.row.id == application
    ]
    assert candidate.fits, candidate.why_not
    offer = office.offers.make(office.offers.drafted(application, dwelling))
    kinds = [row.kind for row in office.letters.to_send()]
    assert DocumentKind.OFFER in kinds
    town.send(next(row.id for row in office.letters.to_send() if row.kind is DocumentKind.OFFER))
    town.later(3)
    office.offers.accept(offer, town.clock.today())
    assert office.applications.get(application).state is S.ALLOCATED
    lease = office.leases.prepare(vedtak=given)
    assert office.leases.get(lease).draft.dwelling == dwelling


def test_a_rule_changed_afterwards_changes_no_letter_and_no_judgement(town: Town) -> None:
    office = town.office
    application = asks(town)
    vedtak = decide_no(town, application)
    letter = town.letter(Ref("vedtak", vedtak))
    before = office.letters.content(letter)
    (kept, *_) = office.eligibility.kept(application)
    town.later(1)
    now = office.rule_sets.in_force()
    easier = replace(now.rules, residence_months=0)
    office.rule_sets.adopt(
        RuleSetDraft(easier, town.clock.today(), "Retningslinjer 2027", "7/27", "Kommunestyret")
    )
    assert office.letters.content(letter) == before
    assert office.eligibility.kept(application)[0] == kept
    told = office.eligibility.sentences(kept.explanation, Language.NB)
    assert any("24" in line for line in told)
