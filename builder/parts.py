"""What a file says before it is packed: a digest that is the same wherever it was made, by whatever zlib.

The same words compress to other bytes on another machine. So whoever builds a pack again, to see that it is
what its sources say, compares these digests and not those of the files.
"""

import base64
import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

LIMIT = 256 * 1024 * 1024
"""Bytes: a file that would unpack to more counts as it stands, as nobody's memory should be filled by it."""
ZIPPED = (".pptx", ".docx")

_STREAM = re.compile(rb">>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_ENDS = re.compile(rb"\s*endstream\b")
_TABLE = re.compile(rb"\nxref\r?\n.*?\ntrailer\b|(?<=\nstartxref)\s+\d+", re.DOTALL)
_URI = re.compile(rb"data:(font/woff|image/png);base64,([A-Za-z0-9+/=]+)")
_PNG = b"\x89PNG\r\n\x1a\n"


def uncompressed(name: str, data: bytes) -> str:
    """The sha256 of a file with everything in it uncompressed; `name` says by its ending what it is.

    Of slides and Word files it is of their parts by name, of a PDF of its streams without the numbers that
    follow from their sizes, of a page for a browser of its words with its fonts and pictures unpacked. Of
    any other file, and where a file isn't what its name says, it is that of the bytes. Raises nothing.
    """
    digest = hashlib.sha256()
    try:
        for piece in _pieces(name, data):
            # With its length before it, no piece can run into the next.
            digest.update(len(piece).to_bytes(8, "big") + piece)
    except (ValueError, OSError, EOFError, RuntimeError, struct.error, zlib.error, zipfile.BadZipFile):
        return hashlib.sha256(data).hexdigest()
    return digest.hexdigest() if _kind(name) else hashlib.sha256(data).hexdigest()


def _kind(name: str) -> str:
    ending = name[name.rfind(".") :].lower()
    return "zip" if ending in ZIPPED else ending[1:] if ending in (".pdf", ".html", ".png") else ""


def _pieces(name: str, data: bytes) -> Iterable[bytes]:
    kinds = {"zip": _of_zip, "pdf": _of_pdf, "html": _of_page, "png": _of_png}
    kind = kinds.get(_kind(name))
    return kind(data) if kind else ()


def _of_zip(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = sorted(archive.infolist(), key=lambda one: one.filename)
        if sum(one.file_size for one in members) > LIMIT:
            raise ValueError("too large")
        for one in members:
            data = archive.read(one)
            picture = one.filename.endswith(".png")
            yield one.filename.encode()
            yield (uncompressed(one.filename, data) if picture else hashlib.sha256(data).hexdigest()).encode()


def _of_pdf(data: bytes) -> Iterator[bytes]:
    at, room = 0, LIMIT
    while found := _STREAM.search(data, at):
        start = found.end()
        # What is said of a stream stands in the last object that began before it.
        opened = data.rfind(b" obj", at, start)
        length = _LENGTH.search(data, max(opened, at), start)
        if length is None:
            raise ValueError("a stream without a length")
        end = start + int(length[1])
        if not _ENDS.match(data, end):
            raise ValueError("a stream of another length")
        yield data[at : length.start(1)]
        yield data[length.end(1) : start]
        filters = _FILTERS.search(data, max(opened, at), start)
        plain = _unfiltered(data[start:end], re.findall(rb"/(\w+)", filters[1]) if filters else [], room)
        room -= len(plain)
        yield plain
        at = end
    yield _TABLE.sub(b"", data[at:])


def _unfiltered(data: bytes, filters: list[bytes], room: int) -> bytes:
    for name in filters:
        if name == b"ASCII85Decode":
            data = base64.a85decode(data.strip().removesuffix(b"~>"))
        elif name == b"FlateDecode":
            data = _inflated(data, room)
        else:
            break
    return data


def _inflated(data: bytes, room: int = LIMIT) -> bytes:
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(data, room + 1)
    if len(plain) > room or not unpacking.eof:
        raise ValueError("too large, or torn")
    return plain


def _of_page(data: bytes) -> Iterator[bytes]:
    at = 0
    for found in _URI.finditer(data):
        yield data[at : found.start(2)]
        packed = base64.b64decode(found[2], validate=True)
        yield from _of_png(packed) if found[1] == b"image/png" else _of_woff(packed)
        at = found.end()
    yield data[at:]


def _of_png(data: bytes) -> Iterator[bytes]:
    """Chunk by chunk, those of the picture itself as one; checksums follow from what they are of."""
    if not data.startswith(_PNG):
        raise ValueError("not a PNG")
    at, packed = len(_PNG), b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        if kind == b"IDAT":
            packed += body
        else:
            yield kind + body
        at += size + 12
    yield _inflated(packed)


def _of_woff(data: bytes) -> Iterator[bytes]:
    """Table by table; where each stands, and how long it is when packed, is left out."""
    if data[:4] != b"wOFF":
        raise ValueError("not a WOFF")
    (tables,) = struct.unpack(">H", data[12:14])
    yield data[4:8]
    for number in range(tables):
        tag, at, packed, size, _ = struct.unpack(">4s4I", data[44 + 20 * number : 64 + 20 * number])
        body = data[at : at + packed]
        yield tag
        yield _inflated(body) if packed < size else body
