"""A window over all documents shows what all rows together would."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import DocumentId, PersonId
from app.core.order import search_words
from app.letters.model import (
    IN_PERSON,
    Channel,
    DocumentKind,
    DocumentOrder,
    DocumentQuery,
    DocumentState,
    KeptRow,
)
from app.letters.service import Letters
from app.office import Office
from app.storage.database import Database
from tests.app.letters.documents import issued_letter
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
ORDER = DocumentOrder((), tuple(DocumentKind), tuple(DocumentState), tuple(Channel))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("issue", "send", "hand_over", "arrive", "return", "annul")),
        st.integers(0, 3),
        st.integers(0, 2),
    ),
    min_size=4,
    max_size=14,
)
NAMES = (("Even", "Prøvland"), ("Åse", "Ødegård"), ("Kari", "Aas"))


def _issue(db: Database, person: PersonId | None, serial: int) -> None:
    """The row alone: no page of it is needed."""
    with db.unit("letter.issued") as unit:
        unit.insert(
            "document",
            kind="preliminary_reply",
            number=f"B-2026-{serial}",
            title="Foreløpig svar",
            case_kind="application",
            case_id=7,
            person=person,
            language="nb",
            source="written",
            to_send=1,
            issued_at=f"2026-11-{20 + serial % 4}T10:00:00+01:00",
            digest="0",
            pages=1,
        )


def _act(db: Database, letters: Letters, act: str, document: DocumentId, days: int) -> None:
    state = letters.state(document)
    day = TODAY
    if state in {DocumentState.ANNULLED, DocumentState.SUPERSEDED}:
        return
    if act in {"send", "hand_over"}:
        way = Channel.LETTER if act == "send" else Channel.DELIVERED_BY_HAND
        letters.sent(document, day, way, "postlagt")
    elif act == "annul":
        letters.annul(document, "feil")
    elif state in {DocumentState.DISPATCHED, DocumentState.ARRIVED}:
        if act == "arrive":
            letters.arrived(document, day)
        else:
            letters.returned(document, day, "")
    with db.unit("bench.touched") as unit:  # some were sent on another day
        earlier = (day - timedelta(days=days)).isoformat()
        unit.execute(
            "UPDATE dispatch SET sent_on = ? WHERE id = (SELECT max(id) FROM dispatch"
            " WHERE document = ?)",
            (earlier, document),
        )
        unit.execute("UPDATE service_unit SET name = name || 'x'", ())


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_it_keeps_and_sorts_as_all_rows_do(
    office: Office, db: Database, acts: list[tuple[str, int, int]]
) -> None:
    letters, people = office.letters, _people(office)
    for act, which, days in acts:
        known = [row.document.id for row in letters.rows()[:4]]
        if act == "issue" or which >= len(known):
            serial = letters.count() + 1
            _issue(db, (*people, None)[which], serial)
        else:
            _act(db, letters, act, known[which], days)
    every = letters.rows()
    assert letters.count() == len(every)
    _keeps_alike(letters, every)
    _sorts_alike(letters, every)
    _is_under_way_alike(letters, every)
    some = [row.document.id for row in every[::2]]
    assert {row for row in every if row.document.id in some} == set(letters.rows_of(some))


def _people(office: Office) -> tuple[PersonId, ...]:
    known = {row.name: row.id for row in office.people.rows()}
    return tuple(
        known.get(f"{family}, {given}")
        or registered_person(office, given_name=given, family_name=family, national_id="")
        for given, family in NAMES
    )


def _ids(rows: list[KeptRow]) -> list[DocumentId]:
    return [row.document.id for row in rows]


def _keeps_alike(letters: Letters, every: tuple[KeptRow, ...]) -> None:
    for state in DocumentState:
        kept = _ids([row for row in every if row.document.state is state])
        assert letters.ids(DocumentQuery(state=state), ORDER) == kept
    assert letters.ids(DocumentQuery(kind=DocumentKind.VEDTAK), ORDER) == []
    reply = DocumentQuery(kind=DocumentKind.PRELIMINARY_REPLY)
    assert letters.ids(reply, ORDER) == _ids(list(every))
    for typed in ("ødeg", "ase 2026", "b-2026-1", "finnes ikke"):
        words = tuple(search_words(typed).split())
        kept = _ids([row for row in every if all(word in _said(row) for word in words)])
        assert letters.ids(DocumentQuery(words=words), ORDER) == kept


def _said(row: KeptRow) -> str:
    return f"{search_words(row.name)} {search_words(row.document.number)}"


def _sorts_alike(letters: Letters, every: tuple[KeptRow, ...]) -> None:
    """A day that is missing stands last both ways, and equal ones are the newest first."""
    for column, key in (("sent", _sent), ("arrived", _arrived), ("state", _state)):
        for falls in (False, True):
            there = [row for row in every if key(row) is not None]
            there.sort(key=lambda row: key(row) or 0, reverse=falls)
            missing = [row for row in every if key(row) is None]
            order = DocumentOrder(((column, falls),), ORDER.kinds, ORDER.states, ORDER.channels)
            assert letters.ids(DocumentQuery(), order) == _ids(there + missing)


def _sent(row: KeptRow) -> int | None:
    return row.document.sent_on.toordinal() if row.document.sent_on else None


def _arrived(row: KeptRow) -> int | None:
    return row.document.arrived_on.toordinal() if row.document.arrived_on else None


def _state(row: KeptRow) -> int:
    return ORDER.states.index(row.document.state) + 1


def _is_under_way_alike(letters: Letters, every: tuple[KeptRow, ...]) -> None:
    on_their_way = [
        row
        for row in every
        if row.document.state is DocumentState.DISPATCHED and row.document.channel not in IN_PERSON
    ]
    assert letters.under_way(2) == (len(on_their_way), tuple(on_their_way[:2]))


def test_the_latest_day_counts_also_where_an_earlier_sending_was_noted_after(
    office: Office, db: Database
) -> None:
    """Given by hand on the 20th, noted only after the letter of the 23rd: the letter is out."""
    document = issued_letter(db)
    office.letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    with db.unit("document.sent") as unit:
        unit.insert(
            "dispatch",
            document=document,
            sent_on=TODAY - timedelta(days=3),
            channel=Channel.DELIVERED_BY_HAND,
            proof="kvittering",
        )
    whole, (row,) = office.letters.under_way(5)
    assert (whole, row.document.channel) == (1, Channel.LETTER)
