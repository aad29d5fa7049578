"""An embedding of our own: hashed features in 1,024 dimensions, no model and no network.

Feature hashing after Weinberger et al. 2009: the sign bit keeps colliding features from adding
up. Imported only when an index is first used (LangChain and NumPy cost most of a second).
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from langchain_core.embeddings import Embeddings

from drafter.example_index.feature_weights import frozen_weights
from drafter.example_index.features import features

DIMENSIONS = 1024


class HashedEmbedding(Embeddings):
    """Unit vectors; two texts are near when they share rare words or Chinese pairs.

    A text without any feature (empty, digits only) is the zero vector.
    """

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        vector = np.zeros(DIMENSIONS)
        weights = frozen_weights()
        for feature, weight in features(text).items():
            bucket, sign = _place(feature)
            vector[bucket] += sign * weight * weights.rarity(feature)
        length = float(np.linalg.norm(vector))
        found: list[float] = (vector / length if length else vector).tolist()
        return found


def _place(feature: str) -> tuple[int, int]:
    digest = int.from_bytes(blake2b(feature.encode(), digest_size=8).digest(), "big")
    return digest % DIMENSIONS, 1 if digest >> 63 else -1
