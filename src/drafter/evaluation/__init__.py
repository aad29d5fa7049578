"""Running evals."""
