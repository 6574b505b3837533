"""All benchmarks of time in one run, as one table of ratios."""
