"""What is done for a person, by whom and until when."""
