"""The preliminary reply: complete, plain, and on one page."""

from dataclasses import replace
from datetime import date, datetime

import page
import pytest

from app.applications.model import ApplicationKind, Delay
from app.applications.prints import PreliminaryReply, preliminary_reply
from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.settings.model import OfficeProfile
from tests.app.documents import reading

REPLY = PreliminaryReply(
    office=OfficeProfile(
        municipality="Lia kommune",
        name="Boligkontoret",
        address="Rådhusgata 1",
        postal_code="2211",
        postal_place="Lia",
        phone="55 55 33 39",
        email="bolig@lia.example",
    ),
    officer_name="Siri Testmo",
    officer_title="boligkonsulent",
    recipient=("Even Prøvland", "Prøvegata 7", "2211 LIA"),
    issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
    language=Language.NB,
    number="B-2026-14",
    kind=ApplicationKind.NEW,
    received_on=date(2026, 10, 26),
    answer_by=date(2026, 12, 18),
    delay=Delay.PAPERS,
    missing=("Skattemeldingen for 2025", "Leieavtalen du har nå"),
)


def letter(**changes: object) -> Document:
    """The reply as a document, with some of it changed."""
    reply = replace(REPLY, **changes)  # type: ignore[arg-type]  # the reply's own fields
    text = load_text("preliminary_reply", reply.language.value, reply.issued.date())
    return preliminary_reply(reply, text)


def read(document: Document) -> str:
    """The finished letter as text, with plain blanks."""
    return " ".join(reading.text(render(document)).split())


def missing(document: Document) -> list[str]:
    """The parts for which the letter is refused."""
    with pytest.raises(Invalid) as caught:
        render(document)
    return [problem.field for problem in caught.value.problems]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("delay", Delay)
@pytest.mark.parametrize("kind", ApplicationKind)
def test_the_letter_is_plain(language: Language, delay: Delay, kind: ApplicationKind) -> None:
    text = load_text("preliminary_reply", language.value, REPLY.issued.date())
    document = letter(language=language, delay=delay, kind=kind)
    words = running_text(document)
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25
    assert max(longest_sentence(passage) for passage in text.passages.values()) <= 25


def running_text(document: Document) -> str:
    """Every sentence the reader gets, heading and facts included, one block a line."""
    lines = [document.title]
    for block in document.blocks:
        for name in ("text", "lead", "title"):
            lines.append(str(getattr(block, name, "")))
        for item in getattr(block, "items", ()):
            lines.append(item if isinstance(item, str) else f"{item.lead} {item.text}")
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize("language", Language)
def test_the_letter_is_one_page_archival_and_accessible(language: Language) -> None:
    data = render(letter(language=language))
    assert len(reading.pages(data)) == 1
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_the_letter_says_all_that_the_law_asks() -> None:
    text = read(letter())
    for said in (
        "Du får svar senest fredag 18. desember 2026",
        "kom til oss 26. oktober 2026",
        "Vi mangler papirer fra deg.",
        "Leieavtalen du har nå",
        "Siri Testmo",
        "55 55 33 39",
        "bolig@lia.example",
    ):
        assert said in text


def test_nynorsk_is_nynorsk() -> None:
    text = read(letter(language=Language.NN))
    assert "Du får svar seinast fredag 18. desember 2026" in text
    assert "kommunal bustad" in text
    assert "ikke" not in text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ApplicationKind.NEW, "om kommunal bolig"),
        (ApplicationKind.SWAP, "om å bytte kommunal bolig"),
        (ApplicationKind.RENEWAL, "om å bli boende"),
    ],
)
def test_the_letter_names_what_was_asked(kind: ApplicationKind, said: str) -> None:
    assert said in read(letter(kind=kind))


def test_the_officers_own_reason_is_enough() -> None:
    text = read(letter(delay=None, reason="Vi venter på takst.", missing=()))
    assert "Vi venter på takst." in text


def test_a_letter_without_a_reason_is_refused() -> None:
    assert missing(letter(delay=None, reason=" ")) == ["DOC-06 grunn"]


def test_a_letter_without_an_officer_is_refused() -> None:
    assert missing(letter(officer_name="")) == ["DOC-06 saksbehandler"]


def test_a_letter_that_no_one_can_answer_is_refused() -> None:
    office = replace(REPLY.office, phone="", email="")
    assert missing(letter(office=office)) == ["DOC-06 kontakt"]


def test_a_letter_without_an_address_leaves_the_window_empty() -> None:
    assert "Prøvegata" not in read(letter(recipient=()))


def test_a_name_is_printed_as_it_is() -> None:
    assert "<b>Ola & Máhtte Čearru" in read(letter(recipient=("<b>Ola & Máhtte Čearru",)))


def test_no_repr_tells_who_the_letter_is_for() -> None:
    assert "Prøvland" not in repr(REPLY)
