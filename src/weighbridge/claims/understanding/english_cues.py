"""The cues of English: patterns of whole words, case aside, set apart by ` | `. Earlier ones hold at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic, Unjudged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weighbridge.claims.understanding.cues import Meaning, Turn

_TOPICS: Mapping[Meaning, str] = {
    Topic.APP: "app stores? | google play | iphone apps? | mobile apps? | free apps? | app charts?",
    Topic.CHIPS: r"""
        electronic design automation | halt shipments | export(?:s|ed|ing)? (?:of \w+|restrictions? | controls?)
        export(?:s|ed)? (?:restrictions?|controls?|curbs?|rules?|bans?|limits?|licen[cs]es?) | export curbs?
        chip[ -](?:restrictions?|controls?|curbs?|bans?|exports?|design|rules?|sales) | (?:advanced|ai) chips?
        nvidia | h20s? | h200s? | accelerators?
        """,
    Topic.DERIVATIVES: r"""
        derivatives? | derivative models? | fine-?tun(?:es?|ed|ing) | descend(?:ants?|ed|s)? | derived from
        (?:built|builds?|building) (?:up)?on | (?:built|builds?|building) atop | base models? | based on
        offshoots? | spin-?offs? | remix(?:es|ed)? | progeny | offspring | forks? | rest on
        new(?:ly \w+)? (?:open |open-weight )?(?:language |ai )?(?:models|releases|uploads)
        """,
    Topic.COMPUTE: r"""
        computational power | comput(?:e|ing) (?:power|for) | tokens? (?:to|per) (?:solve|task|answer|run)
        more comput\w+ | dollars? per (?:task|solved)
        """,
    Topic.TOKENS: r"""
        tokens? | inference (?:volume|traffic) | api (?:calls|traffic|usage) | traffic | routed | token \w+
        """,
    Topic.PULLS: "pulls? | pulled | pulling",
    Topic.DOWNLOADS: "downloads? | downloaded | downloading",
    Topic.RATING: r"""
        arena | elo | human preference | leaderboards? | preference (?:votes?|ratings?) | blind (?:test|vote)s?
        lmarena | rating points | rated | ratings?
        """,
    Topic.PRICE: r"""
        price[sd]? | pricing | cost(?:s|ing|ly)? | cheap(?:er|est|ly)? | expensive | dear(?:er|est) | afford\w+
        low-cost | undercut\w* | per million (?:input |output )?tokens? | charges? | charging | bills? | fees?
        rates? | sell(?:s|ing)? for | dear | set you back
        """,
    Topic.SIZE: r"""
        param(?:eter)?s? | larger | smaller | bigger | largest | biggest | smallest | bulk(?:y|ier|iest) | heft\w*
        model sizes? | in size | size of | the size
        """,
    Topic.CAPABILITY: r"""
        perform(?:s|ed|ance|ing)? | capab\w+ | benchmarks? | scor(?:e[sd]?|ing) | intelligen(?:ce|t)(?: index)?
        frontier | cutting edge | state[- ]of[- ]the[- ]art | outperform\w* | math(?:s|ematics)? | programming
        coding | reasoning | smarter | best models? | top models? | most advanced | months? behind | eci | index
        ability | abilities | skills? | tests? | exams? | epoch | level with | on (?:a )?par | neck and neck
        adrift
        """,
    Topic.RELEASE: r"""
        releas(?:e[sd]?|ing) | launch(?:e[sd]|ing)? | unveil(?:s|ed|ing)? | debut(?:s|ed)? | open[- ]sourced
        rolled out | introduc(?:e[sd]|ing) | published? the weights | put out | came out | ship(?:s|ped|ping)
        made available | out since | (?:made|opened) the weights | weights (?:were|are) (?:published|out)
        """,
    Topic.ADOPTION: r"""
        start-?ups? | adopt(?:s|ed|ion|ing)? | tools | employees | customers? | clients? | enterprises?
        developers?
        """,
    Topic.USE: "us(?:e|es|ed|age|ing) | popular(?:ity)? | market share | share",
}
_RELATIONS: Mapping[Meaning, str] = {
    Relation.EQUALS: r"""
        as much (?:\w+ ){0,3}as | as expensive as | the same (?:price )?as | on (?:a )?par with | level with
        matches | equal(?:s|led)?(?: to)? | neck and neck with | as (?:capable|cheap|dear|good) as
        """,
    Relation.EXCEEDS: r"""
        surpass(?:es|ed|ing)? | overt(?:ake[sn]?|aking|ook) | outperform(?:s|ed|ing)? | outstrip(?:s|ped|ping)?
        exceed(?:s|ed|ing)? | eclips(?:e[sd]?|ing) | outpac(?:e[sd]?|ing) | outrank(?:s|ed)? | outs(?:ell|old|ells)
        outnumber(?:s|ed|ing)? | outscor(?:e[sd]?|ing) | outweigh(?:s|ed|ing)? | outr[ua]n(?:s|ning)?
        best(?:s|ed) (?=[A-Z])
        (?:pulled|moved|edged|come|came|out|well|far|slipped|shot|drew|stood|stands?|stay(?:s|ed)?|is|are) ahead of
        ahead of | (?:pulled|moved|edged|came|come|drew|forged) ahead | out ahead | ahead
        (?:better|higher|greater|stronger|larger|bigger|costlier|dearer|heavier|smarter|faster|more \w+) than
        beat(?:s|en|ing)? | clear of | (?:leapt|edged|moved|went|slipped|shot|sailed|swept|pulled|got) past | past
        passed | passes | overhauled | leapfrog(?:s|ged|ging)? | superior to | more (?:\w+ ){1,3}than
        twice as \w+ as | dwarf(?:s|ed|ing)? | tops(?! the) | topped(?! the) | above | edg(?:e[sd]?|ing) out
        dethron(?:e[sd]?|ing) | unseat(?:s|ed|ing)? | supplant(?:s|ed|ing)? | displac(?:e[sd]?|ing) | out-\w+ing
        """,
    Relation.TRAILS: r"""
        behind | trail(?:s|ed|ing)? | lag(?:s|ged|ging)?
        (?:lower|worse|fewer|smaller|cheaper|weaker|lighter|less \w+) than | less than | below | short of
        undercut(?:s|ting)? | cheaper | inferior to | no match for | second to | loses? to | adrift of
        late(?= on| in)
        """,
    Relation.LEADS: r"""
        dominat(?:e[sd]?|ing|ion) | dominance | leads? | led | (?:is|are|was|were|been) leading | leaders?
        leadership | leading (?:in|the (?:race|pack|field|way|world)) | first place
        (?:came|come|comes|finished) (?:first|out on top)
        rank(?:s|ed|ing)? (?:first|no\.? ?1|number one|top|highest) | no\.? ?1 | number one | top(?:s|ped)? the
        topping the | most[- ](?:popular|downloaded|used|pulled|capable|widely used|expensive|fine-tuned|powerful)
        highest | largest share | lion's share | majority | in front | top spot | top place | in the lead
        pole position | (?<!built )(?<!build )(?<!builds )(?<!building )atop | heads? the
        (?:is|are|was|were|remains?|became|as) (?:the|their|by far the) (?:best|largest|biggest|cheapest|strongest)
        reign(?:s|ed|ing)? | crown(?:ed)? | (?:the )?bulk of | holds? the (?:first|top) | the upper hand
        the edge over
        """,
    Relation.RISES: r"""
        gr(?:ows?|ew|own|owing|owth) | r(?:ises?|ose|isen|ising) | increas(?:e[sd]?|ing) | climb(?:s|ed|ing)?
        surg(?:e[sd]?|ing) | jump(?:s|ed|ing)? | doubl(?:e[sd]?|ing) | tripl(?:e[sd]?|ing) | soar(?:s|ed|ing)?
        widen(?:s|ed|ing)? | gain(?:s|ed|ing)? | swell(?:s|ed|ing)? | swollen | balloon(?:s|ed|ing)? | up from
        crept up | add(?:s|ed) | went up | expand(?:s|ed|ing)? | leapt | mushroomed | quadrupl(?:e[sd]?|ing)
        """,
    Relation.FALLS: r"""
        f(?:alls?|ell|allen|alling) | drop(?:s|ped|ping)? | declin(?:e[sd]?|ing) | shr(?:inks?|ank|unk|inking)
        decreas(?:e[sd]?|ing) | narrow(?:s|ed|ing|er)? | halv(?:e[sd]?|ing) | slip(?:s|ped|ping)? | slid
        cut(?:s|ting)? | clos(?:e[sd]?|ing) (?:the|in|its|their) | los(?:t|es|ing) | erod(?:e[sd]?|ing)
        dwindl(?:e[sd]?|ing) | down from | shed | plung(?:e[sd]?|ing) | tumbl(?:e[sd]?|ing) | sank | went down
        shav(?:e[sd]|ing) | contract(?:s|ed)
        """,
    Relation.USES: r"""
        us(?:e[sd]?|ing) | adopt(?:s|ed|ing)? | rel(?:y|ies|ied|ying)(?: \w+)? on | built (?:[\w-]+ ){0,6}(?:up)?on
        based on | (?:switch|mov|migrat|shift|turn)(?:e[sd]|es|s|ed|ing)?(?: [\w.-]+){0,7} (?:on)?to
        runs? (?:\w+ ){0,2}on | running on | trained (?:up)?on | powered by | develop(?:s|ed) | deploy(?:s|ed|ing)?
        rests? on | incorporat\w+ | integrat\w+ | picked | chose | chosen | standardi[sz]ed on
        lean(?:s|ed|ing)?(?: \w+)? on | opted for | settled on | embrac(?:e[sd]|ing) | hosts? | self-hosts? | taps
        tapped | bas(?:es|ed) (?:\w+ ){0,4}on | replaced .{1,40} (?:with|by) | sits? on | fine-tuned
        underl(?:ies|ie|ay|ying) | underpins? | is behind | (?:built|builds?|building) (?:(?:up)?on|atop)
        driv(?:es?|ing) | drove
        """,
    Relation.HAPPENS: r"""
        releas(?:e[sd]?|ing) | launch(?:e[sd]|ing)? | unveil(?:s|ed|ing)? | debut(?:s|ed)? | open[- ]sourced
        rolled out | roll out | introduc(?:e[sd]|ing) | approv(?:e[sd]?|ing|al) | impos(?:e[sd]?|ing)
        bann?(?:s|ed|ing) | lift(?:s|ed|ing)? | restor(?:e[sd]?|ing) | restrict(?:s|ed|ing) (?!access)
        tighten(?:s|ed|ing)? | eas(?:e[sd]|ing) | ordered | praised | endorsed | called | singled out | hailed
        put out | came out | ship(?:s|ped|ping)? | made available | barr(?:ed|ing) | block(?:s|ed|ing)?
        clear(?:s|ed) (?=.{0,40}(?:export|sale|chip)) | loosen(?:s|ed|ing)? | halt(?:s|ed|ing)? | suspended
        revoked | allow(?:s|ed) (?=.{0,40}(?:export|sale|chip|sell)) | out since | published? the weights
        opened the weights | lauded | applauded | complimented | announced? (?=.{0,60}(?:export|sell|chip))
        sell (?=.{0,40}(?:chip|h200|h20))
        """,
}
_UNJUDGED: Mapping[Meaning, str] = {
    Unjudged.PREDICTION: r"""
        will | would(?! have) | may(?! have) | might(?! have) | could(?! have) | expected to | poised to
        likely(?: to)? | set to | going to | on course to | on track to | is due to | forecasts?
        predict(?:s|ed|ing)? | plans? to | plan (?:\w+ ){1,2} | expects? | by 20[3-9]\d | in the coming
        next (?:year|month|decade) | is bound to | destined to | foresees?
        """,
    Unjudged.OPINION: r"""
        i think | i believe | i would say | i'd say | in my view | in our view | should | ought to | must | arguably
        seems? | appears? to | better positioned | under threat | impressive | remarkable | alarming | frightening
        exciting | disappointing | anyone's game | unfair | deserves? | worr(?:y|ies|ied|ying) | believes?
        argu(?:e[sd]?|ing) | hopes? | fears? | opens? (?:up )?(?:new|alternative) | creates? (?:alternative|new)
        self-reinforcing | enables? \w+ to | concerned | a mistake | ugly | beautiful | dangerous | the right
        wrong to
        """,
}


# `May` is a month, and `in China,` tells where users are only where a sentence begins with it.
_AS_WRITTEN = {
    "may": "may",
    "in china": "In ",
    "in america": "In ",
    "in the us": "In ",
    "in the u.s.": "In ",
    "in the united states": "In ",
}


def is_as_written(word: str) -> bool:
    """Say whether a cue has the capitals that it needs; most need none."""
    return word.startswith(_AS_WRITTEN.get(word.lower(), ""))


def tables(turn: type[Turn]) -> tuple[Mapping[Meaning, str], ...]:
    """Give the tables, one for each kind of meaning. `turn`: the words that turn others."""
    return (
        _TOPICS,
        _RELATIONS,
        _UNJUDGED,
        {
            turn.NEGATION: r"""
                not | never | no longer | yet to | neither | hardly | refus(?:es|ed) to | declin(?:es|ed) to
                stopped | fail(?:s|ed) to | without | \w+n't | none of
                no (?=(?:[\w-]+ ){1,4}(?:has|have|had|is|are|was|were|leads?|led|tops?|beats?|uses?)\b)
                """,
            turn.PASSIVE: r"(?:was|were|been|being|is|are|got) (?:\w+ly )?(?=\w+(?:ed|en|passed) by)",
            turn.CUMULATIVE: r"""
                cumulative(?:ly)? | all[- ]time | in total | total downloads | to date | lifetime
                from the (?:very )?(?:beginning|start) | so far | since (?:its|their) \w+
                """,
            turn.ONLY: "nothing else | only | solely | exclusively | entirely | nothing but | alone",
            turn.OF_DESCENT: r"""
                declared base | declar(?:e[sd]?|ing) a base | (?:new )?derivatives | stated? a (?:parent|base)
                states a (?:parent|base) | with a (?:parent|base) | name a (?:parent|base)
                """,
            turn.PLACE: r"""
                (?:in|across|throughout) (?:Africa|Europe|Asia|Southeast Asia|Latin America|South America)
                (?:in|across|throughout) the Middle East
                in (?:China|America|the (?:US|U\.S\.|United States))(?=,)
                (?:users|developers|customers|people|consumers|programmers|coders) in [\w.-]+
                (?:Chinese|American|U\.?S\.?|European|Indian|Japanese|German|French) (?:users|developers|customers)
                (?:in|across|throughout) (?:Vietnam|Brazil|Nigeria|Kenya|Indonesia|Germany|India|Japan|Mexico|Thailand)
                """,
            turn.EXAMPLES: r"including | such as | like | among them | for example | led by | e\.g\.",
            turn.BEHIND_IN_TIME: r"""
                (?:months?|weeks?|years?|days?) (?:behind|late|later|after|adrift|short of|ahead of)
                (?:months?|weeks?|years?|days?) to (?:catch up|match)
                """,
            turn.LESS: r"""
                cheaper | less expensive | lower (?:prices?|costs?) | undercut\w* | cost advantages?
                price advantages? | fraction of the (?:cost|price)
                """,
        },
    )
