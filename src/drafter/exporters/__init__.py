"""Drafts as documents."""
