"""The page for IT says of the installers what the installers do."""

import re

from app.documents.parts import texts_of
from app.settings.for_it import page
from tests.house.tree import ROOT

TOLD = " ".join(texts_of(page().blocks))
WINDOWS = ROOT / "installer/windows"
LINUX = ROOT / "installer/linux"


def test_the_set_up_is_where_and_how_the_page_says() -> None:
    script = (WINDOWS / "setup.nsi").read_text("utf-8")
    place = re.search(r'^InstallDir "\$LOCALAPPDATA(.*)"', script, re.MULTILINE)
    key = re.search(r'^!define KEY "(.*)"', script, re.MULTILINE)
    assert place
    assert key
    assert f"%LOCALAPPDATA%{place[1]}" in TOLD
    assert f"HKCU\\{key[1]}, DisplayVersion" in TOLD
    assert 'WriteRegStr HKCU "${KEY}" "DisplayVersion"' in script
    assert r"program\avinstaller.exe" in script
    assert r"program\avinstaller.exe /S" in TOLD
    assert "/S (annen mappe: /D=mappe" in TOLD
    assert "RequestExecutionLevel user" in script
    assert "husrom-oppsett.log" in script
    assert r"%TEMP%\husrom-oppsett.log" in TOLD
    assert "Target amd64-unicode" in script


def test_the_exit_codes_are_those_of_the_set_up() -> None:
    script = (WINDOWS / "setup.nsi").read_text("utf-8")
    told = script[script.index("Exit status:") : script.index("Target ")]
    codes = {int(code) for code in re.findall(r"\b(\d) [a-z]", told)}
    assert (min(codes - {0}), max(codes)) == (1, 8)
    assert "svarkode 1 til 8" in TOLD


def test_the_msi_is_for_the_machine() -> None:
    made = (WINDOWS / "msi.py").read_text("utf-8")
    assert "ProgramFiles64Folder" in made
    assert 'Name="Husrom"' in made
    assert r"%ProgramFiles%\Husrom" in TOLD
    for switch in ("msiexec /i husrom-X.msi /qn", "msiexec /x husrom-X.msi /qn"):
        assert switch in TOLD


def test_the_names_of_the_files_are_those_that_are_built() -> None:
    windows = (WINDOWS / "build.sh").read_text("utf-8")
    linux = (LINUX / "build.sh").read_text("utf-8")
    assert "husrom-$version-setup.exe" in windows
    assert "husrom-$version.msi" in windows
    assert "_amd64.deb" in linux
    assert "/usr/lib/husrom" in linux
    for told in ("husrom-X-setup.exe", "husrom-X.msi", "husrom_X_amd64.deb", "/usr/lib/husrom"):
        assert told in TOLD


def test_notices_and_sbom_are_in_every_package_where_the_page_says() -> None:
    for folder in (WINDOWS, LINUX):
        script = (folder / "build.sh").read_text("utf-8")
        assert "notices.py" in script
        assert "sbom.py" in script
        assert "NOTICES.txt" in script
        assert "sbom.json" in script
    assert "doc=$tree/usr/share/doc/husrom" in (LINUX / "build.sh").read_text("utf-8")
    assert "/usr/share/doc/husrom" in TOLD
