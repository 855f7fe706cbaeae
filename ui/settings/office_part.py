"""The office and its letterhead: each field is kept when it is left."""

from dataclasses import replace

from app.core.errors import Invalid
from app.core.text import Language
from app.office import Office
from app.settings.model import Duty, OfficeProfile
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.form import Form
from ui.kit.office_form import TEXTS, add_letterhead, add_office, texts_of
from ui.labels import problem, title_word
from ui.navigation import Navigator
from ui.settings.section import SettingsPart


class OfficePart(SettingsPart):
    """Who the office is and what it does."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        self.form = Form(self.tr("Kontoret"), problem)
        self.form.section(self.tr("Kommunen og kontoret"))
        add_office(self.form)
        self.form.section(self.tr("Brevhode"))
        add_letterhead(self.form)
        self.form.line(
            ChoiceField(
                "language",
                self.tr("Målform i nye brev"),
                [(each, title_word(each)) for each in Language],
                width=190,
                hint=self.tr("Kan velges for hver mottaker."),
            )
        )
        self.form.section(self.tr("Hva kontoret gjør"))
        for duty in Duty:
            self.form.line(CheckField(f"duty_{duty}", title_word(duty)))
        self.form.left.connect(lambda _name: self._keep())
        self.add(self.form)

    def reload(self) -> None:
        profile = self.office.settings.profile
        values: dict[str, object] = {name: getattr(profile, name) or None for name in TEXTS}
        values["language"] = profile.language
        values |= {f"duty_{duty}": duty in profile.duties for duty in Duty}
        self.form.set_values(values)
        self.form.show_problems(())

    def leave(self) -> None:
        self._keep()

    def _typed(self) -> OfficeProfile:
        values = self.form.values()
        language = values["language"]
        duties = frozenset(duty for duty in Duty if values[f"duty_{duty}"])
        return replace(
            self.office.settings.profile,
            **texts_of(self.form),  # type: ignore[arg-type]  # texts only
            language=language if isinstance(language, Language) else Language.NB,
            duties=duties,
        )

    def _keep(self) -> None:
        """Keep what holds; a field that cannot be read keeps its old value until it is mended."""
        if any(self.form.field(name).reading() for name in self.form.names):
            return
        typed = self._typed()
        if typed == self.office.settings.profile:
            return
        try:
            self.office.settings.change_profile(typed)
        except Invalid as error:
            self.form.show_problems(error.problems)
        else:
            self.form.show_problems(())
