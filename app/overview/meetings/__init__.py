"""The joint allocation meeting: an agenda that misses nothing, and minutes."""
