"""What the advice takes from the office around the case."""

from datetime import date

from app.core.dated import DatedValue
from app.evictions.advice.model import BestStep
from app.evictions.advice.rules import TALK_DAYS
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
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
