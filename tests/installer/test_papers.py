"""What is passed on is told: every package, every licence text, every part that a wheel hides."""

import ast
import json
import re
import sysconfig
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from installer import notices, sbom, shipped
from installer.windows import tree as windows
from tests.house import tree
from ui.settings.about_part import licences

HERE = Path(sysconfig.get_path("purelib"))
GPL_ONLY = re.compile(
    r"PySide6\.Qt(Charts|DataVisualization|Graphs|Lottie|NetworkAuth|QuickTimeline|Quick3D\w*"
    r"|VirtualKeyboard|ShaderTools|HttpServer|Wayland\w*|Mqtt|Coap|OpcUa|Grpc|Protobuf)\b"
)


def _pinned() -> dict[str, str]:
    """What the lock asks for on this system and this Python."""
    text = (tree.ROOT / "installer/runtime.lock").read_text("utf-8")
    lines = re.findall(r"^([\w.-]+==\S+(?: ; [^\\\n]+)?)", text, re.MULTILINE)
    wanted = [Requirement(line.replace(" ; ", ";").strip()) for line in lines]
    return {
        shipped.plain(one.name): str(one.specifier).removeprefix("==")
        for one in wanted
        if one.marker is None or one.marker.evaluate()
    }


@pytest.fixture(scope="module")
def told() -> str:
    """NOTICES for the packages the tests run with."""
    return notices.notices(HERE, None, "9.9")


def test_every_package_of_the_lock_is_named_with_its_version(told: str) -> None:
    named = {
        shipped.plain(name): version
        for name, version in re.findall(r"^([\w.-]+) (\d\S*): ", told, re.MULTILINE)
    }
    assert _pinned().items() <= named.items()
    assert told.startswith("Husrom 9.9\n")


def test_what_only_builds_or_tests_is_not_named(told: str) -> None:
    head = told[: told.index("Deler som ligger inni dem")]
    assert not re.search(r"^(pytest|hypothesis|ruff|mypy) ", head, re.MULTILINE)


def test_the_texts_of_every_package_are_there(told: str) -> None:
    without = [
        one.name for one in shipped.packages_in(HERE) if f"\n{one.name} {one.version} (" not in told
    ]
    assert set(without) <= {"PySide6_Essentials", "shiboken6"}  # theirs are ours by hand


def test_no_package_is_without_terms(told: str) -> None:
    assert [one.name for one in shipped.packages_in(HERE) if "see its" in one.terms] == []
    assert "Qt-Commercial" not in told


def test_every_licence_text_is_told_in_notices_and_program(told: str) -> None:
    texts = list(shipped.LICENCES.iterdir())
    assert sorted(texts) == sorted(licences())
    for path in texts:
        assert path.read_text("utf-8").strip().splitlines()[0].strip() in told


def test_the_texts_the_parts_name_are_shipped() -> None:
    named = {part.text for part in shipped.hidden()} - {""}
    assert named <= {path.name for path in shipped.LICENCES.iterdir()}


def test_the_versions_are_those_in_the_files() -> None:
    there = shipped.hidden_in(HERE, "linux")
    read = {(part.name, part.within) for part in there if part.marker}
    assert {
        ("SQLCipher", "sqlcipher3"),
        ("OpenSSL", "sqlcipher3"),
        ("PCRE2", "PySide6_Essentials"),
    } <= read
    wheels = [
        part for part in shipped.hidden() if not part.file.get("linux", "../").startswith("../")
    ]
    assert [part.name for part in wheels if part not in there] == []


def test_a_part_of_another_version_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.so").write_bytes(b"\0Lib 1.3\0")
    part = shipped.Hidden("Lib", "a", "MIT", "1.2", "", r"Lib (\d\.\d)", {"linux": "a.so"})
    monkeypatch.setattr(shipped, "hidden", lambda: [part])
    with pytest.raises(SystemExit, match=r"a\.so holds Lib 1\.3, .* says 1\.2"):
        shipped.hidden_in(tmp_path, "linux")
    assert shipped.hidden_in(tmp_path, "windows") == []


@pytest.mark.parametrize("system", shipped.SYSTEMS)
def test_a_folder_that_is_not_the_program_ends_the_build(tmp_path: Path, system: str) -> None:
    with pytest.raises(SystemExit, match="holds no SQLCipher"):
        shipped.hidden_in(tmp_path, system)


def test_qt_is_told_under_lgpl_in_the_version_that_is_used(told: str) -> None:
    qt = next(part for part in shipped.hidden() if part.name == "Qt")
    for wanted in (f"Qt {qt.version}", "LGPL-3.0", "Kildekoden", "bytte dem ut", "reverse"):
        assert wanted in told
    pinned = _pinned()
    assert f"PySide6 {pinned['pyside6-essentials']}" in told
    assert f"python-stdnum {pinned['python-stdnum']} (LGPL-2.1" in told


def test_the_bill_holds_all_of_it_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    parts = sbom.components(HERE, None, "linux")
    text = json.dumps(sbom.bill(parts, "9.9"))
    assert text == json.dumps(sbom.bill(sbom.components(HERE, None, "linux"), "9.9"))
    names = {(part["name"], part.get("version")) for part in parts}
    assert {("SQLCipher", "4.19.0"), ("calamine", "0.37.0")} <= names
    assert not {"libimagequant", "FriBiDi"} & {name for name, _ in names}
    refs = [str(part["bom-ref"]) for part in parts]
    assert len(refs) == len(set(refs))
    assert "://" not in text
    assert '"timestamp": "2025-01-01T00:00:00+00:00"' in text


def test_no_part_of_qt_that_is_gpl_only_is_used() -> None:
    used = [
        tree.name(path)
        for path in tree.python_files("app", "ui")
        if GPL_ONLY.search(path.read_text("utf-8"))
    ]
    assert used == []
    assert "pyside6-addons" not in shipped.locked()


@pytest.mark.parametrize("chosen", ["windows/trim.txt", "linux/husrom.spec"])
def test_no_font_under_gpl_is_passed_on(chosen: str) -> None:
    """ReportLab carries one; ours are embedded in every document."""
    assert "reportlab/fonts/*" in (tree.ROOT / "installer" / chosen).read_text("utf-8")


def _icon_fonts(system: str, folder: Path) -> set[str]:
    """The files of the icon fonts that stay when the packages are trimmed for the system."""
    names = [f"qtawesome/fonts/{path.name}" for path in (HERE / "qtawesome/fonts").iterdir()]
    if system == "linux":
        spec = (tree.ROOT / "installer/linux/husrom.spec").read_text("utf-8")
        patterns = ast.literal_eval(spec.split("NOT_SHIPPED = ")[1].split("\n]\n")[0] + "\n]")
        return {name for name in names if not any(fnmatchcase(name, each) for each in patterns)}
    for name in names:
        (folder / "packages" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "packages" / name).touch()
    windows.trim(folder / "packages", folder / "tree")
    lib = folder / "tree/lib"
    return {path.relative_to(lib).as_posix() for path in windows.files(lib)}


@pytest.mark.parametrize("system", shipped.SYSTEMS)
def test_of_the_icon_fonts_the_one_that_is_drawn_is_passed_on_and_told(
    system: str, tmp_path: Path
) -> None:
    """The package has twelve; `ui/kit/icons.py` loads Phosphor and its list of names."""
    stays = _icon_fonts(system, tmp_path)
    told = {part.file[system] for part in shipped.hidden() if part.within == "QtAwesome"}
    assert {name for name in stays if name.endswith(".ttf")} == told
    assert sorted(name.rpartition(".")[2] for name in stays) == ["json", "ttf"]
    assert all("/phosphor-" in name for name in stays)
