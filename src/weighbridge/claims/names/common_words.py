"""Names that are words of a language too: what they must show before they are read as names."""

from __future__ import annotations

# Known enough that their capital tells them from the word.
_CAPITALISED = """
Amazon Apple Bard Cerebras Cisco Claude Cohere Databricks Facebook Gemini Gemma Grok Hermes Intel Kimi
Meta Mistral Moonshot Netflix Oracle Perplexity Phi Poolside Salesforce Samsung Snowflake Vicuna Whisper Yi
Zephyr
"""
# They hold only with their capitals, within a sentence, where their maker is named otherwise; or with a version.
_IN_COMPANY = """
Falcon 360 Adept Aether Alfred Alpaca Amber Anima Annotators Anthracite Aquila Arctic Argmax Aria Artemis Assets Athene
Atom Autoencoders Aya BAR BLOOM Bark Bee Bison Bloom Bonsai CLIP Canary Chameleon Chandra Chatterbox Chimera
Chinchilla Chroma Chronos Command Coqui Cosmos Counterfeit DAC DINO Darwin Defog Derestricted Descript Dia
Docling Dolly Dolphin Doubleword Dracarys Dream Dreamlike Dropbox Eagle Emu Encoders Eurus FAIR FLUX Fara
Florence Flux Fugu Galactica Glyph Goliath Gopher Gradient Granite Groq Group Guanaco Handy Harrier Haystack
HeAR Helium Heron Holo Hy Hymba Ideogram Inception Inflection Infly Inkling Isaac Jais Jan Janus Karasu Koala
Kosmos Krea Kronos Laguna Lance LateOn Lift Lightblue Lightning Ling Liquid Lynx Lyra Lyria MAX Magnum Mamba Mantis
Maple Marco Marker Mercury Mimi Minerva Ming Mochi Modular Moirai Moka Moonlight Moonshine Morph Moshi Motif
Muse Nanonets Nex Nomic North Nous Nova Numina OPT POINTS Orca Orchestrator Orion Ouro POLAR PRIME Palmyra Parakeet
Param Parasail Pegasus Perceptron Persimmon Phind Photoroom Pi Platypus Princeton Prometheus Puyu Pygmalion
Pythia Qualcomm RADIO REAP Reflection Reka Relace Reliquary Ring Rio Ristretto Rocinante Router Runway SAIL SAM
SHARP Sail Sailor Salamandra Samantha Sana Sapient Seed Segmentation Sesame Sharp Skyfall Solar Sonar Spotlight
Starling Step Sulphur Suno Surya Suzume Swallow Swin Switchpoint Tarsier Test Tilde Titan Together Toppy Tri
Trinity Tulu Turing Typhoon Uncensored Upstage Venice Vercel Voyage Wan Weaver Writer Zed Zeta abliterated
alfred apertus bar bark dots embedding fal handy hotdogs imone lift modularai orchestrator router segmentation
sonar spotlight timm uncensored vivo weaver webui
"""
# Short words that stand for one thing wherever they are read.
_SHORT = """
AMD AWS BAAI BART BERT CAISI DBRX ERNIE EU GLM GPT IBM LLaVA OCBC OLMo PRC Phi QwQ SAP U.K. U.S. U.S.A. UAE UK US
USA USCC XLM Yi xAI
"""
# Chinese names that are words: they hold in an article that names their maker otherwise.
_CHINESE = """
三六零 书生 千帆 南北阁 双子座 可灵 名之梦 天工 封神榜 小钢炮 快手 文心 日日新 智源 智象 有道
海螺 清影 百川 百灵 盘古 红帽 至知 蓝心 造相 阶跃 面壁 高通 龙猫
"""

CAPITALISED = frozenset(_CAPITALISED.split())
IN_COMPANY = frozenset(_IN_COMPANY.split())
SHORT = frozenset(_SHORT.split())
CHINESE_IN_COMPANY = frozenset(_CHINESE.split())
# Names of several words, and of countries, that are written small too.
ANY_CASE = frozenset(
    {"China", "Chinese", "America", "American", "Americans", "Europe", "European"}
    | {"Hugging Face", "Code Llama", "Stable Diffusion"}
)
# Written as two words they say something else, and may be a slip of the name: `deep seek`, `open AI`.
SPLIT = frozenset({"deepseek", "openai", "minimax", "moonshot", "deepmind", "alibaba"})
# Shorter ones, but for those of `SHORT`, are names in company only.
SHORTEST_FREE = 4
