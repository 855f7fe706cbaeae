"""Creditors are written to, offered what there is, and paid by a plan with its days."""
