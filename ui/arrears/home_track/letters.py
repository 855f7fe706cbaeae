"""The desks of the home track: § 4-18, § 9-11 with its copy, and the sheet for the namsfogd."""

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.core.errors import Problem
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import EvictionNoticeDraft, SocialNoticeDraft
from app.office import Office
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField, TextField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import named, problem, word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

EVICTION_NOTICE = "eviction_notice"
SOCIAL_NOTICE = "social_service_notice"
PETITION_SHEET = "petition_sheet"
_NAV = "nav"


class HomeDesk(LetterDesk):
    """What the three have in common: a tenancy, and problems that are told as one types."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        tenancy: Tenancy,
        words: tuple[str, str, str],
        parent: QWidget | None = None,
    ) -> None:
        self._tenancy = tenancy
        self.told = Label("", Type.HELP, Token.TEXT2, wrap=True)
        title, verb, make = words
        super().__init__(office, navigator, title, verb, make, parent)
        self.header.set_subtitle(f"{named(tenancy.tenant_name)}, {tenancy.number}")
        self.fill()
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def fill(self) -> None:
        """Put what is known in the fields."""

    def above(self) -> tuple[QWidget, ...]:
        return (self.told,)

    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way, and what is only told."""
        raise NotImplementedError

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        found = self.problems()
        blocking = [each for each in found if each.blocks]
        words = " ".join(problem(each) for each in found if not each.blocks)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if blocking:
            self.form.show_problems([each for each in blocking if each.field in self.form.names])
            self.off(problem(blocking[0]))
        return not blocking


class EvictionNoticeDesk(HomeDesk):
    """«Varsel om utkastelse» (DOC-14)."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        words = ("Varsel om utkastelse", "eviction_notice.issued", "Lag varselet")
        super().__init__(office, navigator, tenancy, words, parent)

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvorfor"))
        found = self.office.home_track.grounds_of(self._tenancy.lease)
        options = [(each, word(each)) for each in found]
        hint = self.tr("Bokstav a og b trenger en skriftlig leieavtale der ordene står.")
        self.form.line(ChoiceField("ground", self.tr("Tvangsgrunnlag"), options, hint=hint))

    def above(self) -> tuple[QWidget, ...]:
        first = self.tr(
            "Har du ringt først? De fleste saker løser seg med en samtale og en avtale om avdrag."
            " Bare namsfogden kan gjennomføre en utkastelse, aldri utleieren."
        )
        return (Label(first, Type.HELP, Token.TEXT2, wrap=True), *super().above())

    def fill(self) -> None:
        ground = self.office.home_track.of(self._tenancy.lease).ground
        self.form.set_values({"ground": ground or EnforcementGround.UNPAID_RENT})

    def draft(self) -> EvictionNoticeDraft:
        """What is chosen."""
        ground = self.form.values()["ground"]
        return EvictionNoticeDraft(ground if isinstance(ground, EnforcementGround) else None)

    def problems(self) -> tuple[Problem, ...]:
        return self.office.home_letters.check_notice(self._tenancy.lease, self.draft())

    def preview(self) -> bytes:
        letters = self.office.home_letters
        return self.office.letters.preview(
            letters.preview_notice(self._tenancy.lease, self.draft())
        )

    def finish(self) -> object:
        return self.office.home_letters.issue_notice(self._tenancy.lease, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal varselet lages slik?"),
            self.tr(
                "Det lagres og kan ikke endres. De to ukene begynner når det er sendt. Send det i"
                " dag fra «Brev», for dagen i brevet er regnet fra i dag."
            ),
        )


class SocialNoticeDesk(HomeDesk):
    """«Varsel til sosialtjenesten», with the tenant's copy (DOC-15, HL-71)."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        words = (
            "Varsel til sosialtjenesten",
            "social_service_notice.issued",
            "Lag varsel og kopi",
        )
        super().__init__(office, navigator, tenancy, words, parent)

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvem det skal til"))
        self.form.line(TextField("receiver", self.tr("Mottaker")))
        self.form.line(MultilineField("address", self.tr("Adresse"), lines=2, optional=True))
        self.form.section(self.tr("Egne ord"))
        hint = self.tr("Leietakeren får det samme. Skriv bare det som trengs for å få hjelp.")
        self.form.line(
            MultilineField("words", self.tr("Til mottakeren"), lines=3, optional=True, hint=hint)
        )
        self.form.line(CheckField("shows_copy", self.tr("Vis kopien til leietakeren")))

    def fill(self) -> None:
        units = self.office.service_units.open()
        nav = next((each.name() for each in units if each.code == _NAV), "Nav")
        self.form.set_values({"receiver": nav})

    def draft(self) -> SocialNoticeDraft:
        """What is typed."""
        values = self.form.values()
        return SocialNoticeDraft(
            str(values["receiver"] or ""), str(values["address"] or ""), str(values["words"] or "")
        )

    def problems(self) -> tuple[Problem, ...]:
        return self.office.home_letters.check_social(self._tenancy.lease, self.draft())

    def preview(self) -> bytes:
        to_tenant = bool(self.form.values()["shows_copy"])
        document = self.office.home_letters.preview_social(
            self._tenancy.lease, self.draft(), to_tenant=to_tenant
        )
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.home_letters.issue_social(self._tenancy.lease, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal varselet og kopien lages slik?"),
            self.tr(
                "Begge lagres og kan ikke endres. Send kopien til leietakeren senest samtidig."
                " De to ukene begynner når begge er sendt."
            ),
        )


class PetitionDesk(HomeDesk):
    """«Grunnlag for begjæring»: what the namsfogd must have on one sheet (TV-08)."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        words = ("Grunnlag for begjæring", "petition.sheet_made", "Lag arket")
        super().__init__(office, navigator, tenancy, words, parent)

    @property
    def paper(self) -> str:
        return self.tr("Arket")

    def add_fields(self) -> None:
        self.form.section(self.tr("Før det sendes"))
        self.form.line(
            CheckField(
                "enclosed",
                self.tr("Vedleggene ligger klare"),
                hint=self.tr("Leieavtalen, varslene og oversikten over krav og innbetalinger."),
            )
        )

    def problems(self) -> tuple[Problem, ...]:
        found = self.office.home_letters.check_sheet(self._tenancy.lease)
        if found or self.form.values()["enclosed"]:
            return found
        return (Problem("enclosed", "petition_enclosures"),)

    def preview(self) -> bytes:
        document = self.office.home_letters.preview_sheet(self._tenancy.lease)
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.home_letters.issue_sheet(self._tenancy.lease)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal arket lages slik?"),
            self.tr(
                "Det får hele fødselsnummeret og lagres under «Brev». Begjæringen er ikke sendt"
                " før du har sendt den selv. Før den inn her etterpå."
            ),
        )


DESKS = {
    EVICTION_NOTICE: EvictionNoticeDesk,
    SOCIAL_NOTICE: SocialNoticeDesk,
    PETITION_SHEET: PetitionDesk,
}
"""The letters made here, by the task that begins each."""
