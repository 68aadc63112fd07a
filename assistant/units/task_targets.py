"""The targets that the words of a task state: they are its units' to reach."""

from collections import defaultdict
from collections.abc import Sequence

from assistant.stated_facts import StatedFact, stated_facts
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.facts import Responsibility, Target


class TaskTargets:
    """Finds the targets of tasks in all documents, or in one. Raises NotFoundError for an unknown document."""

    def __init__(self, knowledge: KnowledgeBase, document_id: str | None = None) -> None:
        self._stated: dict[str, list[StatedFact[Target]]] = defaultdict(list)
        for stated in stated_facts(knowledge, Target, document_id):
            self._stated[stated.document.id].append(stated)

    def of(self, task: Responsibility) -> Sequence[StatedFact[Target]]:
        """The targets whose words lie within those of `task`, in reading order."""
        return [stated for stated in self._stated.get(task.document_id, ()) if task.task_span.contains(stated.fact.span)]
