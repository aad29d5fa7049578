"""Writing a summary: references, prompts, the built-in writer, gap questions."""
