"""What the officer writes about someone without a home."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import PersonId
from app.office import Office
from app.overview.homeless.model import (
    BornIn,
    Homeless,
    HomelessIncome,
    HomelessProfile,
    PlaceOfStay,
    Sex,
    YesNo,
)
from app.overview.model import HitKind
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.labels import done, message, named, problem, title_word
from ui.navigation import Navigator

E = TypeVar("E", bound=Enum)


class CensusDialogs:
    """Each shows itself and acts when it is answered."""

    def __init__(self, office: Office, navigator: Navigator, page: QWidget) -> None:
        self._office = office
        self._navigator = navigator
        self._page = page

    def add(self) -> AskDialog:
        """Somebody who is in no application and no stay."""

        def act(values: Mapping[str, object]) -> None:
            person = self._find(values.get("person"))
            self._office.homeless.add(person, self._day(values), _chosen(values, "place"))
            self._navigator.tell(done("homeless.told"))

        dialog = self._dialog(
            "Legg til en som er bostedsløs",
            "Personen må stå i registeret. Den som har en åpen søknad eller et opphold, er med fra"
            " før. Varig opphold hos nær familie og framleie telles ikke.",
            "Legg til",
            act,
        )
        dialog.form.line(TextField("person", "Hvem", hint="Skriv navn eller fødselsnummer."))
        self._where(dialog)
        dialog.form.set_values({"since": self._today(), "place": PlaceOfStay.UNKNOWN})
        dialog.open()
        return dialog

    def move(self, each: Homeless) -> AskDialog:
        """They stay in another place from a day."""

        def act(values: Mapping[str, object]) -> None:
            self._office.homeless.add(each.person, self._day(values), _chosen(values, "place"))
            self._navigator.tell(done("homeless.told"))

        dialog = self._dialog(
            f"Hvor {named(each.name)} oppholder seg",
            "Det som er ført før, blir stående for dagene før.",
            "Lagre",
            act,
        )
        self._where(dialog)
        dialog.form.set_values({"since": self._today(), "place": each.place})
        dialog.open()
        return dialog

    def over(self, each: Homeless) -> AskDialog:
        """They have a home from a day, or are not to be counted."""

        def act(values: Mapping[str, object]) -> None:
            self._office.homeless.leave_out(each.person, self._day(values))
            self._navigator.tell(done("homeless.over"))

        dialog = self._dialog(
            f"{named(each.name)} er ikke bostedsløs",
            "Fra denne dagen telles personen ikke, før en ny søknad, et nytt opphold eller du sier"
            " noe annet. En søknad som er åpen, blir ikke endret.",
            "Ikke bostedsløs",
            act,
        )
        dialog.form.line(DateField("since", "Fra og med", today=self._today))
        dialog.form.set_values({"since": self._today()})
        dialog.open()
        return dialog

    def describe(self, each: Homeless) -> AskDialog:
        """What the count asks about one person; what the register knows stands there already."""

        def act(values: Mapping[str, object]) -> None:
            since = values.get("homeless_since")
            told = HomelessProfile(
                sex=_as(Sex, values.get("sex")),
                income=_as(HomelessIncome, values.get("income")),
                born_in=_as(BornIn, values.get("born_in")),
                drugs=_as(YesNo, values.get("drugs")),
                mental=_as(YesNo, values.get("mental")),
                evicted=_as(YesNo, values.get("evicted")),
                before=_as(YesNo, values.get("before")),
                homeless_since=since if isinstance(since, date) else None,
            )
            self._office.homeless.describe(each.person, told)
            self._navigator.tell(done("homeless.described"))

        dialog = self._dialog(
            f"Opplysninger om {named(each.name)}",
            "Bare det tellingen spør om. Svar «ukjent» på det du ikke vet. Svarene brukes bare i"
            " tellingen, og den er uten navn.",
            "Lagre",
            act,
        )
        self._asked(dialog)
        told = each.profile
        dialog.form.set_values({each.name: getattr(told, each.name) for each in fields(told)})
        dialog.open()
        return dialog

    # what they have in common

    def _asked(self, dialog: AskDialog) -> None:
        dialog.form.line(_choice("sex", "Kjønn", Sex), _choice("born_in", "Født i", BornIn))
        dialog.form.line(
            _choice("drugs", "Avhengig av rusmidler", YesNo),
            _choice("mental", "Psykisk sykdom", YesNo),
        )
        dialog.form.line(
            _choice("evicted", "Kastet ut det siste halvåret", YesNo),
            _choice("before", "Bostedsløs også før", YesNo),
        )
        since = "Uten egen bolig siden"
        dialog.form.line(
            _choice("income", "Viktigste inntekt", HomelessIncome),
            DateField("homeless_since", since, optional=True, today=self._today),
        )

    def _where(self, dialog: AskDialog) -> None:
        dialog.form.line(
            _choice("place", "Oppholder seg", PlaceOfStay),
            DateField("since", "Fra og med", today=self._today),
        )

    def _dialog(
        self, title: str, words: str, verb: str, act: Callable[[Mapping[str, object]], object]
    ) -> AskDialog:
        return AskDialog(title, words, verb, act, words=problem, message=message, parent=self._page)

    def _find(self, typed: object) -> PersonId:
        """The one registered person who fits; Invalid beside the field."""
        text = str(typed or "").strip()
        hits = [hit for hit in self._office.search.find(text) if hit.kind is HitKind.PERSON]
        found = [hit for hit in hits if hit.title.casefold() == text.casefold()] or hits
        if len(found) == 1:
            return PersonId(found[0].ref.id)
        code = "stay_person_several" if found else "stay_person_unknown"
        facts: dict[str, object] = {"names": tuple(hit.title for hit in found[:3])} if found else {}
        raise Invalid([Problem("person", code if text else "stay_person_missing", facts=facts)])

    def _day(self, values: Mapping[str, object]) -> date:
        since = values.get("since")
        return since if isinstance(since, date) else self._today()

    def _today(self) -> date:
        return self._office.clock.today()


def _choice(name: str, label: str, kind: type[Enum]) -> ChoiceField:
    options: Sequence[tuple[object, str]] = [(each, title_word(each)) for each in kind]
    return ChoiceField(name, label, options)


def _as(kind: type[E], value: object) -> E:
    return value if isinstance(value, kind) else kind("unknown")


def _chosen(values: Mapping[str, object], name: str) -> PlaceOfStay:
    return _as(PlaceOfStay, values.get(name))
