"""The pages that people see: one file for each thing they do."""
