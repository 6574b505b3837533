"""Words: what a sentence says and how it is meant; knows no lesson, no YAML and no model of either."""
