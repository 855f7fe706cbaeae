"""The page of a lease that is over, standing in «Avslutning»."""

from tests.app.leases.aftermath.conftest import lease, over

__all__ = ["lease", "over"]
