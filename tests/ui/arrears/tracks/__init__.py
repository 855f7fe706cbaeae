"""«Begge spor» on the page about a tenancy's unpaid rent."""
