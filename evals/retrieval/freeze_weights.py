"""Count the feature weights anew, for a new embedding version only.

    python evals/retrieval/freeze_weights.py > src/drafter/example_index/feature_weights.tsv

Then raise EMBEDDING_VERSION: vectors made with other weights cannot be compared. Counted over the
example summaries and the notes of the sample months.
"""

import sys
from pathlib import Path

from drafter.example_index.feature_weights import count_features, weights_table
from drafter.example_index.library import read_library

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
LEAST = 3

examples = [entry.example.text for entry in read_library(KNOWLEDGE / "examples")]
notes = [path.read_text(encoding="utf-8") for path in sorted(KNOWLEDGE.glob("samples/*/notes.txt"))]
sys.stdout.write(weights_table(count_features(examples + notes, LEAST)))
