"""The assistant asked with OpenAI's own client: whole, as a stream, and in a conversation.

python docs/examples/openai_client.py
python docs/examples/openai_client.py --base-url http://127.0.0.1:8000/v1 --question "…" --follow-up "…"
"""

import argparse

from openai import OpenAI

MODEL = "city-assistant"


def ask(client: OpenAI, question: str) -> str:
    """Ask, print status and exact places of the sources, and return the message: the answer with its sources below."""
    completion = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": question}],
        extra_body={"as_of": "2025-06-30"},  # the day it is asked for; today when left out
    )
    answer = (completion.model_extra or {})["city_assistant"]
    print("status:", answer["status"])
    for citation in answer["citations"]:
        print("source:", citation["document_id"], citation["start"], citation["end"], citation["quote"])
    return completion.choices[0].message.content or ""


def ask_streaming(client: OpenAI, question: str) -> str:
    """Ask, print each piece as it comes, and return them joined."""
    said = ""
    for chunk in client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": question}], stream=True):
        piece = (chunk.choices[0].delta.content or "") if chunk.choices else ""
        print(piece, end="", flush=True)
        said += piece
    print("\n")
    return said


def converse(client: OpenAI, question: str, follow_up: str) -> str:
    """Ask, send the conversation so far with the next question as chat programs do, and return what is said to that."""
    first = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": question}])
    second = client.chat.completions.create(
        model=MODEL,
        messages=[
            {"role": "user", "content": question},
            {"role": "assistant", "content": first.choices[0].message.content},
            {"role": "user", "content": follow_up},
        ],
    )
    return second.choices[0].message.content or ""


def main() -> None:
    """Ask in all three ways."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base-url", default="http://127.0.0.1:8000/v1")
    parser.add_argument("--question", default="2024年全市公共算力规模的目标是多少？")
    parser.add_argument("--follow-up", default="那2025年呢？")
    given = parser.parse_args()
    with OpenAI(base_url=given.base_url, api_key="any") as client:
        print("models:", ", ".join(model.id for model in client.models.list()))
        print(ask(client, given.question), end="\n\n")
        ask_streaming(client, given.question)
        print(converse(client, given.question, given.follow_up))


if __name__ == "__main__":
    main()
