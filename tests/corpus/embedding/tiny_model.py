"""A real sentence-transformers model of a few kilobytes, with random weights, made without any download."""

from pathlib import Path


def build_tiny_model(folder: Path, *, seed: int = 0) -> Path:
    """Write a one-layer BERT with mean pooling and a vocabulary of single characters into `folder`; vectors have 32 numbers."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    bare = folder.parent / f"{folder.name}-bert"
    bare.mkdir(parents=True)
    characters = "数据中心建设公共交通医疗机构共享检查结果尺的由谁2025年个"
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(characters)]
    (bare / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(vocab=str(bare / "vocab.txt"), model_max_length=64).save_pretrained(bare)
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64, max_position_embeddings=64
    )
    BertModel(config).save_pretrained(bare)
    transformer = Transformer(str(bare))
    SentenceTransformer(modules=[transformer, Pooling(32)]).save(str(folder))
    return folder
