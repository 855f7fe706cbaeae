"""Economic advice: the queue, and each case."""
