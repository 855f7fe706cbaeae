"""Every paper about a home at stake as its reader gets it: long names, many claims."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.arrears.model import OpenCharge, RentChargeKind
from app.core.errors import Invalid
from app.core.money import Ore, kroner
from app.core.text import Language
from app.documents.model import Document, Form
from app.documents.parts import missing_parts
from app.documents.render import render
from app.documents.texts import load_text
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage, LossKind
from app.evictions.notices.letters import Side
from app.evictions.notices.model import GROUNDS
from app.evictions.units.model import TellingGround
from app.overview.eviction_report.model import REACHED, EvictionReport, EvictionYear
from app.overview.eviction_report.prints import eviction_report
from tests.app.arrears.ledger import claimed
from tests.app.decisions.letters import ISSUED
from tests.app.documents import reading, sound
from tests.app.documents.parts_taken import without
from tests.app.evictions.aftercare import test_prints as after
from tests.app.evictions.desk import a_case
from tests.app.evictions.notices import test_prints as notices
from tests.app.evictions.units import test_prints as units
from tests.factories import a_profile

NAME = "Anne-Margrethe Kristoffersdatter Wilhelmsen"
HOME = "Øvre Ødegårdsvegen 104 B, H0201"
WINDOW = (NAME, "Øvre Ødegårdsvegen 104 B", "2211 KONGSVINGER")
BOTH = list(Language)
Make = Callable[[Language], Document]
G = EnforcementGround

MANY = (
    *(OpenCharge(claimed(m, date(2026, m, 1), 8450), kroner(8450)) for m in range(4, 12)),
    OpenCharge(claimed(21, date(2026, 6, 12), 38, RentChargeKind.REMINDER_FEE), kroner(38)),
    OpenCharge(claimed(22, date(2026, 8, 12), 211, RentChargeKind.LATE_INTEREST), Ore(21145)),
)
SUM = Ore(sum(each.left for each in MANY))
OWED = replace(notices.OWED, charges=MANY, total=SUM, rent=kroner(8 * 8450))


def notice(ground: EnforcementGround, *, many: bool = False) -> Make:
    claims = {"claims": MANY, "claimed": SUM} if many else {}
    return lambda language: notices.notice(language, ground, home=HOME, **claims)


def social(ground: EnforcementGround, *, to_tenant: bool = False) -> Make:
    return lambda language: notices.social(
        language,
        ground,
        to_tenant=to_tenant,
        tenant_name=NAME,
        home=HOME,
        owed=OWED,
    )


def sheet(ground: EnforcementGround) -> Make:
    agent = "Torbjørn Kristoffersen Prøvesen, Storgata 14, 2211 Lia (verge)"
    tenant = Side(NAME, "158885 12389", ("Testbakken 12", "2211 Lia"), (agent,))
    changes = {"owed": OWED} if ground is G.UNPAID_RENT else {}

    def made(language: Language) -> Document:
        text = load_text("petition_sheet", language.value, ISSUED.date())
        lease = text.passage("enclosure_lease", number="L2026-001")
        account = text.passage("enclosure_account")
        told = {"enclosures": (lease, "Varsel § 4-18, B-2026-15", account), **changes}
        return notices.sheet(language, ground, tenant=tenant, home=HOME, **told)

    return made


def unit(name: str, ground: TellingGround, **case: object) -> Make:
    found = a_case(name=NAME, eviction_on=date(2026, 12, 10), eviction_at="10.00", **case)
    return lambda language: units.note(language, ground, found, unit=name, ages=(4, 9, 11, 15))


def report_year(number: int) -> EvictionYear:
    """A year with everything in it."""
    return EvictionYear(
        number,
        opened=((LossKind.EVICTION, 37), (LossKind.FORCED_SALE, 4)),
        grounds=((G.UNPAID_RENT, 31), (G.TERM_EXPIRED, 4), (None, 2), (G.JUDGMENT, 1)),
        reached=tuple((stage, 12) for stage in REACHED),
        outcomes=tuple((outcome, 5) for outcome in EvictionOutcome),
        with_children=14,
        children=31,
        days_to_contact=17 if number > 2022 else None,
        known=30,
    )


def report(years: int) -> Make:
    found = EvictionReport(tuple(report_year(2026 - back) for back in range(years)))
    return lambda language: printed(found, language)


def printed(found: EvictionReport, language: Language) -> Document:
    text = load_text("eviction_report", language.value, ISSUED.date())
    return eviction_report(found, replace(a_profile(), language=language), ISSUED, text)


TO_A_TENANT: dict[str, Make] = {
    **{f"4-18 {ground.value}": notice(ground) for ground in GROUNDS},
    "copy of 9-11": social(G.UNPAID_RENT, to_tenant=True),
    "copy of 9-11, term": social(G.TERM_EXPIRED, to_tenant=True),
    "4-18 many claims": notice(G.UNPAID_RENT, many=True),
    "after": after.letter,
    "after, nothing left": lambda language: after.letter(language, after.GONE),
    "after, moved": lambda language: after.letter(language, moved=True),
}
TO_UNITS: dict[str, Make] = {
    "9-11": social(G.UNPAID_RENT),
    "9-11 notice": social(G.NOTICE_NOT_PROTESTED),
    "note to Nav": unit("Nav Lia", TellingGround.LANDLORD_NOTICE),
    "note to health": unit("psykisk helse og rus", TellingGround.NEEDED_FOR_TASK),
    "note to school": unit("Øvre Ødegården skole og SFO", TellingGround.CONSENT),
    "note to child welfare": unit("barneverntjenesten", TellingGround.REPORT_DUTY),
    "note, sale": unit("Nav Lia", TellingGround.CONSENT, kind=LossKind.FORCED_SALE),
    "note, lost": unit(
        "Nav Lia",
        TellingGround.CONSENT,
        stage=EvictionStage.CARRIED_OUT,
        outcome=EvictionOutcome.CARRIED_OUT,
    ),
}
SHEETS: dict[str, Make] = {
    "petition a": sheet(G.UNPAID_RENT),
    "petition b": sheet(G.TERM_EXPIRED),
    "report": report(5),
    "report of one year": report(1),
}
TWO_PAGES = {
    "4-18 unpaid_rent",
    "4-18 many claims",
    "petition a",
    "report",
    "report of one year",
}
PAPERS = {**TO_A_TENANT, **TO_UNITS, **SHEETS}


def paper(name: str, language: Language) -> Document:
    """With the longest address that a window holds."""
    document = PAPERS[name](language)
    return replace(document, recipient=WINDOW) if document.form is Form.LETTER else document


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_about_a_home_at_stake_is_archival_and_accessible(
    name: str, language: Language
) -> None:
    assert sound.faults(render(paper(name, language))) == {}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", [*TO_A_TENANT, *TO_UNITS])
def test_a_frightened_reader_can_read_it_and_sees_whom_to_ring(
    name: str, language: Language
) -> None:
    document = paper(name, language)
    assert sound.hard_to_read(document) == ""
    assert sound.words_never_used(document) == set()
    words = reading.text(render(document)).replace("\xa0", " ")
    assert words.count("55 55 33 39") > 2, "beside the head and the facts on the right"


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_is_longer_than_it_has_to_be(name: str, language: Language) -> None:
    """A notice that may lead to a lost home takes two pages; what is short takes one."""
    two = name in TWO_PAGES
    assert len(reading.pages(render(paper(name, language)))) <= (2 if two else 1)


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
def test_the_account_and_kid_of_the_notice_are_written_in_groups(language: Language) -> None:
    words = reading.text(render(paper("4-18 many claims", language))).replace("\xa0", " ")
    assert "1234 56 78903" in words
    assert "2026 0000 18" in words
    assert "67 849,45 kroner" in words


@pytest.mark.parametrize("language", BOTH)
def test_sums_below_each_other_all_have_ore_when_one_has(language: Language) -> None:
    for name in ("4-18 many claims", "petition a"):
        words = reading.text(render(paper(name, language))).replace("\xa0", " ")
        assert "8 450,00" in words
        assert "38,00" in words


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", SHEETS)
def test_no_sheet_says_a_word_that_is_never_used(name: str, language: Language) -> None:
    assert sound.words_never_used(paper(name, language)) == set()


@pytest.mark.parametrize("language", BOTH)
def test_the_report_says_how_many_cases_ended_and_never_that_none_of_none_did(
    language: Language,
) -> None:
    def title(*ended: EvictionOutcome) -> str:
        known = report_year(2026)
        year = replace(known, outcomes=tuple((one, ended.count(one)) for one in EvictionOutcome))
        return printed(EvictionReport((year,)), language).title

    kept, lost = EvictionOutcome.PAID, EvictionOutcome.CARRIED_OUT
    assert "1 av 2" in title(kept, lost)
    assert len({title(), title(kept), title(lost), title(kept, lost)}) == 4
    assert "0" not in title().replace("2026", "")
