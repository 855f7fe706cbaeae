"""What a signed list of installers says, and whether an installer is one to install here."""

import re
from collections.abc import Iterable
from datetime import date

from app.core.errors import FileProblem
from app.settings.updates.model import (
    Installer,
    InstallerKind,
    MachineSystem,
    Published,
    Version,
)

FINAL = ("z", 0)
"""Sorts after «a», «b» and «rc»."""

_VERSION = re.compile(r"(0|[1-9]\d{0,8})((?:\.(?:0|[1-9]\d{0,8})){0,4})(?:(a|b|rc)(\d{1,9}))?")
_COMMENT = re.compile(r"husrom (\S{1,40}) (\d{4}-\d\d-\d\d)")
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_][A-Za-z0-9._~+-]{0,99})")
_NAMES = {
    InstallerKind.SETUP: re.compile(r"husrom-(.+)-setup\.exe"),
    InstallerKind.MSI: re.compile(r"husrom-(.+)\.msi"),
    InstallerKind.DEB: re.compile(r"husrom_(.+)_amd64\.deb"),
}


def version_of(text: str) -> Version | None:
    """«0.2.0» or «0.2.0rc1» in the order of PEP 440; None for any other text."""
    found = _VERSION.fullmatch(text) if text.isascii() else None
    if found is None:
        return None
    major, rest, stage, number = found.groups()
    release = [int(part) for part in f"{major}{rest}".split(".")]
    while release[-1] == 0 and len(release) > 1:
        release.pop()
    return Version(tuple(release), (stage, int(number)) if stage else FINAL, text)


def installer_of(name: str) -> Installer | None:
    """What a file's name says it is. A Debian name has «~» before «rc1»."""
    for kind, pattern in _NAMES.items():
        found = pattern.fullmatch(name)
        version = version_of(found[1].replace("~", "", 1)) if found else None
        if version is not None:
            return Installer(name, kind, version)
    return None


def published_of(comment: str) -> Published:
    """«husrom 0.2.0 2026-11-24»: the program, its version, the day it was signed.

    FileProblem update_other_program or update_version_unclear.
    """
    if not comment.startswith("husrom "):
        raise FileProblem("update_other_program")
    found = _COMMENT.fullmatch(comment) if comment.isascii() else None
    version = version_of(found[1]) if found else None
    if found is None or version is None:
        raise FileProblem("update_version_unclear")
    try:
        return Published(version, date.fromisoformat(found[2]))
    except ValueError:
        raise FileProblem("update_version_unclear") from None


def digests_in(sums: bytes) -> dict[str, str]:
    """The SHA-256 of each file that a list names. FileProblem update_list_odd."""
    try:
        *lines, rest = sums.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise FileProblem("update_list_odd") from None
    found = [_LINE.fullmatch(line) for line in lines]
    listed = {each[2]: each[1] for each in found if each}
    if rest or not listed or len(listed) != len(lines):
        raise FileProblem("update_list_odd")
    return listed


def installers_in(listed: Iterable[str], published: Published) -> dict[str, Installer]:
    """Those of the listed files that can be installed, by name.

    FileProblem update_version_unclear when one is of another version than the signed one.
    """
    found = [each for each in map(installer_of, listed) if each]
    if any(each.version != published.version for each in found):
        raise FileProblem("update_version_unclear")
    return {each.name: each for each in found}


def demand_newer(
    installer: Installer, published: Published, own: Version, system: MachineSystem
) -> None:
    """One to install on this machine.

    FileProblem update_other_system, update_same or update_older.
    """
    version = published.version.text
    if installer.kind.system is not system:
        raise FileProblem("update_other_system", version=version)
    if published.version == own:
        raise FileProblem("update_same", version=version)
    if published.version < own:
        raise FileProblem("update_older", version=version, own=own.text)
