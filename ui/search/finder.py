"""Groups for the box: records by name, address, number or case, then things to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.order import search_words
from app.office import Office
from app.overview.model import Hit, HitKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.palette_box import Group
from ui.kit.rows import Row
from ui.labels import named, title_word
from ui.navigation import PageId, Place

_ICONS = {
    HitKind.PERSON: Icon.PERSON,
    HitKind.DWELLING: Icon.DWELLINGS,
    HitKind.APPLICATION: Icon.APPLICATIONS,
    HitKind.VEDTAK: Icon.DOCUMENT,
    HitKind.LEASE: Icon.LEASES,
    HitKind.EVICTION_CASE: Icon.EVICTIONS,
    HitKind.DEBT_CASE: Icon.DEBT,
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do that can be found by its words."""

    words: str
    place: Place
    icon: Icon


class Finder:
    """Answers the box. Protected people show their name, never where they live."""

    def __init__(self, office: Office, commands: Sequence[Command]) -> None:
        self._office = office
        self._commands = tuple(commands)

    def groups(self, words: str) -> Sequence[Group]:
        """What answers the words typed; the commands alone when nothing is typed."""
        hits = self._office.search.find(words)
        found = [
            Group(title_word(kind), tuple(_row(hit, words) for hit in hits if hit.kind is kind))
            for kind in HitKind
        ]
        wanted = search_words(words)
        fitting = [one for one in self._commands if wanted in search_words(one.words)]
        rows = tuple(Row(one.place, one.words, icon=one.icon, action="Gå dit") for one in fitting)
        return [*found, Group("Gjør", rows)]


def _row(hit: Hit, words: str) -> Row:
    at = search_words(hit.title).find(search_words(words))
    same_length = len(search_words(hit.title)) == len(hit.title)
    match = (at, at + len(words)) if at >= 0 and same_length else (0, 0)
    chip = Chip(ChipKind.PROTECTED) if hit.protected else None
    return Row(
        hit.ref,
        named(hit.title),
        hit.detail,
        icon=_ICONS[hit.kind],
        end_chip=chip,
        match=match,
        action="Åpne",
    )


def page_command(words: str, page: PageId, icon: Icon, task: str = "") -> Command:
    """A command that goes to a page, to begin something there."""
    return Command(words, Place(page, task=task), icon)
