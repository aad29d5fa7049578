"""Drafts, their sections and revisions."""
