"""The letter about the first days: whole, plain, kept for good, in a tone one can bear."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.evictions.aftercare.model import AfterPaper, LetterDraft
from app.evictions.aftercare.prints import PARTS, aftercare_letter
from tests.app.documents.reading import text
from tests.app.evictions.aftercare.lost import LETTER, LOST
from tests.app.evictions.letters import parts_of, sender

BOTH = (Language.NB, Language.NN)
WINDOW = ("Kari Prøve", "Prøvegata 7", "2211 LIA")
GONE = replace(LETTER, things="", fetch_by=None, nothing_left=True)


def letter(
    language: Language = Language.NB, draft: LetterDraft = LETTER, **changes: object
) -> Document:
    paper = AfterPaper(
        draft=draft,
        sender=sender(language, WINDOW),
        number="B-2026-8",
        lost_on=LOST,
        moved=False,
        children=True,
        second_from=date(2026, 12, 18),
    )
    return aftercare_letter(
        replace(paper, **changes),  # type: ignore[arg-type]  # its own fields
        load_text("aftercare_letter", language.value, date(2026, 11, 23)),
    )


@pytest.mark.parametrize("moved", [True, False])
@pytest.mark.parametrize("draft", [LETTER, GONE])
@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_whole_and_plain(
    language: Language, draft: LetterDraft, *, moved: bool
) -> None:
    document = letter(language, draft, moved=moved)
    assert missing_parts(document) == ()
    words = "\n".join(each for each in parts_of(document) if each.strip())
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_it_is_archival_and_accessible(language: Language) -> None:
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(render(letter(language)), profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    ("field", "empty", "part"),
    [
        ("sleep", "", PARTS[0]),
        ("things", "", PARTS[1]),
        ("fetch_by", None, PARTS[2]),
        ("call_phone", "", PARTS[3]),
        ("we_do", "", PARTS[4]),
    ],
)
def test_sot_04_tv_13_it_is_refused_without_a_part(field: str, empty: object, part: str) -> None:
    document = letter(draft=replace(LETTER, **{field: empty}))  # type: ignore[arg-type]  # its own
    assert missing_parts(document) == (part,)
    with pytest.raises(Invalid):
        render(document)


def test_both_rounds_are_told_with_their_days() -> None:
    words = " ".join(text(render(letter())).split())
    assert "Hent tingene senest fredag 4. desember 2026" in words
    assert "18. desember 2026" in words


def test_the_tone_never_frightens() -> None:
    for language in BOTH:
        words = " ".join(parts_of(letter(language))).casefold()
        for never in ("misligholdt", "kastes ut", "siste sjanse", "på gata", "utkast"):
            assert never not in words
