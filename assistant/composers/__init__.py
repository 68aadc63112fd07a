"""Composers: one module a kind of answer, each from a question and its evidence to a draft, or None when it has nothing to say.

What several of them need, or one of them only in part, stands in modules beside them: how targets fit (target_fit, target_pairs) and are put
into words (target_statements), which table and rows a question means (row_tables, row_conditions), what says what a name stands for (definitions),
which article is meant (articles), what is counted out (enumerations), the sides of a conflict (conflict_statements).
"""
