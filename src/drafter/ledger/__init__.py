"""Facts and derived facts of a report, computed when asked for."""
