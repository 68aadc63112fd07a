"""Bodies: the directory of all, what part one has in a task, and the sheet of what one has to do."""
