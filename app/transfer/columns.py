"""Which column is which field: found by heading, changed by the officer, remembered by name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.core.errors import OfficeError
from app.core.order import search_words
from app.transfer.model import ImportKind
from app.transfer.sheet import Cell, CellKind, Row, Sheet

_LOOK_FOR_HEADING = 60
_FEWEST_HITS = 2


class KoboColumn(StrEnum):
    """The 35 columns of the national sheet, in its order and spelling."""

    MUNICIPALITY = "kommunenummer"
    FARM_AND_TITLE = "gnrbnr"
    LEASE_NUMBER = "festenummer"
    SECTION_NUMBER = "seksjonsnummer"
    UNIT_NUMBER = "bruksenhetsnummer"
    STREET = "gatenavn"
    HOUSE_NUMBER = "husnummer"
    HOUSE_LETTER = "husbokstav"
    POSTAL_CODE = "postnummer"
    EXTRA_REFERENCE = "ekstrareferanse"
    TYPE = "koboboligtype"
    SUBTYPE = "underkategoriboligtype"
    HOLDING = "kobodisposisjonsform"
    OWNER_NAME = "boligeiersnavn"
    OWNER_NUMBER = "boligeiersorganisasjonsnummer"
    OWNER_PHONE = "boligeiersmobilnummer"
    STATUS = "boligstatus"
    STATUS_SINCE = "statusdato"
    RENT = "manedsleie"
    POWER_METER = "malernummerstrom"
    WATER_METER = "malernummervann"
    DEPOSIT = "depositum"
    ACCESSIBLE = "errullestoltilpasset"
    BEDROOMS = "antallsoverom"
    PRIMARY_SCHOOL = "skolekretsbarneskole"
    LOWER_SECONDARY_SCHOOL = "skolekretsungdomsskole"
    REMARK = "ovriginformasjon"
    VAT_COMPENSATION = "kvalifiserermvakompensasjon"
    SHARED_HOUSING = "erbofellesskap"
    STAFFED = "erdognbemannet"
    STAFF_BASE = "harpersonalbase"
    TENANT = "hovedsoker"
    LEASE_OPEN_ENDED = "leieforholdertidsubegrenset"
    LEASE_START = "leieforholdstartdato"
    LEASE_END = "leieforholdsluttdato"


class WaitingColumn(StrEnum):
    """What a plain list of applicants may tell."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NATIONAL_ID = "national_id"
    TELEPHONE = "telephone"
    APPLIED_ON = "applied_on"
    GROUP = "group"
    CHILDREN = "children"
    LIVES_NOW = "lives_now"
    PROTECTION = "protection"
    REMARK = "remark"


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


def heading_key(text: str) -> str:
    """«Gnr/bnr», «GNR BNR» and «gnrbnr» are one heading: letters and digits, folded."""
    return "".join(char for char in search_words(text) if char.isalnum())


def _by_heading(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {heading_key(word): field for field, each in words.items() for word in each}


_FIELDS: dict[ImportKind, dict[str, str]] = {
    ImportKind.DWELLINGS: _by_heading({c.value: (c.value,) for c in KoboColumn})
    | _by_heading({column.value: words for column, words in _KOBO_WORDS.items()}),
    ImportKind.APPLICANTS: _by_heading({c.value: words for c, words in _WAITING_WORDS.items()}),
}
_NEEDED: dict[ImportKind, tuple[frozenset[str], ...]] = {
    ImportKind.DWELLINGS: (frozenset((KoboColumn.STREET, KoboColumn.FARM_AND_TITLE)),),
    ImportKind.APPLICANTS: (frozenset((WaitingColumn.NAME, WaitingColumn.FAMILY_NAME)),),
}


def fields_of(kind: ImportKind) -> tuple[str, ...]:
    """Every field a column can be mapped to, in the order to show them."""
    return tuple(KoboColumn if kind is ImportKind.DWELLINGS else WaitingColumn)


@dataclass(frozen=True, slots=True)
class Profile:
    """A remembered way of reading one office's sheets. `columns`: heading key and field.

    Headings it does not name are found by the usual words; the field "" leaves a column out.
    """

    name: str
    kind: ImportKind
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    separator: str | None = None

    def with_column(self, heading: str, field: str) -> "Profile":
        """The same profile with this heading read as `field`; "" for not taken in."""
        if field and field not in fields_of(self.kind):
            raise OfficeError("profile_field", field=field)
        others = tuple(pair for pair in self.columns if pair[0] != heading_key(heading))
        return replace(self, columns=(*others, (heading_key(heading), field)))

    def field_of(self, heading: str) -> str:
        """The field this heading means, "" when nobody knows it."""
        key = heading_key(heading)
        own = dict(self.columns)
        return own[key] if key in own else _FIELDS[self.kind].get(key, "")

    def to_json(self) -> str:
        """The profile as it is remembered."""
        parts = {
            "name": self.name,
            "kind": self.kind.value,
            "columns": self.columns,
            "encoding": self.encoding,
            "separator": self.separator,
        }
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Profile":
        """A remembered profile; OfficeError `profile_damaged` when it is none."""
        try:
            parts = json.loads(text)
            kind = ImportKind(parts["kind"])
            known = ("", *fields_of(kind))
            columns = tuple((str(h), str(f)) for h, f in parts["columns"] if f in known)
            name, encoding, separator = parts["name"], parts["encoding"], parts["separator"]
        except (ValueError, TypeError, KeyError):
            raise OfficeError("profile_damaged") from None
        return cls(
            str(name),
            kind,
            columns,
            encoding if isinstance(encoding, str) else None,
            separator if isinstance(separator, str) else None,
        )


KOBO_PROFILE = Profile("Kobo, 35 kolonner", ImportKind.DWELLINGS)
WAITING_PROFILE = Profile("Venteliste", ImportKind.APPLICANTS)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The headings as written, left to right, and the field of each ("" for unknown)."""

    line: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    missing: tuple[frozenset[str], ...] = ()
    places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {name: at for at, name in enumerate(self.fields) if name}
        object.__setattr__(self, "places", places)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headings that are not taken in; listed for the officer, never lost from sight."""
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple(heading for heading, field in pairs if heading and not field)

    def index(self, field: str) -> int | None:
        """Where the field stands, None when the sheet does not have it."""
        return self.places.get(field)

    def heading(self, field: str) -> str:
        """The field's heading as written; the field's own name when it has no column."""
        at = self.places.get(field)
        return field if at is None else self.headings[at]

    def field_of(self, heading: str) -> str:
        """The field under a heading as written, or the name itself for one without a column."""
        return self.fields[self.headings.index(heading)] if heading in self.headings else heading


def guess_profile(sheet: Sheet, remembered: Iterable[Profile] = ()) -> Profile:
    """The profile that knows most of the headings; the standard two are always tried."""
    candidates = (*remembered, KOBO_PROFILE, WAITING_PROFILE)
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
    return profile.field_of(cell.text) if cell.kind is CellKind.TEXT else ""


def _unlike(text: str, earlier: list[str]) -> str:
    """A heading that stands there twice gets a number, so that a finding names one column."""
    same = sum(1 for heading in earlier if heading == text or heading.startswith(f"{text} ("))
    return f"{text} ({same + 1})" if text and same else text
