"""Days that lie ahead: clauses of Husbanken's that end, and who leaves treatment without a home."""

from datetime import timedelta
from functools import partial

from app.applications.discharges.model import (
    LeavingHeard,
    LeavingKind,
    LeavingPlace,
    PlannedDischarge,
)
from app.core.ids import ApplicationId
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.dwellings.clauses.model import Clause, ClauseKind

HOUSE = "Hovjordet 2"
"""Built with a loan from Husbanken, so that its flats are for those who need them (REP-22)."""
_FAR, _NEAR = timedelta(days=19 * 365), timedelta(days=250)
# Days ahead for those who leave treatment: one soon, the others when the spring comes
LEAVING = (26, 84, 112, 131, 147, 163)


def steps(story: Story) -> Steps:
    """The clauses from the deeds in the folder; the days as the wards have told them."""
    return [(START - 4, partial(_bind, story)), (2, partial(_leave, story))]


def _bind(story: Story) -> None:
    rows = [row for row in story.office.dwellings.rows() if row.address.startswith(HOUSE)]
    for row in rows:
        clause = Clause(ClauseKind.HUSBANKEN_LOAN, story.now, story.today + _FAR, "Lån 2 118")
        story.office.clauses.tell(row.id, clause)
    agreed = Clause(ClauseKind.REFERRAL_AGREEMENT, story.now, story.today + _NEAR, "Avtale 4")
    story.office.clauses.tell(rows[0].id, agreed)


def _leave(story: Story) -> None:
    rows = sorted(story.office.applications.rows(), key=lambda row: row.id)
    waiting = [row.id for row in rows if row.state.open and _has(story, row.id)]
    for at, application in enumerate(waiting):
        ahead = LEAVING[min(at, len(LEAVING) - 1)]
        told = PlannedDischarge(
            LeavingKind.DISCHARGE,
            story.today + timedelta(days=ahead),
            LeavingPlace.SUBSTANCE_TREATMENT,
            LeavingHeard.PLACE,
        )
        story.office.discharges.tell(application, told)


def _has(story: Story, application: ApplicationId) -> bool:
    needs = story.office.applications.get(application).draft.needs
    return LeavingKind.DISCHARGE.need in needs
