"""What the advice takes from the office around the case."""

from datetime import date

from app.core.dated import DatedValue
from app.evictions.advice.model import BestStep
from app.evictions.advice.rules import TALK_DAYS
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
from tests.app.debt.desk import asked
from tests.app.evictions.desk import TODAY
from tests.app.evictions.units.around import Family

YESTERDAY = date(2026, 11, 22)


def test_the_municipality_says_how_long_a_talk_is_fresh(office: Office) -> None:
    family = Family(office)
    talk = ContactNoteDraft(
        YESTERDAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Snakket om hjemmet"
    )
    office.contact_notes.add(family.person, talk)
    case = office.eviction_cases.get(family.case)
    assert BestStep.CALL not in [each.step for each in office.eviction_advice.steps(case)]
    office.settings.override(TALK_DAYS, DatedValue(1, TODAY, source="sak 1/26"))
    assert office.eviction_advice.steps(case)[0].step is BestStep.CALL
    assert office.eviction_advice.rows()[0].step == office.eviction_advice.steps(case)[0]


def test_one_who_has_asked_for_economic_advice_is_not_told_to_ask(office: Office) -> None:
    """GJ-13: the step goes when there is an open case, and comes back when it is withdrawn."""
    case = office.eviction_cases.get(Family(office).case)
    before = {step.step for step in office.eviction_advice.steps(case)}
    assert BestStep.DEBT_ADVICE in before
    asked_for = asked(office, case.person)
    assert BestStep.DEBT_ADVICE not in {s.step for s in office.eviction_advice.steps(case)}
    office.debt_cases.withdraw(asked_for)
    assert {step.step for step in office.eviction_advice.steps(case)} == before
