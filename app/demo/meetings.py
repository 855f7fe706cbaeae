"""The joint meeting: one held, with what was decided, and the next one called."""

from datetime import timedelta
from functools import partial

from app.core.working_days import last_safe_day
from app.demo.story import Steps, Story
from app.overview.meetings.model import MeetingDraft, Outcome

PLACE = "Møterom Furua, rådhuset"
PRESENT = (
    "Siri Testmo, boligkontoret\nUnni Testlia, vergekontoret\nOla Testberg, Nav\n"
    "Kari Testvik, tildelingsteam helse"
)
DECIDED = (
    ("Tilbys den som står først på listen.", "Siri Testmo"),
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
    """Some cases are decided; the rest come on the next meeting by themselves."""
    meetings = story.office.meetings
    meeting = meetings.rows()[0].id
    for item, (decision, who) in zip(meetings.get(meeting).items, DECIDED, strict=False):
        due = story.now + timedelta(days=21)
        meetings.decide(meeting, item.about, Outcome(decision, who, due))
    meetings.close(meeting)


def _call_next(story: Story) -> None:
    held_on = last_safe_day(story.today + timedelta(days=_NEXT))
    story.office.meetings.call(MeetingDraft(held_on, PLACE, PRESENT))
