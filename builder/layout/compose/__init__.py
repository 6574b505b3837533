"""One composition for each name of a slide's layout."""
