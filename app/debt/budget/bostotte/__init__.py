"""A rough check of the housing allowance, never a promise (BST-03 to BST-07)."""
