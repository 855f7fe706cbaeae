"""PV-04: free text in sentences, and the same text without those about others."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.overview.data_access import sentence_rules as rules
from app.overview.data_access.model import HeldFact, HeldRow, HeldTable, Holding, Withheld

GAP = "[utelatt]."
WRITTEN = st.lists(
    st.sampled_from(
        [
            "Hun",
            "ringte",
            "kl.",
            "12.",
            "K.",
            "bl.a.",
            "i dag.",
            "Kari!",
            "\n",
            " ",
            "Nå? ",
            "«Ja.» ",
        ]
    )
).map(" ".join)


def holding(*told: tuple[str, str, str]) -> Holding:
    tables = tuple(
        HeldTable(table, (HeldRow(1, (HeldFact(column, value),)),)) for table, column, value in told
    )
    return Holding(PersonId(1), "Kari", date(2026, 11, 23), False, tables)


def values(held: Holding) -> list[object]:
    return [fact.value for table in held.tables for row in table.rows for fact in row.facts]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("Har flere lån", ("Har flere lån",)),
        ("Hun ringte. Hun kommer.", ("Hun ringte. ", "Hun kommer.")),
        ("Kommer hun? Ja! Bra.", ("Kommer hun? ", "Ja! ", "Bra.")),
        ("Møte kl. 12 med bl.a. Nav. Ok.", ("Møte kl. 12 med bl.a. Nav. ", "Ok.")),
        ("Traff K. Hansen. Fint.", ("Traff K. Hansen. ", "Fint.")),
        ("Den 12. mars ble det 3. Gangen etter 4. 5. mars.",
         ("Den 12. mars ble det 3. ", "Gangen etter 4. 5. mars.")),
        ("«Jeg flytter.» Hun gråt.", ("«Jeg flytter.» ", "Hun gråt.")),
        ("hun ringte. sa hun kom", ("hun ringte. sa hun kom",)),
        ("- Ringe Nav\n- Betale\n\nSlutt", ("- Ringe Nav\n", "- Betale\n\n", "Slutt")),
    ],
)  # fmt: skip
def test_a_text_falls_into_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert rules.split(text) == sentences


@given(st.text() | WRITTEN)
def test_put_together_the_sentences_are_the_text(text: str) -> None:
    assert "".join(rules.split(text)) == text
    assert all(rules.split(text))


@given(st.lists(st.text() | WRITTEN))
def test_with_nothing_hidden_everything_is_as_it_was(texts: list[str]) -> None:
    held = holding(*(("contact_note_told", "words", text) for text in texts))
    assert rules.without(held, frozenset(), GAP) is held


@given(st.lists(WRITTEN, min_size=1), st.data())
def test_what_is_hidden_stands_nowhere_and_the_rest_stands(
    texts: list[str], data: st.DataObject
) -> None:
    held = holding(*(("goal", "words", text) for text in texts))
    keys = {each.key for text in rules.texts(held) for each in text.sentences}
    hidden = frozenset(data.draw(st.sets(st.sampled_from(sorted(keys))))) if keys else frozenset()
    made = rules.without(held, hidden, GAP)
    left = {
        rules.key(part)
        for value in values(made)
        for part in rules.split(str(value))
        if part.strip()
    }
    assert not left & hidden
    assert keys - hidden <= left
    assert made.left_out == len(hidden)


def test_the_same_sentence_goes_in_every_place_also_in_forms_and_names() -> None:
    told = "Lina er syk."
    plan = json.dumps({"goals": [{"words": f"Ro hjemme. {told}"}], "n": 2}, ensure_ascii=False)
    goal = HeldFact("goal", 7, name="LINA er  syk", target="goal")
    row = HeldRow(2, (HeldFact("content", plan), goal, HeldFact("month", "2026-10")))
    held = holding(("goal", "words", told), ("measure", "words", f"Ringe. {told}\nBesøke."))
    held = Holding(*_first(held), tables=(*held.tables, HeldTable("plan_edition", (row,))))
    made = rules.without(held, {rules.key(told)}, GAP)
    assert values(made) == [
        GAP,
        f"Ringe. {GAP}\nBesøke.",
        json.dumps({"goals": [{"words": f"Ro hjemme. {GAP}"}], "n": 2}, ensure_ascii=False),
        7,
        "2026-10",
    ]
    assert made.tables[2].rows[0].facts[1].name == GAP
    assert made.left_out == 1


def _first(held: Holding) -> tuple[PersonId, str, date, bool]:
    return held.person, held.name, held.on, held.hidden


def test_what_is_no_text_is_not_gone_through() -> None:
    """Codes, days, numbers, the person's own name, and those who work with them."""
    held = holding(
        ("person", "family_name", "Hansen Berg"),
        ("person_address", "line", "Testbakken 12"),
        ("case_owner", "coordinator", "Siri Testmo"),
        ("case_owner", "phone", "55 55 33 39"),
        ("lease", "number", "L2026-001"),
        ("lease", "charges", "[]"),
        ("lease_state", "state", "in_force"),
        ("document", "issued_at", "2026-11-23T10:00:00+01:00"),
        ("debt_case", "topics", '["consumer_debt"]'),
    )
    assert rules.texts(held) == ()
    names = {"hansen berg", "testbakken 12", "siri testmo"}
    assert rules.without(held, names, GAP) is held


def test_what_is_withheld_already_is_not_asked_about() -> None:
    fact = HeldFact("name", None, withheld=Withheld.OTHERS)
    held = Holding(*_first(holding()), tables=(HeldTable("economy_child", (HeldRow(1, (fact,)),)),))
    assert rules.texts(held) == ()


def test_a_text_that_stands_twice_is_read_once() -> None:
    told = holding(("goal", "words", "Få ro."), ("measure", "words", "Få ro."))
    (text,) = rules.texts(told)
    assert (text.table, text.column, text.places) == ("goal", "words", 2)
