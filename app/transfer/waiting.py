"""A plain list of applicants: a row becomes a person and what the list tells of the application."""

from app.applications.model import TargetGroup
from app.core.national_id import NationalId
from app.people.model import AddressProtection, PersonDraft
from app.transfer import values
from app.transfer.model import ApplicantRow, FindingKind
from app.transfer.model import WaitingColumn as Column
from app.transfer.row_draft import RowDraft
from app.transfer.sheet import Cell
from app.transfer.values import Parser, Read

_GROUP_CODES: dict[str, TargetGroup] = {}
_GROUP_WORDS = {
    "psykiatri": TargetGroup.MENTAL_HEALTH,
    "rus": TargetGroup.SUBSTANCE_USE,
    "barnefamilie": TargetGroup.FAMILY_WITH_CHILDREN,
    "vanskeligstilt": TargetGroup.DISADVANTAGED_OTHER,
    "uten bolig": TargetGroup.HOMELESS,
    "bostedsløs": TargetGroup.HOMELESS,
    "enslig med svak økonomi": TargetGroup.SINGLE_LOW_MEANS,
    "ung i etablering": TargetGroup.YOUNG,
    "flyktning": TargetGroup.REFUGEE,
    "nedsatt fysisk funksjonsevne": TargetGroup.PHYSICAL_DISABILITY,
    "utviklingshemming": TargetGroup.LEARNING_DISABILITY,
    "psykisk helse": TargetGroup.MENTAL_HEALTH,
    "psykisk helse og rus": TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE,
    "vanskeligstilt av andre grunner": TargetGroup.DISADVANTAGED_OTHER,
    "eldre": TargetGroup.OLDER,
    "annet": TargetGroup.OTHER,
}
_known_group = values.coded(_GROUP_CODES, _GROUP_WORDS)
_LEVELS = {
    "fortrolig": AddressProtection.CONFIDENTIAL,
    "kode 7": AddressProtection.CONFIDENTIAL,
    "strengt fortrolig": AddressProtection.STRICTLY_CONFIDENTIAL,
    "kode 6": AddressProtection.STRICTLY_CONFIDENTIAL,
    "nei": AddressProtection.NONE,
    "ingen": AddressProtection.NONE,
    "0": AddressProtection.NONE,
}
_ASKED_LEVELS = ("fortrolig", "strengt fortrolig")


def read_applicant(row: RowDraft, number: Parser[NationalId]) -> ApplicantRow:
    """The row as a draft; whether it can be taken in is `row.waits`."""
    family, given = _names(row)
    found = row.find(Column.NATIONAL_ID, number)
    phone = row.read(Column.TELEPHONE, values.telephone, "")
    protection = row.read(Column.PROTECTION, _protection, AddressProtection.NONE)
    applied_on = row.find(Column.APPLIED_ON, values.day)
    group = row.find(Column.GROUP, _group)
    children = row.find(Column.CHILDREN, values.whole(0, 30))
    lives_now = row.read(Column.LIVES_NOW, values.text, "")
    remark = row.read(Column.REMARK, values.text, "")
    _note_missing(row)
    marks = [f.code for f in row.findings if f.kind is FindingKind.TO_CHECK]
    person = PersonDraft(
        given_name=given,
        family_name=family,
        national_id=found.digits if found else "",
        birth_date=found.birth_date if found else None,
        phone=phone,
        protection=protection,
        to_check=" ".join(dict.fromkeys(marks)),
    )
    written = row.written(Column.GROUP)
    return ApplicantRow(row.line, person, applied_on, group, written, children, lives_now, remark)


def _names(row: RowDraft) -> tuple[str, str]:
    """Family and given name. Only a comma says for certain where one ends."""
    family = row.read(Column.FAMILY_NAME, values.name, "")
    given = row.read(Column.GIVEN_NAME, values.name, "")
    whole = row.read(Column.NAME, values.name, "")
    if whole and not family and not given:
        before, comma, after = whole.partition(",")
        if comma:
            family, given = before.strip(), after.strip()
        else:
            given, _, family = whole.rpartition(" ")
            row.note(FindingKind.TO_CHECK, Column.NAME, "name_order", f"{family}, {given}")
    if not family and not given:
        field = Column.NAME if row.cell(Column.NAME).text else Column.FAMILY_NAME
        row.note(FindingKind.ERROR, field, "name_missing")
    return family, given


def _note_missing(row: RowDraft) -> None:
    if not row.written(Column.NATIONAL_ID):
        row.note(FindingKind.TO_CHECK, Column.NATIONAL_ID, "national_id_missing")
    for field, code in (
        (Column.APPLIED_ON, "applied_on_missing"),
        (Column.GROUP, "group_missing"),
    ):
        if row.has(field) and not row.written(field):
            row.note(FindingKind.TO_CHECK, field, code)


def _group(cell: Cell) -> Read[TargetGroup]:
    """The office's word for the group; capitals and blanks make no other group."""
    read = _known_group(cell)
    if read.value is not None:
        return Read(read.value)
    return Read(None, read.kind, "unknown_group", readings=tuple(_GROUP_WORDS))


def _protection(cell: Cell) -> Read[AddressProtection]:
    """The level said; any other mark is treated as the strictest until the officer says which."""
    word = " ".join(cell.text.casefold().split())
    if word in _LEVELS:
        return Read(_LEVELS[word])
    strictest = AddressProtection.STRICTLY_CONFIDENTIAL
    return Read(strictest, FindingKind.TO_CHECK, "protection_level", "", _ASKED_LEVELS)
