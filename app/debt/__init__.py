"""Economic advice: requests, the queue, the economy of a household, and what is agreed."""
