"""A release: every pack that is published at once, with what proves where it comes from.

`config` reads what is wanted, `crew` makes packs in several processes, `making` is the whole walk.
"""
