"""One explanation, one wording: on the screen, in a vedtak and in an appeal, in both languages."""

import re
from datetime import date
from enum import Enum
from inspect import getsource

import pytest

from app.allocation.eligibility import means, of_person, of_tenancy
from app.allocation.eligibility.model import Criterion, CriterionResult, Explanation, Met
from app.allocation.eligibility.wording import Voice, criteria_told
from app.allocation.model import ReasonCode
from app.allocation.rulesets.model import SwapGround
from app.applications.intake.model import LegalStay
from app.applications.model import MainNeed, TargetGroup
from app.core.ids import ApplicationId
from app.core.words import codes
from app.documents.model import Language
from app.documents.texts import load_text

DAY = date(2026, 11, 23)
LANGUAGES: tuple[Language, ...] = ("nb", "nn")
R = ReasonCode
OF_PLACE = (
    *(R.GROUP_ADOPTED, R.GROUP_PROPOSED, R.GROUP_UNLISTED, R.GROUP_MISSING),
    *(R.NEED, R.NEED_NOT_MAPPED, R.NEED_POINTS, R.OFFICE_ALONE),
    *(R.PLACED_ABOVE, R.PLACED_LAST, R.NOT_PLACED),
    *(R.TIE_NONE, R.TIE_RECEIVED, R.TIE_LOT),
)
NAMED: tuple[tuple[str, type[Enum]], ...] = (
    ("met", Met),
    ("criterion", Criterion),
    ("stay_is", LegalStay),
    ("main", MainNeed),
    ("ground", SwapGround),
    ("group", TargetGroup),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_every_criterion_has_its_sentence(language: Language) -> None:
    passages = load_text("explanation", language, DAY).passages
    source = "".join(getsource(module) for module in (means, of_person, of_tenancy))
    named = set(re.findall(r'"((?:stay|age|residence|need|home|means|debt)_[a-z_]+)"', source))
    named |= set(re.findall(r'"((?:quarantine|swap|renewal)_[a-z_]+)"', source))
    keys = {"residence_months", "residence_exceptions", "age_least", "age_exceptions"}
    keys |= {"debt_stage", "quarantine_months", "swap_grounds", "renewal_apply_months"}
    assert named - keys <= passages.keys()
    for prefix, kind in NAMED:
        assert {f"{prefix}_{each.value}" for each in kind} <= passages.keys()
    assert {f"about_{code}" for code in OF_PLACE} <= passages.keys()


def test_the_reasons_of_a_place_are_worded_as_on_the_screen() -> None:
    passages = load_text("explanation", "nb", DAY).passages
    assert {code: passages[code] for code in OF_PLACE} == {code: codes()[code] for code in OF_PLACE}


def test_a_line_tells_what_how_why_and_by_which_paragraph() -> None:
    result = CriterionResult(
        Criterion.LEGAL_STAY, Met.NOT_MET, "stay_not_accepted", {"stay": LegalStay.NONE}, "BS-02"
    )
    debt = CriterionResult(
        Criterion.OLD_DEBT, Met.NOT_MET, "debt_owed", {"owed": 1_250_000}, "debt_stage"
    )
    found = Explanation(
        ApplicationId(1), DAY, 3, date(2026, 1, 1), "kommunestyret, sak 12/26", (result, debt)
    )
    lines = [told.line for told in criteria_told(found, load_text("explanation", "nb", DAY))]
    assert lines == [
        "Lovlig opphold: ikke oppfylt. Grunnlaget er ingen oppholdstillatelse. Reglene godtar ikke"
        " det (boligsosialloven § 2).",
        "Gjeld fra tidligere leieforhold: ikke oppfylt. Søkeren skylder 12\u00a0500\u00a0kr."
        " Gjelden må være betalt eller ha en avtale før søknaden behandles (kommunens regler fra"
        " 01.01.2026, kommunestyret, sak 12/26).",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_the_applicant_says_du_and_names_no_third_person(
    language: Language,
) -> None:
    text = load_text("explanation", language, DAY)
    third = re.compile(r"\b(søker|søkjar)en\b", re.IGNORECASE)
    for code, words in text.passages.items():
        spoken = code.startswith("you_")
        if spoken:
            assert code.removeprefix("you_") in text.passages, code
            assert text.placeholders(code) <= text.placeholders(code.removeprefix("you_")), code
            assert not third.search(words), code
        elif third.search(words) and not code.endswith(("_not_told", "_institution")):
            assert f"you_{code}" in text.passages, code


def test_what_the_office_must_ask_about_is_said_to_nobody_else() -> None:
    since: dict[str, object] = {"since": date(2024, 6, 1)}
    result = CriterionResult(
        Criterion.RESIDENCE, Met.NOT_KNOWN, "residence_institution", since, "residence_months"
    )
    found = Explanation(ApplicationId(1), DAY, 0, date(2026, 1, 1), "", (result,))
    text = load_text("explanation", "nb", DAY)
    (office,), (outside,) = (criteria_told(found, text, voice) for voice in list(Voice)[:2])
    assert office.words.endswith("regnes ikke med. Spør hvor lenge oppholdet varte.")
    assert outside.words.endswith("siden 1. juni 2024, men tid på institusjon regnes ikke med.")
    assert outside.line.endswith("(et forslag som kommunen ikke har vedtatt).")
