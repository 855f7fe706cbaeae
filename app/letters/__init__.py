"""Finished documents: kept as issued, to be sent, sent, arrived, returned."""
