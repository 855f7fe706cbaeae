"""Where a case stands: days left, what stops it, children first, what to do next."""
