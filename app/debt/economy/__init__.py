"""What a household lives on, pays and owns."""
