"""A .docx as parts, their relationships and a zip that is the same for the same parts.

python-docx keeps the parts and relates them. Its template is not used: that brings a stranger's
properties, a picture of a page and a hundred styles that nobody asked for.
"""

import hashlib
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import CT_Relationships, CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships

from builder.document import Image
from builder.render.docx.xml import Element, clean
from builder.render.office import zipped

__all__ = ["CT", "RT", "Package", "Part", "web_address"]

COMPRESSED = 6
_DEFAULTS = {"png": CT.PNG, "rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
_SCHEMES = ("https://", "http://", "mailto:", "tel:")


class Package:
    """The parts of one file; a picture used twice is kept once."""

    def __init__(self) -> None:
        self.opc = OpcPackage()
        self._parts: list[Part] = []
        self._images: dict[bytes, Part] = {}

    def part(self, name: str, content_type: str) -> Part:
        """A new part; what it holds is put in when it is `filled`."""
        part = Part(PackURI(name), content_type)
        self._parts.append(part)
        return part

    def image(self, image: Image) -> Part:
        key = hashlib.sha256(image.data).digest()
        if key not in self._images:
            part = self.part(f"/word/media/image{len(self._images) + 1}.png", CT.PNG)
            part._blob = image.data
            self._images[key] = part
        return self._images[key]

    def to_bytes(self) -> bytes:
        files = {CONTENT_TYPES_URI.membername: self._content_types()}
        for part in self._parts:
            files[part.partname.membername] = part.blob
            if len(part.rels):
                files[part.partname.rels_uri.membername] = _relationships(part.rels)
        files[PACKAGE_URI.rels_uri.membername] = _relationships(self.opc.rels)
        return zipped(files, COMPRESSED)

    def _content_types(self) -> bytes:
        types = CT_Types.new()  # type: ignore[no-untyped-call]  # python-docx has not typed it
        for ending, kind in _DEFAULTS.items():
            types.add_default(ending, kind)
        for part in self._parts:
            if part.partname.ext != "png":
                types.add_override(part.partname, part.content_type)
        return serialize_part_xml(types)


def filled(part: Part, holds: Element) -> Part:
    """The part with the element that it holds."""
    part._blob = serialize_part_xml(holds)
    return part


def _relationships(rels: Relationships) -> bytes:
    made = CT_Relationships.new()
    for rel in rels.values():
        made.add_rel(rel.rId, rel.reltype, rel.target_ref, rel.is_external)
    return serialize_part_xml(made)


def web_address(address: str) -> str:
    """An address with its scheme, and without what would make Word ask for a repair."""
    address = clean(address).strip()
    whole = address if address.startswith(_SCHEMES) else f"https://{address}"
    return quote(whole, safe=_SAFE_IN_ADDRESS)
