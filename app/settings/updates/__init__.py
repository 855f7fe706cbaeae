"""What has been handed over as an update: whether it is genuine, whole and newer."""
