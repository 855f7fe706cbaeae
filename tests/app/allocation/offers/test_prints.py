"""The letter with an offer: complete, plain, on two pages at most, in the reader's language."""

from dataclasses import replace
from datetime import date, datetime

import page
import pytest

from app.allocation.offers.model import Consequence, OfferDraft, OfferLetter
from app.allocation.offers.prints import PARTS, offer_letter
from app.allocation.rulesets.model import RefusalEffect
from app.core.errors import Invalid
from app.core.ids import ApplicationId, DwellingId
from app.core.money import Ore
from app.core.text import Language
from app.documents.model import Document
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.dwellings.model import Dwelling, DwellingStatus
from tests.app.applications.test_prints import running_text
from tests.app.documents import reading
from tests.factories import a_dwelling, a_profile

E = RefusalEffect
HOME = Dwelling(
    DwellingId(7), a_dwelling(), DwellingStatus.READY, date(2026, 10, 1), Ore(820000), None, None
)
DRAFT = OfferDraft(
    ApplicationId(3), DwellingId(7), date(2026, 11, 30), datetime(2026, 11, 26, 14, 30)
)
LETTER = OfferLetter(
    office=a_profile(),
    officer_name="Siri Testmo",
    officer_title="boligkonsulent",
    recipient=("Even Prøvland", "Prøvegata 7", "2211 LIA"),
    issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
    language=Language.NB,
    number="T-2026-1",
    vedtak_number="V2026-014",
    dwelling=HOME,
    offer=DRAFT,
    consequence=Consequence(E.LAPSES, 0, 1),
)
CONSEQUENCES = (
    Consequence(E.NOTHING, 0, 1),
    Consequence(E.LAST_IN_GROUP, 0, 1),
    Consequence(E.LAPSES, 0, 1),
    Consequence(E.LAPSES, 0, 2),
    Consequence(E.LAPSES, 0, 3),
)


def letter(**changes: object) -> Document:
    """The offer as a document, with some of it changed."""
    known = replace(LETTER, **changes)  # type: ignore[arg-type]  # the letter's own fields
    return offer_letter(known, load_text("offer", known.language.value, known.issued.date()))


def read(document: Document) -> str:
    """The finished letter as text, with plain blanks."""
    return " ".join(reading.text(render(document)).split())


def lacking(document: Document) -> list[str]:
    """The parts for which the letter is refused."""
    with pytest.raises(Invalid) as caught:
        render(document)
    return [problem.field for problem in caught.value.problems]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("told", CONSEQUENCES)
@pytest.mark.parametrize("viewing", [DRAFT.viewing_at, None])
def test_the_letter_is_plain(
    language: Language, told: Consequence, viewing: datetime | None
) -> None:
    offer = replace(DRAFT, viewing_at=viewing)
    words = running_text(letter(language=language, consequence=told, offer=offer))
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("told", CONSEQUENCES)
def test_the_letter_is_short_archival_and_accessible(language: Language, told: Consequence) -> None:
    data = render(letter(language=language, consequence=told, copies=("Verge Testli",)))
    assert len(reading.pages(data)) <= 2
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_the_letter_says_all_that_it_must() -> None:
    text = read(letter(copies=("Verge Testli",)))
    for said in (
        "Svar senest mandag 30. november 2026",
        "Ødegårdsvegen 4, H0201, 2211 Lia",
        "8 200 kroner i måneden",
        "torsdag 26. november 2026 kl. 14.30",
        "V2026-014",
        "Siri Testmo",
        "55 55 33 39",
        "kan søknaden din falle bort",
        "om ikke noe hindret deg",
        "Verge Testli",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (CONSEQUENCES[0], "Et nei får ingen følger."),
        (CONSEQUENCES[1], "sist i gruppen din"),
        (CONSEQUENCES[2], "falle bort"),
        (CONSEQUENCES[3], "Sier du nei én gang til"),
        (CONSEQUENCES[4], "etter 2 slike nei til"),
    ],
)
def test_the_letter_tells_beforehand_what_a_no_leads_to(told: Consequence, said: str) -> None:
    assert said in read(letter(consequence=told))


def test_nynorsk_is_nynorsk() -> None:
    text = read(letter(language=Language.NN))
    assert "Du får tilbod om ein bustad" in text
    assert "seinast måndag 30. november 2026" in text
    assert "ikke" not in text


def test_without_a_viewing_day_the_letter_says_how_to_agree_on_one() -> None:
    offer = replace(DRAFT, viewing_at=None)
    assert "Ring oss, så avtaler vi en tid" in read(letter(offer=offer))
    written = replace(LETTER.office, phone="")
    assert "Skriv til oss, så avtaler vi" in read(letter(offer=offer, office=written))


def test_a_letter_that_lacks_a_part_is_refused() -> None:
    homeless = replace(HOME, draft=replace(HOME.draft, street=""))
    assert lacking(letter(dwelling=homeless)) == [PARTS[0]]
    assert lacking(letter(dwelling=replace(HOME, rent=None))) == [PARTS[1]]
    nobody = replace(LETTER.office, phone="", email="")
    unseen = replace(DRAFT, viewing_at=None)
    assert lacking(letter(office=nobody, offer=unseen)) == [PARTS[2], PARTS[6]]
    assert lacking(letter(officer_name="")) == [PARTS[7]]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_asked_for(part: str) -> None:
    whole = letter()
    without = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
    assert len(without) == len(whole.blocks) - 1
    assert lacking(replace(whole, blocks=without)) == [part]


def test_the_window_shows_the_address_or_nothing() -> None:
    assert "Prøvegata 7" in read(letter())
    assert "Prøvegata" not in read(letter(recipient=()))
    assert "Prøvland" not in repr(LETTER)
