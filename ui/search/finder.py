"""Groups for the box: what was used last, records by what was typed, then things to do."""

from collections.abc import Sequence
from itertools import groupby

from app.core.order import search_words
from app.core.records import dataclass
from app.dwellings.model import DwellingStatus
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.model import Hit, HitKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.palette_box import Group
from ui.kit.rows import Row
from ui.labels import day, named, title_word, word
from ui.navigation import PageId, Place, way_to
from ui.search.acts import acts_for, acts_on

_ICONS = {
    HitKind.PERSON: Icon.PERSON,
    HitKind.DWELLING: Icon.DWELLINGS,
    HitKind.KEY: Icon.LEASES,
    HitKind.APPLICATION: Icon.APPLICATIONS,
    HitKind.VEDTAK: Icon.DOCUMENT,
    HitKind.OFFER: Icon.HOME,
    HitKind.LEASE: Icon.LEASES,
    HitKind.STAY: Icon.BED,
    HitKind.PLAN: Icon.FOLLOWUP,
    HitKind.EVICTION_CASE: Icon.EVICTIONS,
    HitKind.DEBT_CASE: Icon.DEBT,
    HitKind.DOCUMENT: Icon.DOCUMENT,
    HitKind.NOTE: Icon.NOTE,
}
_PAST = {
    HitKind.PERSON: "Ingen åpen sak",
    HitKind.DWELLING: "Ute av bruk",
    HitKind.STAY: "Avsluttet",
    HitKind.PLAN: "Avsluttet",
    HitKind.LEASE: "Avsluttet",
}
_PLAIN = frozenset({HitKind.PERSON, HitKind.DWELLING, HitKind.DOCUMENT})  # they say it themselves
MOST_COMMANDS = 8


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
        self._named = {kind: word(kind) for kind in DocumentKind}
        self._hits: dict[object, Hit] = {}

    def groups(self, words: str) -> Sequence[Group]:
        """What answers the words typed; what was used last when nothing is typed."""
        search = self._office.search
        hits = search.find(words, named=self._named) if words.strip() else search.last_used()
        self._hits = {way_to(hit): hit for hit in hits}
        if not words.strip():
            last = Group("Sist brukt", tuple(_row(hit, "", kind=True) for hit in hits))
            return [last, Group("Gjør", self._doing(""))]
        found = [
            Group(_title(kind, same), tuple(_row(hit, words) for hit in same))
            for kind, same in ((kind, tuple(of)) for kind, of in groupby(hits, _kind))
        ]
        doing = Group("Gjør", (*self._doing(words), *self._for_first(hits)))
        return [doing, *found] if self._wants_command(words) else [*found, doing]

    def acts(self, key: object) -> Sequence[Group]:
        """What can be done with the hit stood on; none for what is itself something to do."""
        hit = self._hits.get(key)
        return () if hit is None else (acts_on(hit),)

    def _for_first(self, hits: Sequence[Hit]) -> tuple[Row, ...]:
        """What an officer does with a person is offered for the first, where one is meant."""
        people = [hit for hit in hits if hit.kind is HitKind.PERSON]
        return tuple(acts_for(people[0])) if people and not people[0].similar else ()

    def _doing(self, words: str) -> tuple[Row, ...]:
        asked = search_words(words)
        fitting = [one for one in self._commands if _fits(one, asked)]
        fitting.sort(key=lambda one: not search_words(one.words).startswith(asked))
        shown = fitting[:MOST_COMMANDS] if asked else fitting
        return tuple(Row(one.place, one.words, icon=one.icon, action="Gå dit") for one in shown)

    def _wants_command(self, words: str) -> bool:
        """Whether what is typed begins a command of at least two words: «ny sø»."""
        asked = search_words(words)
        begins = any(search_words(one.words).startswith(asked) for one in self._commands)
        return begins and " " in asked


def _fits(command: Command, asked: str) -> bool:
    """Every word typed begins a word of it."""
    said = f" {search_words(command.words)}"
    return all(f" {one}" in said for one in asked.split())


def _kind(hit: Hit) -> HitKind:
    return hit.kind


def _title(kind: HitKind, hits: Sequence[Hit]) -> str:
    similar = hits[0].similar
    return f"{title_word(kind)} som ligner" if similar else title_word(kind)


def _row(hit: Hit, words: str, *, kind: bool = False) -> Row:
    title = _named(hit)
    said = title_word(hit.kind) if kind and hit.kind not in _PLAIN else ""
    return Row(
        way_to(hit),
        title,
        " · ".join(part for part in (said, *_details(hit)) if part),
        icon=_ICONS[hit.kind],
        end_chip=_chip(hit),
        end_words=_end_words(hit),
        match=_match(title, words),
        action="Åpne",
    )


def _chip(hit: Hit) -> Chip | None:
    """What must be known at once: that it is protected, or that one can move in."""
    if hit.protected:
        return Chip(ChipKind.PROTECTED)
    if hit.status is DwellingStatus.READY:
        return Chip(ChipKind.OK, title_word(hit.status))
    return None


def _end_words(hit: Hit) -> str:
    if hit.past:
        return _PAST.get(hit.kind, "Lukket")
    if hit.status is None or hit.status is DwellingStatus.READY:
        return ""
    return title_word(hit.status)


def _match(title: str, words: str) -> tuple[int, int]:
    """Where in a title the words stand, with the marks and capitals it has."""
    wanted = search_words(words)
    starts = [at for at in range(len(title)) if not at or not title[at - 1].isalnum()]
    for at in starts if wanted else ():
        for end in range(at + 1, len(title) + 1):
            read = search_words(title[at:end])
            if read == wanted:
                return at, end
            if not wanted.startswith(read):
                break
    return 0, 0


def _named(hit: Hit) -> str:
    if hit.document is None:
        return named(hit.title)
    kind = title_word(hit.document)
    return f"{kind}: {hit.title}" if hit.title else kind


def _details(hit: Hit) -> tuple[str, ...]:
    if hit.kind in {HitKind.DOCUMENT, HitKind.NOTE}:
        return (day(hit.day), hit.detail)
    if hit.kind is HitKind.KEY:
        return (f"Nøkkel {hit.detail}",)
    if hit.kind is HitKind.PERSON and not hit.detail and hit.day is not None:
        return (f"født {day(hit.day)}",)
    return (hit.detail,)


def page_command(words: str, page: PageId, icon: Icon, task: str = "") -> Command:
    """A command that goes to a page, to begin something there."""
    return Command(words, Place(page, task=task), icon)
