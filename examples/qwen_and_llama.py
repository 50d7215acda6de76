"""When did pulls of Qwen pass those of Llama? The flow of a month beside all pulls so far."""

from __future__ import annotations

import weighbridge

scale = weighbridge.open()
for quantity in ("flow", "cumulative"):
    series = scale.measure("pull_share", by="family", choices={"quantity": quantity})
    newest = {e.group: e for e in series.estimates if e.period_end == series.as_of}
    for family in ("Qwen", "Llama"):
        found = newest[family]
        print(f"{quantity} to {series.as_of}: {family} {found.value:.1%} ({found.ci_low:.1%} to {found.ci_high:.1%})")
    passed = [c for c in series.standing.changes if c.later == "Qwen"] if series.standing else []
    for change in passed:
        print(f"  the lead passed from {change.earlier} to Qwen between {change.after} and {change.until}")
