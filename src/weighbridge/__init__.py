"""Weighbridge: the public scale for open-weight AI."""
