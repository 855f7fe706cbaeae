"""What the money track asks of the track of the dwelling."""

from app.core.ids import LeaseId
from app.evictions.notices.service import HomeTracks


class HomeTrackBegun:
    """Whether the track of the dwelling runs already (INK-12)."""

    def __init__(self, tracks: HomeTracks) -> None:
        self._tracks = tracks

    def begun(self, lease: LeaseId) -> bool:
        """Whether a notice that holds is made, or a petition filed."""
        return self._tracks.begun(lease)
