"""Only the address may show in the window of an envelope, whichever is used."""

from dataclasses import replace

import pytest

from app.core.errors import Invalid
from app.documents.model import Fact, Language, Letterhead, Size
from app.documents.render import render
from tests.app.documents import reading
from tests.app.documents.contents import LETTER, LONG_NAME

CROWDED = replace(
    LETTER,
    letterhead=Letterhead(
        "Guovdageainnu suohkan – Kautokeino kommune",
        "Boligkontoret",
        ("Bredbuktnesveien 6", "9520 Guovdageaidnu"),
        phone="78 48 71 00",
        email="postmottak@kautokeino.kommune.example",
        web="www.kautokeino.kommune.example",
        org_number="999 888 777",
    ),
    sender_facts=tuple(
        Fact(f"Merke {n}", "offl. § 13, jf. fvl. § 13 første ledd") for n in range(7)
    ),
    demo=True,
    draft=True,
    title="Et langt svar på en lang søknad om å få leie en kommunal bolig i tre år fra nå",
)
ADDRESSES = [
    ("Solfrid Eikrem Hauglie", "Gamle Kirkevei 8 B", "2299 ÅSVIK"),
    ("Solfrid Eikrem Hauglie", "v/ Torunn Lid", "Gamle Kirkevei 8 B", "2299 ÅSVIK"),
    (LONG_NAME, "Øvre Čearrugeaidnu 3 B", "9520 GUOVDAGEAIDNU"),
]


def in_free_zone(data: bytes) -> list[reading.Word]:
    return [
        word
        for word in reading.words(data)
        if word.page == 1 and word.x0 < 120 and word.bottom > 24 and word.top < 82
    ]


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_free_zone_holds_the_address_alone(
    language: Language, size: Size, address: tuple[str, ...]
) -> None:
    letter = replace(CROWDED, language=language, size=size, recipient=address)
    found = in_free_zone(render(letter))
    assert [word.text for word in found] == " ".join(address).split()
    assert min(word.x0 for word in found) == pytest.approx(20, abs=0.5)
    assert max(word.x1 for word in found) <= 96
    assert min(word.top for word in found) >= 44
    assert max(word.bottom for word in found) <= 60


def test_no_line_or_frame_crosses_the_free_zone() -> None:
    drawn = reading.lines_across(render(CROWDED))
    assert not [shape for shape in drawn if shape[0] == 1 and shape[1] < 120 and 24 < shape[2] < 82]


def test_an_empty_address_leaves_the_window_blank() -> None:
    assert in_free_zone(render(replace(CROWDED, recipient=()))) == []


def test_an_address_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        render(replace(LETTER, recipient=("a", "b", "c", "d", "e")))
    assert [(p.field, p.code) for p in caught.value.problems] == [("recipient", "address_too_long")]


def test_the_title_stands_clear_of_window_and_facts() -> None:
    words = reading.words(render(CROWDED))
    title = next(word for word in words if word.text == "langt")
    facts = [word for word in words if word.page == 1 and word.text == "ledd"]
    assert title.top > 82
    assert title.top > max(word.bottom for word in facts)
