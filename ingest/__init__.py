"""Knowledge from files: readers, layout repair, sections, passages, facts, index, published generation."""
