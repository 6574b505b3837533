"""Why a release is not made, in words for whoever makes it."""


class RefusedError(Exception):
    """Nothing was published, and what stood before stands. The message is for the user."""


class MissingError(RefusedError):
    """A library is missing that only releases need."""

    def __init__(self, package: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs {package}, which is not installed here. "
            "Try: python -m pip install “.[release]” in a clone, or “make release”."
        )
