"""The officer's verbs on the office itself, its people and its rules."""

from datetime import date

from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.errors import Conflict, NotFound, OfficeError, Problem, demand
from app.core.ids import OfficerId, Ref
from app.core.parameters import Parameters
from app.core.text import Language
from app.documents.render import render
from app.documents.texts import Text, load_text
from app.settings import basis_store, local_texts, officer_store, own_rules, rules, store
from app.settings.basis_files import load_bases
from app.settings.for_it import for_it_paper
from app.settings.model import (
    LegalBasis,
    LegalBasisDraft,
    LocalText,
    LocalTextDraft,
    OfficeProfile,
    Officer,
    OfficerDraft,
    OwnVersion,
)
from app.settings.prints import lost_machine_sheet, recovery_key_sheet
from app.settings.rule_files import load_parameters
from app.settings.updates.service import Updates
from app.storage import envelope as envelopes
from app.storage import keychain, recovery
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Settings:
    """Profile, officers and their ways in, and the rule values of this municipality."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._shipped = load_parameters()
        self._laid_over: Remembered[Parameters] = Remembered(db)
        self.updates = Updates()

    @property
    def profile(self) -> OfficeProfile:
        """The office as the letterhead has it."""
        found = store.profile(self._db)
        if found is None:
            raise NotFound("office_not_set_up")
        return found

    def for_it(self) -> bytes:
        """The page for IT and the privacy officer, as a file of this moment."""
        return render(for_it_paper(self._db.clock.now()))

    @property
    def register_id(self) -> str:
        """The register's own name for itself."""
        return store.register_id(self._db)

    def change_profile(self, profile: OfficeProfile) -> None:
        """New details from now on; what is issued keeps those it was issued with."""
        demand(rules.check_profile(profile))
        with self._db.unit("office.changed", Ref("office", 1), may_be_idle=True) as unit:
            store.save_profile(unit, profile, self.register_id)

    @property
    def parameters(self) -> Parameters:
        """The shipped rules with the municipality's own laid over."""
        return self._laid_over.get(
            "parameters", lambda: self._shipped.with_overrides(store.overrides(self._db))
        )

    def override(self, parameter: str, value: DatedValue) -> None:
        """A value of our own from a day, with its source; OfficeError parameter_kind if unfit.

        Invalid without a day or a source, as `override_problems` says.
        """
        self._shipped.with_overrides({parameter: [value]})
        demand(self.override_problems(parameter, value))
        with self._db.unit("rule.overridden") as unit:
            self.add_override(unit, parameter, value)

    def add_override(self, unit: Unit, parameter: str, value: DatedValue) -> int:
        """As `override`, inside a larger unit that has checked it (a rule set adopted)."""
        return store.insert_override(unit, parameter, value)

    def override_problems(self, parameter: str, value: DatedValue) -> tuple[Problem, ...]:
        """What is wrong with a value of our own, and what is only told."""
        return own_rules.check_override(
            self._shipped.known(parameter), value, self.own_versions(parameter)
        )

    def own_versions(self, parameter: str) -> tuple[OwnVersion, ...]:
        """The municipality's own values of a parameter, oldest first; a rule set's too."""
        return store.own_versions(self._db, parameter, self._db.clock.today())

    def withdraw_override(self, override: int) -> None:
        """Take back a value that has not begun. Raises NotFound, and Conflict if it holds.

        What came with a rule set goes with the set: Conflict `override_of_rule_set`.
        """
        parameter = store.parameter_of(self._db, override)
        if parameter is None:
            raise NotFound("override_not_found")
        found = next(each for each in self.own_versions(parameter) if each.id == override)
        if found.begun:
            raise Conflict("override_begun", since=found.value.valid_from)
        if found.rule_set is not None:
            raise Conflict("override_of_rule_set")
        with self._db.unit("rule.override_withdrawn") as unit:
            unit.delete("parameter_override", override)

    def legal_bases(self) -> tuple[LegalBasis, ...]:
        """Every version of every basis, the shipped first, then our own, oldest first."""
        weeks = self.parameters.whole("fvl.complaint_weeks", self._db.clock.today())
        found = store.profile(self._db)
        own = found.appeal_body.strip() if found else ""
        shipped = load_bases(weeks)
        named = own_rules.with_appeal_body(shipped, own) if own else shipped
        return (*named, *basis_store.legal_bases(self._db))

    def legal_basis(self, case: CaseKind, on: date) -> LegalBasis:
        """The basis of a kind of case in force on a day (F2, F3). Raises NotFound."""
        return own_rules.basis_on(self.legal_bases(), case, on)

    def basis_problems(self, draft: LegalBasisDraft) -> tuple[Problem, ...]:
        """What is wrong with a basis, and what is only told."""
        weeks = self.parameters.whole("fvl.complaint_weeks", self._db.clock.today())
        return own_rules.check_basis(draft, basis_store.legal_bases(self._db), weeks)

    def set_legal_basis(self, draft: LegalBasisDraft) -> int:
        """A basis of our own from a day; Invalid with what is wrong. Letters out keep theirs."""
        demand(self.basis_problems(draft))
        with self._db.unit("legal_basis.set") as unit:
            added = basis_store.insert_basis(unit, draft)
            unit.about(Ref("legal_basis", added))
        return added

    def text(self, name: str, language: Language, on: date) -> Text:
        """A letter's text on a day with the municipality's own words laid over."""
        own = basis_store.local_texts(self._db, name, language)
        return local_texts.overlaid(load_text(name, language.value, on), own, on)

    def open_passages(self) -> dict[str, tuple[str, ...]]:
        """What the municipality may word itself, by letter; everything else is locked."""
        return dict(local_texts.open_passages())

    def own_texts(self, name: str, language: Language) -> tuple[LocalText, ...]:
        """Our own words in a letter, oldest first."""
        return basis_store.local_texts(self._db, name, language)

    def text_problems(self, draft: LocalTextDraft) -> tuple[Problem, ...]:
        """What is wrong with our own words, and how hard they are to read."""
        known = self.own_texts(draft.document, draft.language)
        return local_texts.check(draft, known, self._db.clock.today())

    def set_text(self, draft: LocalTextDraft) -> int:
        """Our own words for an open passage from a day; Invalid with what is wrong."""
        demand(self.text_problems(draft))
        with self._db.unit("local_text.set") as unit:
            added = basis_store.insert_text(unit, draft)
            unit.about(Ref("local_text", added))
        return added

    def withdraw_text(self, number: int) -> None:
        """Take back words that no letter has used yet. Raises NotFound, and Conflict if begun."""
        found = basis_store.local_text(self._db, number)
        if found is None:
            raise NotFound("local_text_not_found")
        if found.valid_from <= self._db.clock.today():
            raise Conflict("local_text_begun", since=found.valid_from)
        with self._db.unit("local_text.withdrawn") as unit:
            unit.delete("local_text", number)

    def officers(self) -> tuple[Officer, ...]:
        """Everyone who may or might open the register."""
        return officer_store.officers(self._db)

    def officer(self, officer: OfficerId) -> Officer | None:
        """One of them."""
        return next((each for each in self.officers() if each.id == officer), None)

    @property
    def me(self) -> Officer | None:
        """Who opened the register; None after the recovery key."""
        return self.officer(self._db.by)

    def officer_of_slot(self, slot: str, today: date) -> Officer | None:
        """Whose way in it is, if they may open today; OfficeError officer_not_now otherwise."""
        found = next((each for each in self.officers() if each.slot == slot), None)
        if found is None:
            return None
        if today < found.since or (found.until is not None and today > found.until):
            raise OfficeError("officer_not_now")
        return found

    def admit(self, draft: OfficerDraft) -> OfficerId:
        """A new person with a passphrase of their own; Invalid when it is too easy."""
        demand(rules.check_officer(draft))
        envelope, slot = self._envelope().with_passphrase(self._db.key, draft.passphrase)
        envelopes.save(self._db.files, envelope)
        with self._db.unit("officer.admitted", final=True) as unit:
            officer = self.add_officer(unit, draft, slot)
            unit.about(Ref("officer", officer))
        return officer

    def add_officer(self, unit: Unit, draft: OfficerDraft, slot: str) -> OfficerId:
        """The officer's row for a slot made elsewhere (the first person)."""
        return officer_store.insert_officer(
            unit, draft.name.strip(), draft.title.strip(), slot, unit.today, draft.until
        )

    def change_passphrase(self, officer: OfficerId, draft: OfficerDraft) -> None:
        """A new passphrase for one person: a new slot, and the old one gone."""
        demand(rules.check_officer(draft))
        known = self.officer(officer)
        if known is None:
            raise NotFound("officer_not_found")
        envelope, slot = self._envelope().with_passphrase(self._db.key, draft.passphrase)
        # both open until the register says whose the new one is; a slot that is nobody's opens
        # nothing, so that a kill at any point leaves exactly one that does
        envelopes.save(self._db.files, envelope)
        with self._db.unit("officer.passphrase_changed", Ref("officer", officer), final=True) as u:
            u.update("officer", officer, slot=slot, name=draft.name, title=draft.title)
        envelopes.save(self._db.files, envelope.without(known.slot))
        keychain.forget(self.register_id)

    def dismiss(self, officer: OfficerId, last_day: date) -> None:
        """A person's last day; their way in is taken away at once when it has passed."""
        known = self.officer(officer)
        if known is None:
            raise NotFound("officer_not_found")
        if len([each for each in self.officers() if each.until is None]) < 2:
            raise OfficeError("last_officer")
        with self._db.unit("officer.dismissed", Ref("officer", officer), final=True) as unit:
            unit.update("officer", officer, until=last_day)
            if last_day < unit.today:
                envelopes.save(self._db.files, self._envelope().without(known.slot))

    def new_recovery_key(self) -> tuple[str, ...]:
        """Eight groups for paper; the old paper opens nothing from now on."""
        secret = recovery.new_secret()
        envelope, slot = self._envelope().with_recovery(self._db.key, secret)
        with self._db.unit("recovery_key.made", final=True) as unit:
            unit.execute("UPDATE office SET recovery_slot = ? WHERE id = 1", (slot,))
            envelopes.save(self._db.files, envelope)
        return recovery.write(secret)

    def recovery_key_sheet(self, groups: tuple[str, ...]) -> bytes:
        """The sheet for the leader's safe, from memory; never kept."""
        profile, now = self.profile, self._db.clock.now()
        text = load_text("recovery_key", profile.language.value, now.date())
        return render(recovery_key_sheet(profile, groups, now, text))

    def lost_machine_sheet(self, outside: str) -> bytes:
        """«Mistet maskin», for the wall; `outside` is where the other copies lie."""
        profile, now = self.profile, self._db.clock.now()
        hours = self.parameters.whole("pv.breach_hours", now.date())
        text = load_text("lost_machine", profile.language.value, now.date())
        return render(lost_machine_sheet(profile, hours, outside, now, text))

    def remember_here(self) -> None:
        """Let this machine's keyring open the register at program start."""
        me = self.me
        if me is None:
            raise OfficeError("keyring_needs_officer")
        keychain.remember(self.register_id, self._db.key, me.slot)

    def forget_here(self) -> None:
        """Take the key out of this machine's keyring."""
        keychain.forget(self.register_id)

    def _envelope(self) -> Envelope:
        return envelopes.load(self._db.files)
