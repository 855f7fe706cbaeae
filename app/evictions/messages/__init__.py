"""Messages received of somebody who may lose a home, as their papers have it."""
