"""Statistics in numpy on the small results of the engine."""
