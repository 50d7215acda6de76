"""Articles of a publisher's own and what came of checking each: a list of them, and a page for each with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, judged
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page

if TYPE_CHECKING:
    from weighbridge.checked_article import ArticleClaim, CheckedArticle
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language

PATH = "claims/articles"
# A page is read on phones: what is beyond stands in the table beside it.
MOST_NEWEST, MOST_LISTED, MOST_CLAIMS, MOST_RECORDS = 10, 200, 100, 500
LIST_HEADS = ("address", "title", "language", "day", "day_known", "claims", *judged.RULINGS, "unjudged")
HEADS = ("number", "id", "claim", "language", "said_by", "possible", "ruling", "measure", "by", *judged.TAKEN,
         "coverage", "sources", "licences")  # fmt: skip


def pages(book: Book) -> Iterator[Page]:
    """Give the list of articles and a page for each; nothing where the publisher brought none."""
    if not book.articles:
        return
    yield Page(
        PATH,
        "articles",
        title=lambda language: language.says("articles_title"),
        says=lambda language: language.says("articles_says"),
        view=lambda language: _list(language, book.articles, MOST_LISTED),
        made_of=digest(listed(book.articles)),
        record=lambda: {"articles": [summary(article) for article in book.articles]},
        heads=LIST_HEADS,
        rows=lambda: listed(book.articles),
    )
    races = judged.races(book)
    for article in book.articles:
        yield _page(article, races)


def newest(language: Language, book: Book) -> dict[str, Any]:
    """Give what the page of claims shows of articles: the newest."""
    return _list(language, book.articles, MOST_NEWEST)


def listed(articles: Sequence[CheckedArticle]) -> list[tuple[object, ...]]:
    """Give a row for each article under `LIST_HEADS`."""
    return [tuple(summary(article).values()) for article in articles]


def summary(article: CheckedArticle) -> dict[str, object]:
    """Give what is told of an article in a list."""
    found = Counter(claim.ruling for claim in article.claims)
    told = (path(article), article.title, article.language, article.day, article.how, len(article.claims))
    return dict(zip(LIST_HEADS, (*told, *(found[ruling] for ruling in judged.RULINGS), _left(article)), strict=True))


def path(article: CheckedArticle) -> str:
    """Give the path of an article."""
    return f"{PATH}/{addresses.article(article.title, article.digest)}"


def _left(article: CheckedArticle) -> int:
    return sum(article.unjudged.values())


def _list(language: Language, articles: Sequence[CheckedArticle], most: int) -> dict[str, Any]:
    shown = [_head(language, article) | {"path": path(article)} for article in articles[:most]]
    return {"articles": shown, "articles_in_all": len(articles)}


def _page(article: CheckedArticle, races: judged.Races) -> Page:
    led = sorted({key for claim in article.claims if (key := (claim.measure or "", claim.by or "")) in races})
    return Page(
        path(article),
        "article",
        title=lambda language: _title(language, article),
        says=lambda language: _sentence(language, article),
        view=lambda language: _view(language, article, races),
        made_of=digest(article, led),
        record=lambda: _whole(article),
        heads=HEADS,
        rows=lambda: [_row(claim) for claim in article.claims],
    )


def _title(language: Language, article: CheckedArticle) -> str:
    return article.title or language.says("article_untitled")


def _sentence(language: Language, article: CheckedArticle) -> str:
    """Say how many claims were found and what came of them."""
    if not article.claims:
        return language.says("article_no_claims")
    every = (
        language.says("article_ruled", ruling=name, n=n) for _, name, n in judged.counted(language, article.claims)
    )
    return language.says("article_says", n=len(article.claims), rulings=language.says("listed").join(every))


def _head(language: Language, article: CheckedArticle) -> dict[str, Any]:
    """Give title, day and counts of an article."""
    return {
        "title": _title(language, article),
        "lang": article.title_language,
        "dated": _dated(language, article),
        "counted": judged.counted(language, article.claims),
        "n": len(article.claims),
    }


def _dated(language: Language, article: CheckedArticle) -> str:
    """Say on which day an article speaks, and how that is known."""
    how = language.says(f"article_day_{article.how}")
    return how if article.day is None else language.says("article_dated", day=language.day(article.day), how=how)


def _view(language: Language, article: CheckedArticle, races: judged.Races) -> dict[str, Any]:
    left = (language.says(f"article_left_{kind}", n=n) for kind, n in article.unjudged.items())
    return {
        **_head(language, article),
        "one": article,
        "claims": [_claim(language, claim, races) for claim in article.claims[:MOST_CLAIMS]],
        "left": language.says("listed").join(left),
        "sentence": _sentence(language, article),
    }


def _claim(language: Language, claim: ArticleClaim, races: judged.Races) -> dict[str, Any]:
    chapter = races.get((claim.measure or "", claim.by or ""))
    return judged.view(language, claim) | {
        "said_by": claim.speakers[language.code],
        "race": judged.race(claim) if chapter else "",
        "race_title": language.heading(chapter, claim.by or "") if chapter else "",
    }


def _row(claim: ArticleClaim) -> tuple[object, ...]:
    said = claim.said[0]
    licences = dict.fromkeys(use.licence for use in claim.uses)
    return (
        *(claim.number, claim.id, said.text, said.language, claim.speakers["en"], claim.possible, claim.ruling),
        *(claim.measure, claim.by, *judged.taken(claim), claim.coverage),
        *("; ".join(use.name for use in claim.uses), "; ".join(licences)),
    )


def _whole(article: CheckedArticle) -> dict[str, Any]:
    claims = [_record(claim) for claim in article.claims[:MOST_RECORDS]]
    left_out = len(article.claims) - len(claims)
    return {"article": summary(article), "claims": claims, "left_out": left_out, "not_judged": article.unjudged}


def _record(claim: ArticleClaim) -> dict[str, Any]:
    told = {"number": claim.number, "said": claim.said, "ruling": claim.ruling, "checked": claim.record}
    return told | {"settled_by": claim.settled_by, "coverage": claim.coverage}
