"""The cues of Chinese, in simplified characters. Earlier lines hold where two could begin at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic, Unjudged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weighbridge.claims.understanding.cues import Meaning, Turn

_TOPICS: Mapping[Meaning, str] = {
    Topic.APP: r"app store|google play|苹果商店|免费榜|应用商店|免费应用|应用榜|手机应用",
    Topic.CHIPS: r"出口(?:限制|管制|禁令|管控)|对华出口|芯片(?:限制|管制|禁令|出口|设计软件)|电子设计自动化|对华出货|先进(?:人工智能)?芯片|高端芯片|英伟达|算力限制",
    Topic.DERIVATIVES: r"衍生|微调|二次开发|派生|新发布(?:的)?(?:语言)?模型|新模型|基座|基于(?=.{1,16}(?:衍生|开发|微调|的模型|构建))",
    Topic.COMPUTE: r"(?:更多|更高|大量)(?:的)?算力|计算(?:能力|资源|量)|解题成本|每题",
    Topic.TOKENS: r"tokens?|词元|令牌|调用量|推理量|流量",
    Topic.PULLS: r"拉取",
    Topic.DOWNLOADS: r"下载(?:量|次数|份额)?",
    Topic.RATING: r"竞技场|arena|elo|盲测|排位赛|人类偏好|天梯",
    Topic.PRICE: r"价格|成本|便宜|廉价|售价|定价|报价|每百万|低价|昂贵|性价比|收费",
    Topic.SIZE: r"参数(?:量|规模)?|更大|更小|规模|体量|最大的模型|体积",
    Topic.CAPABILITY: r"性能|能力|得分|分数|基准|跑分|智能指数|前沿|最先进|数学|编程|推理|水平|表现|最强|评测|差距|指数|智能",
    Topic.RELEASE: r"发布|推出|放出|上线|开源了|问世|亮相",
    Topic.ADOPTION: r"初创(?:企业|公司)|创业公司|采用|内部工具|企业(?:用户|客户)|开发者|客户",
    Topic.USE: r"使用(?:量|率)?|用量|受欢迎|热门|市占率|份额|占比",
}
_RELATIONS: Mapping[Meaning, str] = {
    Relation.EXCEEDS: r"超过(?![一二两三四五六七八九十百千万0-9])|超越|反超|超出|优于|胜过|高于|领先于|压过|击败|多于|强于|好于|盖过|高出|高过|赶超|大于|贵于",
    Relation.TRAILS: r"落后于?|低于|少于|不及|不如|逊于|弱于|落在|小于|便宜于|比.{1,20}便宜",
    Relation.EQUALS: r"持平|不相上下|相同|一样(?:贵|高|多|强)?|旗鼓相当|并驾齐驱",
    Relation.LEADS: r"登顶|夺冠|主导地位|主导|占据上风|领先|第一|榜首|居首|首位|最受欢迎|最热门|最高(?!的模型)|最多|最好(?!的)|最强(?!的|模型)|称霸|霸主|霸权|统治|龙头|冠军|过半|最大份额|最贵|最便宜|头名|魁首",
    Relation.RISES: r"增长|增至|升至|上升|增加|攀升|翻倍|翻番|飙升|扩大|提高|提升至|涨至|涨到|跃升|增到|升到",
    Relation.FALLS: r"下降|降至|降到|跌至|下跌|跌到|减少|缩小|缩窄|收窄|下滑|滑落|缩短|削弱|萎缩|降低|腰斩",
    Relation.USES: r"使用(?!权|量|率)|采用|在用|用了|用着|依赖|依靠|(?<!看到)基于|启发|基础上|迁移|转向|接入|部署(?!上|差)|构建|搭建|改用|选用|开发(?:了|出)|用上|建立在",
    Relation.HAPPENS: r"发布|推出|放出|上线|开源了|问世|亮相|批准|禁止|实施|取消|解除|恢复|收紧|放宽|点名|表扬|称赞|点赞|盛赞|力挺",
}
_UNJUDGED: Mapping[Meaning, str] = {
    Unjudged.PREDICTION: r"可能(?!性)|有望|预计|预期|料将|或将|势必|即将|计划(?=.{0,8}(?:上市|推出|发布|扩大))|将(?:会|在|于|有|成|赢|超|继续|进一步|达到|取|占|主导|领先|升|降|突破|不|改变|淘汰|重塑|迎)"
    r"|会(?:赢|超过|成为|改变|继续|领先|取代|降|升)|未来(?:几年|数年|十年)",
    Unjudged.OPINION: r"自我强化|我认为|我觉得|我们认为|在我看来|应该|不妨|似乎|值得|必须|令人(?:担忧|震惊|惊叹|失望)|认为|相信|担心|担忧|为时尚早|威胁|呼吁|不再重要|没有劣势|更具优势|提醒",
}


def tables(turn: type[Turn]) -> tuple[Mapping[Meaning, str], ...]:
    """Give the tables, one for each kind of meaning. `turn`: the words that turn others."""
    return (
        _TOPICS,
        _RELATIONS,
        _UNJUDGED,
        {
            turn.NEGATION: r"尚未|没有|并未|并非|从未|不再|未能|还没|并不|未(?=超|领|达)",
            turn.PASSIVE: r"被(?=.{1,16}(?:超|反超|击败|赶超|取代))",
            turn.CUMULATIVE: r"累计|总下载|历史总|累积|迄今",
            turn.ONLY: r"仅用|只用|全部(?:由|使用|采用|基于)|别无|唯一|完全(?:依赖|依靠|基于)|清一色",
            turn.OF_DESCENT: r"声明了?(?:基座|父模型|来源)|注明了?(?:基座|来源|父模型)|新(?:的)?衍生模型|衍生模型(?:之)?中",
            turn.PLACE: r"非洲|欧洲|东南亚|中东|拉美|南美|越南(?=的?(?:用户|企业|开发者))|印度尼西亚|尼日利亚",
            turn.EXAMPLES: r"等(?=.{0,6}(?:企业|公司|厂商|模型|机构|国))|包括|例如|诸如|比如",
            turn.BEHIND_IN_TIME: r"(?:落后|领先|滞后|晚|差距).{0,8}(?:个月|月|周|年|天)|(?:个月|周|年|天)的?(?:差距|领先|落后|后)",
            turn.LESS: r"更便宜|便宜(?=太多|得多|不少|许多|很多|约|近|[0-9一二三四五六七八九十])|更低廉|(?:成本|价格|售价)(?:更|较|也更|明显)低|更低的?(?:成本|价格|售价)|(?:成本|价格)优势|低价优势",
        },
    )
