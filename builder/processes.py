"""Other processes of this machine."""

import os


def alive(process: int) -> bool:
    """Whether a process is at work, so that what it is writing must stay."""
    if os.name != "posix":
        # There, asking for a process by signal would end it: what is left over stays.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
