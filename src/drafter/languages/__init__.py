"""Reading and writing business prose: one room per language behind one protocol."""
