"""A målplan as its owner gets it, in both languages."""

from dataclasses import replace
from datetime import date

from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.followup.model import LifeArea, MeasureKind, MeasureState
from app.followup.plans.model import (
    GoalLine,
    GoalState,
    MeasureLine,
    PlanContent,
    PlanDraft,
    PlanKind,
)
from app.followup.plans.print_model import PlanPaper
from app.followup.plans.prints import malplan
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

TODAY = date(2026, 11, 23)
DRAFT = PlanDraft(
    target_level=1,
    target_on=date(2027, 6, 1),
    contact_name="Siri Testmo",
    contact_phone="55 55 33 39",
    backup_name="Ola Vik",
    backup_phone="55 55 33 40",
    warning_signs="Jeg åpner ikke posten. Jeg tar ikke telefonen på tre dager.",
    warning_people="Siri, Mona på Nav og søsteren min Lise.",
    warning_first="Siri ringer meg. Svarer jeg ikke, kommer hun på døra samme uke.",
    next_step="Egen leid leilighet",
    next_step_on=date(2028, 12, 1),
    next_talk_on=date(2027, 1, 21),
    next_talk_time="10.00",
    next_talk_where="hjemme hos meg",
    evaluation_on=date(2027, 5, 24),
)
DEDUCTION = MeasureLine(
    1,
    "Fast trekk av husleia",
    "Jonas og Mona Lie, Nav",
    "fra 1. desember 2026",
    kind=MeasureKind.VOLUNTARY_DEDUCTION,
    own_task=True,
)
ADVICE = MeasureLine(
    2,
    "Råd om gjeld",
    "Mona Lie, Nav",
    "fra 7. desember 2026",
    kind=MeasureKind.DEBT_ADVICE,
    vedtak="2026/1033",
)
VISIT = MeasureLine(
    3,
    "Besøk hver tirsdag",
    "Siri Testmo, boligkontoret",
    "fra 1. desember 2026 til 31. mai 2027",
    kind=MeasureKind.HOME_VISIT,
    state=MeasureState.IN_PROGRESS,
    result="hjalp noe: Det er roligere nå.",
)
TIDY = MeasureLine(4, "Rydde annenhver lørdag", "Jonas", "fra 28. november 2026", own_task=True)
CAFE = MeasureLine(5, "Kafé på Frivilligsentralen", "Jonas og Ola Vik", "", own_task=True)
PACKAGE = MeasureLine(
    6,
    "Startpakke: strøm og forsikring",
    "Siri Testmo, boligkontoret",
    "innen 15. desember 2026",
    kind=MeasureKind.START_PACKAGE,
)
CONTENT = PlanContent(
    kind=PlanKind.MALPLAN,
    name="Jonas Bakkerud",
    level=2,
    unit="boligkontoret",
    coordinator="Siri Testmo",
    draft=DRAFT,
    goals=(
        GoalLine(
            1,
            LifeArea.MONEY,
            "Jeg vil ha orden på husleia.",
            "betaler sent",
            GoalState.IN_PROGRESS,
            date(2027, 6, 1),
            (DEDUCTION, ADVICE),
        ),
        GoalLine(
            2,
            LifeArea.HOME,
            "Det skal være fint når Lea kommer.",
            "trenger hjelp i huset",
            GoalState.IN_PROGRESS,
            None,
            (VISIT, TIDY),
        ),
        GoalLine(
            3,
            LifeArea.ACTIVITY,
            "Jeg vil ha noe å gå til.",
            "er mye alene",
            GoalState.PARTLY_REACHED,
            None,
            (CAFE,),
        ),
    ),
    loose=(PACKAGE,),
    consents=("snakke med Nav til og med 1. juni 2027", "ta kontakt tidlig med Lise Bakkerud"),
)


def paper(language: Language = Language.NB, **changes: object) -> PlanPaper:
    """The second edition, agreed."""
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language)
    made = PlanPaper(
        content=CONTENT,
        sender=sender,
        number="MP-2026-7",
        edition=2,
        agreed=True,
        news="Trekket er i gang. Besøkene er flyttet fra helg til tirsdag.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the paper's own fields


def printed(language: Language = Language.NB, **changes: object) -> Document:
    """The plan as it is printed."""
    return malplan(paper(language, **changes), load_text("malplan", language.value, TODAY))
