"""The bill of materials, in CycloneDX 1.6: which libraries the tool ran on when it made the packs.

The only home of cyclonedx-python-lib.
"""

import datetime
import uuid  # noqa: TID251 - uuid5 alone, which is a hash and no chance
from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from builder import __version__
from builder.release.lock import Locked
from builder.release.refused import MissingError

if TYPE_CHECKING:
    from cyclonedx.model.component import Component
    from cyclonedx.model.license import License

OURS = "lesson-pack-builder"
LONGEST_LICENCE = 80
"""Letters: some libraries put the whole text where its name belongs."""


def needs_cyclonedx() -> None:
    """Raises MissingError where the library isn't installed."""
    try:
        import cyclonedx.model.bom  # noqa: F401 - only whether it is there
    except ImportError:
        raise MissingError("cyclonedx-python-lib", "The list of libraries (sbom.cdx.json)") from None


def bill(locked: Sequence[Locked], date: str) -> bytes:
    """The same bytes for the same libraries and date: the serial number follows from what is listed."""
    from cyclonedx.model import Property
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.tool import ToolRepository
    from cyclonedx.output.json import JsonV1Dot6
    from packageurl import PackageURL

    tool = Component(
        name=OURS,
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=f"{OURS}@{__version__}",
        purl=PackageURL("pypi", name=OURS, version=__version__),
        licenses=_licences("MIT"),
    )
    components = [_component(one) for one in locked]
    for component, one in zip(components, locked, strict=True):
        if one.when:
            component.properties.add(Property(name="lessonpack:when", value=one.when))
    bom = Bom(
        components=components,
        serial_number=uuid.UUID(int=0),
        metadata=BomMetaData(
            component=tool,
            tools=ToolRepository(components=[Component(name=OURS, version=__version__)]),
            timestamp=datetime.datetime.fromisoformat(f"{date}T00:00:00+00:00"),
        ),
    )
    bom.register_dependency(tool, components)
    # The library would draw a number by chance. Ours is that of what the list says.
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, JsonV1Dot6(bom).output_as_string())
    return (JsonV1Dot6(bom).output_as_string(indent=2) + "\n").encode()


def _component(one: Locked) -> "Component":
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import Component
    from packageurl import PackageURL

    return Component(
        name=one.name,
        version=one.version,
        bom_ref=f"{one.name}@{one.version}",
        purl=PackageURL("pypi", name=one.name, version=one.version),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.sha256],
        licenses=_licences(_licence_of(one)),
    )


def _licences(said: str) -> "list[License]":
    from cyclonedx.contrib.license.factories import LicenseFactory

    return [LicenseFactory().make_from_string(said)] if said else []


def _licence_of(one: Locked) -> str:
    """As the library says itself; empty where exactly this version isn't installed, or says nothing."""
    try:
        found = distribution(one.name)
    except PackageNotFoundError:
        return ""
    return _said(found) if found.version == one.version else ""


def _said(found: Distribution) -> str:
    told = found.metadata.json
    said = told.get("license_expression") or told.get("license") or ""
    if isinstance(said, str) and said and "\n" not in said and len(said) <= LONGEST_LICENCE:
        return said
    kinds = [one for one in told.get("classifier") or [] if one.startswith("License :: ")]
    return kinds[0].rpartition(" :: ")[2] if len(kinds) == 1 else ""
