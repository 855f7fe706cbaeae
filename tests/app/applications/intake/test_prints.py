"""The blank form: everything the municipalities' forms ask, in the order of the screen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

import page
import pytest

from app.applications.intake import model, sections
from app.applications.intake.prints import PARTS, blank_form
from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Block, Document, KeepTogether
from app.documents.parts import texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import Text, load_text
from app.people.consents.model import APPLICATION_SCOPES
from app.people.model import Presence
from app.settings.model import OfficeProfile
from tests.app.documents import reading
from tests.factories import a_profile

MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
BOTH = pytest.mark.parametrize("language", list(Language))


def text_in(language: Language) -> Text:
    return load_text("blank_form", language.value, MOMENT.date())


def form_in(language: Language) -> Document:
    return blank_form(a_profile(), MOMENT, text_in(language))


# every field that twelve municipalities' forms ask between them, and where it is asked here
UNION = (
    "wanted_new",
    "wanted_temporary",
    "field_name",
    "field_number",
    "field_address",
    "field_phone",
    "field_email",
    "question_marital",
    "field_employer",
    "field_interpreter",
    "heading_co_applicant",
    "why_children",
    "head_born",
    "presence_visits",
    "presence_expected",
    "why_others",
    "field_residence_since",
    "field_close_tie",
    "question_registered",
    "question_institution",
    "question_legal_stay",
    "field_permit_until",
    "question_cares",
    "question_guardian_consent",
    "question_by_agreement",
    "question_reunion",
    "tenure_owns",
    "tenure_prison",
    "field_landlord",
    "field_rent",
    "field_bedrooms_now",
    "field_lease_ends",
    "field_must_leave",
    "field_reason",
    "field_tried",
    "question_rented_before",
    "field_rented_where",
    "field_rented_until",
    "field_owed",
    "field_owed_plan",
    "field_evicted",
    "field_breach",
    "requirement_wheelchair",
    "field_bedrooms",
    "field_floor_area",
    "field_area",
    "field_school",
    "field_wishes",
    "why_hindrances",
    "field_help",
    "heading_income",
    "head_co_applicant",
    "head_wealth",
    "head_expense",
    "head_creditor",
    "head_reference",
    "head_original",
    "head_remaining",
    "head_monthly",
    "paper_kind_tax_return",
    "paper_kind_separation",
    "paper_kind_power_of_attorney",
    "representative_kind_agent",
    "field_representative_address",
    "field_given",
    "field_consent_body",
    "field_consent_until",
    "rights_talk",
    "act_applicant",
    "act_co_applicant",
    "field_received",
    "field_officer",
)

ENUMS: dict[str, type[StrEnum]] = {
    "marital_status": model.MaritalStatus,
    "legal_stay": model.LegalStay,
    "tenure": model.Tenure,
    "income_kind": model.IncomeKind,
    "asset_kind": model.AssetKind,
    "expense_kind": model.ExpenseKind,
    "requirement": model.Requirement,
    "hindrance": model.Hindrance,
    "help_need": model.HelpNeed,
    "paper_kind": model.PaperKind,
    "representative_kind": model.RepresentativeKind,
    "presence": Presence,
    "language": Language,
}


@BOTH
def test_every_field_of_the_union_is_on_the_form(language: Language) -> None:
    there, text = set(texts_of(form_in(language))), text_in(language)
    assert [key for key in UNION if text.passage(key) not in there] == []


@BOTH
def test_every_answer_the_register_can_keep_has_a_box_or_a_row(language: Language) -> None:
    there, text = set(texts_of(form_in(language))), text_in(language)
    keys = [f"{prefix}_{each}" for prefix, kind in ENUMS.items() for each in kind]
    keys += [f"consent_scope_{each}" for each in APPLICATION_SCOPES]
    assert [key for key in keys if text.passage(key) not in there] == []


@BOTH
def test_no_passage_is_written_in_vain(language: Language) -> None:
    there, text = set(texts_of(form_in(language))), text_in(language)
    without_phone = {"lead"}
    filled_in = {"lead_phone", "footer", "kind_filled", "lead_filled", "footer_filled"}
    numbered = {key for key in text.passages if key.startswith("heading_")}
    rest = set(text.passages) - without_phone - filled_in - numbered
    assert sorted(key for key in rest if text.passages[key] not in there) == []


@BOTH
def test_every_section_says_why_it_asks_and_is_never_parted_from_its_first_field(
    language: Language,
) -> None:
    document, text = form_in(language), text_in(language)
    heads = [block for block in document.blocks if isinstance(block, KeepTogether)]
    why = [key for key in text.passages if key.startswith("why_")]
    whole = [block for block in heads if len(block.blocks) > 2]
    assert len(whole) == len(why) == len(sections.ALL)


@BOTH
def test_the_form_reads_easily(language: Language) -> None:
    words = [passage for key, passage in text_in(language).passages.items() if _is_prose(key)]
    assert lix("\n".join(words)) <= 40
    assert max(longest_sentence(passage) for passage in words) <= 25


def _is_prose(key: str) -> bool:
    return key.startswith(("why_", "lead", "rights_")) and not key.endswith("_lead")


@BOTH
@pytest.mark.parametrize("office", [a_profile(), OfficeProfile(municipality="Ås", demo=True)])
def test_it_is_archival_and_accessible(language: Language, office: OfficeProfile) -> None:
    data = render(blank_form(office, MOMENT, text_in(language)))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    assert data == render(blank_form(office, MOMENT, text_in(language)))


@BOTH
def test_it_is_four_sheets_with_every_section_whole(language: Language) -> None:
    text = text_in(language)
    pages = reading.pages(render(form_in(language)))
    assert len(pages) <= 8
    starts = ["applicant", "children", "home", "earlier", "help", "wealth", "representative"]
    tops = [text.passage(f"heading_{name}") for name in starts]
    assert all(any(top in each for each in pages) for top in tops)


@pytest.mark.parametrize("part", PARTS)
def test_it_is_not_printed_without_each_required_part(part: str) -> None:
    document = form_in(Language.NB)
    lacking = replace(document, blocks=tuple(without(document.blocks, part)))
    with pytest.raises(Invalid) as caught:
        render(lacking)
    assert [problem.code for problem in caught.value.problems] == ["missing_part"]


def without(blocks: tuple[Block, ...], part: str) -> Iterator[Block]:
    for block in blocks:
        if block.part == part:
            continue
        if isinstance(block, KeepTogether):
            yield replace(block, blocks=tuple(without(block.blocks, part)))
        else:
            yield block


def test_it_names_nobody_and_no_case() -> None:
    document = form_in(Language.NB)
    assert document.reference == ""
    assert document.recipient == ()
