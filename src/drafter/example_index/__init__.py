"""Retrieval of example summaries."""
