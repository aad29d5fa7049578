"""From a grid of cells to figures, problems and questions."""
