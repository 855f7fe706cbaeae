"""The paper of an office that writes nynorsk has no word of bokmål of ours."""

from dataclasses import replace
from datetime import date

from app.applications.model import ApplicationState
from app.core.text import Language
from app.debt.model import AdviceStage, RequestState
from app.documents.render import render
from app.evictions.advice.model import BestStep
from app.evictions.model import EvictionStage
from app.followup.plans.model import PlanState
from app.leases.model import LeaseState
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.handover.model import CallKind, HalfDone, OpenKind, PlanStep, Task
from tests.app.decisions.desk import Desk
from tests.app.documents import reading, sound
from tests.app.evictions.desk import open_case
from tests.nynorsk import bokmal_in, lacking

TODAY = date(2026, 11, 23)
KINDS = {
    *(OpenKind, PlanStep, HalfDone, CallKind, DocumentKind, BestStep),
    *(EvictionStage, ApplicationState, LeaseState, PlanState, AdviceStage, RequestState),
}


def test_every_code_that_can_come_on_it_has_its_word_in_both() -> None:
    assert lacking(KINDS) == []


def test_it_is_in_the_language_of_the_office(office: Office) -> None:
    open_case(office)
    Desk(office, national_id="").drafted()
    office.drafts.keep("application.new", {"name": "hemmeleg"})
    profile = replace(office.settings.profile, language=Language.NN)
    office.settings.change_profile(profile)
    task = Task("Hastar", "Aud Testnes ventar", "Søknaden kom i går.", TODAY)
    for tasks in ([], [task]):
        paper = office.handovers.paper(office.handovers.usual_end(), tasks, "Ring kommunen.")
        made = render(paper)
        told = " ".join(reading.text(made).split())
        assert paper.language == "nn"
        assert bokmal_in(told, profile.name, profile.email) == set()
        assert "Utkasting" in told
        assert "Vedtak:" in told
        assert sound.faults(made) == {}
