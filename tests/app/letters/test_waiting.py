"""«Skal sendes» is kept by triggers, and is never other than what documents and sendings say."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import DocumentId
from app.letters.service import Letters
from app.storage.database import Database
from app.storage.history import History
from app.storage.unit import Unit

DAY = "2026-11-20"
WAITING = (
    "SELECT d.id FROM document d WHERE d.to_send = 1 AND NOT EXISTS (SELECT 1 FROM dispatch s"
    " WHERE s.document = d.id AND s.returned_on IS NULL) AND NOT EXISTS"
    " (SELECT 1 FROM document_state t WHERE t.document = d.id) ORDER BY d.id"
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("issue", "receive", "send", "return", "unsend", "annul", "take_back")),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=9,
)


def _act(unit: Unit, act: str, document: int, serial: int) -> None:
    unit.execute("UPDATE service_unit SET name = 'Prøve ' || ?", (str(serial),))
    if act in {"issue", "receive"}:
        unit.insert(
            "document",
            kind="preliminary_reply",
            number=f"B-{serial}",
            title="Foreløpig svar",
            case_kind="application",
            case_id=7,
            language="nb",
            source="written",
            to_send=int(act == "issue"),
            issued_at=f"{DAY}T10:00:00+01:00",
            digest="0",
            pages=1,
        )
    elif act == "send":
        unit.insert("dispatch", document=document, sent_on=DAY, channel="post")
    elif act == "annul":
        unit.insert("document_state", document=document, since=DAY, state="annulled", reason="x")
    else:
        unit.execute(
            {
                "return": "UPDATE dispatch SET returned_on = ?2 WHERE document = ?1",
                "unsend": "DELETE FROM dispatch WHERE document = ?1 AND ?2",
                "take_back": "DELETE FROM document_state WHERE document = ?1 AND ?2",
            }[act],
            (document, DAY),
        )


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_what_waits_to_be_sent_is_what_the_documents_say(
    db: Database, acts: list[tuple[str, int]]
) -> None:
    history = History(db)
    with db.unit("unit.added") as unit:
        unit.insert("service_unit", name=f"Prøveenhet {db.newest_event}")
    for act, which in acts:
        known = db.column("SELECT id FROM document ORDER BY id DESC LIMIT 4")
        if act not in {"issue", "receive"} and which >= len(known):
            continue
        document = 0 if act in {"issue", "receive"} else int(str(known[which]))
        with db.unit("bench.touched") as unit:
            _act(unit, act, document, db.newest_event)
        assert _waiting(db) == _told(db)
    history.undo()
    assert _waiting(db) == _told(db)


def _waiting(db: Database) -> list[DocumentId]:
    return sorted(row.id for row in Letters(db).to_send())


def _told(db: Database) -> list[DocumentId]:
    return [DocumentId(int(str(each))) for each in db.column(WAITING)]
