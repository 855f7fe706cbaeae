"""Gathers what is held about a person, and makes the file that is handed over (PV-04, ARK-05)."""

import hashlib
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from app.core.errors import Conflict
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.documents.model import Document
from app.documents.texts import Text
from app.letters.service import Letters
from app.overview.data_access import (
    mention_rules,
    mention_store,
    names_store,
    rules,
    sentence_rules,
    store,
)
from app.overview.data_access.graph import Link
from app.overview.data_access.model import (
    Held,
    HeldFact,
    HeldFile,
    HeldRow,
    HeldTable,
    HeldText,
    Holding,
    HoldingPaper,
    TextReview,
    Wording,
)
from app.overview.data_access.prints import access_paper, left_out_words
from app.overview.household.service import together
from app.people.model import AddressProtection
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "data_access"
READABLE = "innsyn.json"
"""The part that other programs read."""
_ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


class DataAccess:
    """Everything about one person: readable, machine-readable, and the papers themselves."""

    def __init__(self, db: Database, people: People, letters: Letters, settings: Settings) -> None:
        self._db = db
        self._people = people
        self._letters = letters
        self._settings = settings

    def of(self, person: PersonId) -> Holding:
        """What is held today. Others' values are taken out, and so is what tells where when
        somebody in the household has a protected address; then no file goes along either.
        """
        known, today = self._people.get(person), self._db.clock.today()
        around = together(known, self._people.household_of(person), today)
        levels = {self._people.get(each).protection for each in around}
        hidden = levels != {AddressProtection.NONE}
        return Holding(
            person,
            known.name,
            today,
            hidden,
            self._tables(person, hidden=hidden),
            () if hidden else self._files(person),
        )

    def review(self, person: PersonId) -> TextReview:
        """The free texts that would be given out, with what in them may be about others.

        None where an address is protected: then no free text goes along.
        """
        holding = self.of(person)
        if holding.hidden:
            return TextReview(())
        texts = sentence_rules.texts(holding)
        return mention_rules.reviewed(texts, self._known(person, texts))

    def preview(
        self, person: PersonId, wording: Wording, hidden: AbstractSet[str] = frozenset()
    ) -> bytes:
        """The part to be read, as it would be; callable from a job's thread."""
        return self._letters.preview(self._paper(self._cut(person, hidden, None), wording))

    def make(
        self,
        person: PersonId,
        wording: Wording,
        hidden: AbstractSet[str] = frozenset(),
        seen: AbstractSet[str] | None = None,
    ) -> bytes:
        """The whole as one zip file, without the hidden sentences; callable from a job's thread.

        Raises Conflict `access_texts_changed` when it holds a sentence the officer has not `seen`.
        """
        return self._zip(self._cut(person, hidden, seen), wording)

    def given(self, person: PersonId, content: bytes) -> None:
        """That the file was handed over: how much it held, and how to know it again (ARK-05).

        How many sentences were left out and on what ground stands as the reason; never which.
        """
        with zipfile.ZipFile(io.BytesIO(content)) as made:
            told = json.loads(made.read(READABLE))
        facts = sum(len(rows) for rows in told["tables"].values())
        digest = hashlib.sha256(content).hexdigest()
        count = int(told["left_out"]["sentences"])
        text = self._settings.text(TEXT, Language.NB, self._db.clock.today())
        reason = left_out_words(count, text) if count else ""
        about = Ref("person", person)
        with self._db.unit("data_access.given", about, reason=reason, final=True) as unit:
            store.note(unit, person, facts, len(told["files"]), digest)

    def _known(self, person: PersonId, texts: tuple[HeldText, ...]) -> mention_rules.Known:
        links = store.links(self._db)
        rows = store.rows(self._db, person, links)
        pointed_at = {
            value
            for link in links
            if link.target == "person"
            for row in rows.get(link.table, ())
            if isinstance(value := row[link.column], int)
        }
        return mention_rules.known_of(
            mention_store.own_names(self._db, person),
            mention_store.own_numbers(self._db, person),
            mention_store.own_emails(self._db, person),
            mention_store.around(self._db, person, pointed_at),
            mention_store.full_names(self._db, person, mention_rules.candidates(texts)),
        )

    def _cut(
        self, person: PersonId, hidden: AbstractSet[str], seen: AbstractSet[str] | None
    ) -> Holding:
        """What is held without the hidden sentences."""
        holding = self.of(person)
        if seen is not None and not holding.hidden:
            now = {each.key for text in sentence_rules.texts(holding) for each in text.sentences}
            if not now <= seen:
                raise Conflict("access_texts_changed")
        return sentence_rules.without(holding, hidden, self._text(person).passage("gap"))

    def _tables(self, person: PersonId, *, hidden: bool) -> tuple[HeldTable, ...]:
        links = store.links(self._db)
        rows = store.rows(self._db, person, links)
        targets = {(link.table, link.column): link.target for link in links}
        names = self._names(rows, links, person)

        def fact(table: str, column: str, value: Held) -> HeldFact:
            target = targets.get((table, column), "")
            made = rules.told(table, column, value, target, person, hidden=hidden)
            if made.withheld is not None or not isinstance(value, int):
                return made
            return replace(made, name=names.get((target, value), ""))

        return tuple(
            HeldTable(
                table,
                tuple(
                    HeldRow(
                        int(str(row["id"])),
                        tuple(fact(table, column, value) for column, value in row.items()),
                    )
                    for row in found
                ),
            )
            for table, found in rows.items()
        )

    def _names(
        self, rows: Mapping[str, list[store.Values]], links: tuple[Link, ...], person: PersonId
    ) -> dict[tuple[str, int], str]:
        """What is pointed at, by table and row; of persons only the one who asks."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for link in links:
            for row in rows.get(link.table, ()):
                value = row[link.column]
                if isinstance(value, int) and (link.target != "person" or value == person):
                    wanted[link.target].add(value)
        reader = self._people.get(person).language
        return {
            (target, row): name
            for target, ids in wanted.items()
            for row, name in names_store.names(self._db, target, ids, reader).items()
        }

    def _files(self, person: PersonId) -> tuple[HeldFile, ...]:
        return tuple(
            HeldFile(f"{number}.{_ENDINGS.get(media, 'bin')}", self._letters.content(document))
            for document, number, media in store.kept(self._db, person)
        )

    def _text(self, person: PersonId) -> Text:
        """A paper to a person is in the language the person has chosen."""
        reader = self._people.get(person).language
        return self._settings.text(TEXT, reader, self._db.clock.today())

    def _paper(self, holding: Holding, wording: Wording) -> Document:
        paper = HoldingPaper(self._settings.profile, self._db.clock.now(), holding)
        return access_paper(paper, self._text(holding.person), wording)

    def _zip(self, holding: Holding, wording: Wording) -> bytes:
        paper = self._paper(holding, wording)
        ground = left_out_words(holding.left_out, self._text(holding.person))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            _put(made, "innsyn.pdf", self._letters.preview(paper))
            _put(made, READABLE, machine_readable(holding, ground))
            for file in holding.files:
                _put(made, f"dokumenter/{file.name}", file.content)
        return out.getvalue()


def _put(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    made.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)


def machine_readable(holding: Holding, left_out: str) -> bytes:
    """Tables and columns as the register has them; what is withheld says why."""
    told = {
        "person": holding.person,
        "on": holding.on.isoformat(),
        "withheld_for_protection": holding.hidden,
        "tables": {
            table.name: [
                {fact.column: _plain(fact) for fact in row.facts if _is_theirs(fact)}
                for row in table.rows
            ]
            for table in holding.tables
        },
        "files": [file.name for file in holding.files],
        "left_out": {"sentences": holding.left_out, "ground": left_out},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _is_theirs(fact: HeldFact) -> bool:
    return fact.column == "id" or fact.column not in rules.PROGRAMS_OWN


def _plain(fact: HeldFact) -> object:
    if fact.withheld is not None:
        return {"withheld": fact.withheld.value}
    return {"row": fact.value, "name": fact.name} if fact.name else fact.value
