"""The joint meeting: one held, with what was decided, and the next one called."""

from datetime import timedelta
from functools import partial

from app.core.working_days import last_safe_day
from app.demo.story import Steps, Story
from app.overview.meetings.model import MeetingDraft, Outcome, Section

PLACE = "Møterom Furua, rådhuset"
PRESENT = (
    "Siri Testmo, boligkontoret\nUnni Testlia, vergekontoret\nOla Testberg, Nav\n"
    "Kari Testvik, tildelingsteam helse"
)
DECIDED = {
    Section.VACANT: "Tilbys den som står først på listen og som boligen passer for.",
    Section.WAITING: "Står på listen. Ingen endring i rekkefølgen.",
}
TO_DO = (
    ("Helse vurderer om det trengs bemanning før tilbud.", "Kari Testvik"),
    ("Nav undersøker om søkeren kan få garanti.", "Ola Testberg"),
)
_HELD, _NEXT = 13, 9


def steps(story: Story) -> Steps:
    """Called a few days before it is held."""
    return [
        (18, partial(_call, story)),
        (_HELD, partial(_hold, story)),
        (5, partial(_call_next, story)),
    ]


def _call(story: Story) -> None:
    story.office.meetings.call(MeetingDraft(story.day(_HELD), PLACE, PRESENT))


def _hold(story: Story) -> None:
    """Dwellings and list are gone through, two things are to be done; the rest comes again."""
    meetings, due = story.office.meetings, story.now + timedelta(days=21)
    meeting = meetings.rows()[0].id
    items = meetings.get(meeting).items
    for item in items:
        if item.section in DECIDED:
            meetings.decide(meeting, item.about, Outcome(DECIDED[item.section]))
    left = (item for item in items if item.section not in DECIDED)
    for item, (decision, who) in zip(left, TO_DO, strict=False):
        meetings.decide(meeting, item.about, Outcome(decision, who, due))
    meetings.close(meeting)


def _call_next(story: Story) -> None:
    held_on = last_safe_day(story.today + timedelta(days=_NEXT))
    story.office.meetings.call(MeetingDraft(held_on, PLACE, PRESENT))
