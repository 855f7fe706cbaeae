"""Dwellings and wishes by how many bedrooms, in the sizes that are counted. Pure."""

from app.overview.figures.model import HomeSize


def size_of(bedrooms: int | None) -> HomeSize:
    """A bedsit and one bedroom are one size, four and more another."""
    if bedrooms is None:
        return HomeSize.UNKNOWN
    sizes = (HomeSize.ONE, HomeSize.ONE, HomeSize.TWO, HomeSize.THREE, HomeSize.FOUR)
    return sizes[min(max(bedrooms, 0), 4)]
