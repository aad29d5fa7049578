"""One verb per file: what the doors ask for, done with the adapters' help."""
