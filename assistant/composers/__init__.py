"""Composers: one module a kind of answer, each from a question and its evidence to a draft, or None when it has nothing to say.

They stand by what they answer from: documents as such, targets, rows of tables, units, regulations, prose, and places that agree or do not.
Which of them are asked, and in which order, `assistant.answering` lists; a module that it does not name holds what several of its neighbours need.
"""
