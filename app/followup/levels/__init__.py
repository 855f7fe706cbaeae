"""How much help is agreed: five levels, what each demands, and how it went over time."""
