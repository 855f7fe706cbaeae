"""The encrypted register on disk: database, keys, lock, history, backup."""
