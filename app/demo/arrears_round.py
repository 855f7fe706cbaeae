"""The round of last month: who was rung, and what the meeting about unpaid rent decided."""

from datetime import timedelta
from functools import partial

from app.arrears.rounds.model import CallDraft, CallResult, Decided, MeetingDraft
from app.core.working_days import adjust
from app.demo.story import Steps, Story
from app.demo.unpaid import Owing

RUNG, MET = 30, 20
"""How many days ago the round was, and the meeting."""
R = CallResult
_CALLS = (
    (R.REACHED, "Lønna kom for sent. Betaler når den er inne."),
    (R.NOT_REACHED, ""),
    (R.AGREED_NEW, "Kommer innom kontoret for å se på en avtale om deler."),
    (R.REACHED, "Har fått mindre vakter. Vil gjerne snakke med Nav om bostøtte."),
    (R.LEFT_MESSAGE, "Lagt igjen beskjed om å ringe tilbake."),
    (R.REACHED, "Visste ikke at giroen var stoppet i banken. Retter det i dag."),
    (R.NOT_REACHED, ""),
    (R.REACHED, "Ber om at husleien trekkes rett fra trygden."),
)
_DECISIONS = (
    ("Hjemmebesøk sammen med Nav. Barna først.", "Grete Modellås, Nav", -7),
    ("Tilby avtale om å betale i deler.", "Boligkontoret", 6),
    ("Hjelpe med søknad om bostøtte.", "Per Testvik, oppfølgingstjenesten", 9),
    ("Ringe på kveldstid, ingen svarer på dagen.", "Boligkontoret", 4),
    ("Se på frivillig forvaltning av inntekt sammen med leietakeren.", "Nav", 13),
    ("Ingen nye brev før de har møttes.", "Boligkontoret", -9),
)
DONE = 5
"""The place of the decision that somebody has done already."""


def steps(story: Story, owing: Owing) -> Steps:
    """The calls, the meeting some days after, and what was done of it."""
    return [
        (RUNG, partial(_ring, story, owing)),
        (MET, partial(_meet, story, owing)),
        (8, partial(_done, story, owing)),
    ]


def _ring(story: Story, owing: Owing) -> None:
    """Those that stand first in the call list; some of them do not answer."""
    rounds, met = story.office.arrears_rounds, owing.of("noticed")
    rows = (row for row in rounds.call_list() if row.lease not in met)
    for row, (result, words) in zip(rows, _CALLS, strict=False):
        agreed = story.today + timedelta(days=5) if result is R.AGREED_NEW else None
        rounds.called(row.lease, CallDraft(result, words, agreed))


def _meet(story: Story, owing: Owing) -> None:
    """Held, typed and closed the same day; one decision waits past its day."""
    meetings = story.office.arrears_meetings
    held = MeetingDraft(
        story.now,
        "Rådhuset, møterom 2",
        "Boligkontoret, Nav, oppfølgingstjenesten, Lia boligstiftelse",
        next_on=adjust(story.today + timedelta(days=8)),
    )
    chosen = owing.of("long")[: len(_DECISIONS)]
    meeting = meetings.call(held, chosen)
    for lease, (what, who, in_days) in zip(chosen, _DECISIONS, strict=True):
        due = max(adjust(story.today + timedelta(days=in_days)), story.now)
        meetings.decide(meeting, lease, Decided(what, who, due))
    meetings.close(meeting)


def _done(story: Story, owing: Owing) -> None:
    """Nobody wrote before they had met."""
    story.office.arrears_meetings.done(owing.of("long")[DONE])
