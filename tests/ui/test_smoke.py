"""What `--smoke` leaves behind, and what it never says."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.core.errors import OfficeError
from app.demo import place, trial
from tests.house.tree import ROOT
from ui import smoke

PAPERS_AT_LEAST = 70
PICTURE = ROOT / "resources/help/i-dag.png"


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has been through it once, opened a second time as after an upgrade."""
    folder = tmp_path_factory.mktemp("prøve")
    said: list[str] = []
    trial.make_trial(folder, said.append)
    trial.make_trial(folder, said.append)
    assert said[-1] == "Registeret var der fra før"
    return folder


def test_every_paper_is_printed(tried: Path) -> None:
    papers = list((tried / trial.PAPERS).glob("*.pdf"))
    assert len(papers) >= PAPERS_AT_LEAST
    assert all(paper.read_bytes().startswith(b"%PDF-1.7") for paper in papers)


def test_a_picture_and_a_log_without_names_or_places(dressed: QApplication, tried: Path) -> None:
    assert smoke.smoke(dressed, tried) == 0
    assert (tried / smoke.PICTURE).stat().st_size > 10_000
    log = (tried / smoke.LOG).read_text("utf-8")
    assert "Qt" in log
    assert log.endswith("Ferdig\n")
    assert str(Path.home()) not in log
    assert str(tried) not in log
    assert place.PASSPHRASE not in log


def test_the_readme_shows_the_picture_of_a_trial(dressed: QApplication, tried: Path) -> None:
    """`installer/dev picture` puts it there; one of another size was made in another way."""
    script = (ROOT / "installer/dev").read_text("utf-8")
    assert f'/{smoke.PICTURE}" resources/help/i-dag.png' in script
    assert "(resources/help/i-dag.png)" in (ROOT / "README.md").read_text("utf-8")
    assert smoke.smoke(dressed, tried) == 0
    shown, made = (QImage(str(path)).size() for path in (PICTURE, tried / smoke.PICTURE))
    assert shown == made


def test_a_keyring_that_forgets_fails_the_trial(
    tried: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.keychain.remember", lambda *_: None)
    monkeypatch.setattr("app.storage.keychain.recall", lambda _: None)
    register = trial.trial_register(tried)
    said: list[str] = []
    with pytest.raises(OfficeError) as refused:
        trial.open_trial(register, said.append)
    assert refused.value.code == "keyring_refused"
    register.let_go()
