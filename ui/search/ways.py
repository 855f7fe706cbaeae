"""Where a hit leads: the page that shows it."""

from app.core.ids import Ref
from app.overview.model import Hit, HitKind
from ui.navigation import PageId, Place

_PARTS = {HitKind.PLAN: "plan", HitKind.NOTE: "contact"}


def way_to(hit: Hit) -> Ref | Place:
    """The record itself; a plan and a note stand among what is done for their person."""
    if hit.kind in _PARTS and hit.person is not None:
        return Place(PageId.PERSON_FOLLOWUP, Ref("person", hit.person), _PARTS[hit.kind])
    return hit.ref
