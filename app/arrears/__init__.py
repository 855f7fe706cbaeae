"""What is owed in rent, the steps taken, and early signals that a home may be at risk."""
