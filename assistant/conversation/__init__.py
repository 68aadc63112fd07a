"""Questions that lean on the conversation before them, said so that they stand alone."""
