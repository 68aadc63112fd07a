"""Typed facts: `responsibilities`, `targets`, `indicators`, `scenarios` and `policies` each make those of a kind from a document; the other modules
read what they need (times, subjects, topics, figures, series, grants, lead-ins)."""
