"""«Skriv til enhetene»: tick those who are to be told, say what we ask, read the note."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.ids import ServiceUnitId
from app.evictions.model import EvictionCase
from app.evictions.units.model import NoteDraft, TellingGround, UnitAround
from app.letters.model import OnPaper
from app.office import Office
from ui.evictions.units.words import note_words, offer_words, unit_name
from ui.kit.beside import PaperDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField
from ui.labels import capital, named, word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

UNIT_NOTES = "unit_notes"
_UNIT = "unit_{}"


class UnitNotesDesk(LetterDesk):
    """A note to each unit that is ticked; one more on a ground the officer has judged."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        self._case = case
        every = office.unit_notes.around(case.id)
        self._ready = [each for each in every if each.proposed is not None]
        self._judged = [each for each in every if each.proposed is None and each.offers]
        super().__init__(
            office, navigator, "Skriv til enhetene", "unit_note.issued", "Lag beskjedene", parent
        )
        self.header.set_subtitle(named(case.name))
        told: dict[str, object] = {
            _UNIT.format(each.unit): each.note is None for each in self._ready
        }
        asks = office.unit_notes.usual_asks(case.id)
        self.form.set_values({**told, "asks": asks})
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Beskjeden")

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvem som skal ha beskjed"))
        for each in self._ready:
            if each.proposed is not None:
                name = unit_name(self.office, each.unit)
                told = self.tr("{}. Har fått beskjed: {}.").format(
                    offer_words(each.proposed), note_words(each.note).lower()
                )
                hint = told if each.note is not None else offer_words(each.proposed)
                self.form.line(CheckField(_UNIT.format(each.unit), name, hint=hint))
        self.form.section(self.tr("Hva som skal stå der"))
        hint = self.tr(
            "Samme ord til alle. Skriv ikke hva andre enheter gjør, eller hvor noen bor."
        )
        self.form.line(MultilineField("asks", self.tr("Det vi ber om"), lines=3, hint=hint))
        if self._judged:
            self._add_judged()

    def _add_judged(self) -> None:
        """One that lacks a consent: somebody must have judged it, and say why."""
        self.form.section(self.tr("Én til, på eget grunnlag"))
        units = [(each.unit, unit_name(self.office, each.unit)) for each in self._judged]
        grounds = list(
            dict.fromkeys(offer.ground for each in self._judged for offer in each.offers)
        )
        self.form.line(ChoiceField("judged", self.tr("Enhet"), units, optional=True))
        self.form.line(
            ChoiceField(
                "ground",
                self.tr("Grunnlag"),
                [(each, capital(word(each))) for each in grounds],
                optional=True,
            )
        )
        hint = self.tr("Står i beskjeden. Til barnevernet: det dere er bekymret for.")
        self.form.line(
            MultilineField("because", self.tr("Vår vurdering"), optional=True, lines=2, hint=hint)
        )

    def drafts(self) -> tuple[NoteDraft, ...]:
        """A note to each that is chosen."""
        values = self.form.values()
        asks = str(values["asks"] or "")
        found = [
            NoteDraft(each.unit, each.proposed.ground, asks=asks)
            for each in self._ready
            if each.proposed is not None and values[_UNIT.format(each.unit)] is True
        ]
        judged = self._chosen(values.get("judged"))
        if judged is not None:
            ground = values.get("ground")
            because = str(values.get("because") or "")
            known = ground if isinstance(ground, TellingGround) else None
            found.append(NoteDraft(judged.unit, known, because, asks))
        return tuple(found)

    def _chosen(self, unit: object) -> UnitAround | None:
        return next((each for each in self._judged if each.unit == unit), None)

    def preview(self) -> bytes:
        drafts = self.drafts()
        problems = self.office.unit_notes.check(self._case.id, drafts)
        if problems:
            raise Invalid(problems)
        return self.office.letters.preview(
            self.office.unit_notes.preview(self._case.id, self._shown(drafts))
        )

    def _shown(self, drafts: tuple[NoteDraft, ...]) -> NoteDraft:
        """The one that was judged is read before it is made; else the first."""
        return next((each for each in drafts if each.because), drafts[0])

    def finish(self) -> object:
        made = self.office.unit_notes.write(self._case.id, self.drafts())
        papers = [each for each in made if isinstance(each, OnPaper)]
        for each in papers[1:]:
            PaperDialog(self.title, each.content, self.window()).open()
        return made[0]

    @property
    def question(self) -> tuple[str, str]:
        names = ", ".join(self._name(each.unit) for each in self.drafts())
        return (
            self.tr("Skal disse få beskjed?"),
            self.tr(
                "{}. Beskjedene kan ikke endres etterpå. De ligger under «Skal sendes»."
            ).format(names),
        )

    def _name(self, unit: ServiceUnitId) -> str:
        return unit_name(self.office, unit)
