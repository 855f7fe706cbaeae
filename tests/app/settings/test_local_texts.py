"""The municipality's own words in a letter: open passages only, from a day, never backwards."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.applications.model import ApplicationDraft, Delay, ReplyDraft
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import ApplicationId, DocumentId
from app.core.text import Language
from app.documents import texts as document_texts
from app.documents.texts import Text, load_text, versions
from app.office import Office
from app.settings import local_texts
from app.settings.local_texts import open_passages, overlaid
from app.settings.model import LocalText, LocalTextDraft
from tests.factories import a_person

TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 1)
OWN = "Det er mange som søker nå, så vi trenger litt tid."


def draft(**changes: object) -> LocalTextDraft:
    known: dict[str, object] = {
        "document": "preliminary_reply",
        "language": Language.NB,
        "passage": "why_queue",
        "text": OWN,
        "valid_from": TODAY,
        "source": "leder 23.11.2026",
    }
    return LocalTextDraft(**(known | changes))  # type: ignore[arg-type]  # the draft's own fields


def passage(office: Office, on: date = TODAY, language: Language = Language.NB) -> str:
    return office.settings.text("preliminary_reply", language, on).passage("why_queue")


def test_own_words_hold_from_their_day_in_their_language(office: Office) -> None:
    shipped = passage(office)
    office.settings.set_text(draft(valid_from=LATER))
    assert passage(office) == shipped
    assert passage(office, LATER) == OWN
    assert passage(office, LATER, Language.NN) != OWN
    office.settings.set_text(draft(valid_from=date(2027, 1, 1), text="Det tar litt tid."))
    assert passage(office, date(2026, 12, 31)) == OWN
    assert passage(office, date(2027, 1, 1)) == "Det tar litt tid."
    assert [each.text for each in office.settings.own_texts("preliminary_reply", Language.NB)] == [
        OWN,
        "Det tar litt tid.",
    ]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"passage": "title"}, "passage", "passage_locked"),
        ({"passage": "nothing"}, "passage", "passage_unknown"),
        ({"document": "nothing"}, "document", "text"),
        ({"text": "  "}, "text", "passage_empty"),
        ({"text": "Vi trenger {time} på oss."}, "text", "passage_asks_more"),
        ({"passage": "later", "text": "Vi skriver igjen."}, "text", "passage_lacks"),
        ({"text": "Vi trenger {tid på oss."}, "text", "passage_brace"),
        ({"text": "Vi trenger tid \U0001f642."}, "text", "passage_unprintable"),
        ({"text": "vi og " * 12 + "ser på alle."}, "text", "sentence_long"),
        ({"source": ""}, "source", "override_source_missing"),
        ({"valid_from": date(2026, 11, 22)}, "valid_from", "words_begin_before_today"),
    ],
)
def test_words_that_cannot_stand_are_told_beside_the_field(
    office: Office, changes: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as caught:
        office.settings.set_text(draft(**changes))
    assert [(each.field, each.code) for each in caught.value.problems] == [(field, code)]


def test_the_longest_sentence_may_have_25_words(office: Office) -> None:
    assert office.settings.text_problems(draft(text="vi ser " * 12 + "nå.")) == ()
    (found,) = office.settings.text_problems(draft(text="vi ser " * 12 + "på nå."))
    assert (found.code, found.facts) == ("sentence_long", {"words": 26, "most": 25})


def test_hard_words_are_told_but_not_refused(office: Office) -> None:
    hard = draft(text="Saksbehandlingskapasiteten tilsier dessverre forsinkelser.")
    (found,) = office.settings.text_problems(hard)
    assert (found.code, found.blocks) == ("text_hard", False)
    office.settings.set_text(hard)
    assert passage(office) == hard.text


def test_two_wordings_of_a_passage_do_not_begin_the_same_day(office: Office) -> None:
    office.settings.set_text(draft())
    with pytest.raises(Invalid):
        office.settings.set_text(draft(text="Noe annet."))
    office.settings.set_text(draft(passage="why_others", text="Vi venter på svar."))


def test_words_no_letter_has_used_are_taken_back(office: Office) -> None:
    used, coming = (office.settings.set_text(draft(valid_from=day)) for day in (TODAY, LATER))
    office.settings.withdraw_text(coming)
    with pytest.raises(NotFound):
        office.settings.withdraw_text(coming)
    with pytest.raises(Conflict) as caught:
        office.settings.withdraw_text(used)
    assert caught.value.code == "local_text_begun"
    office.history.undo()
    assert len(office.settings.own_texts("preliminary_reply", Language.NB)) == 2


def test_a_letter_that_is_out_never_changes(office: Office) -> None:
    reply = ReplyDraft(date(2026, 12, 18), Delay.QUEUE)
    person = a_person()
    application: ApplicationId = office.applications.register(
        ApplicationDraft(applicant=person, received_on=date(2026, 11, 2))
    )
    issued = DocumentId(int(str(office.replies.issue(application, reply))))
    before = office.letters.content(issued)
    office.settings.set_text(draft())
    assert office.letters.content(issued) == before
    # the next one has the new words
    assert OWN in repr(office.replies.preview(application, reply))


@pytest.mark.parametrize("name", sorted(open_passages()))
def test_what_is_open_is_there_in_both_languages(name: str) -> None:
    for language in ("nb", "nn"):
        for text in versions(name, language):
            assert set(open_passages()[name]) <= set(text.passages)


@pytest.mark.parametrize(
    ("name", "locked"),
    [
        ("preliminary_reply", ("title", "not_decided", "approved", "answer_lead")),
        ("appeal", ("heading", "period", "how", "who", "wait", "papers")),
        ("vedtak_refused", ("refused", "disagree")),
        ("vedtak_granted", ("decided_granted", "lapse")),
    ],
)
def test_what_a_law_asks_for_is_locked(name: str, locked: tuple[str, ...]) -> None:
    assert not set(locked) & set(open_passages()[name])
    assert set(locked) <= set(load_text(name, "nb", TODAY).passages)


@pytest.fixture
def renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Text]:
    """A letter of two passages whose second version changes one of them."""
    (tmp_path / "nb").mkdir()
    version = '[[version]]\nvalid_from = {day}\nsource = "x"\n[version.passages]\n'
    first = version.format(day="2026-01-01") + 'a = "gammel a"\nb = "b"\n'
    second = version.format(day="2027-01-01") + 'a = "ny a"\nb = "b"\n'
    (tmp_path / "nb" / "brev.toml").write_text(first + second, "utf-8")
    (tmp_path / "open.toml").write_text('[brev]\nopen = ["a", "b"]\n', "utf-8")
    monkeypatch.setattr(local_texts, "FOLDER", tmp_path)
    monkeypatch.setattr(local_texts, "versions", lambda *of: versions(*of, tmp_path))
    open_passages.cache_clear()
    yield document_texts.load_text("brev", "nb", date(2027, 2, 1), tmp_path)
    open_passages.cache_clear()


def test_own_words_fall_away_where_the_program_has_renewed_the_passage(renewed: Text) -> None:
    def own(name: str, day: date) -> LocalText:
        return LocalText(1, "brev", Language.NB, name, f"vår {name}", day, "leder")

    on, before, after = date(2027, 2, 1), date(2026, 6, 1), date(2027, 1, 15)
    assert overlaid(renewed, [own("a", before), own("b", before)], on).passages == {
        "a": "ny a",
        "b": "vår b",
    }
    assert overlaid(renewed, [own("a", after)], on).passages["a"] == "vår a"
    assert overlaid(renewed, [own("b", date(2025, 1, 1))], on).passages["b"] == "b"
