"""A pack's zip, byte by byte: its headers are built anew around what is in it, and must be the same.

The standard library's reader finds its way past much that is wrong with a zip. Here every bit counts:
that of a time, of a gap, of a comment, and of each thing that a zip says twice.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.sealed import CREATED_ON_UNIX, LEVEL, MODE
from builder.verify.found import Kind, leads_out, shown

PARTS_LIMIT = 10_000
MEMBER_LIMIT = 128 * 2**20
"""Bytes that a file may have once it is unpacked; slides with many pictures have a tenth of it."""
TOTAL_LIMIT = 500 * 2**20

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s4B4H3L5H2L")
END = struct.Struct("<4s4H2LH")
VERSION = 20
UTF_8 = 0x800
TIME, DATE = 0, 1 << 5 | 1
RAW = -15


class DamagedError(Exception):
    """A zip that isn't as packs are zipped: `kind`, and the rest of a sentence that begins with its name."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(message)
        self.kind, self.message = kind, message


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip, as it is packed and as it is."""

    name: str
    packed: bytes
    data: bytes

    @property
    def raw_name(self) -> bytes:
        return self.name.encode()

    def described(self) -> tuple[int, ...]:
        """What both of its headers say of it: flags, method, time, date, checksum and sizes."""
        flags = 0 if self.name.isascii() else UTF_8
        sums = zlib.crc32(self.data), len(self.packed), len(self.data)
        return flags, zlib.DEFLATED, TIME, DATE, *sums

    def local(self) -> bytes:
        head = LOCAL.pack(b"PK\3\4", VERSION, *self.described(), len(self.raw_name), 0)
        return head + self.raw_name

    def central(self, offset: int) -> bytes:
        head = (b"PK\1\2", VERSION, CREATED_ON_UNIX, VERSION, 0, *self.described())
        return CENTRAL.pack(*head, len(self.raw_name), 0, 0, 0, 0, MODE << 16, offset) + self.raw_name

    def repacked(self) -> bool:
        """Whether packing it again gives the same bytes: the same words can be packed in many ways."""
        packing = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW)
        return packing.compress(self.data) + packing.flush() == self.packed


def members(data: bytes) -> list[Member]:
    """All files in a zip whose every other byte is as `sealed.zipped` writes it; else raises DamagedError."""
    found: list[Member] = []
    tail: list[bytes] = []
    at = 0
    for member in _walked(data):
        found.append(member)
        tail.append(member.central(at))
        at += len(member.local()) + len(member.packed)
    if not found:
        raise DamagedError(Kind.ZIP, "is no zip of a pack, or its beginning is damaged.")
    listed = b"".join(tail)
    whole = listed + END.pack(b"PK\5\6", 0, 0, len(found), len(found), len(listed), at, 0)
    if data[at:] != whole:
        more = len(data) - at - len(whole)
        if more > 0 and data[at:].startswith(whole):
            raise DamagedError(Kind.ZIP, f"goes on for {more} bytes after its end.")
        raise DamagedError(Kind.ZIP, f"is damaged behind its files: the list of them, from byte {at} on.")
    _named_well(found)
    return found


def _walked(data: bytes) -> Iterator[Member]:
    at, room, count = 0, TOTAL_LIMIT, 0
    while data.startswith(b"PK\3\4", at) and len(data) - at >= LOCAL.size:
        *_, packed_size, size, name_size, extra_size = LOCAL.unpack_from(data, at)
        body = at + LOCAL.size + name_size + extra_size
        try:
            name = data[at + LOCAL.size : at + LOCAL.size + name_size].decode()
        except UnicodeDecodeError as fault:
            raise DamagedError(Kind.ZIP, f"is damaged at byte {at}: a name in it.") from fault
        if size > min(MEMBER_LIMIT, room) or count >= PARTS_LIMIT:
            raise DamagedError(
                Kind.TOO_LARGE,
                f"says that {shown(name)} unpacks to {size} bytes; that is more than a pack has.",
            )
        packed = data[body : body + packed_size]
        member = Member(name, packed, _inflated(name, packed, size))
        if member.local() != data[at:body]:
            raise DamagedError(Kind.ZIP, f"is damaged at {shown(name)}: its head, or what it holds.")
        yield member
        at, room, count = body + packed_size, room - size, count + 1


def _inflated(name: str, packed: bytes, size: int) -> bytes:
    unpacking = zlib.decompressobj(RAW)
    try:
        # One byte more than is said shows that there is more, and no more is ever unpacked.
        data = unpacking.decompress(packed, size + 1)
    except zlib.error as fault:
        raise DamagedError(Kind.ZIP, f"is damaged: {shown(name)} can't be unpacked.") from fault
    if len(data) > size:
        raise DamagedError(Kind.TOO_LARGE, f"is damaged: {shown(name)} unpacks to more than is said.")
    if not unpacking.eof or unpacking.unused_data or len(data) != size:
        raise DamagedError(Kind.ZIP, f"is damaged: {shown(name)} is not as long as is said.")
    return data


def _named_well(found: Sequence[Member]) -> None:
    names = [member.name for member in found]
    for name in names:
        if leads_out(name) or "/" not in name or not name.isprintable():
            raise DamagedError(Kind.NAME, f"holds “{shown(name)}”, a name that leads out of its folder.")
    if len({name.split("/")[0] for name in names}) > 1:
        raise DamagedError(Kind.NAME, "holds more than the one folder of its pack.")
    if names != sorted(set(names)):
        raise DamagedError(Kind.ZIP, "holds a file twice, or its files in another order.")
