"""What the municipality decides about itself, and the rules the program is shipped with."""
