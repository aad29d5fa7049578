"""Drafts monthly summaries and checks every figure in them."""
