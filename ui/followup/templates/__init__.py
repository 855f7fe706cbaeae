"""The municipality's templates of plans."""
