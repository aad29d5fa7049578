"""The language model behind its port."""
