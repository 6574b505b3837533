"""The file of a school's changes to one lesson or case study, as it is written."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from builder.content.review import Review
from builder.content.text import Model, StaffText

RULES: dict[str, str] = {
    "overlay/no-base": "Changes are made to a lesson or case study that is there.",
    "overlay/fixed": "What decides who may read a text, and where it comes from, stays as it is.",
    "overlay/twice": "A part is changed once, and nothing is changed within a part that is replaced.",
    "overlay/lost": "Every change finds the part that it was made for.",
    "overlay/base-changed": "Somebody has looked again where the text beneath a change has changed.",
    "overlay/unmarked": "Every change remembers the text that it was made for.",
    "overlay/keep": "Help, the calm ending and what every pupil must hear stay in the lesson.",
}
BASE = Field(
    None, pattern=r"^[0-9a-f]{12}$", description="the fingerprint of the shipped text; the tool writes it"
)


class Written(Model):
    """One change: `at` a place, one of `replace`, `remove`, `insert_after` and `insert_before`.

    `was` is the shipped text at the time, so that people can see later what has changed beneath.
    """

    at: Annotated[StaffText, Field(description="the place by names, such as “activities.the-story.say.0”")]
    replace: Any = None
    remove: Annotated[str | None, Field(pattern="^yes$")] = None
    insert_after: Any = None
    insert_before: Any = None
    base: str | None = BASE
    was: str | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "Written":
        done = [name for name in OPERATIONS if getattr(self, name) is not None]
        if len(done) != 1:
            found = f"does {len(done)} things, {' and '.join(done)}" if done else "does nothing"
            raise ValueError(
                f"This change {found}. Each does one: replace, remove, insert_after or insert_before."
            )
        return self

    @property
    def does(self) -> str:
        return next(name for name in OPERATIONS if getattr(self, name) is not None)


OPERATIONS = ("replace", "remove", "insert_after", "insert_before")


class Changes(Model):
    """`author` is who made the changes; somebody else signs them, in `review`."""

    author: StaffText | None = None
    changes: tuple[Written, ...] = ()
    review: Review | None = None
