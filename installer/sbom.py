#!/usr/bin/env python3
"""Writes the SBOM (CycloneDX 1.6, JSON): packages, what wheels tell of themselves, what they hide.

    python installer/sbom.py --packages DIR --system windows|linux [--tree DIR] OUT.json

DIR, --tree and --version as for notices.py. The same input gives the same bytes: no serial number,
and a time only where SOURCE_DATE_EPOCH gives one. What is not valid by the standard ends the build.
"""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as a file it knows its folder only

from installer import shipped
from installer.shipped import Package

Part = dict[str, object]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Writes the SBOM for what is shipped.")
    parser.add_argument("--packages", required=True, type=Path)
    parser.add_argument("--system", required=True, choices=shipped.SYSTEMS)
    parser.add_argument("--tree", type=Path)
    parser.add_argument("--version", default=shipped.version())
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    parts = components(given.packages, given.tree, given.system)
    text = (
        json.dumps(bill(parts, given.version), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
    check(text)
    given.out.write_bytes(text.encode("utf-8"))
    sys.stdout.write(f"{given.out}: {len(parts)} parts, {len(text)} signs\n")


def components(packages: Path, tree: Path | None, system: str) -> list[Part]:
    """Every part once, by name; what we know ourselves goes before what a wheel tells."""
    there = shipped.packages_in(packages, tree)
    parts = [_package(one) for one in there]
    parts += [_hidden(one) for one in shipped.hidden_in(shipped.below(tree or packages), system)]
    if tree and system == "linux":
        parts += [_of_system(one) for one in shipped.system_parts(tree, packages)]
    parts += [told for one in there for told in _told_by(one)]
    unique = {str(part["bom-ref"]): part for part in reversed(parts)}
    return [unique[key] for key in sorted(unique)]


def bill(parts: list[Part], version: str) -> Part:
    """The bill of materials round the parts."""
    husrom = {
        "type": "application",
        "bom-ref": "husrom",
        "name": "husrom",
        "version": version,
        "licenses": [{"expression": "EUPL-1.2"}],
    }
    about: Part = {"component": husrom}
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        about["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).isoformat()
    refs = [str(part["bom-ref"]) for part in parts]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": about,
        "components": parts,
        "dependencies": [{"ref": "husrom", "dependsOn": refs}],
    }


def check(text: str) -> None:
    """Ends the build where the text is not what the standard asks for."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"the SBOM is not valid CycloneDX: {wrong}")


def _package(package: Package) -> Part:
    ref = f"pkg:pypi/{shipped.plain(package.name)}@{package.version}"
    return _part(ref, package.name, package.version, package.terms) | {"purl": ref}


def _of_system(part: shipped.SystemPart) -> Part:
    ref = f"pkg:deb/debian/{part.name}@{part.version}"
    return _part(ref, part.name, part.version, "", "Debian") | {"purl": ref}


def _hidden(part: shipped.Hidden) -> Part:
    ref = f"{part.within}/{part.name}@{part.version}"
    return _part(ref, part.name, part.version, part.licence, part.within)


def _told_by(package: Package) -> list[Part]:
    told = []
    for path in sorted(package.info.glob("sboms/*.json")):
        listed = json.loads(path.read_text("utf-8"))
        told += [_retold(one, package.name) for one in listed.get("components", ())]
    left_out = {package.name, *shipped.left_out(package.name)}
    return [part for part in told if part["name"] not in left_out]


def _retold(one: Part, within: str) -> Part:
    name, version = str(one["name"]), str(one.get("version") or "")
    listed = one.get("licenses")
    named = [_named(item) for item in listed] if isinstance(listed, list) else []
    return _part(f"{within}/{name}@{version}", name, version, " AND ".join(named), within)


def _named(licence: dict[str, object]) -> str:
    inside = licence.get("license", licence)
    if not isinstance(inside, dict):
        return ""
    return str(inside.get("expression") or inside.get("id") or inside.get("name") or "")


def _part(ref: str, name: str, version: str, licence: str, within: str = "") -> Part:
    part: Part = {"type": "library", "bom-ref": ref, "name": name}
    if version:
        part["version"] = version
    if licence:
        part["licenses"] = [{"license": {"name": licence}}]
    if within:
        part["properties"] = [{"name": "husrom:within", "value": within}]
    return part


if __name__ == "__main__":
    main()
