"""What a Chinese text must keep to be printed: no stray English, full-width marks, a space where scripts meet."""

from __future__ import annotations

import re

# Names, units and words that Chinese readers write in Latin letters too.
NAMES = re.compile(
    r"`[^`]*`|\bHugging Face\b|\bThe ATOM Project\b|\bATOM Project\b|\bClaude 3\.5 Sonnet\b|\bGPT-5\b|\bHF//RADAR\b"
    r"|\bKaplan–Meier\b|\bVertex AI\b|\bgemma-7b\b|\bSimon Willison\b"
)
WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        token Hub Ollama OpenRouter LMArena Arena Epoch Aider ATOM GGUF HTTP UTC Qwen Llama DeepSeek
        LiteLLM Azure Bedrock RedHatAI Rasch n sigmoid models.dev llm-prices genai-prices litellm_prices
        ibm-granite deepseek-r1 deepseek-chat Wilson Greenwood Brookmeyer Crowley Kaplan -latest
        openrouter/ stealth/ llmfit AI M
        """,
    )
)
_LATIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*|-latest")
_HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff])\\s*[,;:!?()]|[,;!?()]\\s*(?=[\u4e00-\u9fff])|\\.\\s*$")
_NO_SPACE = re.compile("(?<=[\u4e00-\u9fff])[A-Za-z0-9`]|[A-Za-z0-9%`](?=[\u4e00-\u9fff])")
_DAY = re.compile(r"\d{4}年|\d{1,2}月(\d{1,2}日)?|(?<=至)\d{1,2}日")
_CODE = re.compile("`[^`]*`")


def faults(said: str) -> list[str]:
    """Give what is wrong with a text; nothing where it may be printed."""
    names = NAMES.sub(" ", said)
    stray = [word for word in _LATIN.findall(names) if word.strip(".") not in WORDS]
    plain = _DAY.sub("", _CODE.sub("`", said))
    return [
        *(f"English: {word}" for word in stray),
        *(f"half-width: {found[0]!r}" for found in _HALF_WIDTH.finditer(_CODE.sub("", said))),
        *(f"no space: {plain[max(found.start() - 3, 0) : found.end() + 3]}" for found in _NO_SPACE.finditer(plain)),
        *(["no Chinese"] if not re.search("[\u4e00-\u9fff]", said) else []),
    ]


def ends_alike(english: str, chinese: str) -> bool:
    """Say whether both are sentences, both questions, or both neither."""
    marks = {".": "。", "?": "？"}
    return (chinese[-1] if chinese[-1] in marks.values() else "") == marks.get(english[-1], "")
