r"""The grammar of model names: a stem and tokens of closed vocabularies.

`Qwen3-235B-A22B-Instruct-2507-FP8` is the stem `qwen3` with a size, an active size, a stage, a date and a precision.
What the vocabularies do not know stays in the stem, and a stem must equal a curated one to mean anything: there is no
prefix rule. Everything here is an expression over a column, so that three million names cost one pass of the engine;
patterns are RE2 (no look-around), hence the doubled dashes that give each token its own two borders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

SIZE = r"(?:\d+(?:\.\d+)?[bmt]|\d+x\d+(?:\.\d+)?[bm]|a\d+(?:\.\d+)?[bm]|e\d+b|\d+e)"
STAGE = r"(?:base|instruct|instruction|chat|it|pt|hf|sft|dpo|rlhf|latest)"
DAY = r"(?:20\d{6}|\d{4}|20\d\d--\d\d--\d\d|\d\d--20\d\d|\d\d--\d\d)"
CONTEXT = r"(?:\d+k)"
PRECISION = (
    r"(?:fp4|fp8|fp16|fp32|bf16|f16|f32|nf4|nvfp4|mxfp4|mxfp8|int4|int8|u?int\d|[2-8](?:\.\d+)?bit|[2-8]bits|"
    r"w\d+a\d+(?:kv\d+)?|quantized(?:\.w\d+a\d+)?|i?q[2-8](?:--(?:k|0|1)(?:--(?:s|m|l|xl))?)?|g(?:32|64|128)|(?:32|64|128)g)"
)
PACKAGE = (
    r"(?:gguf|ggml|gptq|awq|exl2|exl3|mlx|onnx|openvino|ov|bnb|hqq|aqlm|qat|autoround|imatrix|i1|ud|dwq|torchao|coreml|"
    r"tflite|litert|litertlm|safetensors|quantized|quant|dynamic|static|block|channel|marlin|unsloth|web|ort|mtp)"
)
_DROPPED = rf"-(?:{SIZE}|{STAGE}|{DAY}|{CONTEXT}|{PRECISION}|{PACKAGE})-"
_REPACKED = rf"-(?:{PRECISION}|{PACKAGE})-"
# To search a name costs a fifth of what it costs to rewrite it: only a name that shows these signs is rewritten.
_END = r"(?:[-_\s/]|$)"
_SIZED, _ACTIVE = rf"\d[bmte]{_END}", rf"a[\d.]+[bm]{_END}"
_PERHAPS_REPACKED = rf"(?:^|[-_\s/])(?:{PRECISION}|{PACKAGE}){_END}".replace("--", r"[-_\s/]+")


def tokens(name: ir.StringValue) -> ir.StringValue:
    """Lower-case `name`, one separator, each token between two dashes of its own: `-qwen3--8b-`."""
    # Two makers write 1.8B without a dot.
    plain = name.lower().strip().re_replace(r"(^|[/-])(1)_(8b)", r"\1\2.\3").re_replace(r"[_\s/]+", "-")
    return ("-" + plain.re_replace(r"-+", "--") + "-").re_replace(r"^-+", "-").re_replace(r"-+$", "-")


def words(name: ir.StringValue) -> ir.ArrayValue:
    """Give the tokens of `name`, in order."""
    return tokens(name).re_replace(r"^-|-$", "").split("--")


def only_repacked(name: ir.StringValue) -> ir.BooleanValue:
    """Say whether `name` has tokens of precisions and packaging formats, and no others."""
    return repacked(name) & (tokens(name).re_replace(_REPACKED, "").re_replace("-+", "") == "")


def folded(name: ir.StringValue) -> ir.StringValue:
    """Give `name` as titles are compared: in lower case, with one separator; the same as `curated.folded` of a text."""
    return name.strip().lower().re_replace(r"[_\s/-]+", "-").re_replace(r"^-|-$", "")


def solid(word: ir.StringValue) -> ir.StringValue:
    """Give a maker's word without separators: `Z.ai`, `z-ai` and `zai` are one."""
    return folded(word).re_replace(r"[-.]", "")


def stem(name: ir.StringValue) -> ir.StringValue:
    """Give what is left of `name` (no account, no serving variant) without the closed vocabularies; may be empty."""
    rest = tokens(name).re_replace(_DROPPED, "")
    return rest.re_replace(r"-+", "-").re_replace(r"^-|-$", "")


def repacked(name: ir.StringValue) -> ir.BooleanValue:
    """Say whether `name` carries a token of a precision or a packaging format: a copy of weights, not new ones."""
    perhaps = name.lower().re_search(_PERHAPS_REPACKED)
    return perhaps.ifelse(tokens(name).re_search(_REPACKED), perhaps)


def served(slug: ir.StringValue) -> ir.StringValue:
    """Give a router's slug without its serving variant."""
    return slug.re_replace(r":[^:/]*$", "")


def account(identifier: ir.StringValue) -> ir.StringValue:
    """Give what stands before the first slash, as written; empty where there is none."""
    import ibis

    return identifier.left(ibis.greatest(identifier.find("/"), 0))


def bare(identifier: ir.StringValue) -> ir.StringValue:
    """Give the name alone: no account, no serving variant."""
    # Without a slash it is found at -1, and nothing is cut off.
    rest = identifier.right(identifier.length() - identifier.find("/") - 1)
    return rest.contains(":").ifelse(served(rest), rest)


def loose(stem: ir.StringValue) -> ir.StringValue:
    """Give the words of `stem` in order, a version number as one: `llama-3.1`, `llama3-1` and `llama-v3.1` are alike.

    So are `claude-3.5-sonnet` and `claude-sonnet-3-5`: a name is its words.
    """
    apart = stem.re_replace(r"([a-z])(\d)", r"\1-\2").re_replace(r"(^|-)v-(\d)", r"\1\2")
    dotted = apart.re_replace(r"(^|[^\d.])(\d)-(\d)([^\d]|$)", r"\1\2.\3\4").re_replace(r"(\d)\.0([^\d]|$)", r"\1\2")
    return dotted.split("-").sort().join("-")


def sizes(name: ir.StringValue) -> ir.StringValue:
    """Give the sizes that `name` states, in their order, joined by dashes: `235b-a22b`; null where it states none."""
    # A million is a length of context, and no model is that small.
    marked = tokens(_showing(name, _SIZED)).re_replace(r"-1m-", "").re_replace(rf"-({SIZE})-", r"-=\1-")
    return marked.re_replace(r"-[^=-][^-]*-", "").re_replace(r"-+=", "-").re_replace(r"^-|-+$", "").nullif("")


def params_named(name: ir.StringValue) -> ir.FloatingValue:
    """Give the total parameters that `name` states (`8x7b` is not a total: null), to the digits of the name."""
    words = tokens(_showing(name, _SIZED))
    return _in_units(
        words.re_extract(r"-(\d+(?:\.\d+)?)([bmt])-", 1), words.re_extract(r"-(?:\d+(?:\.\d+)?)([bmt])-", 1)
    )


def params_active_named(name: ir.StringValue) -> ir.FloatingValue:
    """Give the active parameters that `name` states (`a22b`); null where it states none."""
    words = tokens(_showing(name, _ACTIVE))
    return _in_units(words.re_extract(r"-a(\d+(?:\.\d+)?)[bm]-", 1), words.re_extract(r"-a\d+(?:\.\d+)?([bm])-", 1))


def _showing(name: ir.StringValue, sign: str) -> ir.StringValue:
    """Give a `name` that shows `sign`; null for any other, which costs nothing further."""
    return name.lower().re_search(sign).ifelse(name, None)


def _in_units(digits: ir.StringValue, unit: ir.StringValue) -> ir.FloatingValue:
    scale = unit.cases(("b", 1e9), ("m", 1e6), ("t", 1e12))
    return digits.nullif("").try_cast("float64") * scale
