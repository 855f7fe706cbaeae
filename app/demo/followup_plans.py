"""What stands in a plan beside goals and measures: where to, what to do early, the next talk."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.ids import PlanId
from app.core.working_days import last_safe_day
from app.demo.followup_people import Followed
from app.demo.story import Story
from app.followup.plans.model import PlanDraft

_WARNINGS = (
    (
        "Jeg slutter å åpne posten, og jeg tar ikke telefonen.",
        "Søsteren min og kontakten min",
        "Ring meg. Svarer jeg ikke, kan dere komme innom.",
    ),
    (
        "Jeg sover lite og lar være å gå ut.",
        "Kontakten min",
        "Spør meg rett ut hvordan det går. Jeg vil helst snakke på kjøkkenet.",
    ),
    (
        "Husleien blir ikke betalt to måneder på rad.",
        "Kontakten min",
        "Send meg en melding først. Så ser vi på det sammen.",
    ),
)
_NEXT_STEPS = (
    "Leie på det private markedet",
    "Bytte til noe mindre og roligere",
    "Snakke med banken om startlån",
)
_PLACES = ("på boligkontoret", "hjemme hos meg", "på kafeen på Torvet")
_TIMES = ("09.30", "10.00", "13.00", "14.30")
_HALF_YEAR = 182
TALKS_OVER = 40
"""Over how many days ahead the next talks are spread."""


def fill(story: Story, one: Followed, plan: PlanId) -> None:
    """Most have a level to reach and a next talk; many an agreement on what to do early."""
    plans = story.office.plans
    draft = _early(one, _ahead(story, one, plans.get(plan).draft))
    plans.change(plan, _talk(story, one, draft))


def _ahead(story: Story, one: Followed, draft: PlanDraft) -> PlanDraft:
    """A ring further in, and for some where to live after this."""
    if one.at % 4 == 3:
        return draft
    on = last_safe_day(story.today + timedelta(days=_HALF_YEAR + 7 * (one.at % 20)))
    aimed = replace(draft, target_level=int(one.level) - 1, target_on=on)
    if one.at % 5 != 2:
        return aimed
    step = _NEXT_STEPS[one.at % len(_NEXT_STEPS)]
    return replace(aimed, next_step=step, next_step_on=on)


def _early(one: Followed, draft: PlanDraft) -> PlanDraft:
    if one.at % 3 == 2:
        return draft
    signs, people, first = _WARNINGS[one.at % len(_WARNINGS)]
    return replace(draft, warning_signs=signs, warning_people=people, warning_first=first)


def _talk(story: Story, one: Followed, draft: PlanDraft) -> PlanDraft:
    if one.at % 6 == 4:
        return draft
    return replace(
        draft,
        next_talk_on=talk_day(story, one.at),
        next_talk_time=_TIMES[one.at % len(_TIMES)],
        next_talk_where=_PLACES[one.at % len(_PLACES)],
    )


def talk_day(story: Story, at: int) -> date:
    """A working day in the coming weeks."""
    return last_safe_day(story.today + timedelta(days=4 + at * 7 % TALKS_OVER))
