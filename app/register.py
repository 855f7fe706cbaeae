"""A register that is not open: made, unlocked, restored. The way in to an `Office`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock, SystemClock
from app.core.errors import FileProblem, WrongKey, demand
from app.core.ids import OfficerId, Ref
from app.office import Folders, Office, Opening
from app.settings import officer_store
from app.settings import rules as settings_rules
from app.settings import store as settings_store
from app.settings.model import OfficeProfile, OfficerDraft
from app.storage import backup, copies, database, keychain, recovery, restoring, schema
from app.storage import envelope as envelopes
from app.storage.check import quick_check
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, clear_scratch, scratch
from app.storage.lock import RegisterLock


@dataclass(frozen=True, slots=True, repr=False)
class FirstRun:
    """What the first run has asked."""

    profile: OfficeProfile
    officer: OfficerDraft
    outside_folder: str = ""


class Register:
    """A register that is not open: what can be known and done without its key.

    Holds the lock from before the first connection until after the last.
    """

    def __init__(
        self, path: Path, clock: Clock | None = None, folders: Folders | None = None
    ) -> None:
        self.files = RegisterFiles(path)
        self.clock = clock or SystemClock()
        self._folders = folders or Folders.default()
        self._lock = RegisterLock(self.files)

    @property
    def exists(self) -> bool:
        """Whether there is anything under that name: else this is the first run."""
        return self.files.register.exists() or self.files.envelope.exists()

    def create(self, first: FirstRun) -> tuple[Office, tuple[str, ...]]:
        """Make the register; gives the open office and the recovery key's eight groups."""
        problems = (
            *settings_rules.check_profile(first.profile),
            *settings_rules.check_officer(first.officer),
        )
        demand(problems)
        # before anything is made: afterwards the recovery key must reach the officer
        if first.outside_folder and not Path(first.outside_folder).is_dir():
            raise FileProblem("outside_not_found")
        self.files.register.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._lock_taken() as on_failure:
            made = self._create(first)
            on_failure.pop_all()
        return made

    def _create(self, first: FirstRun) -> tuple[Office, tuple[str, ...]]:
        if self.files.register.exists():
            raise FileProblem("register_exists")
        key, secret = envelopes.new_key(), recovery.new_secret()
        envelope, slot = envelopes.new().with_passphrase(key, first.officer.passphrase)
        envelope, recovery_slot = envelope.with_recovery(key, secret)
        # made whole in a folder of its own: an unclean end leaves no half register behind
        with scratch(self.files.register.parent, self.files.register.name) as place:
            fresh = RegisterFiles(place / self.files.register.name)
            database.create(fresh, key)
            envelopes.save(fresh, envelope)
            self._furnish(Database(fresh, key, self.clock), envelope, slot, recovery_slot, first)
            restoring.set_aside(self.files, self.clock.now())
            restoring.put_in_place(fresh, self.files)
        office = self._admit(Database(self.files, key, self.clock), envelope, slot)
        if first.outside_folder:
            office.safekeeping.set_outside(first.outside_folder)
        return office, recovery.write(secret)

    @staticmethod
    def _furnish(
        db: Database, envelope: Envelope, slot: str, recovery_slot: str, first: FirstRun
    ) -> None:
        try:
            with db.unit("register.made", Ref("office", 1), final=True) as unit:
                settings_store.save_profile(unit, first.profile, envelope.register_id)
                unit.update("office", 1, recovery_slot=recovery_slot)
                unit.by = officer_store.insert_officer(
                    unit,
                    first.officer.name.strip(),
                    first.officer.title.strip(),
                    slot,
                    unit.today,
                    first.officer.until,
                )
        finally:
            db.close()

    def open_with_passphrase(self, passphrase: str) -> Office:
        """WrongKey wrong_passphrase, or FileProblem in its many codes."""
        return self._open_vouched(lambda envelope: envelope.open_with_passphrase(passphrase))

    def open_with_recovery_key(self, typed: str) -> Office:
        """As with a passphrase; there is no officer then, and one must be chosen or made."""
        return self._open_vouched(lambda envelope: envelope.open_with_recovery(typed))

    def _open_vouched(self, unwrap: Callable[[Envelope], tuple[bytes, str]]) -> Office:
        try:
            return self._open(unwrap)
        except WrongKey as error:
            if error.code != "register_unreadable_with_key":
                raise
            # the envelope vouched for the key, so it is the file that does not answer to it
            raise FileProblem("register_damaged") from error

    def open_with_keyring(self) -> Office | None:
        """None when this machine's keyring does not hold the key, or not one that still opens."""
        try:
            envelope = envelopes.load(self.files)
        except FileProblem:
            return None
        kept = keychain.recall(envelope.register_id)
        if kept is None or kept[1] not in {slot.id for slot in envelope.slots}:
            return None
        try:
            return self._open(lambda _: kept)
        except WrongKey:
            return None

    def _open(self, unwrap: Callable[[Envelope], tuple[bytes, str]]) -> Office:
        if not self.files.is_there:
            raise FileProblem("register_missing")
        with self._lock_taken() as on_failure:
            self.files.check_shape()
            envelope = envelopes.load(self.files)
            key, slot = unwrap(envelope)
            left_open = self.files.was_left_open
            db = Database(self.files, key, self.clock)
            office = self._admit(db, envelope, slot, left_open)
            on_failure.pop_all()
        return office

    @contextmanager
    def _lock_taken(self) -> Iterator[ExitStack]:
        """The lock, let go of again unless what is given is emptied when all went well."""
        self._lock.take()
        with ExitStack() as on_failure:
            on_failure.callback(self.let_go)
            yield on_failure

    def _admit(
        self, db: Database, envelope: Envelope, slot: str, left_open: bool = False
    ) -> Office:
        with ExitStack() as on_failure:
            on_failure.callback(db.close)
            if db.version > schema.newest():
                raise FileProblem("register_newer", file=db.version, program=schema.newest())
            if db.version < schema.newest():
                backup.make(db, self._folders.backups / envelope.register_id, envelope)
                db.migrate()
            office = Office(db, self._folders)
            db.by = self._whose(office, envelope, slot)
            compared, clean = office.safekeeping.begin()
            clean = clean and not left_open
            if not clean and not quick_check(db):
                raise FileProblem("register_damaged", detail="quick_check")
            office.opening = Opening(compared, clean)
            on_failure.pop_all()
        clear_scratch(self.files.register.parent, self.files.register.name)
        return office

    def _whose(self, office: Office, envelope: Envelope, slot: str) -> OfficerId:
        """Whose way in it is; a slot that is nobody's opens only when it is the recovery key's."""
        officer = office.settings.officer_of_slot(slot, self.clock.today())
        if officer is not None:
            return officer.id
        if envelope.kind_of(slot) != envelopes.RECOVERY:
            raise WrongKey("wrong_passphrase")
        return OfficerId(0)

    def restore(self, copy: Path, open_key: Callable[[Envelope], bytes]) -> Path | None:
        """Put a backup in this register's place; gives the folder the old set was moved to.

        FileProblem and WrongKey as `backup.restore`; the register must not be open.
        """
        self.files.register.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock.take()
        try:
            return restoring.restore(copy, self.files, open_key, self.clock)
        finally:
            self.let_go()

    def newest_backup(self) -> Path | None:
        """The newest backup on this machine, found without a key."""
        try:
            register_id = envelopes.load(self.files).register_id
        except FileProblem:
            return None
        there = copies.of(self._folders.backups / register_id, register_id)
        return next(iter(there), None)

    def let_go(self) -> None:
        """Let others open the register; after the office is closed."""
        self._lock.let_go()
