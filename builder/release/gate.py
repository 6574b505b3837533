"""The last look at a PDF before it is published: PDF/UA-1, by a validator that is not ours.

The only home of page-validation. It takes about a tenth of the time that drawing takes.
"""

from builder.release.refused import MissingError


def needs_validator() -> None:
    """Raises MissingError where the validator isn't installed."""
    try:
        from page import ValidationProfile  # noqa: F401 - only whether it is there
    except ImportError:
        raise MissingError("page-validation", "Looking at every PDF before it is published") from None


def faults(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 that a file breaks, with their reasons."""
    from page import PageError, ValidationProfile, validate_pdf_bytes

    try:
        report = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1)
    except PageError as fault:
        return [f"it can't be read: {fault}"]
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
