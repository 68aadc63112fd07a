"""How well the check of grounding tells sentences that their passages support from those that they do not."""
