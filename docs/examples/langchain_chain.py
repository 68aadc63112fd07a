"""A chain over a city's passages in LangChain: retriever, prompt, chat model, parser.

    python docs/examples/langchain_chain.py "建设新型数据基础设施由哪些部门负责？"
    python docs/examples/langchain_chain.py "…" --model NAME --base-url http://127.0.0.1:11434/v1

Without --model a stand-in answers, so that the rest can be seen at work without a language model. DATA_DIR names the ingested data.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel, FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda, RunnableParallel, RunnablePassthrough

from assistant.retriever import PassageRetriever
from corpus.knowledge.generations import Generations

PROMPT = ChatPromptTemplate.from_messages(
    [
        ("system", "只根据下面编号的段落回答，用[编号]注明依据；段落里没有的，就说没有写明。\n\n{passages}"),
        ("human", "{question}"),
    ]
)


def numbered(documents: Sequence[Document]) -> str:
    """The passages as the model reads them, each with its number, title and headings."""
    return "\n\n".join(
        f"[{number}] 《{document.metadata['title']}》 {' › '.join(document.metadata['section'])}\n{document.page_content}"
        for number, document in enumerate(documents, 1)
    )


def chain_over(retriever: BaseRetriever, model: BaseChatModel) -> Runnable[str, dict[str, Any]]:
    """A chain from a question to `question`, `documents` (the passages found) and `answer`."""
    passages = RunnablePassthrough.assign(passages=RunnableLambda(lambda found: numbered(found["documents"])))
    found: Runnable[str, dict[str, Any]] = RunnableParallel(question=RunnablePassthrough(), documents=retriever)
    return found | RunnablePassthrough.assign(answer=passages | PROMPT | model | StrOutputParser())


def chat_model(name: str | None, base_url: str | None) -> BaseChatModel:
    """The model `name` of any server that speaks the OpenAI protocol, or a stand-in; the key is read from OPENAI_API_KEY."""
    if name is None:
        return FakeListChatModel(responses=["（这里是模型的回答）[1]"])
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(model=name, base_url=base_url, temperature=0)


def main() -> None:
    """Ask one question and print the answer with the passages it was made from."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question")
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    given = parser.parse_args()
    with Generations(Path(os.environ.get("DATA_DIR", "data"))) as generations:
        chain = chain_over(PassageRetriever(generations=generations, limit=3), chat_model(given.model, given.base_url))
        done = chain.invoke(given.question)
    print(done["answer"], numbered(done["documents"]), sep="\n\n")


if __name__ == "__main__":
    main()
