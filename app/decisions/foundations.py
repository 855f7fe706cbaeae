"""What a vedtak rests on: its act, the dated rules, and how the criteria stand."""

from datetime import date

from app.allocation.eligibility.model import Explanation, Met
from app.applications.model import Application, ApplicationState
from app.applications.service import Applications
from app.core.clock import Clock
from app.core.text import Language
from app.decisions import rules
from app.decisions.content.rules import Around
from app.decisions.duties import service_words
from app.decisions.grounds import Grounds, rules_alone, standing, suggested
from app.decisions.model import Vedtak
from app.decisions.papers import NEEDS_SIGNATURE
from app.people.model import AddressProtection
from app.settings.model import LegalBasis
from app.settings.service import Settings
from app.storage.unit import Unit


class Foundations:
    """Reads them as they stand today, and keeps what a vedtak was built on."""

    def __init__(self, applications: Applications, settings: Settings, clock: Clock) -> None:
        self._applications = applications
        self._settings = settings
        self._clock = clock
        self._grounds: Grounds | None = None

    def know_grounds(self, grounds: Grounds) -> None:
        """Ask there how the criteria stand."""
        self._grounds = grounds

    def legal_basis(self, application: Application) -> LegalBasis:
        """The act that decides the case today, with its appeal body and weeks."""
        return self._settings.legal_basis(application.draft.case, self._clock.today())

    def suggested(self, known: Vedtak, language: Language) -> dict[str, str]:
        """The blocks of the reasons, by field of the draft."""
        basis = self.legal_basis(self._applications.get(known.application))
        text = self._settings.text("vedtak_reasons", language, self._clock.today())
        found = self._explained(known)
        if found is None or self._grounds is None:
            return {"rules_text": rules_alone(basis, text)}
        told = self._grounds.told(found, language, you=True)
        place = self._grounds.place_told(found, language, you=True)
        return suggested(found, told, place, basis, text)

    def _explained(self, known: Vedtak) -> Explanation | None:
        """How the criteria stand; help and stays are not judged by them (BS-08)."""
        if self._grounds is None or not known.draft.kind.dwells:
            return None
        return self._grounds.explain(known.application)

    def around(self, known: Vedtak, protection: AddressProtection) -> Around:
        """What the check must know beside the draft and the dwelling it names."""
        parameters, today, me = self._settings.parameters, self._clock.today(), self._settings.me
        state = self._applications.get(known.application).state
        new_act = parameters.text("fvl.ruleset", today) != NEEDS_SIGNATURE
        found = self._explained(known)
        return Around(
            hidden=protection is not AddressProtection.NONE,
            strict=protection is AddressProtection.STRICTLY_CONFIDENTIAL,
            granted=state is ApplicationState.GRANTED_WAITING,
            approver=new_act or parameters.flag("local.vedtak_two_names", today),
            officer=me.name if me else "",
            unmet=standing(found, Met.NOT_MET) if found else (),
            dispensed=standing(found, Met.DISPENSED) if found else (),
            service_words=service_words(),
        )

    def versions(self, known: Vedtak, on: date) -> tuple[tuple[str, date], ...]:
        """The dated rules it rests on, the legal basis among them."""
        application = self._applications.get(known.application)
        basis = self._settings.legal_basis(application.draft.case, on)
        used = rules.versions_used(self._settings.parameters, on)
        return (*used, (f"legal_basis.{application.draft.case}", basis.valid_from))

    def keep(self, unit: Unit, known: Vedtak) -> None:
        """Store how the criteria stood, in the unit that decides."""
        if self._grounds is not None and known.draft.kind.dwells:
            self._grounds.keep(unit, known.application)
