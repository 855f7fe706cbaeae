"""Those without a home whom the register knows only by what was told: 42 in all (B8)."""

from functools import partial

from app.core.ids import PersonId
from app.demo.story import Steps, Story
from app.overview.homeless.model import (
    BornIn,
    HomelessIncome,
    HomelessProfile,
    PlaceOfStay,
    Sex,
    YesNo,
)

ALL = 42
"""An estimate until week 48 confirms each."""
_WHERE = (
    PlaceOfStay.FRIENDS_OR_FAMILY,
    PlaceOfStay.FRIENDS_OR_FAMILY,
    PlaceOfStay.PRISON,
    PlaceOfStay.OUTDOORS,
    PlaceOfStay.CRISIS_CENTRE,
    PlaceOfStay.FRIENDS_OR_FAMILY,
    PlaceOfStay.NIGHT_SHELTER,
)
_INCOMES = (HomelessIncome.SOCIAL_ASSISTANCE, HomelessIncome.BENEFIT, HomelessIncome.WORK)


def steps(story: Story) -> Steps:
    """Told by Nav, the outreach team and the crisis centre, so many that 42 are known."""
    return [(0, partial(_tell, story))]


def _tell(story: Story) -> None:
    known = story.office.homeless.at(story.now)
    for at in range(ALL - known.total.count):
        person = story.office.people.register(story.crowd.adult(19, 60))
        story.office.homeless.add(person, story.now, _WHERE[at % len(_WHERE)])
        if at % 3:
            _describe(story, person, at)


def _describe(story: Story, person: PersonId, at: int) -> None:
    """Two of three have been asked."""
    answers = (YesNo.NO, YesNo.YES, YesNo.NO, YesNo.UNKNOWN)
    profile = HomelessProfile(
        sex=(Sex.MAN, Sex.WOMAN, Sex.MAN, Sex.UNKNOWN, Sex.WOMAN)[at % 5],
        income=_INCOMES[at % len(_INCOMES)],
        born_in=BornIn.NORWAY if at % 5 else BornIn.AFRICA,
        drugs=answers[at % 4],
        mental=answers[(at + 1) % 4],
        evicted=answers[at % 2],
        before=answers[(at + 2) % 4],
    )
    story.office.homeless.describe(person, profile)
