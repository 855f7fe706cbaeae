"""Find anything by name, address, number or case; marks do not matter («odegard»)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.core.ids import PersonId, Ref
from app.letters.model import DocumentKind
from app.overview.model import Hit, HitKind
from app.overview.search import candidates, slip_order
from app.overview.search.asked import Asked, query, read, slips
from app.overview.search.described import describe, excerpt
from app.overview.search.ranks import kinds_in_order, ranked
from app.overview.search.standing import with_standing
from app.storage.database import Database

PER_KIND = 8
LOOKED_AT = 150
"""So many of a kind are ranked; «ha» begins the names of thousands."""
REMEMBERED, LOOKED_BACK = 60, 400
LAST_USED = 7
FEW = 3
"""The papers of so many persons come with them, and no more of them."""


class Search:
    """The one box for everything (Ctrl+K). What was opened is known until the register closes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._opened: list[Ref] = []

    def find(
        self,
        text: str,
        per_kind: int = PER_KIND,
        named: Mapping[DocumentKind, str] | None = None,
    ) -> tuple[Hit, ...]:
        """Hits for every word typed, each as the beginning of a word; by kind, the best first.

        A person also brings what is open in that name. `named` are the words the kinds of
        documents go by. Only where nothing is found is a slip of one letter looked for.
        """
        asked = read(text, named)
        if not asked.words:
            return ()
        found = self._found(asked, text, per_kind)
        if not any(found.values()):
            return with_standing(self._db, self._slipped(asked, per_kind))
        kinds = kinds_in_order(found, asked)
        hits = [hit for kind in kinds for hit in found[kind][:per_kind]]
        return with_standing(self._db, hits)

    def named(self, refs: Iterable[Ref]) -> tuple[Hit, ...]:
        """The records that stand behind a number, by kind; of kinds the box does not know, none."""
        wanted: dict[str, list[int]] = defaultdict(list)
        for ref in refs:
            wanted[ref.kind].append(ref.id)
        return tuple(
            hit
            for kind in HitKind
            if kind is not HitKind.KEY
            for hit in describe(self._db, kind, wanted[kind.value])
        )

    def opened(self, ref: Ref) -> None:
        """The officer looks at it: nothing is written, and locking forgets it."""
        if ref in self._opened:
            self._opened.remove(ref)
        self._opened.insert(0, ref)
        del self._opened[REMEMBERED:]

    def last_used(self, most: int = LAST_USED) -> tuple[Hit, ...]:
        """What the officer opened or worked on last, that last thing first."""
        refs = [ref for ref in self._used() if ref.kind in _KINDS][: 3 * most]
        hits = {hit.ref: hit for hit in self.named(refs)}
        last = [hits[ref] for ref in refs if ref in hits][:most]
        return with_standing(self._db, last)

    def _used(self) -> dict[Ref, int]:
        """Each by how long ago it was: those opened now before those of the history."""
        history = candidates.used(self._db, LOOKED_BACK)
        return {ref: at for at, ref in enumerate(dict.fromkeys((*self._opened, *history)))}

    def _found(self, asked: Asked, text: str, per_kind: int) -> dict[HitKind, tuple[Hit, ...]]:
        db, most, match, used = self._db, max(LOOKED_AT, per_kind), query(asked), self._used()
        ids: dict[HitKind, list[int]] = {
            kind: candidates.by_words(db, match, kind, most)
            for kind in candidates.INDEXED
            if kind is not HitKind.PERSON
            and (asked.may_be_number or kind not in candidates.BY_NUMBER_ALONE)
        }
        ids[HitKind.PERSON] = candidates.persons(db, asked, most)
        for kind in tuple(ids):
            mine = [ref.id for ref in used if ref.kind == kind.value]
            ids[kind] += candidates.of_these(db, match, kind, mine)
        ids.update(candidates.numbered(db, asked, most))
        ids[HitKind.KEY] = candidates.keys(db, asked, text, per_kind)
        ids[HitKind.NOTE] = candidates.notes(db, asked, per_kind)
        ids[HitKind.DOCUMENT] = ids.get(HitKind.DOCUMENT) or self._documents(
            asked, ids[HitKind.PERSON], per_kind
        )
        return self._ranked(ids, asked, used, per_kind)

    def _documents(self, asked: Asked, people: list[int], limit: int) -> list[int]:
        """Of the kinds named, to whom the other words name; «vedtak hansen»."""
        if asked.kinds and asked.beside:
            beside = Asked(asked.beside)
            people = candidates.persons(self._db, beside, LOOKED_AT)
        elif not asked.kinds and len(people) > FEW:
            return []
        return candidates.documents(self._db, asked, people, limit if asked.kinds else FEW)

    def _ranked(
        self,
        ids: Mapping[HitKind, list[int]],
        asked: Asked,
        used: Mapping[Ref, int],
        per_kind: int,
    ) -> dict[HitKind, tuple[Hit, ...]]:
        cases = candidates.cases_of(self._db, ids[HitKind.PERSON][:LOOKED_AT])
        active = {case.person for case in cases if not case.past}
        past = {Ref(case.kind.value, case.id) for case in cases if case.past}
        also: dict[HitKind, list[int]] = defaultdict(list)
        for case in cases:
            if len(also[case.kind]) < 2 * per_kind or Ref(case.kind.value, case.id) in used:
                also[case.kind].append(case.id)
        found = {}
        for kind in HitKind:
            wanted = dict.fromkeys((*also[kind], *ids.get(kind, ())))
            hits = describe(self._db, kind, tuple(wanted))
            told = (self._told(hit, asked, active, past) for hit in hits)
            found[kind] = ranked(told, asked, used)
        return found

    def _told(self, hit: Hit, asked: Asked, active: set[PersonId], past: set[Ref]) -> Hit:
        if hit.kind is HitKind.NOTE:
            return replace(hit, detail=excerpt(hit.detail, asked.words))
        over = hit.ref in past or (hit.kind is HitKind.PERSON and hit.person not in active)
        return replace(hit, past=True) if over else hit

    def _slipped(self, asked: Asked, per_kind: int) -> tuple[Hit, ...]:
        """Persons and dwellings whose words are one letter away, the likest first."""
        for match, beside in slips(asked):
            if beside and not candidates.any_by(self._db, beside):
                continue
            ids = candidates.near(self._db, match, per_kind)
            hits = [hit for kind, of in ids.items() for hit in describe(self._db, kind, of)]
            if hits:
                return slip_order.likest(hits, asked)
        return ()


_KINDS = {kind.value for kind in HitKind}
