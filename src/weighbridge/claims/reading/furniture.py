"""What stands around an article and is none of it: the site's own lines, and the lines under pictures."""

from __future__ import annotations

import re

_RIGHTS = re.compile(
    r"版权(?:所有|声明|归|及)|免责声明|未经.{0,8}(?:许可|允许|授权).{0,8}(?:转载|不得)|转载.{0,6}(?:注明|自其它)"
    r"|扫码关注|关注公众号|联系邮箱|all rights reserved|copyright (?:©|\(c\)|\d{4})|©\s?\d{4}",
    re.IGNORECASE,
)
# What an article may speak of, so that only lines that begin with it are the site's.
_ASKS = re.compile(
    r"(?:责任编辑|本文来源[:：]|点击(?:订阅|关注)|our standards:|sign up (?:for|to)\b|subscribe (?:to|now|for)\b"
    r"|terms of (?:use|service)\b|privacy policy\b)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:分享到?|分享至|点赞|收藏|打印|举报|上一篇|下一篇|相关阅读|延伸阅读|推荐阅读|返回首页"
    r"|share|print|email|tweet|read more|related (?:articles|stories)|advertisement|follow us(?: on .{1,30})?)[:：.]?",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:首页|home)\s*[>»›/]", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:IC|AP|AFP|EPA|Getty|Reuters|Xinhua|Bloomberg|Visual China)\s?(?:Photo|Images?|Pictures?)"
    r"|(?:\b(?:AP|AFP|REUTERS|Getty Images)/[A-Z][\w .'-]{2,40}(?:/File Photo)?)"
    r"|(?:图|图片|照片|摄影)(?:来源|自)?[:：/].{1,20}|(?:视觉中国|东方IC|资料图片?|网络截图|视频截图))[\s)）.。]*$"
)
_CAPTION = re.compile(
    r"(?:photo(?:graph)?|image|picture|credit|illustration)(?: by| credit| courtesy)?\s?[:：] ?\S", re.IGNORECASE
)
_LONGEST_CAPTION = 300
_LETTER = re.compile(r"[^\W\d_]")


def boilerplate(paragraph: str) -> str:
    """Say why a paragraph is the site's own; empty where it is not known to be."""
    if _RIGHTS.search(paragraph) or _ASKS.match(paragraph):
        return "states rights or asks to subscribe"
    if _BUTTON.fullmatch(paragraph.strip()):
        return "a button"
    if _PATH.search(paragraph):
        return "the path to the page"
    return "" if _LETTER.search(paragraph) else "no letters"


def caption(paragraph: str) -> str:
    """Say why a paragraph is a picture's caption; empty where it is not known to be."""
    if len(paragraph) > _LONGEST_CAPTION:
        return ""
    if _CREDIT.search(paragraph):
        return "ends with whose picture it is"
    return "begins with whose picture it is" if _CAPTION.match(paragraph) else ""
