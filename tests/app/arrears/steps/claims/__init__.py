"""The four letters of the money track."""
