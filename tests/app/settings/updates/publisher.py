"""Somebody who gives out updates: a key made for the test, and folders as on a memory stick."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NEWER, DAY = "99.2.0", "2026-11-24"
KEY_NAME = b"\x01\x02\x03\x04\x05\x06\x07\x08"
SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.minisig"


def names_of(version: str) -> tuple[str, str, str]:
    """What one version is given out as."""
    return f"husrom-{version}-setup.exe", f"husrom-{version}.msi", f"husrom_{version}_amd64.deb"


@dataclass
class Publisher:
    """Signs as the tool does."""

    name: bytes = KEY_NAME
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def public(self) -> bytes:
        """The public half as the tool writes it."""
        packed = b"Ed" + self.name + self.key.public_key().public_bytes_raw()
        return _two_lines("untrusted comment: minisign public key", packed)

    def sign(self, content: bytes, comment: str, kind: bytes = b"ED") -> bytes:
        """A signature file; `kind` «Ed» is the old form."""
        signed = content if kind == b"Ed" else hashlib.blake2b(content).digest()
        signature = self.key.sign(signed)
        sealed = self.key.sign(signature + comment.encode())
        first = _two_lines("untrusted comment: x", kind + self.name + signature)
        return first + _two_lines(f"trusted comment: {comment}", sealed)

    def give_out(self, folder: Path, version: str = NEWER, comment: str = "") -> Path:
        """A folder with the installers of a version, their list and its signature."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in names_of(version):
            (folder / name).write_bytes(name.encode() * 1000)
        self.list_and_sign(folder, *names_of(version), comment=comment or said(version))
        return folder

    def list_and_sign(self, folder: Path, *names: str, comment: str) -> None:
        """The list of what lies there, and its signature."""
        self.write(folder, sums_of(folder, *names), comment)

    def write(self, folder: Path, sums: bytes, comment: str) -> None:
        """A list as given, and its signature."""
        (folder / SUMS).write_bytes(sums)
        (folder / SIGNATURE).write_bytes(self.sign(sums, comment))


def said(version: str) -> str:
    """The comment that is signed with a list."""
    return f"husrom {version} {DAY}"


def sums_of(folder: Path, *names: str) -> bytes:
    """A list as sha256sum writes it."""
    digests = ((hashlib.sha256((folder / name).read_bytes()).hexdigest(), name) for name in names)
    return "".join(f"{digest}  {name}\n" for digest, name in digests).encode()


def _two_lines(said: str, packed: bytes) -> bytes:
    return f"{said}\n{b64encode(packed).decode()}\n".encode()
