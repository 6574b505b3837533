"""Sheets and posters that every lesson of an age is packed with."""

from typing import Annotated

from pydantic import Field

from builder.content.faces import Picture
from builder.content.help import Ages
from builder.content.papers import Paper
from builder.content.text import Model, PupilText


class Sheet(Model):
    ages: Ages
    paper: Paper


class Poster(Model):
    """Few words, to be read from across a corridor."""

    ages: Ages
    title: PupilText
    message: PupilText
    steps: Annotated[tuple[PupilText, ...], Field(min_length=3, max_length=4)]
    picture: Picture | None = None


class Sheets(Model):
    sheets: tuple[Sheet, ...]
    posters: tuple[Poster, ...]
