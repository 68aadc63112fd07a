"""Our search is a LangChain retriever like any other."""

from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from assistant.retriever import PassageRetriever
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations


def test_documents_carry_the_place_they_are_from(city: AssistantSettings) -> None:
    with Generations(city.data_dir) as generations:
        retriever = PassageRetriever(generations=generations, limit=2)
        assert isinstance(retriever, BaseRetriever)
        found = retriever.invoke("水务大数据平台由谁建设")
        with generations.lease() as knowledge:
            text = knowledge.text(found[0].metadata["document_id"])
    assert len(found) == 2
    assert set(found[0].metadata) == {"document_id", "title", "section", "start", "end", "score"}
    assert text[found[0].metadata["start"] : found[0].metadata["end"]] == found[0].page_content
    assert "水务大数据平台" in found[0].page_content
    assert found[0].metadata["section"][-1] == "（一）建设水务大数据平台"


def test_retriever_takes_its_place_in_a_chain(city: AssistantSettings) -> None:
    with Generations(city.data_dir) as generations:
        chain = PassageRetriever(generations=generations) | RunnableLambda(lambda documents: documents[0].metadata["title"])
        assert chain.invoke("河道垃圾治理") == "关于加强河道垃圾治理的建议（第12号）的答复"
