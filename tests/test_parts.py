"""The digest of what a file says: blind to how it was compressed, and to nothing else."""

import base64
import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from builder.build import Wanted, prepare, theme_for
from builder.checks import Rules
from builder.pack import assemble
from builder.parts import uncompressed
from builder.render import Artefact
from builder.render.html import faces
from tests.checks.small import library
from tests.conftest import DATE


def test_the_same_files_by_another_zlib_say_the_same(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, wanted = library(), Wanted(formats=("word", "web"))
    ready, _ = prepare(ours, "small", rules, theme_for(ours.lessons["small"].model), DATE, wanted)
    assert ready is not None
    drawings = {one.form: one for one in ready.drawings}.values()

    def drawn() -> dict[str, bytes]:
        faces._data.cache_clear()
        found = {file.name: file.data for file in (one.drawn() for one in drawings)}
        faces._data.cache_clear()
        return found

    there = drawn()
    # As if another zlib had written everything: it packs nothing, and unpacks to the same.
    real, compressor = zlib.compress, zlib.compressobj
    monkeypatch.setattr(zlib, "compress", lambda data, *_, **__: real(data, 0))
    monkeypatch.setattr(zlib, "compressobj", lambda _level, *rest: compressor(0, *rest))
    here = drawn()

    other = {name for name, data in here.items() if data != there[name]}
    assert {name.rpartition(".")[2] for name in other} == {"pdf", "pptx", "docx", "html"}
    assert {n: uncompressed(n, data) for n, data in here.items()} == {
        n: uncompressed(n, data) for n, data in there.items()
    }


def test_the_manifest_tells_what_each_file_says() -> None:
    made = assemble("a-lesson", "IE", [Artefact("text/a.txt", b"words")], {}, {})
    manifest = json.loads(next(one.data for one in made.files if one.name == "manifest.json"))

    assert manifest["parts"] == {"text/a.txt": hashlib.sha256(b"words").hexdigest()}


def zipped(words: bytes, level: int, picture: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("a.xml", words * 50)
        archive.writestr("b.png", picture)
    return out.getvalue()


def png(shade: int, level: int) -> bytes:
    out = io.BytesIO()
    picture = Image.new("L", (64, 64))
    picture.putdata([(x * x + shade) % 251 for x in range(64 * 64)])
    picture.save(out, "PNG", compress_level=level)
    return out.getvalue()


def pdf(words: bytes, level: int, a85: bool = False) -> bytes:
    packed = zlib.compress(words * 50, level)
    filters = b"/FlateDecode"
    if a85:
        packed, filters = base64.a85encode(packed) + b"~>", b"/ASCII85Decode /FlateDecode"
    body = b"%%PDF-1.4\n1 0 obj\n<< /Filter [ %s ] /Length %d /Length1 7 >>\nstream\n%s\nendstream\nendobj\n"
    made = body % (filters, len(packed), packed)
    table = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n" % len(made)
    return made + table + b"trailer\n<< /Size 2 >>\nstartxref\n%d\n%%%%EOF\n" % len(made)


def page(words: bytes, level: int) -> bytes:
    packed = zlib.compress(b"outline" * 40, level)
    head = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", b"\0\1\0\0", 64 + len(packed), 1, *[0] * 9)
    font = head + struct.pack(">4sLLLL", b"glyf", 64, len(packed), 280, 9) + packed
    uris = [(b"font/woff", font), (b"image/png", png(3, level))]
    return words + b" ".join(b"data:%s;base64,%s" % (kind, base64.b64encode(one)) for kind, one in uris)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("slides.pptx", lambda words, level: zipped(words, level, png(0, level))),
        ("word/notes.docx", zipped),
        ("notes.pdf", pdf),
        ("old.pdf", lambda words, level: pdf(words, level, a85=True)),
        ("web/slides.html", page),
    ],
)
def test_levels_make_other_bytes_and_letters_another_digest(
    name: str, make: Callable[[bytes, int], bytes]
) -> None:
    one, other, changed = make(b"It is not your fault. ", 1), make(b"It is not your fault. ", 9), None
    changed = make(b"It is not your fault, ", 9)

    assert one != other
    assert uncompressed(name, one) == uncompressed(name, other)
    assert uncompressed(name, changed) != uncompressed(name, other)


def test_another_picture_in_slides_is_another_digest() -> None:
    one, other = zipped(b"x", 9, png(0, 9)), zipped(b"x", 9, png(1, 9))

    assert uncompressed("slides.pptx", one) != uncompressed("slides.pptx", other)


def test_what_stands_about_a_stream_counts_and_where_it_stands_does_not() -> None:
    whole = pdf(b"words", 9)

    assert uncompressed("a.pdf", whole) != uncompressed("a.pdf", whole.replace(b"/Length1 7", b"/Length1 8"))
    assert uncompressed("a.pdf", whole) != uncompressed("a.pdf", whole.replace(b"/Size 2", b"/Size 3"))
    assert uncompressed("a.pdf", whole) == uncompressed("a.pdf", whole.replace(b"65535 f", b"65534 f"))


@pytest.mark.parametrize("name", ["a.pdf", "a.pptx", "a.docx", "a.png", "a.html", "a"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not what its name says",
        zipped(b"torn", 9)[:-9],
        pdf(b"torn", 9)[:60],
        pdf(b"words", 9).replace(b"/Length ", b"/Lengte "),
        b"<p>data:font/woff;base64,AAAA data:image/png;base64,A",
        png(0, 9)[:50],
    ],
)
def test_whatever_cant_be_read_counts_as_it_stands(name: str, data: bytes) -> None:
    told = uncompressed(name, data)

    assert len(told) == 64
    assert told != uncompressed(name, data + b"x")


def test_no_file_can_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.parts.LIMIT", 100)
    for name, data in (("a.pptx", zipped(bytes(9999), 9)), ("a.pdf", pdf(bytes(9999), 9))):
        assert uncompressed(name, data) == hashlib.sha256(data).hexdigest()
