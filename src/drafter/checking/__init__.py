"""Checking a finished text against its report: mentions, frames, verdicts."""
