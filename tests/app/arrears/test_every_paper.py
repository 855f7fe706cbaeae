"""Every paper about unpaid rent as its reader gets it: long names, many claims, both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.arrears.instalments import rules as instalments
from app.arrears.instalments.model import AgreedClaim
from app.arrears.model import OpenCharge, RentChargeKind
from app.arrears.rounds.prints import call_sheet, meeting_sheet, minutes_paper
from app.arrears.steps.claims.model import ArrearsLetter
from app.arrears.steps.claims.prints import PARTS, TEXTS, arrears_letter
from app.arrears.steps.model import ArrearsStepKind, ProposedReason
from app.core.errors import Invalid
from app.core.money import Ore, format_kroner, format_letter, kroner
from app.core.text import Language
from app.documents.model import Document, Form
from app.documents.parts import missing_parts
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.arrears.instalments import papers as agreements
from tests.app.arrears.ledger import claimed
from tests.app.arrears.rounds import test_prints as rounds
from tests.app.arrears.steps.claims import test_prints as claims
from tests.app.decisions.desk import a_grant
from tests.app.decisions.letters import ISSUED, a_letter
from tests.app.documents import reading, sound
from tests.app.documents.parts_taken import without

NAME = "Anne-Margrethe Kristoffersdatter Wilhelmsen"
HOME = "Øvre Ødegårdsvegen 104 B, H0201"
WINDOW = (NAME, "Øvre Ødegårdsvegen 104 B", "2211 KONGSVINGER")
BOTH = list(Language)
Make = Callable[[Language], Document]

MANY = tuple(
    OpenCharge(claimed(month, date(2026, month, 1), 8450), kroner(8450)) for month in range(4, 12)
)
FEES = (
    OpenCharge(
        claimed(21, date(2026, 6, 12), 38, RentChargeKind.REMINDER_FEE),
        kroner(38),
    ),
    OpenCharge(
        claimed(22, date(2026, 8, 12), 211, RentChargeKind.LATE_INTEREST),
        Ore(21145),
    ),
)


def letter(kind: ArrearsStepKind, *, many: bool = False) -> Make:
    """One of the four; `many` is eight months, an earlier fee and interest in øre."""

    def made(language: Language) -> Document:
        found = claims.a_plan(kind)
        if many:
            found = replace(found, claims=MANY, before=FEES if kind.formal else ())
        paper = ArrearsLetter(
            found,
            a_letter(a_grant(), language).sender,
            "B-2026-1015",
            "L2026-104",
            HOME,
            "Stiftelsen Kongsvinger kommuneboliger",
            account="12345678903",
            kid="2026000016",
            copies=("Verge Torbjørn Kristoffersen Prøvesen",),
        )
        return arrears_letter(paper, load_text(TEXTS[kind], language.value, ISSUED.date()))

    return made


def one_month(kind: ArrearsStepKind) -> Make:
    """The first letter of its kind: one month, a fee at the most, nobody who gets a copy."""

    def made(language: Language) -> Document:
        found = claims.a_plan(kind, interest=False)
        owed = OpenCharge(claimed(10, date(2026, 11, 2), 8450), kroner(8450))
        paper = ArrearsLetter(
            replace(found, claims=(owed,), before=()),
            a_letter(a_grant(), language).sender,
            "B-2026-1015",
            "L2026-104",
            HOME,
            "Lia kommune",
            account="12345678903",
            kid="2026000016",
        )
        return arrears_letter(paper, load_text(TEXTS[kind], language.value, ISSUED.date()))

    return made


def agreement(parts: int, old: int = 3) -> Make:
    """So many instalments over so many claims."""
    total = kroner(2500 * parts)
    draft = replace(agreements.DRAFT, total=total, amount=kroner(2500))
    owed = tuple(
        AgreedClaim(RentChargeKind.RENT, date(2026, month, 1), Ore(total // old))
        for month in range(11 - old, 11)
    )
    return lambda language: agreements.printed(
        language, name=NAME, total=total, parts=instalments.plan(draft), claims=owed
    )


def meeting(cases: int, *, for_landlord: bool = False) -> Make:
    def made(language: Language) -> Document:
        """Every third has a long name and a long address."""
        told = rounds.a_paper(language, cases, for_landlord=for_landlord)
        rows = tuple(
            each if each.place % 3 else replace(each, name=NAME, address=HOME)
            for each in told.meeting.cases
        )
        return meeting_sheet(replace(told, meeting=replace(told.meeting, cases=rows)))

    return made


def minutes(language: Language) -> Document:
    told = rounds.a_paper(language, 12)
    decided = tuple(
        replace(each, name=NAME, decided=rounds.AGREED.decided) for each in told.meeting.cases
    )
    return minutes_paper(replace(told, meeting=replace(told.meeting, cases=decided)))


LETTERS: dict[str, Make] = {
    **{kind.value: letter(kind) for kind in PARTS},
    "missed": agreements.missed,
}
SHORT: dict[str, Make] = {f"{kind.value}, one month": one_month(kind) for kind in PARTS}
LONG: dict[str, Make] = {f"{kind.value}, many": letter(kind, many=True) for kind in PARTS}
AGREEMENTS: dict[str, Make] = {
    "three parts": agreement(3),
    "nine parts": agreement(9, 9),
    "eighteen parts": agreement(18, 10),
}
SHEETS: dict[str, tuple[Make, int]] = {
    "meeting of one": (meeting(1), 1),
    "meeting of five": (meeting(5), 1),
    "meeting of twelve": (meeting(12), 2),
    "landlord's sheet": (meeting(12, for_landlord=True), 2),
    "minutes": (minutes, 2),
    "calls": (lambda language: call_sheet(rounds.a_list(language, 12)), 2),
    "no calls": (lambda language: call_sheet(rounds.a_list(language, 0)), 1),
}
TO_A_TENANT = {**LETTERS, **SHORT, **LONG, **AGREEMENTS}
PAPERS: dict[str, Make] = {**TO_A_TENANT, **{name: make for name, (make, _) in SHEETS.items()}}


def paper(name: str, language: Language) -> Document:
    """With the longest address that a window holds."""
    document = PAPERS[name](language)
    return replace(document, recipient=WINDOW) if document.form is Form.LETTER else document


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_about_unpaid_rent_is_archival_and_accessible(
    name: str, language: Language
) -> None:
    assert sound.faults(render(paper(name, language))) == {}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", TO_A_TENANT)
def test_ink_01_a_frightened_reader_can_read_it_and_sees_whom_to_ring(
    name: str, language: Language
) -> None:
    """Plain, with a number to ring and an account to pay to, and no word that frightens."""
    document = paper(name, language)
    assert sound.hard_to_read(document) == ""
    assert sound.words_never_used(document) == set()
    words = reading.text(render(document)).replace("\xa0", " ")
    assert words.count("55 55 33 39") > 1, "the number stands in the letter, not only at its head"
    assert "KID" in words


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("friendly_reminder", 1),
        ("missed", 1),
        *((name, 1) for name in (*SHORT, *AGREEMENTS) if "demand" not in name),
        *((name, 2) for name in (*LETTERS, *LONG)),
        *((name, most) for name, (_, most) in SHEETS.items()),
    ],
)
def test_no_paper_is_longer_than_it_has_to_be(name: str, most: int, language: Language) -> None:
    assert len(reading.pages(render(paper(name, language)))) <= most


@pytest.mark.parametrize("name", PAPERS)
def test_every_required_part_is_refused_when_it_is_gone(name: str) -> None:
    document = paper(name, Language.NB)
    assert document.requires
    assert missing_parts(document) == ()
    for part in document.requires:
        bare = without(document, part)
        assert missing_parts(bare) == (part,)
        with pytest.raises(Invalid):
            render(bare)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", PARTS)
def test_sums_below_each_other_all_have_ore_when_one_has(
    kind: ArrearsStepKind, language: Language
) -> None:
    words = reading.text(render(paper(f"{kind.value}, many", language))).replace("\xa0", " ")
    if kind.formal:
        assert "38,00 kr" in words
        assert "211,45 kr" in words
    assert "8 450 kr" in words, "none of the months has"


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", [each for each in PARTS if each.formal])
def test_the_sum_to_pay_is_what_the_tables_add_up_to(
    kind: ArrearsStepKind, language: Language
) -> None:
    """INK-03: apart from each other, and then together."""
    words = reading.text(render(paper(kind.value, language))).replace("\xa0", " ")
    total = claims.a_plan(kind).total
    assert format_letter(total).replace("\xa0", " ") in words, "what to pay"
    assert format_kroner(total).replace("\xa0", " ") in words, "the sum of the tables"


@pytest.mark.parametrize("language", BOTH)
def test_the_landlords_sheet_has_neither_children_help_nor_what_was_agreed(
    language: Language,
) -> None:
    """Not in a column, and not in a reason for what is proposed."""
    told = rounds.a_paper(language, 2, for_landlord=True)
    first = told.meeting.cases[0]
    assert first.row is not None
    because = replace(first.row.next, reason=ProposedReason.CHILDREN_FIRST)
    rows = (replace(first, row=replace(first.row, next=because)), told.meeting.cases[1])
    sheet = meeting_sheet(replace(told, meeting=replace(told.meeting, cases=rows)))
    words = reading.text(render(sheet)).casefold()
    for never in ("barn", "nivå", "hjelp", "arbeidsgiver"):
        assert never not in words


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", SHEETS)
def test_no_sheet_says_a_word_that_is_never_used(name: str, language: Language) -> None:
    assert sound.words_never_used(paper(name, language)) == set()
