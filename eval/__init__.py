"""Figures: graded suites, scorers, runs, reports and comparisons of runs."""
