"""Element tags of the desk's templates."""
