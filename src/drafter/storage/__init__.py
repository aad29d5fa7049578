"""Reports, drafts and revisions in a relational database."""
