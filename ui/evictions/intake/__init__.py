"""The message as it comes in: one dialog, by the keys, in the order of the paper."""
