"""Who leads the open-weight race by country, and how sure is that? Run with `uv run python examples/who_leads.py`."""

from __future__ import annotations

import weighbridge
from weighbridge import wording

scale = weighbridge.open()
for measure in ("token_share", "pull_share", "download_share"):
    series = scale.measure(measure, by="country")
    print(f"{measure}, {series.as_of}: {wording.finding(series)}")
    if series.standing is not None:
        print(f"  {wording.sure(series.standing)}")
        for rival, ways in series.standing.rivals.items():
            print(f"  {wording.rival('country', rival, ways)}")
