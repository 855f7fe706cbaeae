"""SQL of everything that has happened to those who live together, in one statement."""

import json
from collections.abc import Iterable
from datetime import date
from enum import Enum, IntEnum

from app.core.days import short_day
from app.core.ids import DocumentId, PersonId, Ref
from app.core.money import Ore
from app.letters.model import DocumentKind, Source
from app.overview.household.model import Happened, Happening
from app.overview.household.story_help import ECONOMY, FOLLOWUP
from app.overview.household.story_homes import TENANCY
from app.overview.household.story_parts import Told
from app.overview.household.story_talks import DECISIONS, PEOPLE, TALKS
from app.storage.database import Database

EVERY = (*TALKS, *DECISIONS, *TENANCY, *ECONOMY, *FOLLOWUP, *PEOPLE)
NAMED = frozenset(
    {
        Happened.APPLIED,
        Happened.APPLICATION_MOVED,
        Happened.DISCHARGE_TOLD,
        Happened.VEDTAK,
        Happened.APPEALED,
        Happened.APPEAL_MOVED,
        Happened.ADVICE_DECIDED,
        Happened.EVICTION_DAY,
        Happened.OWNER,
    }
)
"""Those whose words are a number, a day or an officer's name: none of them tells where."""
_DAYS = frozenset({Happened.EVICTION_DAY, Happened.DISCHARGE_TOLD})
TWINS = frozenset(
    {
        DocumentKind.VEDTAK,
        DocumentKind.LEASE,
        DocumentKind.DEBT_VEDTAK,
        DocumentKind.OFFER,
        DocumentKind.MALPLAN,
        DocumentKind.PAYMENT_PLAN,
        DocumentKind.APPEAL,
        DocumentKind.MOVE_IN_REPORT,
        DocumentKind.MOVE_OUT_REPORT,
        DocumentKind.RENT_REMINDER,
        DocumentKind.FRIENDLY_REMINDER,
        DocumentKind.COLLECTION_NOTICE,
        DocumentKind.PAYMENT_DEMAND,
        DocumentKind.WARNING,
        DocumentKind.INSTALMENT_AGREEMENT,
    }
)
"""Letters whose act is told as well; so is every copy."""
ANSWERED = frozenset({"granted_waiting", "granted", "refused", "dismissed"})
"""What a vedtak does to an application."""
_WHO = "WITH who(id) AS MATERIALIZED (SELECT value FROM json_each(?1))"
_PARTS = " UNION ALL ".join(
    each.sql.replace("SELECT ", f"SELECT {place}, ", 1) for place, each in enumerate(EVERY)
)
STORY = (
    f"{_WHO}, story(place, day, row, person, record, state, more, words, amount, within)"
    f" AS ({_PARTS}) SELECT * FROM story WHERE day <= ?2"
)


def happenings(
    db: Database, people: Iterable[PersonId], on: date, *, hidden: bool
) -> list[Happening]:
    """All but letters and rent, in no order; without words where an address is hidden."""

    def made(
        place: int,
        day: str,
        row: int,
        person: int,
        record: int,
        state: str | int | None,
        more: str | None,
        words: str | None,
        amount: int | None,
        within: int,
    ) -> Happening:
        told = EVERY[place]
        return Happening(
            date.fromisoformat(day),
            told.what,
            row,
            PersonId(person),
            Ref(told.opens, record),
            _member(told.states, state),
            _member(told.more, more),
            _words(told, words or "", hidden=hidden),
            None if amount is None else Ore(amount),
            twin=told.what is Happened.APPLICATION_MOVED and state in ANSWERED,
            within=bool(within),
        )

    return list(db.select(made, STORY, (_list(people), on.isoformat())))


def _member(kinds: tuple[type[Enum], ...], code: str | int | None) -> Enum | None:
    """The word of a code; None for one that is empty."""
    if code is None or code == "":
        return None
    for kind in kinds:
        value = int(code) if issubclass(kind, IntEnum) else code
        found = kind._value2member_map_.get(value)
        if found is not None:
            return found
    return None


def _words(told: Told, words: str, *, hidden: bool) -> str:
    if hidden and told.what not in NAMED:
        return ""
    if told.what in _DAYS and words[:4].isdigit():
        return short_day(date.fromisoformat(words))
    return words.strip()


_CASES = (
    "cases(person, kind, id) AS (SELECT w.id, 'person', w.id FROM who w"
    " UNION ALL SELECT w.id, 'lease', l.id FROM who w CROSS JOIN lease l ON l.tenant = w.id"
    " UNION ALL SELECT w.id, 'application', a.id FROM who w"
    " CROSS JOIN application a ON a.applicant = w.id"
    " UNION ALL SELECT w.id, 'vedtak', v.id FROM who w CROSS JOIN application a"
    " ON a.applicant = w.id CROSS JOIN vedtak v ON v.application = a.id"
    " UNION ALL SELECT w.id, 'appeal', k.id FROM who w CROSS JOIN application a"
    " ON a.applicant = w.id CROSS JOIN vedtak v ON v.application = a.id"
    " CROSS JOIN appeal k ON k.vedtak = v.id"
    " UNION ALL SELECT w.id, 'plan', p.id FROM who w CROSS JOIN plan p ON p.person = w.id"
    " UNION ALL SELECT w.id, 'stay', s.id FROM who w CROSS JOIN stay s ON s.person = w.id"
    " UNION ALL SELECT w.id, 'eviction_case', c.id FROM who w"
    " CROSS JOIN eviction_case c ON c.person = w.id"
    " UNION ALL SELECT w.id, 'debt_case', c.id FROM who w"
    " CROSS JOIN debt_case c ON c.person = w.id)"
)
_PAPERS = (
    f"{_WHO}, {_CASES}, papers(id, person) AS MATERIALIZED (SELECT d.id, w.id FROM who w"
    " CROSS JOIN document d ON d.person = w.id UNION SELECT d.id, coalesce((SELECT id FROM who"
    " WHERE id = d.person), c.person) FROM cases c"
    " CROSS JOIN document d INDEXED BY document_case"
    " ON d.case_kind = c.kind AND d.case_id = c.id)"
)
LISTED = (
    f"{_PAPERS} SELECT DISTINCT d.id FROM papers p CROSS JOIN document d ON d.id = p.id"
    " WHERE substr(d.issued_at, 1, 10) <= ?2 ORDER BY d.issued_at DESC, d.id DESC"
)


def papers(db: Database, people: Iterable[PersonId], on: date) -> tuple[DocumentId, ...]:
    """Every document to, from or about them by a day, the newest first."""
    return db.select(DocumentId, LISTED, (_list(people), on.isoformat()))


def letters(db: Database, people: Iterable[PersonId], on: date) -> list[Happening]:
    """Each letter on the day it was finished, each paper on the day it was taken in."""

    def made(
        document: int,
        person: int,
        day: str,
        kind: str,
        number: str,
        source: str,
        returned: int | None,
    ) -> Happening:
        received = Source(source) is Source.RECEIVED
        what = Happened.PAPER_RECEIVED if received else Happened.LETTER
        of = DocumentKind(kind)
        return Happening(
            date.fromisoformat(day),
            Happened.LETTER_RETURNED if returned else what,
            returned or document,
            PersonId(person),
            Ref("document", document),
            of,
            words=number,
            twin=(of in TWINS or of.value.endswith("_copy")) and not returned,
        )

    return list(
        db.select(
            made,
            f"{_PAPERS} SELECT d.id, min(p.person), substr(d.issued_at, 1, 10), d.kind, d.number,"
            " d.source, NULL FROM papers p CROSS JOIN document d ON d.id = p.id"
            " WHERE substr(d.issued_at, 1, 10) <= ?2 GROUP BY d.id UNION ALL"
            " SELECT d.id, min(p.person), r.returned_on, d.kind, d.number, d.source, r.id"
            " FROM papers p CROSS JOIN document d ON d.id = p.id"
            " CROSS JOIN dispatch r ON r.document = d.id"
            " WHERE r.returned_on <= ?2 GROUP BY r.id",
            (_list(people), on.isoformat()),
        )
    )


def _list(people: Iterable[PersonId]) -> str:
    return json.dumps([*people])
