"""Failures of evaluation, in the tree of corpus/errors.py: each message says what to do."""

from corpus.errors import AssistantError


class SuiteError(AssistantError):
    """A suite cannot be read or holds nothing to ask; the message names file and line."""

    code = "suite"


class RunError(AssistantError):
    """A saved run is missing, unfinished, already there, or cannot be compared with another."""

    code = "run"


class FactSampleError(AssistantError):
    """A sample of facts or its verdicts are missing, unreadable or do not belong together."""

    code = "fact_sample"


class UnreachableError(AssistantError):
    """No assistant answers at the address given."""

    code = "unreachable"
    status = 503


class SentenceSetError(AssistantError):
    """A set of labelled sentences is missing, empty or broken; the message names file and line."""

    code = "sentence_set"
