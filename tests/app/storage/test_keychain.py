"""The keyring is a comfort: whatever it does, the passphrase opens the register."""

import base64
from collections.abc import Callable

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from app.core.errors import OfficeError
from app.storage import keychain

KEY = bytes(range(32))
ID = "0" * 32


class SecretService(KeyringBackend):
    """A keyring that keeps what it is given, unless it is told to fail."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # its base class is not annotated
        self.kept: dict[tuple[str, str], object] = {}
        self.failure: type[KeyringError] | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))  # type: ignore[return-value]  # a broken one gives anything

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


SecretService.__module__ = "keyring.backends.SecretService"


class PlainText(SecretService):
    """One that writes keys in clear text, as installed packages may."""


PlainText.__module__ = "keyrings.alt.file"


class Chain(ChainerBackend):
    """Several at once."""

    backends: tuple[KeyringBackend, ...] = ()


Use = Callable[[KeyringBackend], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    def choose(backend: KeyringBackend) -> None:
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        for name in ("get_password", "set_password", "delete_password"):
            monkeypatch.setattr(keyring, name, getattr(backend, name))

    return choose


@pytest.fixture
def backend(use: Use) -> SecretService:
    made = SecretService()
    use(made)
    return made


def test_what_is_kept_comes_back_with_whose_it_is(backend: SecretService) -> None:
    keychain.remember(ID, KEY, "slot")
    assert keychain.recall(ID) == (KEY, "slot")
    assert keychain.recall("1" * 32) is None
    keychain.forget(ID)
    keychain.forget(ID)
    assert keychain.recall(ID) is None
    assert backend.kept == {}


def test_it_is_short_enough_for_every_system(backend: SecretService) -> None:
    keychain.remember(ID, KEY, "0" * 16)
    assert {len(str(kept)) for kept in backend.kept.values()} == {16 + 1 + 44}


@pytest.mark.parametrize("failure", [KeyringLocked, NoKeyringError, InitError, KeyringError])
def test_a_locked_or_refusing_keyring_is_no_way_in_and_no_crash(
    backend: SecretService, failure: type[KeyringError]
) -> None:
    keychain.remember(ID, KEY, "slot")
    backend.failure = failure
    assert keychain.recall(ID) is None
    keychain.forget(ID)
    with pytest.raises(OfficeError) as caught:
        keychain.remember(ID, KEY, "slot")
    assert caught.value.code == "keyring_refused"


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "slot",
        "slot:",
        "slot:æøå",
        "slot:" + base64.b64encode(bytes(31)).decode(),
        "slot:" + base64.b64encode(bytes(33)).decode(),
        b"slot:" + base64.b64encode(bytes(32)),
        7,
    ],
)
def test_what_is_no_key_is_not_taken_for_one(backend: SecretService, kept: object) -> None:
    backend.kept[keychain.SERVICE, ID] = kept
    assert keychain.recall(ID) is None


def test_a_keyring_in_clear_text_is_refused(use: Use) -> None:
    plain = PlainText()
    use(plain)
    assert not keychain.available()
    with pytest.raises(OfficeError):
        keychain.remember(ID, KEY, "slot")
    assert plain.kept == {}
    assert keychain.recall(ID) is None
    keychain.forget(ID)


def test_a_chain_is_no_better_than_its_weakest(use: Use) -> None:
    chain = Chain()  # type: ignore[no-untyped-call]  # its base class is not annotated
    for backends, good in (
        ((), False),
        ((SecretService(),), True),
        ((SecretService(), PlainText()), False),
    ):
        chain.backends = backends
        use(chain)
        assert keychain.available() is good


def test_this_run_has_no_keyring() -> None:
    assert not keychain.available()
    assert keychain.recall(ID) is None
