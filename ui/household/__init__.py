"""All about one person and those they live with, on one page."""
