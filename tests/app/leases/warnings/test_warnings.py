"""The written warning: whole, plain, ready when it is time, and known to heving (HL-68, DOC-18)."""

from dataclasses import replace
from datetime import date, timedelta

import page
import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.reports.model import ReportDraft, ReportKind, ReportSource
from app.leases.warnings.model import RuleBroken, WarnedBreach, WarningDraft, WarningLetter
from app.leases.warnings.prints import PARTS, warning_letter
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.decisions.desk import a_grant
from tests.app.decisions.letters import ISSUED, a_letter
from tests.app.leases.conftest import desk, lease
from tests.app.leases.desk import LeaseDesk

__all__ = ["desk", "lease"]
TODAY = date(2026, 11, 23)
DRAFT = WarningDraft(
    broken=RuleBroken.HOUSE_RULES,
    facts="3. november 2026: Høy musikk etter klokken 23.\n9. november 2026: Fest hele natten.",
    change="Det må være ro i leiligheten mellom klokken 23 og 07.",
    change_by=date(2026, 12, 7),
)
NOISE = ReportDraft(
    ReportKind.DISTURBANCE,
    "Høy musikk etter klokken 23.",
    happened_on=date(2026, 11, 3),
    reported_on=date(2026, 11, 4),
    source=ReportSource.NEIGHBOUR,
    source_note="H0201",
)


def letter_of(language: Language = Language.NB, draft: WarningDraft = DRAFT) -> Document:
    sender = a_letter(a_grant(), language).sender
    letter = WarningLetter(draft, sender, "B-2026-15", "L2026-004", "Ødegårdsvegen 4 B, H0201")
    return warning_letter(letter, load_text("warning", language.value, ISSUED.date()))


@pytest.mark.parametrize("broken", RuleBroken)
@pytest.mark.parametrize("language", Language)
def test_doc_18_is_archival_accessible_and_plain(language: Language, broken: RuleBroken) -> None:
    document = letter_of(language, replace(DRAFT, broken=broken))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(render(document), profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    text = "\n".join(said for said in texts_of((document.title, *document.blocks)) if said.strip())
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


def test_doc_18_each_required_part_is_there_and_the_letter_is_refused_without_it() -> None:
    whole = letter_of()
    assert whole.requires == PARTS
    assert missing_parts(whole) == ()
    for part in PARTS:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"broken": None}, "broken", "warning_rule_missing"),
        ({"facts": " "}, "facts", "warning_facts_missing"),
        ({"facts": "Mye bråk."}, "facts", "warning_days_missing"),
        ({"change": ""}, "change", "warning_change_missing"),
        ({"change_by": None}, "change_by", "warning_day_missing"),
        ({"change_by": TODAY}, "change_by", "warning_day_has_been"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(
    office: Office, lease: LeaseId, change: dict[str, object], field: str, code: str
) -> None:
    draft = replace(DRAFT, **change)  # type: ignore[arg-type]  # its own fields
    with pytest.raises(Invalid) as caught:
        office.warnings.issue(lease, draft)
    assert [(each.field, each.code) for each in caught.value.problems] == [(field, code)]
    assert office.warnings.check(lease, DRAFT) == ()


def noisy(office: Office, lease: LeaseId, times: int) -> tuple[int, ...]:
    return tuple(office.reports.register(lease, NOISE) for _ in range(times))


def test_hl_68_several_reports_make_a_warning_ready_and_never_make_it(
    office: Office, lease: LeaseId
) -> None:
    noisy(office, lease, 2)
    office.reports.register(lease, replace(NOISE, kind=ReportKind.DEFECT))
    assert office.warnings.leading(lease) == ()
    noisy(office, lease, 1)
    assert len(office.warnings.leading(lease)) == 3
    assert office.warnings.of(lease) == ()
    assert DocumentKind.WARNING not in {letter.kind for letter in office.letters.to_send()}
    draft = office.warnings.drafted(lease)
    assert draft.broken is RuleBroken.HOUSE_RULES
    assert draft.facts.splitlines() == ["3. november 2026: Høy musikk etter klokken 23."] * 3
    assert draft.change_by == date(2026, 12, 7)


def test_hl_68_old_reports_and_those_warned_of_count_no_more(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    reports = noisy(office, lease, 3)
    draft = replace(DRAFT, reports=reports)
    office.warnings.issue(lease, draft)
    assert office.warnings.leading(lease) == ()
    noisy(office, lease, 3)
    assert len(office.warnings.leading(lease)) == 3
    clock.at += timedelta(days=400)
    assert office.warnings.leading(lease) == ()


def test_the_warning_never_tells_who_reported(office: Office, lease: LeaseId) -> None:
    noisy(office, lease, 1)
    draft = replace(DRAFT, facts="3. november 2026: Musikk, meldt fra H0201.")
    (problem,) = office.warnings.check(lease, draft)
    assert (problem.field, problem.code) == ("facts", "warning_names_source")
    assert "nabo" not in "".join(texts_of(office.warnings.preview(lease, DRAFT).blocks)).casefold()


def test_hl_68_heving_can_ask_what_was_warned_of_and_when_it_was_sent(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    made = office.warnings.issue(lease, DRAFT)
    assert isinstance(made, int)
    (warning,) = office.warnings.of(lease)
    assert (warning.document, warning.issued_on, warning.sent_on) == (made, TODAY, None)
    assert warning.about is WarnedBreach.NEGLECT_OR_NUISANCE
    assert office.letters.get(DocumentId(made)).kind is DocumentKind.WARNING
    clock.at += timedelta(days=1)
    office.letters.sent(DocumentId(made), clock.today(), Channel.REGISTERED_LETTER, "RR123")
    assert office.warnings.of(lease)[0].sent_on == clock.today()
    assert office.warnings.of(lease, TODAY)[0].sent_on is None
    office.letters.annul(DocumentId(made), "Feil leilighet")
    assert office.warnings.of(lease) == ()


def test_each_rule_belongs_to_one_of_the_breaches_of_hl_68() -> None:
    assert {rule.breach for rule in RuleBroken} == set(WarnedBreach)


def test_a_lease_that_is_not_signed_gets_no_warning(office: Office, desk: LeaseDesk) -> None:
    with pytest.raises(OfficeError, match="lease_not_running"):
        office.warnings.issue(desk.prepared(), DRAFT)


def test_shielding_the_tenant_takes_the_warnings_away(office: Office, lease: LeaseId) -> None:
    noisy(office, lease, 1)
    office.warnings.issue(lease, replace(DRAFT, reports=(1,)))
    tenant = office.leases.get(lease).draft.tenant
    office.people.shield(tenant, "Folkeregisteret", "mappe 12")
    assert office.warnings.of(lease) == ()
