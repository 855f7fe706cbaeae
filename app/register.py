"""A register that is not open: made, unlocked, restored. The way in to an `Office`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from app.core import words
from app.core.clock import Clock, SystemClock
from app.core.errors import FileProblem, WrongKey, demand
from app.core.ids import OfficerId, Ref
from app.core.opening import OpeningStage, Told, told_nobody
from app.core.records import dataclass
from app.office import Folders, Office, Opening
from app.settings import officer_store
from app.settings import rules as settings_rules
from app.settings import store as settings_store
from app.settings.model import OfficeProfile, OfficerDraft
from app.settings.rule_files import load_parameters
from app.storage import copies, database, keychain, recovery, restoring
from app.storage import envelope as envelopes
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, clear_scratch, scratch
from app.storage.heads import Heads
from app.storage.lock import RegisterLock
from app.storage.unlocked import Unlocked


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
        unlocked = Unlocked(Database(self.files, key, self.clock), envelope, slot, left_open=False)
        office = Ajar(unlocked, self._folders, self.let_go).open()
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

    def read_ahead(self) -> None:
        """The rules and words any register needs, before the key is there: it opens sooner."""
        words.read_ahead()
        with suppress(FileProblem):  # told where the register is opened
            load_parameters()

    def open_with_passphrase(self, passphrase: str) -> Office:
        """All of it while one waits: `unlock_with_passphrase`, and what comes after."""
        return self.unlock_with_passphrase(passphrase).open()

    def open_with_recovery_key(self, typed: str) -> Office:
        """As with a passphrase; there is no officer then, and one must be chosen or made."""
        return self.unlock_with_recovery_key(typed).open()

    def open_with_keyring(self) -> Office | None:
        """None when `unlock_with_keyring` gives none."""
        ajar = self.unlock_with_keyring()
        try:
            return ajar.open() if ajar else None
        except WrongKey:
            return None

    def unlock_with_passphrase(self, passphrase: str) -> "Ajar":
        """WrongKey wrong_passphrase, or FileProblem in its many codes."""
        return self._unlock_vouched(lambda envelope: envelope.open_with_passphrase(passphrase))

    def unlock_with_recovery_key(self, typed: str) -> "Ajar":
        """As with a passphrase."""
        return self._unlock_vouched(lambda envelope: envelope.open_with_recovery(typed))

    def _unlock_vouched(self, unwrap: Callable[[Envelope], tuple[bytes, str]]) -> "Ajar":
        try:
            return self._unlock(unwrap)
        except WrongKey as error:
            if error.code != "register_unreadable_with_key":
                raise
            # the envelope vouched for the key, so it is the file that does not answer to it
            raise FileProblem("register_damaged") from error

    def unlock_with_keyring(self) -> "Ajar | None":
        """None when this machine's keyring does not hold the key, or not one that still opens."""
        try:
            envelope = envelopes.load(self.files)
        except FileProblem:
            return None
        kept = keychain.recall(envelope.register_id)
        if kept is None or kept[1] not in {slot.id for slot in envelope.slots}:
            return None
        try:
            return self._unlock(lambda _: kept)
        except WrongKey:
            return None

    def _unlock(self, unwrap: Callable[[Envelope], tuple[bytes, str]]) -> "Ajar":
        if not self.files.is_there:
            raise FileProblem("register_missing")
        with self._lock_taken() as on_failure:
            self.files.check_shape()
            envelope = envelopes.load(self.files)
            key, slot = unwrap(envelope)
            left_open = self.files.was_left_open
            db = Database(self.files, key, self.clock)
            unlocked = Unlocked(db, envelope, slot, left_open=left_open)
            on_failure.pop_all()
        return Ajar(unlocked, self._folders, self.let_go)

    @contextmanager
    def _lock_taken(self) -> Iterator[ExitStack]:
        """The lock, let go of again unless what is given is emptied when all went well."""
        self._lock.take()
        with ExitStack() as on_failure:
            on_failure.callback(self.let_go)
            yield on_failure

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


class Ajar:
    """A register whose key was right: made fit where it must be, then opened, or left again.

    What fails leaves it, shut and free for others.
    """

    def __init__(self, unlocked: Unlocked, folders: Folders, let_go: Callable[[], None]) -> None:
        self._unlocked, self._folders, self._let_go = unlocked, folders, let_go
        self._clean = unlocked.ended_cleanly(Heads(folders.heads))
        self._fit = False

    @property
    def stages(self) -> tuple[OpeningStage, ...]:
        """What must be done before it can be opened; most often nothing."""
        return () if self._fit else self._unlocked.stages(clean=self._clean)

    @property
    def takes_long(self) -> bool:
        """Whether that is work for a job, with progress and a way out."""
        return bool(self.stages) and self._unlocked.takes_long

    def make_fit(self, told: Told = told_nobody, stopped: Callable[[], bool] | None = None) -> None:
        """Do what must be done first; in any thread. `stopped` breaks it off."""
        self._unlocked.make_fit(
            self._folders.backups, clean=self._clean, told=told, stopped=stopped
        )
        self._fit = True

    def open(self) -> Office:
        """The office, in the thread the key was tried in."""
        with ExitStack() as on_failure:
            on_failure.callback(self.leave)
            if self.stages:
                self.make_fit()
            office = self._admit()
            on_failure.pop_all()
        files = office.files
        clear_scratch(files.register.parent, files.register.name)
        return office

    def leave(self) -> None:
        """Shut it again without having been in; only when no thread is at work on it."""
        self._unlocked.db.close()
        self._let_go()

    def _admit(self) -> Office:
        db = self._unlocked.db
        office = Office(db, self._folders)
        db.by = self._whose(office)
        compared, _ = office.safekeeping.begin()
        office.opening = Opening(compared, self._clean)
        return office

    def _whose(self, office: Office) -> OfficerId:
        """Whose way in it is; a slot that is nobody's opens only when it is the recovery key's."""
        envelope, slot = self._unlocked.envelope, self._unlocked.slot
        officer = office.settings.officer_of_slot(slot, office.clock.today())
        if officer is not None:
            return officer.id
        if envelope.kind_of(slot) != envelopes.RECOVERY:
            raise WrongKey("wrong_passphrase")
        return OfficerId(0)
