"""Letters that keep an applicant told, the clocks they follow, and the sweep of the list."""
