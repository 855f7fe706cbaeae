"""An installer that somebody handed over, and what is known of it."""

from dataclasses import field
from datetime import date
from enum import Enum

from app.core.records import dataclass


class MachineSystem(Enum):
    """What an installer is for."""

    WINDOWS = "windows"
    LINUX = "linux"
    OTHER = "other"


class InstallerKind(Enum):
    """The forms Husrom is given out in."""

    SETUP = "setup"
    MSI = "msi"
    DEB = "deb"

    @property
    def system(self) -> MachineSystem:
        """Where it can be installed."""
        return MachineSystem.LINUX if self is InstallerKind.DEB else MachineSystem.WINDOWS


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version's number in its order: 0.2.0a1, 0.2.0b1, 0.2.0rc1, 0.2.0, 0.2.1, 0.10."""

    release: tuple[int, ...]
    stage: tuple[str, int]
    text: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Published:
    """What the publisher signed: which version, and from which day."""

    version: Version
    day: date


@dataclass(frozen=True, slots=True)
class Installer:
    """What a file's name says it is; worth something only where the name is signed."""

    name: str
    kind: InstallerKind
    version: Version


@dataclass(frozen=True, slots=True)
class CheckedUpdate:
    """Genuine, whole, for this machine, and newer than the program that checked it.

    `digest` is SHA-256 in hex, `size` in bytes, `own` the version that runs.
    """

    installer: Installer
    published: Published
    digest: str
    size: int
    own: Version

    @property
    def steps(self) -> str:
        """The code of the words on how to install it."""
        return f"update_steps_{self.installer.kind.value}"
