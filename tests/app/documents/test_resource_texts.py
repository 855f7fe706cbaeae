"""Every text that is shipped: both languages, the same passages, and all of it printable."""

import re
from datetime import date

import pytest

from app.documents.fonts import demand_glyphs
from app.documents.model import Language
from app.documents.texts import FOLDER, Text, versions

NAMES = sorted({path.stem for path in FOLDER.glob("n[bn]/*.toml")})


def by_day(texts: tuple[Text, ...]) -> dict[date, Text]:
    return {text.valid_from: text for text in texts}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_hold_the_same_passages_from_the_same_days(name: str) -> None:
    bokmal, nynorsk = by_day(versions(name, "nb")), by_day(versions(name, "nn"))
    assert bokmal.keys() == nynorsk.keys()
    for day, text in bokmal.items():
        other = nynorsk[day]
        assert text.passages.keys() == other.passages.keys(), day
        for key in text.passages:
            assert text.placeholders(key) == other.placeholders(key), (day, key)


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_can_be_printed(name: str) -> None:
    for text in (*versions(name, "nb"), *versions(name, "nn")):
        demand_glyphs(text.passages.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_two_versions_begin_on_the_same_day(name: str) -> None:
    for texts in (versions(name, "nb"), versions(name, "nn")):
        assert len(by_day(texts)) == len(texts)


ONE_END = {
    "nb": ("Vennlig hilsen", "Godkjent elektronisk, derfor uten underskrift."),
    "nn": ("Vennleg helsing", "Godkjent elektronisk, derfor utan underskrift."),
}
OF_A_LEASE = (
    "belongings_request",
    "condition_claim",
    "contact_log",
    "consent_answer",
    "consent_form",
    "contract_order",
    "cooperation_agreement",
    "deposit_claim",
    "entry_notice",
    "expiry_note",
    "handover_report",
    "individual_plan",
    "instalment_agreement",
    "instalment_notice",
    "key_receipt",
    "lease",
    "malplan",
    "move_out_request",
    "needs_assessment",
    "notice_confirmation",
    "occupation_charge",
    "rent_index",
    "rent_prevailing",
    "rent_round",
    "start_package",
    "stays",
    "tenancy_information",
    "term_review",
    "termination_for_breach",
    "termination_notice",
    "vacancy_list",
    "agenda",
    "case_account",
    "handover_paper",
    "data_access",
    "stock_report",
    "waiting_report",
    "effect_report",
    "quarter_pack",
    "return_report",
    "kostra_report",
    "eviction_report",
    "handover_note",
    "warning",
    "friendly_reminder",
    "reminder",
    "collection_notice",
    "payment_demand",
    "eviction_notice",
    "social_service_notice",
    "petition_sheet",
    "unit_note",
    "aftercare_letter",
    "debt_closing",
    "namsfogd_overview",
    "creditor_opening",
    "creditor_proposal",
    "payment_plan",
    "debt_papers",
    "debt_vedtak_granted",
    "debt_vedtak_reasons",
    "debt_vedtak_refused",
    "debt_waiting_letter",
    "budget",
)
NEVER_SAID = re.compile(
    r"\b(vedrørende|iht|anmode|foreligger|ovennevnte|Dem|Deres|kast\w+ deg ut)\b"
)
BEFORE_A_DAY = re.compile(r"\binn[ea]n \{(?:day|until|end|date)\}")
OTHER_NORM = re.compile(
    r"\b(ikke|fra|hvis|hva|hvem|hvor|fortsatt|uten|noe|noen|måned|måneder|uke|uker|bolig|boligen"
    r"|leie|difor|ueinig\w*|leigeavtalen|avtalen|jeg|deres|venleg)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("name", OF_A_LEASE)
def test_a_paper_of_a_lease_keeps_to_the_words_of_the_house(name: str, language: Language) -> None:
    """One end for all letters, «senest» before a day, no office words, and one norm of nynorsk."""
    greeting, approved = ONE_END[language]
    for text in versions(name, language):
        assert text.passages.get("greeting", greeting) == greeting
        assert text.passages.get("approved", approved) == approved
        for key, words in text.passages.items():
            assert not NEVER_SAID.search(words), (key, words)
            assert not BEFORE_A_DAY.search(words), (key, words)
            if language == "nn":
                assert not OTHER_NORM.search(words), (key, words)
