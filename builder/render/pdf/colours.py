"""A theme's colours as reportlab takes them."""

from functools import lru_cache

from reportlab.lib.colors import Color, HexColor

from builder.theme import Theme


def colour(theme: Theme, role: str) -> Color:
    """The colour that has this role in the theme; not to be changed, as all who ask get the same."""
    return _of_hex(theme.colours[role])


@lru_cache(maxsize=256)
def _of_hex(digits: str) -> Color:
    # Asked for five thousand times in a pack, of a dozen colours.
    return HexColor(f"#{digits}")
