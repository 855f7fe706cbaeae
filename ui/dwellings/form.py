"""The fields of one dwelling: all for a new one; what has days gets own verbs for a known one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from app.core.errors import OfficeError
from app.dwellings.model import (
    DwellingDraft,
    DwellingStatus,
    DwellingType,
    Holding,
    OwnerKind,
)
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, ReadField, TextField
from ui.kit.form import Form
from ui.labels import problem, title_word

NEW_STATUSES = (DwellingStatus.READY, DwellingStatus.MAINTENANCE, DwellingStatus.UNAVAILABLE)
_EMPTY = DwellingDraft()


def read_area(text: str) -> float:
    """Square metres with a comma: «64,5»."""
    try:
        return float("".join(text.split()).replace(",", "."))
    except ValueError:
        raise OfficeError("number_unreadable") from None


def write_area(value: object) -> str:
    """«64,5»; whole metres without decimals."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _optional(name: str, label: str, hint: str = "", width: int = 0) -> TextField:
    return TextField(name, label, optional=True, hint=hint, width=width)


class DwellingForm(Form):
    """One dwelling. `whole` also asks what later gets days: status, rent, who the owner is."""

    def __init__(self, name: str, today: Callable[[], date], *, whole: bool) -> None:
        super().__init__(name, problem)
        self._whole, self._today = whole, today
        self._address()
        self._dwelling()
        if whole:
            self._first_status()
        self._holding()
        self._money_and_meters()
        self.section(self.tr("Annet"))
        self.line(
            _optional("primary_school", self.tr("Barneskole")),
            _optional("lower_secondary_school", self.tr("Ungdomsskole")),
        )
        self.line(MultilineField("note", self.tr("Merknad"), optional=True, lines=3))

    def _address(self) -> None:
        self.section(self.tr("Adresse"))
        self.line(
            TextField("street", self.tr("Gate")),
            _optional("house_number", self.tr("Nummer"), width=130),
            _optional("house_letter", self.tr("Bokstav"), width=130),
        )
        self.line(
            _optional("postal_code", self.tr("Postnummer"), width=150),
            _optional("postal_place", self.tr("Poststed")),
        )
        self.line(
            _optional(
                "unit_number", self.tr("Bruksenhetsnummer"), self.tr("For eksempel H0101."), 200
            ),
            _optional("extra_reference", self.tr("Romreferanse")),
        )
        self.line(
            _optional("municipality_number", self.tr("Kommunenummer"), width=190),
            _optional("farm_and_title", self.tr("Gnr./bnr."), width=160),
        )
        self.line(
            _optional("lease_number", self.tr("Festenummer"), width=190),
            _optional("section_number", self.tr("Seksjonsnummer"), width=190),
        )

    def _dwelling(self) -> None:
        self.section(self.tr("Boligen"))
        kinds = [(kind, title_word(kind)) for kind in DwellingType if kind.value != "unknown"]
        self.line(
            ChoiceField("dwelling_type", self.tr("Boligtype"), kinds, width=240),
            _optional("subtype", self.tr("Underkategori")),
        )
        self.line(
            NumberField("bedrooms", self.tr("Soverom"), most=30, optional=True, width=150),
            ReadField(
                "area",
                self.tr("Areal"),
                read_area,
                write_area,
                optional=True,
                width=150,
                suffix="m²",
                right=True,
            ),
        )
        ticks = (
            ("accessible", self.tr("Tilgjengelig for rullestolbruker")),
            ("shared_housing", self.tr("Bofellesskap")),
            ("staffed", self.tr("Døgnbemannet")),
            ("staff_base", self.tr("Har personalbase")),
        )
        for first, second in zip(ticks[::2], ticks[1::2], strict=True):
            self.line(CheckField(*first), CheckField(*second))

    def _first_status(self) -> None:
        self.section(self.tr("Status og leie fra første dag"))
        statuses = [(status, title_word(status)) for status in NEW_STATUSES]
        self.line(
            ChoiceField("status", self.tr("Status"), statuses, width=220),
            DateField("status_since", self.tr("Fra og med"), today=self._today),
            MoneyField("rent", self.tr("Leie per måned"), optional=True, width=190),
        )

    def _holding(self) -> None:
        self.section(self.tr("Eier og tildeling"))
        holdings = [(h, title_word(h)) for h in Holding if h is not Holding.UNKNOWN]
        self.line(ChoiceField("holding", self.tr("Disposisjonsform"), holdings))
        hint = "" if self._whole else self.tr("En ny eier gjelder fra i dag.")
        self.line(_optional("owner_name", self.tr("Eier"), hint), *self._owner_kind())
        if self._whole:
            self.line(
                _optional("owner_org_number", self.tr("Eiers organisasjonsnummer")),
                _optional("owner_phone", self.tr("Eiers telefon")),
            )
        self.line(
            _optional(
                "allocator",
                self.tr("Tildeles av"),
                self.tr("Enheten som bestemmer hvem som får boligen."),
            )
        )
        self.line(
            CheckField("for_disadvantaged", self.tr("For vanskeligstilte")),
            CheckField("vat_compensation", self.tr("Gir rett til mva.-kompensasjon")),
        )

    def _owner_kind(self) -> tuple[ChoiceField, ...]:
        if not self._whole:
            return ()
        kinds = [(kind, title_word(kind)) for kind in OwnerKind]
        return (ChoiceField("owner_kind", self.tr("Eiertype"), kinds, optional=True, width=240),)

    def _money_and_meters(self) -> None:
        self.section(self.tr("Depositum og målere"))
        self.line(
            MoneyField("usual_deposit", self.tr("Vanlig depositum"), optional=True, width=210),
        )
        self.line(
            _optional("meter_power", self.tr("Strømmåler")),
            _optional("meter_water", self.tr("Vannmåler")),
        )

    # values

    def suggest(self, name: str, words: Sequence[str]) -> None:
        """Offer what is known already while a field is typed in."""
        field = self.field(name)
        if isinstance(field, TextField):
            completer = QCompleter(list(words), field.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.line.setCompleter(completer)

    def show_draft(self, draft: DwellingDraft, *, whole: bool) -> None:
        """Show a draft; unless `whole`, the field that is being typed in is left as it is."""
        self._offer_foreign(draft)
        values = {name: getattr(draft, name) for name in self.names}
        typing = {name for name in self.names if self.field(name).control.hasFocus()}
        shown = {
            name: None if value == "" else value
            for name, value in values.items()
            if whole or name not in typing
        }
        self.set_values(shown)

    def _offer_foreign(self, draft: DwellingDraft) -> None:
        """A code we do not know stands as it was written until another is chosen."""
        kinds: list[tuple[object, str]] = [
            (kind, title_word(kind)) for kind in DwellingType if kind is not DwellingType.UNKNOWN
        ]
        holdings: list[tuple[object, str]] = [
            (holding, title_word(holding)) for holding in Holding if holding is not Holding.UNKNOWN
        ]
        if draft.type_text:
            kinds.append((DwellingType.UNKNOWN, f"Ukjent kode: «{draft.type_text}»"))
        if draft.holding_text:
            holdings.append((Holding.UNKNOWN, f"Ukjent kode: «{draft.holding_text}»"))
        for name, options in (("dwelling_type", kinds), ("holding", holdings)):
            field = self.field(name)
            if isinstance(field, ChoiceField):
                field.set_options(options)

    def draft(self, known: DwellingDraft = _EMPTY) -> DwellingDraft:
        """What is typed, on top of what is known."""
        typed = {
            name: getattr(_EMPTY, name) if value is None else value
            for name, value in self.values().items()
        }
        made = replace(known, **typed)  # type: ignore[arg-type]  # each field gives its own type
        if made.dwelling_type is not DwellingType.UNKNOWN:
            made = replace(made, type_text="")
        if made.holding is not Holding.UNKNOWN:
            made = replace(made, holding_text="")
        return made
