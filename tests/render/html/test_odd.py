"""Documents nobody would write: whatever stands in them, they become pages that hold together."""

from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder import document as d
from builder.layout.grid import ON
from builder.render.html import draw
from builder.theme import Theme
from tests.render.html.every import deck_of, document
from tests.render.html.seen import parsed
from tests.render.pdf.test_pages_odd import SECTIONS

LAYOUTS = st.sampled_from(("page", *get_args(d.SlideLayout)))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    derandomize=True,
)
@given(
    sections=st.lists(SECTIONS, max_size=8).map(tuple),
    medium=st.sampled_from(("pages", "slides")),
)
def test_any_document_becomes_a_sound_page(
    theme: Theme, sections: tuple[d.Section, ...], medium: str
) -> None:
    made = document(*sections, medium=medium)
    tree = parsed(draw(made, theme, deck_of(made, theme, tuple(ON))))
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    named = [node.get(key) for node in tree.iter() for key in ("aria-labelledby", "for") if node.get(key)]
    labels = {node.get("for"): node.text_content().strip() for node in tree.iter("label")}

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)
    assert not list(tree.iter("script", "form", "iframe", "link"))
    assert all(node.text_content().strip() for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "a"))
    for field in tree.iter("input", "textarea"):
        assert (field.get("aria-label") or labels.get(field.get("id"), "")).strip()
