"""Pictures: there, of one kind, and described for those who can't see them."""

from collections.abc import Iterator

from pydantic import BaseModel

from builder.checks.context import Context, Shared
from builder.content.case_study import CaseStudy
from builder.content.faces import Picture
from builder.content.loaded import Loaded
from builder.diagnostics import Address, Diagnostic, did_you_mean, error
from builder.source import Source


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson, shared = context.lesson, context.shared
    for address, picture in pictures_in(lesson.model):
        yield from _picture(lesson.source, address, picture, shared)
        if picture.file and (lesson.id, picture.file) not in shared.pictures:
            at = (*address, "file")
            yield error(
                lesson.mark(*at),
                "picture/missing",
                f"The picture “{picture.file}” is not in the lesson's folder.",
                "",
                did_you_mean(picture.file, [name for of, name in shared.pictures if of == lesson.id])
                or "Put the file beside lesson.yaml, without a folder in its name.",
                at,
            )


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    for address, picture in pictures_in(case.model):
        yield from _picture(case.source, address, picture, shared)
        if picture.file:
            at = (*address, "file")
            yield error(
                case.mark(*at),
                "picture/missing",
                "A case study has no folder for picture files.",
                "A photo in a true story can also lead to the people in it.",
                "Use “drawing” with a drawing of the house set.",
                at,
            )


def pictures_in(model: BaseModel, at: Address = ()) -> Iterator[tuple[Address, Picture]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Picture):
            yield (*at, name), value
        elif isinstance(value, BaseModel):
            yield from pictures_in(value, (*at, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from pictures_in(item, (*at, name, index))


def _picture(source: Source, address: Address, picture: Picture, shared: Shared) -> Iterator[Diagnostic]:
    mark = source.mark(address)
    if bool(picture.drawing) == bool(picture.file):
        found = "names both a drawing and a file" if picture.drawing else "names no drawing and no file"
        yield error(
            mark,
            "picture/which",
            f"This picture {found}.",
            "",
            "Name one of the two: “drawing” or “file”.",
            address,
        )
    if picture.drawing and picture.drawing not in shared.rules.drawings:
        at = (*address, "drawing")
        yield error(
            source.mark(at),
            "picture/missing",
            f"There is no drawing “{picture.drawing}” in the house set.",
            "",
            did_you_mean(picture.drawing, shared.rules.drawings),
            at,
        )
    if bool(picture.alt) == picture.decorative:
        found = (
            "is described, and marked as decorative"
            if picture.decorative
            else "is neither described nor marked as decorative"
        )
        yield error(
            mark,
            "picture/alt",
            f"This picture {found}.",
            "Pupils who can't see it hear the description in its place, or nothing if it only decorates.",
            "Say in “alt” what it shows in one short sentence, or write “decorative: true”; not both.",
            address,
        )
