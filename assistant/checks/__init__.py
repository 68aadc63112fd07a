"""What a draft must hold to be an answer, and when there is none."""
