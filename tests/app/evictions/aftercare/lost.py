"""A family that has lost its home."""

from datetime import date

from app.evictions.aftercare.model import LetterDraft
from app.evictions.model import EvictionStage
from app.office import Office
from tests.app.evictions.units.around import Family

LOST = date(2026, 11, 20)
LETTER = LetterDraft(
    sleep="Lia gjestehus, Prøvegata 3. Du kan komme fra klokka 15.",
    things="Tingene står på et lager. Ring lageret på 55 55 40 40 før du kommer.",
    fetch_by=date(2026, 12, 4),
    call_name="Siri Testmo",
    call_phone="55 55 33 39",
    we_do="Vi leter etter en ny bolig til deg.\nVi ringer deg på mandag.",
)


class Lost(Family):
    """Put out on Friday 20 November 2026."""

    def __init__(self, office: Office, *, children: bool = True, **person: object) -> None:
        super().__init__(office, children=children, **person)
        office.eviction_cases.reach(self.case, EvictionStage.CARRIED_OUT, LOST)
