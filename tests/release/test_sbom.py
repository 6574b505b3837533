"""The bill of materials: valid CycloneDX 1.6, the same every time, and as the lock file has it."""

import json
from dataclasses import replace

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from builder.release.lock import Locked, read_lock
from builder.release.sbom import bill
from tests.conftest import DATE, ROOT


@pytest.fixture(scope="module")
def locked() -> list[Locked]:
    return read_lock(ROOT / "requirements" / "run.lock")[1]


def test_it_is_valid_and_names_every_library_with_its_hashes(locked: list[Locked]) -> None:
    made = bill(locked, DATE).decode()
    told = json.loads(made)

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    assert told["specVersion"] == "1.6"
    assert told["metadata"]["timestamp"] == f"{DATE}T00:00:00+00:00"
    found = {(one["name"], one["version"]): one for one in told["components"]}
    assert set(found) == {(one.name, one.version) for one in locked}
    for one in locked:
        component = found[one.name, one.version]
        assert {each["content"] for each in component["hashes"]} == set(one.sha256)
        assert component["purl"] == f"pkg:pypi/{one.name}@{one.version}"
    assert found["click", next(one.version for one in locked if one.name == "click")]["licenses"]


def test_the_same_libraries_and_date_are_the_same_bytes(locked: list[Locked]) -> None:
    assert bill(locked, DATE) == bill(locked, DATE)


def test_another_library_or_date_is_another_serial_number(locked: list[Locked]) -> None:
    numbers = {
        json.loads(made)["serialNumber"]
        for made in (
            bill(locked, DATE),
            bill(locked, "2026-09-02"),
            bill([replace(locked[0], version="99"), *locked[1:]], DATE),
        )
    }

    assert len(numbers) == 3


def test_a_licence_is_told_only_of_the_very_version_that_is_installed(locked: list[Locked]) -> None:
    click = next(one for one in locked if one.name == "click")

    told = json.loads(bill([click, replace(click, version="1.0")], DATE))["components"]

    assert {one["version"]: "licenses" in one for one in told} == {click.version: True, "1.0": False}
