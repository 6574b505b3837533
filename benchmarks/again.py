"""Work done again and again in one warm process, once for each line of standard input."""

import resource
import sys
import time
from collections.abc import Callable, Mapping

Work = Mapping[str, Callable[[int], object]]
"""What can be done, by name; it is given a number that is another one each time."""


def serve(work: Work) -> None:
    """For each line “NAME NUMBER”, print processor seconds, wall seconds and peak memory in MiB."""
    for line in sys.stdin:
        name, _, number = line.strip().rpartition(" ")
        processor, wall = time.process_time(), time.perf_counter()
        work[name](int(number))
        spent = time.process_time() - processor, time.perf_counter() - wall
        print(*spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
