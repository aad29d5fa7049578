"""English words of the command line's output."""

from __future__ import annotations

from typing import Final

TERMINAL: Final = {
    "verdict_supported": "supported",
    "verdict_contradicted": "contradicted",
    "verdict_unsupported": "unsupported",
    "verdict_ignored": "ignored",
    "legend": "✓ supported   ✗ contradicted   ? unsupported",
    "counts": "Figures and claims: {supported} supported, {contradicted} contradicted, "
    "{unsupported} unsupported, {ignored} without a business figure.",
    "nothing_recognised": "No figure was recognised in this text, so nothing was checked.",
    "findings": "Findings",
    "number": "No.",
    "place": "Text",
    "verdict": "Verdict",
    "expected": "Expected",
    "why": "Why",
    "questions": "Questions to the manager",
    "import_questions": "Questions about the table",
    "problems": "Cells that could not be used",
    "notes_unused": "Lines of the notes that the draft does not use",
    "remarks": "About this draft",
    "trends": "Over several months",
    "written_by": "Written by: {writer}",
    "built_in_writer": "the built-in writer",
    "written_to": "The draft is in {file}.",
    "saved": "Kept as draft {id}.",
    "step_reading": "Reading the files",
    "step_examples": "Looking for example summaries",
    "step_started": "Writing: {section}",
    "step_checking": "Checking the figures",
    "step_repair": "Writing again: {section}",
    "step_done": "Written: {section}",
    "section_results": "results",
    "section_products": "products",
    "section_customers": "customers",
    "section_activities": "activities",
    "section_team": "team",
    "section_problems": "problems and requests",
}
