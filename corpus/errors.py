"""Every failure the product reports, as one tree.

    AssistantError                what a user may see: a message that says what happened and what to do
    ├── ConfigurationError        a setting is missing or wrong
    │   └── NoModelError          assistant/session.py: a language model is asked for, and none is configured
    ├── CorpusError               the corpus folder cannot be used as it is
    │   ├── ManifestError         the manifest, units, synonyms or glossary file is broken; names file and line
    │   └── UnreadableFileError   one file cannot be read; the others go on
    ├── KnowledgeError            the generated knowledge cannot be used
    │   ├── NoGenerationError     nothing has been ingested yet
    │   └── MismatchError         the generation was built by another schema, embedder or index
    ├── UnwritableError           generated knowledge cannot be stored: the disk is full, or the folder is not to be written to
    ├── IngestRunningError        another ingest holds the lock
    ├── PublishingError           an action on a document cannot be done as asked
    │   ├── NameTakenError        a document of that name is there, or several fit a name
    │   └── CorrectionError       a correction does not fit the document, or its source does not prove it
    ├── ModelError                assistant/generation/language_model.py: a language model did not answer; the answer is made without it
    ├── BackupError               an archive cannot be written, is damaged, or does not fit this program
    ├── InvalidQuestionError      the question is empty, too long or not text
    ├── NotFoundError             no document, conversation, answer or unit of that name
    ├── UnknownCallerError        assistant/access/denials.py: what was shown is no key, or none that still counts
    │   └── EndedSignInError      the sign-in is over
    ├── NotAllowedError           assistant/access/denials.py: the caller's role does not let them do this
    │   └── OtherOriginError      a page of another site sent what only our own may
    ├── TooManyRequestsError      assistant/access/allowance.py: a client has asked more than its share
    ├── ParameterError            assistant/api/openai_failures.py: a field of an OpenAI request asks for what cannot be done
    │   └── UnknownModelError     no model of that name is offered
    ├── SuiteError                eval/errors.py: a suite cannot be read
    ├── RunError                  eval/errors.py: a saved run is missing or does not fit
    ├── FactSampleError           eval/errors.py: a sample of facts, or the verdicts on it, cannot be read
    ├── SentenceSetError          eval/errors.py: a set of labelled sentences cannot be read
    ├── UnreachableError          eval/errors.py: no assistant answers at the address given
    ├── PartError                 eval/ranking_part.py: a part of the ranking is unknown or gone
    └── TooManyRowsError          assistant/exports/xlsx_file.py: a list has more rows than a sheet holds

"No answer" is not among them: it is a status of an answer.
"""

from typing import ClassVar


class AssistantError(Exception):
    """Base of all failures with a message for the user.

    `code` is the stable machine-readable name in the HTTP contract; `status` the HTTP status it is sent with.
    """

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500


class ConfigurationError(AssistantError):
    """A setting is missing or cannot be used."""

    code = "configuration"


class CorpusError(AssistantError):
    """The corpus folder cannot be used as it is."""

    code = "corpus"


class ManifestError(CorpusError):
    """A data file of the corpus is broken; the message names the file and the place."""

    code = "manifest"


class UnreadableFileError(CorpusError):
    """One source file cannot be read; ingest reports it and goes on with the others."""

    code = "unreadable_file"
    status = 422


class KnowledgeError(AssistantError):
    """The generated knowledge cannot be used."""

    code = "knowledge"
    status = 503


class NoGenerationError(KnowledgeError):
    """Nothing has been ingested into the data folder yet."""

    code = "no_generation"


class MismatchError(KnowledgeError):
    """The generation does not fit this program or its settings."""

    code = "generation_mismatch"


class UnwritableError(AssistantError):
    """Generated knowledge cannot be stored; what was published before stays."""

    code = "unwritable"
    status = 503


class IngestRunningError(AssistantError):
    """Another ingest is writing to the same data folder."""

    code = "ingest_running"
    status = 409


class PublishingError(AssistantError):
    """An action on a document cannot be done as asked."""

    code = "publishing"
    status = 422


class NameTakenError(PublishingError):
    """A document of that name is there already; replacing it must be said."""

    code = "name_taken"
    status = 409


class CorrectionError(PublishingError):
    """A correction does not fit its document, or the words given as its source do not prove it."""

    code = "correction"


class BackupError(AssistantError):
    """An archive of both stores cannot be written, is damaged, or does not fit this program or this place."""

    code = "backup"
    status = 409


class InvalidQuestionError(AssistantError):
    """The question is empty, too long or holds no text."""

    code = "invalid_question"
    status = 422


class NotFoundError(AssistantError):
    """Nothing of that identifier is known."""

    code = "not_found"
    status = 404
