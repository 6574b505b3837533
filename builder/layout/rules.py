"""What layout and drawing may complain about, for the list of all rules."""

RULES: dict[str, str] = {
    "fit/overflow": "Every text has room in its place: on its slide, in its column, on its card.",
    "fit/no-place": "A picture stands on a slide that has room for one.",
    "render/missing-glyph": "The fonts that are printed with have every letter of the text.",
}
