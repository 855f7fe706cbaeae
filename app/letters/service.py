"""The officer's verbs on finished documents."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.core.addresses import HeldAddress
from app.core.dated import Starts
from app.core.errors import Conflict, FileProblem, NotFound, Problem, demand
from app.core.ids import DocumentId, DwellingId, PersonId, Ref
from app.core.parameters import Parameters
from app.documents.model import Document
from app.documents.render import render
from app.letters import (
    address_store,
    dispatch_store,
    list_store,
    register_store,
    rules,
    store,
)
from app.letters.model import (
    Channel,
    Counting,
    Dispatch,
    DocumentKind,
    DocumentOrder,
    DocumentQuery,
    DocumentRow,
    DocumentState,
    Issued,
    KeptRow,
    MediaType,
    OnPaper,
    Source,
    ToSendRow,
)
from app.letters.records import digest_of, received, written
from app.letters.watchers import SendingWatcher
from app.storage.database import Database
from app.storage.unit import Unit

RECEIVED = "M"
"""What the numbers of received papers begin with («mottatt»)."""


class Letters:
    """Issue, keep, send, and say what came of it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._watchers: list[SendingWatcher] = []

    def know_watcher(self, watcher: SendingWatcher) -> None:
        """A slice above that must know when a letter is sent."""
        self._watchers.append(watcher)

    def issue(
        self,
        unit: Unit,
        document: Document,
        *,
        kind: DocumentKind,
        number: str,
        case: Ref,
        person: PersonId | None,
        to_send: bool,
    ) -> DocumentId:
        """Finish a document and keep it as it is, in the unit that decided it; never undone.

        Invalid with what it lacks (`missing_part`); Conflict document_number_taken.
        """
        content = self.preview(document)
        issued = written(document, content, kind, number, case, person, to_send, kept=True)
        return self._insert(unit, issued, content)

    def issue_on_paper(
        self,
        unit: Unit,
        document: Document,
        *,
        kind: DocumentKind,
        number: str,
        case: Ref,
        person: PersonId | None,
        to_send: bool,
    ) -> OnPaper:
        """As `issue`, for one whose address is strengt fortrolig (ADR-02): nothing is kept of
        the content but its digest, so that it can be sent and answered for. Print the bytes now.
        """
        content = self.preview(document)
        issued = written(document, content, kind, number, case, person, to_send, kept=False)
        return OnPaper(self._insert(unit, issued, content), content)

    def preview(self, document: Document) -> bytes:
        """The file as it would be issued, from memory; Invalid with what it lacks."""
        return render(document)

    def _insert(self, unit: Unit, issued: Issued, content: bytes) -> DocumentId:
        if store.has_number(self._db, issued.number):
            raise Conflict("document_number_taken", number=issued.number)
        unit.final = True
        if unit.subject is None:
            unit.about(issued.case)
        return store.insert(unit, issued, content)

    def next_number(self, prefix: str, year: int) -> str:
        """The number after the highest one given that year: «B-2026-14»."""
        start = f"{prefix}-{year}-"
        given = (number[len(start) :] for number in store.numbers_from(self._db, start))
        highest = max((int(rest) for rest in given if rest.isdecimal()), default=0)
        return f"{start}{highest + 1}"

    def receive(
        self,
        case: Ref,
        person: PersonId | None,
        content: bytes,
        media_type: str,
        title: str,
        kind: DocumentKind = DocumentKind.ENCLOSURE,
    ) -> DocumentId:
        """Keep a signed scan or a paper that came in on its case; Invalid if it is no such file."""
        problems = rules.check_paper(content, media_type)
        if not title.strip():
            problems += (Problem("title", "title_missing"),)
        demand(problems)
        with self._db.unit("document.received", case) as unit:
            number = self.next_number(RECEIVED, unit.today.year)
            known_type = MediaType(media_type)
            issued = received(
                content, known_type, kind, number, title.strip(), case, person, unit.at
            )
            return store.insert(unit, issued, content)

    def get(self, document: DocumentId) -> Issued:
        """One document without its content; NotFound when there is none."""
        found = store.get(self._db, document)
        if found is None:
            raise NotFound("document_not_found")
        return found

    def content(self, document: DocumentId) -> bytes:
        """The bytes as issued or received.

        NotFound document_not_kept for one on paper alone; FileProblem document_damaged when they
        are not what the digest says.
        """
        issued = self.get(document)
        content = store.content(self._db, document)
        if content is None:
            raise NotFound("document_not_kept", number=issued.number)
        if digest_of(content) != issued.digest:
            raise FileProblem("document_damaged", number=issued.number)
        return content

    def copied(self, document: DocumentId) -> None:
        """The officer saved a copy outside the register; never undone."""
        self.get(document)
        with self._db.unit("document.copied", Ref("document", document), final=True) as unit:
            unit.insert("document_copy", document=document, at=unit.at.isoformat())

    def of(self, case: Ref) -> tuple[DocumentRow, ...]:
        """Every document of a case, newest first."""
        return list_store.of(self._db, case)

    def some(self, documents: tuple[DocumentId, ...]) -> tuple[DocumentRow, ...]:
        """These documents, newest first."""
        return list_store.some(self._db, documents)

    def rows(self) -> tuple[KeptRow, ...]:
        """Every document of all cases, newest first."""
        return list_store.rows(self._db)

    def count(self) -> int:
        """How many documents there are."""
        return register_store.count(self._db)

    def ids(self, query: DocumentQuery, order: DocumentOrder) -> list[DocumentId]:
        """Those that are wanted, in an order: for a register too long to be read whole."""
        return register_store.ids(self._db, query, order)

    def rows_of(self, documents: Sequence[int]) -> tuple[KeptRow, ...]:
        """The rows of some, in no order."""
        return register_store.some(self._db, documents)

    def under_way(self, most: int) -> tuple[int, tuple[KeptRow, ...]]:
        """How many are sent and not told to have arrived, and the newest of them.

        What is handed over or served arrives at once, and is not among them.
        """
        return register_store.under_way(self._db, most)

    def to_send(self, people: tuple[PersonId, ...] | None = None) -> tuple[ToSendRow, ...]:
        """«Skal sendes»: finished letters without a sending that stands, the oldest first.

        Of all, or those about some.
        """
        return list_store.to_send(self._db, people)

    def dispatches(self, document: DocumentId) -> tuple[Dispatch, ...]:
        """Every sending of a document, oldest first."""
        return dispatch_store.dispatches(self._db, document)

    def state(self, document: DocumentId) -> DocumentState:
        """Where a document stands."""
        self.get(document)
        return rules.state_of(self.dispatches(document), store.decided(self._db, document))

    def sent(self, document: DocumentId, day: date, channel: Channel, proof: str) -> None:
        """It went out that day, that way, with that proof (HL-04); never undone."""
        issued = self._standing(document)
        if issued.source is Source.RECEIVED:
            raise Conflict("document_not_ours", number=issued.number)
        demand(rules.check_sending(day, proof, issued.issued_at.date(), self._today))
        with self._db.unit("document.sent", Ref("document", document), final=True) as unit:
            self._put_sent(unit, issued, day, channel, proof.strip())

    def _put_sent(
        self, unit: Unit, issued: Issued, day: date, channel: Channel, proof: str
    ) -> None:
        unit.insert("dispatch", document=issued.id, sent_on=day, channel=channel, proof=proof)
        for watcher in self._watchers:
            watcher.letter_sent(unit, issued, day)

    def handed_over(self, unit: Unit, document: DocumentId, day: date, proof: str) -> None:
        """Both have it in hand, in the unit that says so; nothing where it was sent before."""
        if any(each.id == document for each in self.to_send()):
            self._put_sent(unit, self.get(document), day, Channel.DELIVERED_BY_HAND, proof)

    def arrived(self, document: DocumentId, day: date) -> None:
        """It reached the reader that day; a later word replaces an earlier one (DL-10)."""
        sending = self._under_way(document)
        demand(rules.check_outcome("arrived_on", day, sending, self._today))
        subject = Ref("document", document)
        with self._db.unit("document.arrived", subject, may_be_idle=True) as unit:
            unit.update("dispatch", sending.id, arrived_on=day)

    def returned(self, document: DocumentId, day: date, note: str) -> None:
        """It came back that day, so it waits under «Skal sendes» again."""
        sending = self._under_way(document)
        demand(rules.check_outcome("returned_on", day, sending, self._today))
        with self._db.unit("document.returned", Ref("document", document)) as unit:
            unit.update("dispatch", sending.id, returned_on=day, arrived_on=None, note=note.strip())

    def annul(self, document: DocumentId, reason: str) -> None:
        """It no longer holds; Invalid without a reason."""
        issued = self._standing(document)
        demand(_reasoned(reason))
        with self._db.unit("document.annulled", issued.case) as unit:
            store.decide(unit, document, DocumentState.ANNULLED, reason.strip())
            for watcher in self._watchers:
                watcher.letter_annulled(unit, issued, reason.strip())

    def supersede(self, document: DocumentId, by: DocumentId, reason: str) -> None:
        """Another document holds in its place; Invalid without a reason."""
        issued = self._standing(document)
        if document == by:
            raise Conflict("document_replaces_itself", number=issued.number)
        self.get(by)
        demand(_reasoned(reason))
        with self._db.unit("document.superseded", issued.case) as unit:
            store.decide(unit, document, DocumentState.SUPERSEDED, reason.strip(), by)

    def replace(self, unit: Unit, document: DocumentId, by: DocumentId, reason: str) -> None:
        """As `supersede`, inside the unit that issued what holds in its place."""
        store.decide(unit, document, DocumentState.SUPERSEDED, reason, by)

    def counted_from(
        self, document: DocumentId, starts: Starts, parameters: Parameters
    ) -> Counting:
        """The day a deadline counts from: sending (HL-04, INK-02, TV-02) or arrival (FV-11)."""
        sendings = self.dispatches(document)
        first = sendings[0].sent_on if sendings else self._today
        return rules.counted_from(sendings, starts, parameters.whole("local.post_days", first))

    def sent_on_cases(
        self, case_kind: str, cases: Iterable[int], kind: DocumentKind
    ) -> dict[int, date]:
        """As `sent_on`, for many cases of a kind at once; those it did not are not in it."""
        return dispatch_store.sent_on_cases(self._db, case_kind, cases, kind)

    def sent_on(self, case: Ref, kind: DocumentKind) -> date | None:
        """The first day a document of a kind went out on a case and did not come back."""
        return dispatch_store.sent_on(self._db, case, kind)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row of the kept documents of the given persons, for they carry an address."""
        return address_store.held(self._db, people)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them with their content."""
        address_store.forget(unit, self.holding(people))
        return ()

    def _standing(self, document: DocumentId) -> Issued:
        issued = self.get(document)
        decided = store.decided(self._db, document)
        if decided is not None:
            raise Conflict(f"document_{decided}", number=issued.number)
        return issued

    def _under_way(self, document: DocumentId) -> Dispatch:
        issued = self._standing(document)
        standing = [each for each in self.dispatches(document) if each.returned_on is None]
        if not standing:
            raise Conflict("document_not_sent", number=issued.number)
        return standing[-1]

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _reasoned(reason: str) -> tuple[Problem, ...]:
    return () if reason.strip() else (Problem("reason", "reason_missing"),)
