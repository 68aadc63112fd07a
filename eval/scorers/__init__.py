"""One scorer a file: each takes a case and the recorded reply to it and returns a Score."""
