"""What is asked about a temporary stay: who and where, how long, what it costs, the end."""

from collections.abc import Sequence

from app.core.errors import Invalid, Problem
from app.core.ids import DwellingId, PersonId, VedtakId
from app.core.money import Ore
from app.leases.stays.model import StayDraft, StayRow
from app.overview.model import HitKind
from ui.asking import Asking, Values, a_day
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, TextField
from ui.labels import day, named

Where = tuple[str, int]
_HOME, _PLACE = "dwelling", "place"


class StayDialogs(Asking):
    """Opens them."""

    # a stay

    def begin(self, person: PersonId | None = None) -> AskDialog:
        """Someone has a roof from today."""

        def act(values: Values) -> None:
            who = self._find(values["person"]) if person is None else person
            self.office.stays.begin(self._draft({**values, "person": who}))

        who = "" if person is None else f"{named(self.office.people.get(person).name)}. "
        dialog = self.ask(
            "Nytt midlertidig opphold",
            f"{who}Et opphold er ingen leieavtale. Netter og pris telles til du avslutter det.",
            "Før inn",
            act,
            "stay.begun",
        )
        children = NumberField("children", "Barn som er med", most=20, width=120)
        if person is None:
            hint = "Navn eller fødselsnummer på en som er registrert."
            dialog.form.line(TextField("person", "Hvem", hint=hint), children)
        else:
            dialog.form.line(children)
        self._where_and_when(dialog)
        self._quality(dialog)
        dialog.form.set_values({"began_on": self.today(), "children": 0})
        dialog.form.left.connect(lambda name: self._named(dialog, name))
        dialog.form.changed.connect(lambda name: self._usual_price(dialog, name))
        if person is not None:
            self._fill(dialog, person)
        dialog.open()
        return dialog

    def correct(self, row: StayRow) -> AskDialog:
        """Something about it was written wrong."""
        stay = row.stay
        dialog = self.ask(
            "Rett oppholdet",
            f"{named(row.name)}. Pris, forlengelse og slutt føres hver for seg.",
            "Lagre",
            lambda values: self.office.stays.correct(
                stay.id, self._draft({**values, "person": stay.person})
            ),
            "stay.corrected",
        )
        options = self._places(stay.place)
        dialog.form.line(ChoiceField("where", "Sted", options))
        dialog.form.line(
            DateField("began_on", "Første natt", today=self.today),
            NumberField("children", "Barn som er med", most=20, width=120),
        )
        vedtak = self._vedtak(stay.person)
        dialog.form.line(ChoiceField("vedtak", "Vedtaket det bygger på", vedtak, optional=True))
        self._quality(dialog)
        where: Where | None = (_HOME, stay.dwelling) if stay.dwelling else None
        where = (_PLACE, stay.place) if stay.place else where
        dialog.form.set_values(
            {
                "where": where,
                "began_on": stay.began_on,
                "children": stay.children,
                "vedtak": stay.vedtak,
                "quality": stay.quality or None,
                "confirmed": stay.quality_confirmed_on is not None,
            }
        )
        dialog.open()
        return dialog

    def extend(self, row: StayRow) -> AskDialog:
        """They may stay longer."""

        def act(values: Values) -> None:
            until = a_day(values, "until")
            self.office.stays.extend(row.stay.id, until, str(values["reason"] or ""))

        dialog = self.ask(
            "Forleng oppholdet",
            f"{named(row.name)} har bodd midlertidig siden {day(row.since)}.",
            "Forleng",
            act,
            "stay.extended",
        )
        dialog.form.line(
            DateField(
                "until",
                "Ny siste dag",
                optional=True,
                today=self.today,
                hint="Tomt: til noe annet er klart.",
            )
        )
        dialog.form.line(MultilineField("reason", "Hvorfor", lines=2))
        dialog.form.set_values({"until": row.stay.until})
        dialog.open()
        return dialog

    def end(self, row: StayRow) -> AskDialog:
        """They left."""

        def act(values: Values) -> None:
            left = a_day(values, "left_on") or self.today()
            self.office.stays.end(row.stay.id, left, str(values["reason"] or ""))

        dialog = self.ask(
            "Avslutt oppholdet",
            f"{named(row.name)}. Natten før dagen de flyttet ut, er den siste som telles.",
            "Avslutt",
            act,
            "stay.ended",
        )
        dialog.form.line(DateField("left_on", "Flyttet ut", today=self.today))
        dialog.form.line(
            TextField(
                "reason", "Hvor de flyttet", optional=True, hint="For eksempel «egen leilighet»."
            )
        )
        dialog.form.set_values({"left_on": self.today()})
        dialog.open()
        return dialog

    def price(self, row: StayRow) -> AskDialog:
        """Another price from a day."""

        def act(values: Values) -> None:
            price, since = values["price"], a_day(values, "since")
            if not isinstance(price, int):
                raise Invalid([Problem("price", "stay_price_missing")])
            if since is None:
                raise Invalid([Problem("since", "day_missing")])
            self.office.stays.set_price(row.stay.id, since, Ore(price))

        dialog = self.ask(
            "Ny pris per natt", "Nettene før dagen beholder sin pris.", "Lagre", act, "stay.priced"
        )
        dialog.form.line(
            MoneyField("price", "Pris per natt"),
            DateField("since", "Gjelder fra natten", today=self.today),
        )
        dialog.form.set_values({"price": row.stay.price, "since": self.today()})
        dialog.open()
        return dialog

    # what they have in common

    def _find(self, typed: object) -> PersonId:
        """The one registered person who fits; Invalid beside the field."""
        text = str(typed or "").strip()
        hits = [hit for hit in self.office.search.find(text) if hit.kind is HitKind.PERSON]
        same = [hit for hit in hits if hit.title.casefold() == text.casefold()]
        found = same or hits
        if len(found) == 1:
            return PersonId(found[0].ref.id)
        code = "stay_person_several" if found else "stay_person_unknown"
        names = tuple(hit.title for hit in found[:3])
        facts: dict[str, object] = {"names": names} if found else {}
        raise Invalid([Problem("person", code if text else "stay_person_missing", facts=facts)])

    def _named(self, dialog: AskDialog, name: str) -> None:
        """Once it is typed who, the rest comes from the register."""
        if name != "person" or not dialog.form.values()["person"]:
            return
        try:
            person = self._find(dialog.form.values()["person"])
        except Invalid as error:
            dialog.form.show_problems(error.problems)
            return
        dialog.form.field("person").set_value(self.office.people.get(person).name)
        self._fill(dialog, person)

    def _where_and_when(self, dialog: AskDialog) -> None:
        options = self._places(None)
        prompt = "Velg sted" if options else "Legg til et sted først"
        dialog.form.line(
            ChoiceField("where", "Sted", options, prompt=prompt),
            ChoiceField("vedtak", "Vedtaket det bygger på", (), optional=True),
        )
        dialog.form.line(
            DateField("began_on", "Første natt", today=self.today),
            DateField("until", "Flytter ut", optional=True, today=self.today),
            MoneyField("price", "Pris per natt"),
        )

    def _quality(self, dialog: AskDialog) -> None:
        dialog.form.line(
            MultilineField(
                "quality",
                "Hvorfor stedet er bra nok",
                lines=2,
                optional=True,
                hint="Lås, kjøkken, bad, avstand til skole.",
            )
        )
        dialog.form.line(CheckField("confirmed", "Noen har sett at det er bra nok"))

    def _places(self, also: int | None) -> list[tuple[object, str]]:
        homes: list[tuple[object, str]] = [
            ((_HOME, home), f"{address} (akuttbolig)")
            for home, address in self.office.stays.emergency_dwellings()
        ]
        return homes + [
            ((_PLACE, place.id), place.draft.name)
            for place in self.office.stays.places.all()
            if place.closed_on is None or place.id == also
        ]

    def _vedtak(self, person: PersonId) -> Sequence[tuple[object, str]]:
        return [
            (vedtak.id, f"{vedtak.number}, {day(vedtak.issued_on)}")
            for vedtak in self.office.stays.vedtak_of(person)
        ]

    def _fill(self, dialog: AskDialog, person: PersonId) -> None:
        """What the register and the newest vedtak say of them."""
        vedtak = dialog.form.field("vedtak")
        if isinstance(vedtak, ChoiceField):
            vedtak.set_options(self._vedtak(person))
        draft = self.office.stays.drafted(person)
        values: dict[str, object] = {
            "vedtak": draft.vedtak,
            "children": draft.children,
            "began_on": draft.began_on,
            "until": draft.until,
            "quality": draft.quality or None,
        }
        dialog.form.set_values(values)

    def _usual_price(self, dialog: AskDialog, name: str) -> None:
        """A place has its usual price until another is typed."""
        where = dialog.form.values()["where"]
        if name != "where" or not isinstance(where, tuple) or where[0] != _PLACE:
            return
        usual = self.office.stays.places.get(where[1]).draft.price
        if usual is not None and dialog.form.values()["price"] is None:
            dialog.form.field("price").set_value(usual)

    def _draft(self, values: Values) -> StayDraft:
        person, price, vedtak = values["person"], values.get("price"), values["vedtak"]
        where, children = values["where"], values["children"]
        if not isinstance(person, int):
            raise Invalid([Problem("person", "stay_person_missing")])
        table, number = where if isinstance(where, tuple) else ("", 0)
        return StayDraft(
            person=PersonId(person),
            began_on=a_day(values, "began_on"),
            until=a_day(values, "until"),
            dwelling=DwellingId(number) if table == _HOME else None,
            place=number if table == _PLACE else None,
            price=Ore(price) if isinstance(price, int) else None,
            vedtak=VedtakId(vedtak) if isinstance(vedtak, int) else None,
            children=children if isinstance(children, int) else 0,
            quality=str(values["quality"] or ""),
            quality_confirmed_on=self.today() if values["confirmed"] else None,
        )
