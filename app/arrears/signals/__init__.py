"""Early signals that a home may be at risk: kept with source and day, closed with an outcome."""
