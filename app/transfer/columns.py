"""Which column is which field: found by heading, changed by the officer, remembered by name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.core.errors import OfficeError
from app.core.ids import BillerId
from app.transfer.debt_model import DebtColumn
from app.transfer.model import (
    ColumnMap,
    ImportKind,
    KoboColumn,
    Profile,
    WaitingColumn,
    fields_of,
    heading_key,
)
from app.transfer.rent_model import RentColumn
from app.transfer.sheet import Cell, CellKind, Row, Sheet

_LOOK_FOR_HEADING = 60
_FEWEST_HITS = 2


_KOBO_WORDS: dict[KoboColumn, tuple[str, ...]] = {
    KoboColumn.MUNICIPALITY: ("komm.nr.", "kommunenr."),
    KoboColumn.FARM_AND_TITLE: ("gnr/bnr", "gårds- og bruksnummer", "matrikkel"),
    KoboColumn.UNIT_NUMBER: ("bruksenhet", "bruksenhetsnr.", "bolignummer"),
    KoboColumn.STREET: ("gate", "gateadresse", "vei", "adressenavn"),
    KoboColumn.HOUSE_NUMBER: ("husnr.", "nr."),
    KoboColumn.HOUSE_LETTER: ("bokstav",),
    KoboColumn.POSTAL_CODE: ("postnr.",),
    KoboColumn.EXTRA_REFERENCE: ("rom", "underenhet"),
    KoboColumn.TYPE: ("boligtype",),
    KoboColumn.SUBTYPE: ("underkategori",),
    KoboColumn.HOLDING: ("disposisjonsform",),
    KoboColumn.OWNER_NAME: ("eier", "boligeier", "eiers navn"),
    KoboColumn.OWNER_NUMBER: ("orgnr.", "eiers orgnr.", "organisasjonsnummer"),
    KoboColumn.OWNER_PHONE: ("eiers mobil", "eiers telefon"),
    KoboColumn.STATUS: ("status",),
    KoboColumn.STATUS_SINCE: ("dato for status",),
    KoboColumn.RENT: ("husleie", "leie", "leie pr. mnd."),
    KoboColumn.BEDROOMS: ("soverom", "ant. soverom"),
    KoboColumn.ACCESSIBLE: ("rullestol", "rullestoltilpasset"),
    KoboColumn.REMARK: ("merknad", "kommentar", "øvrig informasjon"),
    KoboColumn.SHARED_HOUSING: ("bofellesskap",),
    KoboColumn.TENANT: ("leietaker fødselsnummer", "hovedsøkers fødselsnummer"),
    KoboColumn.LEASE_START: ("innflyttet", "leie fra"),
    KoboColumn.LEASE_END: ("leie til", "utløper"),
}
_WAITING_WORDS: dict[WaitingColumn, tuple[str, ...]] = {
    WaitingColumn.NAME: ("navn", "etternavn, fornavn", "fornavn etternavn", "søker"),
    WaitingColumn.FAMILY_NAME: ("etternavn",),
    WaitingColumn.GIVEN_NAME: ("fornavn",),
    WaitingColumn.NATIONAL_ID: ("fødselsnr.", "fødselsnummer", "fnr.", "personnr.", "personnummer"),
    WaitingColumn.TELEPHONE: ("tlf.", "telefon", "mobil", "mobilnr.", "telefonnummer"),
    WaitingColumn.APPLIED_ON: ("søkt dato", "søknadsdato", "søkt", "dato søkt", "mottatt"),
    WaitingColumn.GROUP: ("gruppe", "målgruppe", "kategori"),
    WaitingColumn.CHILDREN: ("ant. barn", "antall barn", "barn"),
    WaitingColumn.LIVES_NOW: ("bor nå", "nåværende bolig", "bosituasjon"),
    WaitingColumn.PROTECTION: ("adr.sperre", "adressesperre", "sperret adresse", "gradering"),
    WaitingColumn.REMARK: ("merknad", "merknader", "kommentar", "notat"),
}
_RENT_WORDS: dict[RentColumn, tuple[str, ...]] = {
    RentColumn.KID: ("kid", "kid-nummer", "kidnr.", "betalingsreferanse"),
    RentColumn.LEASE_NUMBER: (
        "leieavtale",
        "avtalenr.",
        "avtalenummer",
        "kontraktsnummer",
        "kontraktnr.",
        "leieforhold",
    ),
    RentColumn.NAME: ("navn", "leietaker", "leieboer", "kunde", "kundenavn", "debitor"),
    RentColumn.DUE_ON: ("forfall", "forfallsdato", "forfalt"),
    RentColumn.CLAIM: ("krav", "beløp", "fakturabeløp", "kravbeløp", "fakturert", "sum krav"),
    RentColumn.MONTH: ("måned", "periode", "termin", "gjelder"),
    RentColumn.INVOICE: ("faktura", "fakturanr.", "fakturanummer", "bilag", "bilagsnr."),
    RentColumn.WHAT: ("hva", "type", "kravtype", "varetekst", "tekst", "art"),
    RentColumn.PAID_ON: ("betalt dato", "innbetalt dato", "betalingsdato", "betalt den"),
    RentColumn.PAID: ("betalt", "innbetalt", "innbetaling", "betalt beløp", "innbetalt beløp"),
    RentColumn.PAID_BY: ("betalt av", "innbetalt av", "betaler"),
    RentColumn.BALANCE: ("saldo", "restanse", "skyldig", "utestående"),
    RentColumn.BALANCE_ON: ("saldo dato", "saldodato", "saldo per", "saldo pr.", "per dato"),
}


_DEBT_WORDS: dict[DebtColumn, tuple[str, ...]] = {
    DebtColumn.CREDITOR: ("kreditor", "långiver", "fordringshaver", "skyldes til", "bank"),
    DebtColumn.ORG_NUMBER: ("orgnr.", "organisasjonsnummer", "org.nr. kreditor"),
    DebtColumn.KIND: ("hva", "type", "type gjeld", "gjeldstype", "gjelder", "kravtype"),
    DebtColumn.PRINCIPAL: ("hovedstol", "hovedkrav", "beløp", "restgjeld", "rentebærende saldo"),
    DebtColumn.INTEREST: ("renter", "rente kr", "forsinkelsesrente"),
    DebtColumn.COSTS: (
        "omkostninger",
        "kostnader",
        "gebyr",
        "gebyrer",
        "salær",
        "inkassokostnader",
    ),
    DebtColumn.TOTAL: ("sum", "sum krav", "totalt", "total", "saldo", "skyldig", "totalbeløp"),
    DebtColumn.CURRENCY: ("valuta",),
    DebtColumn.REFERENCE: ("referanse", "ref.", "saksnr.", "saksnummer", "kontonr.", "kid"),
    DebtColumn.COLLECTOR: ("inkasso", "inkassofirma", "inkassobyrå", "inkassoselskap"),
    DebtColumn.STAGE: ("status", "stadium"),
    DebtColumn.RATE: ("rente", "rente %", "rentesats", "nominell rente"),
    DebtColumn.AS_OF: ("per dato", "oppgitt per", "saldodato", "dato", "oppdatert"),
    DebtColumn.INCURRED_ON: ("tatt opp", "opprettet", "låneopptak", "avtaledato"),
    DebtColumn.REMARK: ("merknad", "kommentar", "notat"),
}


def _by_heading(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {heading_key(word): field for field, each in words.items() for word in each}


_FIELDS: dict[ImportKind, dict[str, str]] = {
    ImportKind.DWELLINGS: _by_heading({c.value: (c.value,) for c in KoboColumn})
    | _by_heading({column.value: words for column, words in _KOBO_WORDS.items()}),
    ImportKind.APPLICANTS: _by_heading({c.value: words for c, words in _WAITING_WORDS.items()}),
    ImportKind.RENT_LIST: _by_heading({c.value: words for c, words in _RENT_WORDS.items()}),
    ImportKind.DEBT_OVERVIEW: _by_heading({c.value: words for c, words in _DEBT_WORDS.items()}),
}
_NEEDED: dict[ImportKind, tuple[frozenset[str], ...]] = {
    ImportKind.DWELLINGS: (frozenset((KoboColumn.STREET, KoboColumn.FARM_AND_TITLE)),),
    ImportKind.APPLICANTS: (frozenset((WaitingColumn.NAME, WaitingColumn.FAMILY_NAME)),),
    ImportKind.RENT_LIST: (
        frozenset((RentColumn.KID, RentColumn.LEASE_NUMBER)),
        frozenset((RentColumn.CLAIM, RentColumn.PAID, RentColumn.BALANCE)),
    ),
    ImportKind.DEBT_OVERVIEW: (
        frozenset((DebtColumn.CREDITOR,)),
        frozenset((DebtColumn.PRINCIPAL, DebtColumn.TOTAL)),
    ),
}


def field_of(profile: Profile, heading: str) -> str:
    """The field a heading means to this profile, "" when nobody knows it."""
    key = heading_key(heading)
    own = dict(profile.columns)
    return own[key] if key in own else _FIELDS[profile.kind].get(key, "")


def profile_to_json(profile: Profile) -> str:
    """The profile as it is remembered."""
    parts = {
        "name": profile.name,
        "kind": profile.kind.value,
        "columns": profile.columns,
        "encoding": profile.encoding,
        "separator": profile.separator,
        "biller": profile.biller,
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def profile_from_json(text: str) -> Profile:
    """A remembered profile; OfficeError `profile_damaged` when it is none."""
    try:
        parts = json.loads(text)
        kind = ImportKind(parts["kind"])
        known = ("", *fields_of(kind))
        columns = tuple((str(h), str(f)) for h, f in parts["columns"] if f in known)
        name, encoding, separator = parts["name"], parts["encoding"], parts["separator"]
        biller = parts.get("biller")
    except (ValueError, TypeError, KeyError):
        raise OfficeError("profile_damaged") from None
    return Profile(
        str(name),
        kind,
        columns,
        encoding if isinstance(encoding, str) else None,
        separator if isinstance(separator, str) else None,
        BillerId(biller) if isinstance(biller, int) else None,
    )


KOBO_PROFILE = Profile("Kobo, 35 kolonner", ImportKind.DWELLINGS)
WAITING_PROFILE = Profile("Venteliste", ImportKind.APPLICANTS)
RENT_PROFILE = Profile("Restanseliste", ImportKind.RENT_LIST)
DEBT_PROFILE = Profile("Gjeldsoversikt", ImportKind.DEBT_OVERVIEW)


def guess_profile(
    sheet: Sheet, remembered: Iterable[Profile] = (), kind: ImportKind | None = None
) -> Profile:
    """The profile that knows most of the headings; the standard ones are always tried.

    `kind` when the officer has said what the rows are: neither a biller's list nor a debt
    overview is ever guessed.
    """
    standard = (KOBO_PROFILE, WAITING_PROFILE, RENT_PROFILE, DEBT_PROFILE)
    wanted = {ImportKind.DWELLINGS, ImportKind.APPLICANTS} if kind is None else {kind}
    candidates = [each for each in (*remembered, *standard) if each.kind in wanted]
    return max(candidates, key=lambda profile: _best_heading(sheet, profile)[0])


def heading_line(sheet: Sheet, profile: Profile) -> int:
    """The line of the headings: most known words, else the first full line of text."""
    hits, line = _best_heading(sheet, profile)
    if hits >= _FEWEST_HITS or not sheet.rows:
        return line
    widest = max(len(row.filled) for row in sheet.rows[:_LOOK_FOR_HEADING])
    return next(row.line for row in sheet.rows if len(row.filled) == widest)


def map_columns(row: Row, profile: Profile) -> ColumnMap:
    """Each column's field; where two columns claim one field, the left one has it."""
    headings: list[str] = []
    fields: list[str] = []
    for cell in row.cells:
        text = " ".join(cell.text.split())
        field = _field(cell, profile)
        headings.append(_unlike(text, headings))
        fields.append("" if field in fields else field)
    missing = tuple(each for each in _NEEDED[profile.kind] if not each & set(fields))
    return ColumnMap(row.line, tuple(headings), tuple(fields), missing)


def _best_heading(sheet: Sheet, profile: Profile) -> tuple[int, int]:
    best = (0, sheet.rows[0].line if sheet.rows else 1)
    for row in sheet.rows[:_LOOK_FOR_HEADING]:
        hits = len({field for cell in row.cells if (field := _field(cell, profile))})
        if hits > best[0]:
            best = (hits, row.line)
    return best


def _field(cell: Cell, profile: Profile) -> str:
    return field_of(profile, cell.text) if cell.kind is CellKind.TEXT else ""


def _unlike(text: str, earlier: list[str]) -> str:
    """A heading that stands there twice gets a number, so that a finding names one column."""
    same = sum(1 for heading in earlier if heading == text or heading.startswith(f"{text} ("))
    return f"{text} ({same + 1})" if text and same else text


def with_headings(profile: Profile, columns: ColumnMap, sheet: Sheet) -> Profile:
    """The profile with every heading named, and how the file was written: one to know it by."""
    pairs = zip(columns.headings, columns.fields, strict=True)
    named = tuple((heading_key(heading), field) for heading, field in pairs if heading)
    return replace(profile, columns=named, encoding=sheet.encoding, separator=sheet.separator)
