"""The HTTP API under /api/v1: raw JSON in, JSON or problem documents out."""
