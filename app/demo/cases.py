"""Cases beside the list: help, a stay at once, papers asked for, who speaks and who agreed."""

from datetime import timedelta
from functools import partial

from app.allocation.eligibility.model import Criterion
from app.applications.answers.model import LetterKind
from app.applications.intake.model import (
    Representative,
    RepresentativeKind,
    Wanted,
)
from app.applications.model import TargetGroup
from app.core.cases import CaseKind
from app.core.ids import Ref
from app.demo import phrases
from app.demo.forms import Told
from app.demo.municipality import DECIDES_EXCEPTIONS
from app.demo.stock import PLACE, POSTAL_CODE
from app.demo.story import Steps, Story
from app.people.consents.model import Consent, ConsentScope

G = TargetGroup
AT_ONCE = Told(wanted=Wanted.TEMPORARY)
AGREED = (
    ("housed", ConsentScope.FETCH_INCOME, ""),
    ("granted", ConsentScope.TALK_WITH_HEALTH, "Rus- og psykiatritjenesten i Lia"),
    ("family", ConsentScope.JOINT_MEETING, ""),
    ("open 24", ConsentScope.FETCH_NAV, ""),
    ("open 21", ConsentScope.TALK_WITH_OTHERS, "Gjeldsrådgiveren i Lia"),
)
_YEAR = timedelta(days=365)


def steps(story: Story) -> Steps:
    """What is done in these cases."""
    return [*_help(story), *_answers(story), *_people(story)]


def _help(story: Story) -> Steps:
    """Two ask for help to get a home too, and a family for a roof at once."""
    return [
        (39, partial(story.open_case, "family's help", "family", CaseKind.HOUSING_HELP)),
        (20, partial(story.reply, "family's help", sent=True)),
        (21, partial(story.open_case, "help", "open 21", CaseKind.HOUSING_HELP)),
        (9, partial(story.reply, "help", sent=True)),
        (5, partial(story.decide, "help", phrases.HELP)),
        (4, partial(story.hand_over, "help")),
        (6, partial(story.open_case, "stay", "open 6", CaseKind.TEMPORARY_STAY)),
        (6, lambda: story.decide("stay", phrases.stay(story.now))),
        (6, partial(story.hand_over, "stay")),
    ]


def _answers(story: Story) -> Steps:
    """Days that were told and have passed, and a request that is soon too old."""
    return [
        (44, partial(story.arrive, "promised", G.SUBSTANCE_USE, phrases.WITHOUT)),
        (38, partial(story.reply, "promised", sent=True)),
        (44, partial(_arrive_old, story)),
        (8, partial(story.reply, "old", sent=True)),
        (24, partial(_ask_for_papers, story)),
    ]


def _arrive_old(story: Story) -> None:
    """A request that was left lying when the office had no officer."""
    received = story.today - timedelta(days=345)
    story.arrive("old", G.DISADVANTAGED_OTHER, phrases.DEAR, received=received)


def _ask_for_papers(story: Story) -> None:
    application = story.cases["open 29"]
    answers = story.office.answers
    answers.issue(application, answers.suggest(application, LetterKind.MISSING_PAPERS))
    story.post(Ref("application", application))


def _people(story: Story) -> Steps:
    return [
        (40, partial(_speaks, story)),
        (8, partial(_exception, story)),
        *((20, partial(_agrees, story, *each)) for each in AGREED),
    ]


def _speaks(story: Story) -> None:
    """A guardian at an office, who gets a copy of each letter."""
    known = story.office.applications.get(story.cases["granted"])
    story.office.intake.add_representative(
        Representative(
            known.applicant,
            RepresentativeKind.GUARDIAN,
            "Unni Testlia",
            since=story.now - timedelta(days=200),
            organisation="Lia vergekontor",
            line="Torvvegen 3",
            postal_code=POSTAL_CODE,
            postal_place=PLACE,
        )
    )


def _agrees(story: Story, name: str, scope: ConsentScope, body: str) -> None:
    known = story.office.applications.get(story.cases[name])
    since = story.now
    story.office.consents.add(
        Consent(known.applicant, scope, since, until=since + _YEAR, body=body)
    )


def _exception(story: Story) -> None:
    """One who has not lived here long enough is judged as if."""
    story.office.eligibility.dispense(
        story.cases["open 24"],
        Criterion.RESIDENCE,
        "Barna går på skole her, og mor flyttet hit etter samlivsbrudd.",
        DECIDES_EXCEPTIONS,
    )
