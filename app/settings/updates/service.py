"""Checking an update that somebody handed over. Reads only: never starts it, never asks the net."""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

from app.core.errors import FileProblem
from app.core.paths import RESOURCES
from app.settings.updates import rules
from app.settings.updates.model import (
    CheckedUpdate,
    Installer,
    InstallerKind,
    MachineSystem,
    Published,
    Version,
)
from app.storage import signatures

Told = Callable[[int, int], object]
"""Told how many bytes are read, and of how many; may raise to stop."""

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.minisig"
KEY_FILE = RESOURCES / "update.pub"
LARGEST = 64 * 1024
"""Bytes of a list or signature that are looked at: a real one has some hundred."""
CHUNK = 1024 * 1024

_SYSTEMS = {"win32": MachineSystem.WINDOWS, "linux": MachineSystem.LINUX}


def this_system() -> MachineSystem:
    """What this machine can install."""
    return _SYSTEMS.get(sys.platform, MachineSystem.OTHER)


def own_version() -> Version:
    """Which version runs. FileProblem update_own_unknown when it is not known."""
    try:
        found = rules.version_of(metadata.version("husrom"))
    except metadata.PackageNotFoundError:
        found = None
    if found is None:
        raise FileProblem("update_own_unknown")
    return found


class Updates:
    """Whether an installer is genuine, whole, for this machine, and newer."""

    def __init__(self, key: Path = KEY_FILE, system: MachineSystem | None = None) -> None:
        self._key = key
        self._system = system or this_system()

    def check(self, chosen: Path, told: Told = lambda _done, _total: None) -> CheckedUpdate:
        """`chosen` is an installer, or its folder, or the list or signature beside it.

        FileProblem: one of the codes of `updates`; update_no_key gives the file's own digest.
        """
        own = own_version()
        folder, picked = _where(chosen)
        key = self._public_key()
        if key is None:
            raise FileProblem("update_no_key", digest=self._bare_digest(folder, picked, told))
        published, digests = _signed(folder, key)
        listed = rules.installers_in(digests, published)
        installer = _named(picked, listed) if picked else self._for_here(folder, listed)
        digest, size = _digest(folder / installer.name, told)
        if digest != digests[installer.name]:
            raise FileProblem("update_damaged", digest=digest)
        rules.demand_newer(installer, published, own, self._system)
        return CheckedUpdate(installer, published, digest, size, own)

    def _public_key(self) -> signatures.PublicKey | None:
        """The publisher's key; None when the program was built without one."""
        try:
            return signatures.public_key(self._key.read_bytes())
        except FileNotFoundError:
            return None
        except OSError:
            raise FileProblem("update_key_damaged") from None

    def _for_here(self, folder: Path, listed: dict[str, Installer]) -> Installer:
        """The listed installer for this machine that lies there."""
        there = [each for each in listed.values() if _lies(folder / each.name)]
        return self._best(there)

    def _best(self, there: Iterable[Installer]) -> Installer:
        """For this system before others, the newest, and in the form this program came in."""
        wanted = preferred_kinds()
        ours = [each for each in there if each.kind.system is self._system]
        if not ours:
            raise FileProblem("update_no_installer")
        return max(ours, key=lambda each: (each.version, -wanted.index(each.kind)))

    def _bare_digest(self, folder: Path, picked: Path | None, told: Told) -> str:
        if picked is None:
            there = [each for each in map(rules.installer_of, _names(folder)) if each]
            picked = folder / self._best(there).name
        return _digest(picked, told)[0]


def preferred_kinds() -> tuple[InstallerKind, ...]:
    """IT's form first where IT installed this program for everyone on the machine."""
    shared = os.environ.get("PROGRAMFILES", "")
    for_all = bool(shared) and Path(sys.prefix).is_relative_to(shared)
    setup, msi, deb = InstallerKind.SETUP, InstallerKind.MSI, InstallerKind.DEB
    return (msi, setup, deb) if for_all else (setup, msi, deb)


def _where(chosen: Path) -> tuple[Path, Path | None]:
    """The folder, and the file if one was chosen in it. FileProblem update_missing."""
    try:
        mode = chosen.stat().st_mode
    except (OSError, ValueError) as error:
        raise FileProblem("update_missing") from error
    if stat.S_ISDIR(mode):
        return chosen, None
    if not stat.S_ISREG(mode):
        raise FileProblem("update_missing")
    return chosen.parent, None if chosen.name in {SUMS, SIGNATURE} else chosen


def _signed(folder: Path, key: signatures.PublicKey) -> tuple[Published, dict[str, str]]:
    """What the publisher signed: the version, and the digest of each file."""
    sums = _small(folder / SUMS, "update_list_missing", "update_list_odd")
    signature = _small(folder / SIGNATURE, "update_signature_missing", "signature_damaged")
    published = rules.published_of(signatures.signed_comment(sums, signature, key))
    return published, rules.digests_in(sums)


def _named(picked: Path, listed: dict[str, Installer]) -> Installer:
    if picked.name not in listed:
        raise FileProblem("update_not_named", names=", ".join(sorted(listed)) or "–")
    return listed[picked.name]


def _small(path: Path, missing: str, odd: str) -> bytes:
    if not _lies(path):
        raise FileProblem(missing)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(error) from error
    if len(content) > LARGEST:
        raise FileProblem(odd)
    return content


def _digest(path: Path, told: Told) -> tuple[str, int]:
    """SHA-256 and size of a file, read a piece at a time. FileProblem update_unreadable."""
    digest, done = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            total = os.fstat(file.fileno()).st_size
            while piece := file.read(CHUNK):
                digest.update(piece)
                done += len(piece)
                told(done, max(done, total))
    except OSError as error:
        raise _unreadable(error) from error
    if done < total:  # some systems end a file quietly when its disk is pulled out
        raise FileProblem("update_unreadable")
    return digest.hexdigest(), done


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise _unreadable(error) from error


def _lies(path: Path) -> bool:
    """Whether a proper file lies there: never waits for a pipe."""
    try:
        return path.is_file()
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> FileProblem:
    gone = error.errno in {errno.ENOENT, errno.ENOTDIR}
    return FileProblem("update_missing" if gone else "update_unreadable")
