"""Views across the slices: the search box, and later the counts and returns."""
