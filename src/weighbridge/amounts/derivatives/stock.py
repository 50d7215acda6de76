"""All derivatives that a listing shows, of any month: which listings there are, and why most of them rank nobody."""

from __future__ import annotations

from weighbridge.estimate import Choice, Option

LISTING = Choice(
    "listing",
    "Which repositories are looked at.",
    (
        Option("hf_radar", "a feed of new, trending and top repositories, in August 2026: not the stock of the Hub"),
        Option("hub_stats", "every repository of the Hub, read live; those deleted before it was read are missing"),
        Option("laufer_trees", "trees of models below 26 base models, in spring 2025; no others are in it"),
    ),
)
REMOVED = Choice(
    "removed",
    "What is done with repositories that are gone.",
    (
        Option("out", "those that the listing marks as removed, or the whole Hub's lists no more, do not count"),
        Option("in", "what the listing ever showed counts"),
    ),
)
SCOPES = {"out": "standing", "in": "ever"}
# A figure of these listings is one of what they hold.
NO_RACE = {
    "hf_radar": "the source is a feed of new repositories, not the stock of the Hub",
    "laufer_trees": "the source holds trees of 26 base models, not the field",
}
