"""A .pptx as parts, their relationships and a zip that is the same for the same parts.

python-pptx keeps the parts and relates them. The zip is written here, once: python-pptx's own holds
the clock and the system, and packing its file again would cost as much as drawing the deck.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI

from builder.document import Image
from builder.render.office import zipped
from builder.render.pptx.xml import HEADER, quoted

_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
COMPRESSED = 4
_DEFAULT_TYPES = {"png": CT.PNG, "rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}


class Package:
    """The parts of one file; a picture used twice is kept once."""

    def __init__(self, opened: OpcPackage | None = None) -> None:
        """Empty, or with the parts of a file that was `opened`."""
        self._opened = opened
        self._opc = opened or OpcPackage(io.BytesIO())
        self._parts: list[Part] = []
        self._images: dict[bytes, Part] = {}
        # The package is related to its presentation and properties just as a part is to others.
        self.root = Part(PACKAGE_URI, "", self._opc)  # type: ignore[arg-type]  # it only wants some package

    def part(self, name: str, content_type: str) -> Part:
        part = Part(PackURI(name), content_type, self._opc)  # type: ignore[arg-type]  # likewise
        self._parts.append(part)
        return part

    def image(self, image: Image) -> Part:
        key = hashlib.sha256(image.data).digest()
        if key not in self._images:
            # A template may have pictures called “image1” itself.
            name = "lesson" if self._opened else "image"
            part = self.part(f"/ppt/media/{name}{len(self._images) + 1}.png", CT.PNG)
            part.blob = image.data
            self._images[key] = part
        return self._images[key]

    def to_bytes(self) -> bytes:
        parts = self._parts if self._opened is None else list(self._opened.iter_parts())
        files = {CONTENT_TYPES_URI: _content_types(parts).encode("utf-8")}
        for part in parts:
            files[part.partname] = part.blob
            if len(part.rels):
                files[part.partname.rels_uri] = _relationships(part.rels)
        files[PACKAGE_URI.rels_uri] = _relationships(self._opened._rels if self._opened else self.root.rels)
        return zipped({uri.membername: data for uri, data in files.items()}, COMPRESSED)


def _content_types(parts: Sequence[Part]) -> str:
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext != "png"
    )
    return (
        f'{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    )


def _relationships(rels: Mapping[str, Any]) -> bytes:
    """Written here, as python-pptx builds a tree for each, which takes as long as the slides."""
    made = "".join(
        f'<Relationship Id="{rel.rId}" Type="{rel.reltype}" Target="{quoted(rel.target_ref)}"'
        + (' TargetMode="External"/>' if rel.is_external else "/>")
        for rel in sorted(rels.values(), key=lambda rel: (len(rel.rId), rel.rId))
    )
    return (
        f'{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{made}</Relationships>"
    ).encode()


def relate_link(part: Part, address: str) -> str:
    """The id of `part`'s relationship to a web address; a raw space or quote would need a repair."""
    return part.relate_to(quote(address, safe=_SAFE_IN_ADDRESS), RT.HYPERLINK, is_external=True)
