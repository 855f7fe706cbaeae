"""What can be begun with a hit: write a note, apply, call."""

from collections.abc import Iterator

from app.core.ids import Ref
from app.core.records import dataclass
from app.overview.model import Hit, HitKind
from ui.kit.icons import Icon
from ui.kit.palette_box import Group
from ui.kit.rows import Row
from ui.labels import named
from ui.navigation import QUICK_NOTE, PageId, Place, way_to


@dataclass(frozen=True, slots=True)
class Call:
    """Show a number to dial."""

    name: str
    phone: str


def acts_on(hit: Hit) -> Group:
    """Everything that can be done with one hit, the way to it first."""
    name = named(hit.title)
    rows = [Row(way_to(hit), f"Åpne {name}", hit.detail, icon=Icon.OPEN, action="Åpne")]
    rows += acts_for(hit)
    if hit.kind is HitKind.DWELLING:
        place = Place(PageId.LEASE, task="new")
        rows.append(Row(place, "Ny leieavtale", name, icon=Icon.NEW, action="Begynn"))
    return Group(f"Gjør med {name}", tuple(rows))


def acts_for(hit: Hit) -> Iterator[Row]:
    """What can be begun for the person a hit is about; no number where the address is hidden."""
    if hit.person is None:
        return
    person, name = Ref("person", hit.person), named(hit.title)
    yield Row(
        Place(PageId.PERSON_FOLLOWUP, person, QUICK_NOTE),
        f"Nytt notat om {name}",
        "Samtale, besøk eller melding",
        icon=Icon.NOTE,
        action="Skriv",
    )
    yield Row(
        Place(PageId.APPLICATION, person, "new"),
        f"Ny søknad for {name}",
        icon=Icon.NEW,
        action="Begynn",
    )
    if hit.phone:
        yield Row(
            Call(name, hit.phone), f"Ring {name}", hit.phone, icon=Icon.CALL, action="Vis nummer"
        )
    if hit.kind is not HitKind.PERSON:
        yield Row(person, f"Gå til husstanden til {name}", icon=Icon.PERSON, action="Åpne")
