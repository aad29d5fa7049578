"""Bytes to grids of cells."""
