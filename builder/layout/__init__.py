"""Layout: sections and a theme become placed shapes, measured, split and numbered."""

from builder.layout.deck import place
from builder.layout.letters import lacking, lacks, missing_letters

__all__ = ["lacking", "lacks", "missing_letters", "place"]
