from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from weighbridge.outputs.site import sitemap
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.sitemap import Sitemap

LANGUAGES = languages(())
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://example.invalid/w/"


def page(path: str, *, listed: bool = True) -> Page:
    return Page(path, "about", lambda _: "", lambda _: "", lambda _: {}, "", dict, listed=listed)


def written(folder: Path, *pages: Page, address: str = ADDRESS) -> list[str]:
    mapped = Sitemap(address)
    for one in pages:
        mapped.add(one)
    return [path.name for path in mapped.write(LANGUAGES, folder)]


def locations(path: Path) -> list[str]:
    return [found.text or "" for found in ET.fromstring(path.read_bytes()).iter(f"{SPACE}loc")]  # noqa: S314 - ours


def test_each_page_stands_once_in_each_language_with_its_counterpart(tmp_path: Path) -> None:
    assert written(tmp_path, page(""), page("race/a/b")) == ["robots.txt", "sitemap.xml"]
    ends = ("en/", "zh/", "en/race/a/b/", "zh/race/a/b/")
    assert locations(tmp_path / "sitemap.xml") == [f"{ADDRESS}{end}" for end in ends]
    told = (tmp_path / "sitemap.xml").read_text()
    assert told.count('hreflang="zh-Hans"') == told.count('hreflang="en"') == len(ends)


def test_what_is_not_to_be_found_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, page("about"), page("race/a/b/v1", listed=False))
    assert not any("v1" in location for location in locations(tmp_path / "sitemap.xml"))


def test_robots_are_told_where_the_map_is(tmp_path: Path) -> None:
    written(tmp_path, page(""))
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (tmp_path / "robots.txt").read_text()


def test_without_an_address_there_is_no_map(tmp_path: Path) -> None:
    assert written(tmp_path, page(""), address="") == []
    assert not list(tmp_path.iterdir())


def test_a_map_too_long_for_one_file_is_several(tmp_path: Path) -> None:
    many = [page(f"model/{i}") for i in range(sitemap.MOST // 2 + 1)]
    assert written(tmp_path, *many) == ["robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert locations(tmp_path / "sitemap.xml") == [f"{ADDRESS}sitemap-{i}.xml" for i in (1, 2)]
    assert sum(len(locations(tmp_path / f"sitemap-{i}.xml")) for i in (1, 2)) == 2 * len(many)


def test_an_address_is_text(tmp_path: Path) -> None:
    odd = 'https://example.invalid/?a="1"&b=<2>/'
    written(tmp_path, page(""), address=odd)
    assert locations(tmp_path / "sitemap.xml")[0] == f"{odd}en/"
