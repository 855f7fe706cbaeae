"""The four letters of the money track: what they claim, what they say, and how they count."""
