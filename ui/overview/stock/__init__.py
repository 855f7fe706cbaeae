"""The parts of «Boliger og behov»."""
