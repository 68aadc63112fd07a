"""Answers on documents as such: number, dates, signatory, basis, validity, stages, goals."""
