"""A `Source` → a model of pydantic's, or everything in it that doesn't fit, in a teacher's words."""

from builder.content.validate.models import RULES, validate

__all__ = ["RULES", "validate"]
