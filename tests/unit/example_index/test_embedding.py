"""The embedding is frozen: what was indexed last year must still be found next year."""

from __future__ import annotations

import math
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.example_index.chroma_index import EMBEDDING_VERSION
from drafter.example_index.embedding import DIMENSIONS, HashedEmbedding
from drafter.example_index.feature_weights import (
    FeatureWeights,
    count_features,
    frozen_weights,
    weights_table,
)
from drafter.example_index.features import features

EMBEDDING = HashedEmbedding()


def likeness(one: str, other: str) -> float:
    pairs = zip(EMBEDDING.embed_query(one), EMBEDDING.embed_query(other), strict=True)
    return sum(a * b for a, b in pairs)


def test_vectors_of_this_version_never_change() -> None:
    texts = ["Payments collected fell short in the North.", "回款未达计划，主要是客户推迟付款。"]
    rounded = [[round(x, 4) + 0.0 for x in vector] for vector in EMBEDDING.embed_documents(texts)]
    digest = sha256(repr(rounded).encode()).hexdigest()[:16]
    assert (EMBEDDING_VERSION, digest) == ("hashed-1", "5b42c9a18e2568bc"), (
        "vectors changed: raise EMBEDDING_VERSION, then put the new digest here"
    )


@given(st.text(max_size=300))
def test_a_vector_has_length_one_or_is_zero(text: str) -> None:
    vector = EMBEDDING.embed_query(text)
    assert len(vector) == DIMENSIONS
    length = math.hypot(*vector)
    assert length == pytest.approx(1.0) if features(text) else length == 0


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("late deliveries", "Deliveries were late again.", "Two sales posts are empty."),
        ("overdue receivable", "Overdue receivables rose.", "The jazz evening was full."),
        ("线损偏高", "河东所线损率高于计划", "新增客户以园区为主"),
        ("单证改单多", "单证岗位缺人，改单次数增加", "居民用电环比增长"),
    ],
)
def test_texts_on_the_same_matter_are_nearer(query: str, near: str, far: str) -> None:
    assert likeness(query, near) > likeness(query, far) + 0.05


def test_figures_and_placeholders_do_not_count() -> None:
    assert features("sales of [amount], [percent] of plan") == features("sales of 12.5, 98 of plan")


def test_width_and_case_do_not_count() -> None:
    assert features("ＥＲＰ Export") == features("erp export")


def test_rare_features_weigh_more() -> None:
    weights = frozen_weights()
    assert weights.rarity("w:the") < weights.rarity("w:plan") < weights.rarity("w:unheard-of")


def test_the_table_is_what_was_counted() -> None:
    weights = count_features(["plan and plan", "plan"], least=2)
    assert weights.texts == 2
    assert weights.frequencies["w:plan"] == 2
    assert "w:and" not in weights.frequencies
    assert weights_table(FeatureWeights(2, {"w:b": 2, "w:a": 3})) == "2\nw:a\t3\nw:b\t2\n"
