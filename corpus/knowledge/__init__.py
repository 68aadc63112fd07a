"""The generated knowledge: written once as a generation folder, then read by every question."""
