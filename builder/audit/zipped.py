"""PPTX and DOCX are zip files: looked at before any library unpacks them."""

import zipfile
from io import BytesIO

from builder.audit.passage import UnreadableError

PARTS_LIMIT = 10_000
SIZE_LIMIT = 500 * 2**20
# A tree of XML takes many times the room of its text.
XML_LIMIT = 64 * 2**20
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def look_into(data: bytes, what: str) -> None:
    """Raises UnreadableError for a file that is locked, no zip at all, or too large once it is unpacked."""
    if data.startswith(OLE):
        raise _locked() if ENCRYPTED in data else _old(what)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except Exception as fault:  # a broken zip makes the library raise more kinds than it names
        raise UnreadableError(
            "audit/broken", f"This is not {what}, or it is damaged.", "Open it and save it again."
        ) from fault
    if any(part.flag_bits & 1 for part in parts):
        raise _locked()
    size = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if len(parts) > PARTS_LIMIT or size > SIZE_LIMIT or xml > XML_LIMIT:
        raise UnreadableError(
            "audit/too-large",
            f"Unpacked, this file has {len(parts)} parts of {size / 2**20:.0f} MB together, "
            f"{xml / 2**20:.0f} MB of it text. That is more than any lesson needs.",
            "Take out films and large pictures, or split it. If it came from a stranger, delete it.",
        )


def _locked() -> UnreadableError:
    return UnreadableError(
        "audit/locked", "This file is locked with a password.", "Save it without a password, then try again."
    )


def _old(what: str) -> UnreadableError:
    return UnreadableError(
        "audit/broken",
        f"This is an older Office file, not {what}.",
        "Open it in your office program and save it as .pptx or .docx.",
    )
