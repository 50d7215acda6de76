"""What the four articles hold, labelled by hand: the first and last place in the file's text, and what stands there.

Labelled are numbers that count or measure something, ranks, fractions and orders of magnitude (`billions`, `weeks
after`); not labelled are articles (`one trial`), ordinals of a series (a generation, a world war, a tier), names that
hold a number, versions, references and addresses. Of dates: whatever tells a day, a period or a window; not `now`,
`recently`, `at this time`. Days are those of an article of the day that its reader would give it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# start, end, unit, value as written; none where the words give an order alone
Labelled = tuple[int, int, str, str | None]
# start, end, first day, last day
Dated = tuple[int, int, str | None, str | None]


@dataclass(frozen=True)
class Labels:
    """The labels of one article, and the day on which it speaks."""

    day: dt.date
    quantities: tuple[Labelled, ...]
    moments: tuple[Dated, ...]


ARTICLES = {
    "bloomberg_toner_interview.txt": Labels(
        dt.date(2025, 7, 4),
        (
            (1157, 1162, "weeks", None),
            (1553, 1555, "weeks", None),
            (2967, 2974, "share", "0.5"),
            (4405, 4407, "share", "0.5"),
            (7023, 7032, "times", "10"),
            (7188, 7196, "usd", "200000"),
            (7247, 7249, "times", "10"),
            (7300, 7305, "usd", "200000"),
            (7364, 7376, "usd", "200000000"),
            (7441, 7445, "usd", "200000000"),
            (10046, 10055, "people", "2000000"),
            (10098, 10105, "people", "200000"),
            (10213, 10217, "share", "0.5"),
            (10421, 10425, "people", "2000000"),
            (10437, 10440, "people", "200000"),
            (10472, 10474, "share", "0.5"),
            (12228, 12236, "share", "0.5"),
            (12331, 12334, "share", "0.5"),
            (12634, 12637, "share", "0.99"),
            (12829, 12832, "share", "0.99"),
        ),
        (
            (831, 840, "2025-06-23", "2025-06-29"),
            (1015, 1020, "2025-07-04", "2025-07-04"),
            (1398, 1400, "2025-06-23", "2025-06-29"),
            (1466, 1468, "2025-07-04", "2025-07-04"),
            (5183, 5190, "2025-01-01", "2025-01-31"),
            (6209, 6215, "2025-01-01", "2025-01-31"),
            (9014, 9022, "2025-07-05", "2025-07-05"),
            (9058, 9060, "2025-07-05", "2025-07-05"),
            (13470, 13474, "2024-01-01", "2024-12-31"),
            (13546, 13551, "2024-01-01", "2024-12-31"),
        ),
    ),
    "open_source_race_summary.txt": Labels(
        dt.date(2025, 8, 14),
        ((1037, 1046, "plain", "30"),),
        (
            (207, 211, "2023-01-01", "2023-12-31"),
            (1198, 1217, "2024-11-01", "2025-08-14"),
            (2139, 2149, "2025-08-14", "2025-08-14"),
        ),
    ),
    "reuters_uscc.txt": Labels(
        dt.date(2026, 3, 23),
        (
            (1652, 1663, "rank", "2"),
            (1921, 1940, "usd", None),
            (2052, 2057, "usd", None),
            (2363, 2373, "share", "0.8"),
            (2442, 2446, "share", "0.8"),
        ),
        (
            (9, 17, "2026-03-23", "2026-03-23"),
            (275, 281, "2026-03-23", "2026-03-23"),
            (286, 291, "2026-03-23", "2026-03-23"),
            (323, 325, "2026-03-23", "2026-03-23"),
            (1237, 1243, "2026-03-23", "2026-03-23"),
            (1301, 1303, "2026-03-23", "2026-03-23"),
            (1528, 1538, "2022-01-01", "2026-03-23"),
            (1681, 1689, "2025-12-01", "2025-12-31"),
            (1691, 1699, "2022-01-01", "2026-03-23"),
            (1742, 1745, "2025-12-01", "2025-12-31"),
            (2519, 2528, "2025-01-01", "2025-12-31"),
            (2620, 2622, "2025-01-01", "2025-12-31"),
            (3936, 3945, "2026-01-01", "2026-12-31"),
            (3984, 3986, "2026-01-01", "2026-12-31"),
            (4364, 4370, "2026-03-23", "2026-03-23"),
            (4610, 4612, "2026-03-23", "2026-03-23"),
        ),
    ),
    "silicon_valley_chinese_models.txt": Labels(
        dt.date(2025, 11, 10),
        (
            (887, 890, "models", "10"),
            (1182, 1189, "usd", "10000000000"),
            (1342, 1349, "usd", "10000000000"),
            (1457, 1459, "organisations", "2"),
            (1661, 1666, "downloads", "10600000"),
            (1678, 1681, "downloads", "500000"),
            (1693, 1700, "downloads", "385300000"),
            (1709, 1716, "downloads", "346200000"),
            (1772, 1777, "share", "0.4"),
            (1789, 1792, "share", "0.15"),
        ),
        (
            (108, 113, "2025-11-09", "2025-11-09"),
            (343, 347, "2024-11-10", "2025-11-10"),
            (440, 443, "2025-09-15", "2025-11-10"),
            (555, 560, "2025-09-24", "2025-09-24"),
            (564, 568, "2025-01-01", "2025-12-31"),
            (1213, 1215, "2025-10-01", "2025-10-31"),
            (1638, 1644, "2024-01-01", "2024-04-30"),
            (1682, 1685, None, "2025-10-31"),
            (2172, 2176, "2025-05-01", "2025-05-31"),
            (2320, 2326, "2025-10-22", "2025-10-22"),
        ),
    ),
}
