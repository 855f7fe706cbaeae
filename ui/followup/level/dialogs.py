"""What is asked when a level is set, and when a case is handed over."""

from app.core.ids import PersonId, Ref, ServiceUnitId
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import Owner, OwnerDraft
from ui.asking import Asking, Values, a_day, text
from ui.followup.level.letters import HANDOVER
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, TextField
from ui.level_words import MEANINGS, REASONS, level_words
from ui.navigation import PageId


class LevelDialogs(Asking):
    """Opens them; what is done is told by the navigator, with «Angre»."""

    def set_level(self, person: PersonId, chosen: HelpLevel | None = None) -> AskDialog:
        """The level, why, and from when: all filled in, so that Enter is enough (P9)."""
        owners = self.office.owners
        begins = owners.of(person) is None
        unnamed = begins and not owners.default().coordinator

        def act(values: Values) -> None:
            level = values["level"]
            if not isinstance(level, HelpLevel):
                level = HelpLevel.ADVICE
            owner = None
            if unnamed:
                known = owners.default()
                owner = OwnerDraft(known.unit, text(values, "coordinator"), known.phone)
            reason, since = text(values, "reason"), a_day(values, "since") or self.today()
            self.office.levels.set(person, level, reason, since, owner)

        dialog = self.ask("Sett nivå", self._explained(begins), "Sett nivå", act, "level.set")
        offered = self._offered(person)
        levels = RadioField(
            "level",
            "Nivå",
            [(each, level_words(each)) for each in offered],
            hint_of={each: MEANINGS[each] for each in offered},
        )
        reason = TextField("reason", "Hvorfor nå", hint="Teksten er et forslag. Skriv gjerne over.")
        dialog.form.line(levels)
        dialog.form.line(reason, DateField("since", "Fra og med", today=self.today))
        if unnamed:
            dialog.form.line(
                TextField("coordinator", "Koordinator", hint="En person eller et team.")
            )
        dialog.form.changed.connect(lambda name: _suggest(name, levels, reason))
        start = chosen if chosen in offered else None
        values = {"level": start, "reason": REASONS.get(start) if start is not None else None}
        dialog.form.set_values(values | {"since": self.today()})
        dialog.open()
        return dialog

    def _offered(self, person: PersonId) -> list[HelpLevel]:
        """All but the one that holds; nobody begins at the end."""
        now = self.office.levels.of(person)
        held = now.level if now is not None else HelpLevel.MANAGES_ALONE
        return [each for each in HelpLevel if each is not held]

    def hand_over(self, person: PersonId, now: Owner) -> AskDialog:
        """To another unit or coordinator, with the day and why (D5, D7)."""

        def act(values: Values) -> None:
            self.office.owners.hand_over(
                person,
                _owner(values),
                a_day(values, "since") or self.today(),
                text(values, "reason"),
            )
            if values["note"]:
                self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", person), HANDOVER)

        dialog = self.ask(
            "Overfør saken",
            "Saken har alltid én enhet og én koordinator. Planen og historikken følger med, og det"
            " som gjaldt før, kan fortsatt leses.",
            "Overfør",
            act,
            "case_owner.handed_over",
        )
        units = [
            (each.id, each.draft.name[:1].upper() + each.draft.name[1:])
            for each in self.office.service_units.open()
        ]
        dialog.form.line(ChoiceField("unit", "Enhet som overtar", units))
        dialog.form.line(
            TextField("coordinator", "Koordinator", hint="Én person eller ett team."),
            TextField("phone", "Telefon", optional=True),
        )
        dialog.form.line(
            TextField("reason", "Hvorfor"), DateField("since", "Fra og med", today=self.today)
        )
        words = "Lag overleveringsnotat nå"
        dialog.form.line(CheckField("note", words, hint="Du leser det før det lages."))
        dialog.form.set_values({"unit": now.unit, "since": self.today(), "note": True})
        dialog.open()
        return dialog

    def correct_phone(self, person: PersonId, now: Owner) -> AskDialog:
        """The coordinator's number."""

        def act(values: Values) -> None:
            self.office.owners.correct_phone(person, text(values, "phone"))

        told = "case_owner.phone_corrected"
        dialog = self.ask("Rett telefon", now.coordinator, "Lagre", act, told)
        dialog.form.line(TextField("phone", "Telefon", optional=True))
        dialog.form.set_values({"phone": now.phone or None})
        dialog.open()
        return dialog

    def _explained(self, begins: bool) -> str:
        if not begins:
            return "Nivået sier hvor mye hjelp som er avtalt. Det sier ikke noe om personen."
        known = self.office.owners.default()
        unit = self.office.service_units.get(known.unit).draft.name
        who = f" med {known.coordinator} som koordinator" if known.coordinator else ""
        return (
            "Nivået sier hvor mye hjelp som er avtalt. Saken får samtidig en eier:"
            f" {unit}{who}. Den kan overføres siden."
        )


def _suggest(name: str, levels: RadioField, reason: TextField) -> None:
    """Another level has another ready reason, unless one was written."""
    level = levels.value()
    ready = reason.value() is None or reason.value() in REASONS.values()
    if name == "level" and ready and isinstance(level, HelpLevel):
        reason.set_value(REASONS[level])


def _owner(values: Values) -> OwnerDraft:
    unit = values["unit"]
    return OwnerDraft(
        ServiceUnitId(unit if isinstance(unit, int) else 0),
        text(values, "coordinator"),
        text(values, "phone"),
    )
