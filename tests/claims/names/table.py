"""Sentences and what they name: text, the words of the name, what it is, its id; `?` for what is only possible.

One line for each mention; `-` alone where a text holds none. Texts are as reading gives them: in simplified characters,
except those of `TRADITIONAL`, which the test has simplified first.
"""

from __future__ import annotations

ENGLISH = """
Meta keeps its metadata. | Meta | organisation | meta
A meta study of metal. | -
Meta's engineers left. | Meta | organisation | meta
A Meta-analysis of drugs. | -
OpenAI is not open. | OpenAI | organisation | openai
Open-source models win. | Open-source | openness | open
It sells open weights models. | open weights | openness | open
Developers prefer open models. | open models | openness | open
An open AI model was shared. | open AI model | openness | open
It keeps closed-source systems. | closed-source | openness | closed
Labs closed the deal. | -
A proprietary model costs more. | proprietary model | openness | closed
The data stay proprietary. | -
Chinese models lead. | Chinese | country | CN
Porcelain from China sells. | China | country | CN
Ships cross the South China Sea. | -
Asked by the South China Morning Post. | -
He told us to wait. | -
He told US buyers to wait. | US | country | US
The U.S. and China compete. | U.S. | country | US
The U.S. and China compete. | China | country | CN
The U.S.-China race is on. | U.S. | country | US
The U.S.-China race is on. | China | country | CN
Prices in US$ are higher. | -
Washington and Beijing talk. | -
Americans download it. | Americans | country | US
Latin America buys phones. | -
European buyers and the EU agree. | European | country | EU
European buyers and the EU agree. | EU | country | EU
The polish on it shines. | -
A Polish team won. | Polish | country | PL
South Korean firms follow. | South Korean | country | KR
North Korea tests a rocket. | -
Qwen leads. | Qwen | family | qwen
Qwen's lead grows. | Qwen | family | qwen
Qwen 3 leads. | Qwen 3 | release | qwen3
Qwen3 leads. | Qwen3 | release | qwen3
qwen-3 leads. | qwen-3 | release | qwen3
Qwen2.5-Coder is small. | Qwen2.5-Coder | release | qwen2.5-coder
Qwen3-235B-A22B is large. | Qwen3-235B-A22B | release | qwen3
Qwen 9.9 is not out. | Qwen 9.9 | family | qwen
Qwen 3 million times over. | Qwen | family | qwen
Llamas are fast. | Llamas | family | llama
Llama-3.1 is old. | Llama-3.1 | release | llama-3.1
Llama 3.1 405B is big. | Llama 3.1 405B | release | llama-3.1
LLAMA is everywhere. | LLAMA | family | llama
gpt oss is small. | gpt oss | family | gpt-oss
GPT-oss is small. | GPT-oss | family | gpt-oss
The chatbot ChatGPT answers. | ChatGPT | family | gpt
I asked chat GPT. | chat GPT | family | gpt
DeepSeek R1 is cheap. | DeepSeek R1 | release | deepseek-r1
DeepSeek-R1 is cheap. | DeepSeek-R1 | release | deepseek-r1
DeepSeek then showed R1 to all. | DeepSeek | organisation | deepseek
DeepSeek then showed R1 to all. | R1 | release | deepseek-r1
DeepSeek charges less for V4 Flash. | DeepSeek | organisation | deepseek
DeepSeek charges less for V4 Flash. | V4 Flash | release | deepseek-v4-flash
The R1 bus stops here. | -
The K2 is a mountain. | -
Moonshot shows its K2 again. | Moonshot | organisation | moonshot-ai
Moonshot shows its K2 again. | K2 | release | kimi-k2
Kimi K2 writes code. | Kimi K2 | release | kimi-k2
DeepSeek and Phi compete. | DeepSeek | organisation | deepseek
DeepSeek and Phi compete. | Phi | family | phi
Its phi is a golden ratio. | -
He took command of the fleet. | -
In Command of the fleet. | -
Cohere sells Command to banks. | Cohere | organisation | cohere
Cohere sells Command to banks. | Command | family | command
The next Step is hard. | -
StepFun calls it Step today. | StepFun | organisation | stepfun
StepFun calls it Step today. | Step | family | step
Step 3: press the button. | -
Take Step 3 of the plan. | -
StepFun gave Step 3 away. | StepFun | organisation | stepfun
StepFun gave Step 3 away. | Step 3 | release | step3
A Falcon 9 lifted off. | -
A painting by Claude Monet hangs there. | -
Claude writes well. | Claude | family | claude
Hugging Face hosts it. | Hugging Face | platform | hugging-face
HuggingFace hosts it. | HuggingFace | platform | hugging-face
Rankings of OpenRouter moved. | OpenRouter | platform | openrouter
Mistral AI is French. | Mistral AI | organisation | mistral-ai
Mistral AI is French. | French | country | FR
Shares of Meta (META.O) fell. | Meta | organisation | meta
Alibaba (Alibaba) said so. | Alibaba (Alibaba) | organisation | alibaba
deep seek is a good model. | deep seek | organisation | deepseek?
Deep Sea launched an AI model. | Deep Sea | organisation | deepseek?
Fish live in the Deep Sea there. | -
Deep Sea mining uses AI models. | -
The sea is deep. Seek shelter. | -
Zippo.Asia sells its models. | Zippo.Asia | organisation | zhipu-ai?
He lit a Zippo. | -
Alibaba has a model series called Q1 now. | Alibaba | organisation | alibaba
Alibaba has a model series called Q1 now. | Q1 | family | qwen?
Alibaba sold more models in Q1. | Alibaba | organisation | alibaba
Alibaba's Q1 2025 sales of models rose. | Alibaba | organisation | alibaba
A joke was the opening line on AI. | -
"""

CHINESE = """
中国模型领先。 | 中国 | country | CN
中美竞争。 | 中 | country | CN
中美竞争。 | 美 | country | US
美日韩合作。 | 美 | country | US
美日韩合作。 | 日 | country | JP
美日韩合作。 | 韩 | country | KR
其中美国最多。 | 美国 | country | US
其中方案最好。 | -
发展中国家也在用。 | -
美中不足的是价格。 | -
对华出口放开。 | 对华 | country | CN
对华为出口放开。 | 华为 | organisation | huawei
中方回应,美媒报道。 | 中方 | country | CN
中方回应,美媒报道。 | 美媒 | country | US
阿里巴巴的通义千问(Qwen)很好。 | 阿里巴巴 | organisation | alibaba
阿里巴巴的通义千问(Qwen)很好。 | 通义千问(Qwen) | family | qwen
深度求索(DeepSeek)发布模型。 | 深度求索(DeepSeek) | organisation | deepseek
月之暗面 Moonshot推出模型。 | 月之暗面 Moonshot | organisation | moonshot-ai
通义千问3团队 | 通义千问3 | release | qwen3
千问 2.5很快 | 千问 2.5 | release | qwen2.5
基于Qwen3的系统 | Qwen3 | release | qwen3
开源模型与闭源模型 | 开源 | openness | open
开源模型与闭源模型 | 闭源 | openness | closed
开放权重的模型 | 开放权重 | openness | open
抱抱脸上的模型 | 抱抱脸 | platform | hugging-face
智谱AI(Zhipu AI)发布模型 | 智谱AI(Zhipu AI) | organisation | zhipu-ai
深度求索去年推出的R1模型 | 深度求索 | organisation | deepseek
深度求索去年推出的R1模型 | R1 | release | deepseek-r1
月之暗面的Kimi K2模型 | 月之暗面 | organisation | moonshot-ai
月之暗面的Kimi K2模型 | Kimi K2 | release | kimi-k2
Meta的Llama模型 | Meta | organisation | meta
Meta的Llama模型 | Llama | family | llama
书生意气 | -
欧盟与欧洲企业 | 欧盟 | country | EU
欧盟与欧洲企业 | 欧洲 | country | EU
大家对 ZG 等企业的模型有兴趣 | ZG | organisation | zhipu-ai?
其 Q1 财报显示模型收入增长 | -
"""

TRADITIONAL = """
騰訊和字節跳動的模型 | 腾讯 | organisation | tencent
騰訊和字節跳動的模型 | 字节跳动 | organisation | bytedance
通義千問是開源的 | 通义千问 | family | qwen
通義千問是開源的 | 开源 | openness | open
華為與輝達 | 华为 | organisation | huawei
華為與輝達 | 辉达 | organisation | nvidia
韓國和臺灣的公司 | 韩国 | country | KR
韓國和臺灣的公司 | 台湾 | country | TW
智譜似乎證實了這一點 | 智谱 | organisation | zhipu-ai
"""
