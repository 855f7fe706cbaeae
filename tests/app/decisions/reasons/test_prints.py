"""The letter with reasons: whole, plain, archival and the same in both languages."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.decisions.reasons.model import ReasonsDraft, ReasonsLetter
from app.decisions.reasons.prints import PARTS, reasons_letter
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.decisions.desk import a_refusal
from tests.app.decisions.letters import ISSUED, a_letter, without_officer

BOTH = list(Language)
WRITTEN = ReasonsDraft(
    "Kommunen leier ut bolig til den som ikke klarer å skaffe en bolig selv.",
    "Du har fast lønn, og leieavtalen din varer i to år til.",
    "Andre uten bolig må få hjelp først.",
)
EVALUATION = ("Du har bodd i kommunen i tre år.", "Du har et sted å bo nå.")
EMPTY = {
    "FV-09 regler": "rules_text",
    "FV-09 fakta": "facts_text",
    "FV-09 hovedhensyn": "considerations_text",
}


def letter_of(language: Language = Language.NB) -> ReasonsLetter:
    told = a_letter(a_refusal(), language)
    told = replace(told, vedtak=replace(told.vedtak, issued_on=date(2026, 11, 2)))
    return ReasonsLetter(told, "B-2026-15", date(2026, 11, 16), WRITTEN, EVALUATION)


def printed(letter: ReasonsLetter) -> Document:
    day, language = ISSUED.date(), letter.told.sender.language
    text = load_text("reasons_letter", language.value, day)
    return reasons_letter(letter, text, load_text("appeal", language.value, day))


@pytest.mark.parametrize("language", BOTH)
def test_it_is_plain(language: Language) -> None:
    document = printed(letter_of(language))
    text = "\n".join(filter(str.strip, texts_of((document.title, *document.blocks))))
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_it_is_archival_and_accessible(language: Language, flavour: str) -> None:
    report = page.validate_pdf_bytes(render(printed(letter_of(language))), profile=flavour)
    assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_nothing_required_is_missing_and_the_evaluation_is_told() -> None:
    document = printed(letter_of())
    assert document.requires == PARTS
    assert missing_parts(document) == ()
    assert set(EVALUATION) <= set(texts_of(document))


@pytest.mark.parametrize("part", EMPTY)
def test_without_a_block_of_reasons_it_is_refused(part: str) -> None:
    letter = letter_of()
    letter = replace(letter, draft=replace(letter.draft, **{EMPTY[part]: " "}))
    with pytest.raises(Invalid) as error:
        render(printed(letter))
    assert [each.field for each in error.value.problems] == [part]


def test_without_an_officer_it_is_refused() -> None:
    letter = letter_of()
    with pytest.raises(Invalid) as error:
        render(printed(replace(letter, told=without_officer(letter.told))))
    assert "FV-10 saksbehandler" in {each.field for each in error.value.problems}
