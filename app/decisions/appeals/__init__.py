"""Appeals: who complained of which vedtak, in time or not, and what came of it."""
