"""The theme's own faces within the page, so that a page looks and reads the same wherever it is opened.

A school's tablet has none of them, and nothing may be fetched. Packed as WOFF, three faces take as much room
as one photograph.
"""

import struct
import zlib
from base64 import b64encode
from functools import lru_cache

from builder.theme import Theme, font_file

_SFNT, _ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
_WOFF, _PACKED = struct.Struct(">4s4sLHHLHHLLLLL"), struct.Struct(">4sLLLL")
_WHOLE = 12
"""The length in bytes of a font file's own head."""


def faces(theme: Theme) -> str:
    """The rules that give a style sheet the title's face, and the body's, regular and bold."""
    title, body = theme.fonts.title, theme.fonts.body
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/woff;base64,{_data(name)})}}'
        for family, weight, name in (
            ("house title", "100 900", title.regular),
            ("house body", "400", body.regular),
            ("house body", "700", body.bold),
        )
    )


@lru_cache(maxsize=16)
def _data(name: str) -> str:
    return b64encode(woff(font_file(name).read_bytes())).decode("ascii")


def woff(font: bytes) -> bytes:
    """A TrueType font, each of its tables packed where that makes it smaller."""
    flavour, count, *_ = _SFNT.unpack_from(font)
    entries = [_ENTRY.unpack_from(font, _SFNT.size + _ENTRY.size * n) for n in range(count)]
    at = _WOFF.size + _PACKED.size * count
    directory, tables = b"", b""
    for tag, checksum, offset, length in entries:
        plain = font[offset : offset + length]
        packed = min(zlib.compress(plain, 9), plain, key=len)
        directory += _PACKED.pack(tag, at + len(tables), len(packed), length, checksum)
        tables += packed + bytes(-len(packed) % 4)
    unpacked = _WHOLE + 16 * count + sum((length + 3) & ~3 for *_, length in entries)
    head = _WOFF.pack(b"wOFF", flavour, at + len(tables), count, 0, unpacked, 1, 0, 0, 0, 0, 0, 0)
    return head + directory + tables
