"""Reports and their figures: the lowest floor, which everything else stands on."""
