"""The national system's 35-column sheet: a row becomes a dwelling and, where let, a lease."""

from dataclasses import replace

from app.core.money import Ore
from app.core.national_id import NationalId
from app.core.numbers import NumberKind
from app.dwellings.model import DwellingDraft, DwellingStatus, DwellingType, Holding, OwnerKind
from app.transfer import values
from app.transfer.model import DwellingRow, FindingKind, LeaseDraft
from app.transfer.model import KoboColumn as Column
from app.transfer.row_draft import RowDraft
from app.transfer.values import Parser

TYPE_CODES = {
    "ORDINAR_BOLIG": DwellingType.ORDINARY,
    "OMSORGSBOLIG": DwellingType.CARE,
    "TJENESTEBOLIG": DwellingType.STAFF,
    "ANNET_UTLEIEOBJEKT": DwellingType.OTHER_RENTAL,
}
HOLDING_CODES = {
    "KOMMUNALT_EID": Holding.OWNED,
    "INNLEID_FRA_KOMMUNALT_FORETAK": Holding.LEASED_IN_MUNICIPAL_COMPANY,
    "INNLEID_FRA_STIFTELSE": Holding.LEASED_IN_FOUNDATION,
    "INNLEID_FRA_PRIVAT_FORETAK": Holding.LEASED_IN_COMPANY,
    "INNLEID_FRA_PRIVATPERSON": Holding.LEASED_IN_PERSON,
}
STATUS_CODES = {
    "KLAR_FOR_INNFLYTTING": DwellingStatus.READY,
    "UTLEID": DwellingStatus.LET,
    "VEDLIKEHOLD": DwellingStatus.MAINTENANCE,
    "IKKE_TILGJENGELIG": DwellingStatus.UNAVAILABLE,
}
_TYPE_WORDS = {
    "ordinær bolig": DwellingType.ORDINARY,
    "omsorgsbolig": DwellingType.CARE,
    "tjenestebolig": DwellingType.STAFF,
    "annet utleieobjekt": DwellingType.OTHER_RENTAL,
}
_HOLDING_WORDS = {
    "eid av kommunen": Holding.OWNED,
    "kommunalt eid": Holding.OWNED,
    "leid inn fra kommunalt foretak": Holding.LEASED_IN_MUNICIPAL_COMPANY,
    "leid inn fra stiftelse": Holding.LEASED_IN_FOUNDATION,
    "leid inn fra privat foretak": Holding.LEASED_IN_COMPANY,
    "leid inn fra privatperson": Holding.LEASED_IN_PERSON,
    "privat eid, kommunen tildeler": Holding.ASSIGNMENT_RIGHT,
    "privat eid, kommunen viser til": Holding.REFERRAL_RIGHT,
}
_STATUS_WORDS = {
    "klar for innflytting": DwellingStatus.READY,
    "ledig": DwellingStatus.READY,
    "utleid": DwellingStatus.LET,
    "vedlikehold": DwellingStatus.MAINTENANCE,
    "ikke tilgjengelig": DwellingStatus.UNAVAILABLE,
}
_OWNER_KINDS = {
    Holding.OWNED: OwnerKind.MUNICIPALITY,
    Holding.LEASED_IN_MUNICIPAL_COMPANY: OwnerKind.MUNICIPAL_COMPANY,
    Holding.LEASED_IN_FOUNDATION: OwnerKind.FOUNDATION,
    Holding.LEASED_IN_COMPANY: OwnerKind.COMPANY,
    Holding.LEASED_IN_PERSON: OwnerKind.PRIVATE_PERSON,
}
_NUMBERED_OWNERS = frozenset(
    (
        Holding.LEASED_IN_MUNICIPAL_COMPANY,
        Holding.LEASED_IN_FOUNDATION,
        Holding.LEASED_IN_COMPANY,
    )
)
_type = values.coded(TYPE_CODES, _TYPE_WORDS)
_holding = values.coded(HOLDING_CODES, _HOLDING_WORDS)
_status = values.coded(STATUS_CODES, _STATUS_WORDS)
_municipality = values.four_digits(NumberKind.MUNICIPALITY)
_postal_code = values.four_digits(NumberKind.POSTCODE)
_NOWHERE = frozenset(("",))


def read_dwelling(row: RowDraft, tenant_number: Parser[NationalId]) -> DwellingRow:
    """The row as a draft; whether it can be taken in is `row.waits`."""
    draft = _described(row, _typed(row, _placed(row)))
    lease = _lease(row, tenant_number, draft)
    marks = [f.code for f in row.findings if f.kind is FindingKind.TO_CHECK]
    return DwellingRow(row.line, replace(draft, to_check=" ".join(dict.fromkeys(marks))), lease)


def _placed(row: RowDraft) -> DwellingDraft:
    number, letter = row.read(Column.HOUSE_NUMBER, values.house, ("", ""))
    own_letter = row.read(Column.HOUSE_LETTER, values.house_letter, "")
    if letter and own_letter and letter != own_letter:
        row.note(FindingKind.ERROR, Column.HOUSE_LETTER, "house_letter_twice")
    draft = DwellingDraft(
        municipality_number=row.read(Column.MUNICIPALITY, _municipality, ""),
        farm_and_title=row.read(Column.FARM_AND_TITLE, values.farm_and_title, ""),
        lease_number=_part(row, Column.LEASE_NUMBER, 9_999),
        section_number=_part(row, Column.SECTION_NUMBER, 999),
        unit_number=row.read(Column.UNIT_NUMBER, values.unit_number, ""),
        street=row.read(Column.STREET, values.name, ""),
        house_number=number,
        house_letter=letter or own_letter,
        postal_code=row.read(Column.POSTAL_CODE, _postal_code, ""),
        extra_reference=row.read(Column.EXTRA_REFERENCE, values.text, ""),
    )
    if {draft.street, row.written(Column.FARM_AND_TITLE)} == _NOWHERE:
        row.note(FindingKind.ERROR, Column.STREET, "address_missing")
    return draft


def _part(row: RowDraft, column: Column, most: int) -> str:
    number = row.read(column, values.whole(0, most), 0)
    return str(number) if number else ""


def _typed(row: RowDraft, draft: DwellingDraft) -> DwellingDraft:
    kind = row.read(Column.TYPE, _type, DwellingType.UNKNOWN)
    holding = row.read(Column.HOLDING, _holding, Holding.UNKNOWN)
    status = row.read(Column.STATUS, _status, DwellingStatus.UNKNOWN)
    for column in (Column.TYPE, Column.HOLDING, Column.STATUS):
        if row.has(column) and not row.written(column):
            row.note(FindingKind.TO_CHECK, column, "code_missing")
    owned = replace(
        draft,
        dwelling_type=kind,
        type_text="" if kind is not DwellingType.UNKNOWN else row.written(Column.TYPE),
        subtype=row.read(Column.SUBTYPE, values.text, ""),
        holding=holding,
        holding_text="" if holding is not Holding.UNKNOWN else row.written(Column.HOLDING),
        status=status,
        status_text="" if status is not DwellingStatus.UNKNOWN else row.written(Column.STATUS),
        status_since=row.find(Column.STATUS_SINCE, values.day),
    )
    return _owned(row, owned)


def _owned(row: RowDraft, draft: DwellingDraft) -> DwellingDraft:
    owner = row.read(Column.OWNER_NAME, values.name, "")
    number = row.read(Column.OWNER_NUMBER, values.organisation, "")
    phone = row.read(Column.OWNER_PHONE, values.telephone, "")
    if draft.holding.leased_in and not owner:
        row.note(FindingKind.TO_CHECK, Column.OWNER_NAME, "owner_missing")
    elif draft.holding in _NUMBERED_OWNERS and not row.written(Column.OWNER_NUMBER):
        row.note(FindingKind.TO_CHECK, Column.OWNER_NUMBER, "owner_number_missing")
    elif draft.holding is Holding.LEASED_IN_COMPANY and not phone:
        row.note(FindingKind.TO_CHECK, Column.OWNER_PHONE, "owner_phone_missing")
    return replace(
        draft,
        owner_name=owner,
        owner_kind=_OWNER_KINDS.get(draft.holding),
        owner_org_number=number,
        owner_phone=phone,
    )


def _described(row: RowDraft, draft: DwellingDraft) -> DwellingDraft:
    return replace(
        draft,
        rent=_sum(row, Column.RENT),
        usual_deposit=_sum(row, Column.DEPOSIT),
        meter_power=row.read(Column.POWER_METER, values.text, ""),
        meter_water=row.read(Column.WATER_METER, values.text, ""),
        accessible=_flag(row, Column.ACCESSIBLE),
        bedrooms=row.find(Column.BEDROOMS, values.whole(0, 50)),
        primary_school=row.read(Column.PRIMARY_SCHOOL, values.text, ""),
        lower_secondary_school=row.read(Column.LOWER_SECONDARY_SCHOOL, values.text, ""),
        note=row.read(Column.REMARK, values.text, ""),
        vat_compensation=_flag(row, Column.VAT_COMPENSATION),
        shared_housing=_flag(row, Column.SHARED_HOUSING),
        staffed=_flag(row, Column.STAFFED),
        staff_base=_flag(row, Column.STAFF_BASE),
    )


def _sum(row: RowDraft, column: Column) -> Ore | None:
    return row.find(column, values.money)


def _flag(row: RowDraft, column: Column) -> bool:
    return row.read(column, values.flag, False)


def _lease(
    row: RowDraft, tenant_number: Parser[NationalId], draft: DwellingDraft
) -> LeaseDraft | None:
    tenant = row.find(Column.TENANT, tenant_number)
    open_ended = _flag(row, Column.LEASE_OPEN_ENDED)
    start = row.find(Column.LEASE_START, values.day)
    end = row.find(Column.LEASE_END, values.day)
    if start and end and end < start:
        row.note(FindingKind.ERROR, Column.LEASE_END, "ends_before_start")
    told = bool(row.written(Column.TENANT))
    if told != (draft.status is DwellingStatus.LET) and draft.status is not DwellingStatus.UNKNOWN:
        code = "tenant_but_not_let" if told else "let_without_tenant"
        row.note(FindingKind.TO_CHECK, Column.STATUS, code)
    if not told:
        return None
    if open_ended:
        row.note(FindingKind.TO_CHECK, Column.LEASE_OPEN_ENDED, "lease_open_ended")
    elif not row.written(Column.LEASE_END):
        row.note(FindingKind.TO_CHECK, Column.LEASE_END, "lease_end_missing")
    if not row.written(Column.LEASE_START):
        row.note(FindingKind.TO_CHECK, Column.LEASE_START, "lease_start_missing")
    return None if tenant is None else LeaseDraft(tenant, start, end, open_ended)
