"""The officer's verbs on the office itself, its people and its rules."""

from datetime import date

from app.core.dated import DatedValue
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import OfficerId, Ref
from app.core.parameters import Parameters
from app.documents.render import render
from app.documents.texts import load_text
from app.settings import officer_store, rules, store
from app.settings.model import OfficeProfile, Officer, OfficerDraft
from app.settings.prints import lost_machine_sheet, recovery_key_sheet
from app.settings.rule_files import load_parameters
from app.storage import envelope as envelopes
from app.storage import keychain, recovery
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.unit import Unit


class Settings:
    """Profile, officers and their ways in, and the rule values of this municipality."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._shipped = load_parameters()

    @property
    def profile(self) -> OfficeProfile:
        """The office as the letterhead has it."""
        found = store.profile(self._db)
        if found is None:
            raise NotFound("office_not_set_up")
        return found

    @property
    def register_id(self) -> str:
        """The register's own name for itself."""
        return store.register_id(self._db)

    def change_profile(self, profile: OfficeProfile) -> None:
        """New details from now on; what is issued keeps those it was issued with."""
        problems = [problem for problem in rules.check_profile(profile) if problem.blocks]
        if problems:
            raise Invalid(problems)
        with self._db.unit("office.changed", Ref("office", 1), may_be_idle=True) as unit:
            store.save_profile(unit, profile, self.register_id)

    @property
    def parameters(self) -> Parameters:
        """The shipped rules with the municipality's own laid over."""
        return self._shipped.with_overrides(store.overrides(self._db))

    def override(self, parameter: str, value: DatedValue) -> None:
        """A value of our own from a day, with its source; OfficeError parameter_kind if unfit."""
        self._shipped.with_overrides({parameter: [value]})
        with self._db.unit("rule.overridden") as unit:
            store.insert_override(unit, parameter, value)

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
        self._check(draft)
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
        self._check(draft)
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

    def _check(self, draft: OfficerDraft) -> None:
        problems = rules.check_officer(draft)
        if problems:
            raise Invalid(problems)

    def _envelope(self) -> Envelope:
        return envelopes.load(self._db.files)
