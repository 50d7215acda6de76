"""The cues of English: patterns of whole words, case aside. Earlier lines hold where two could begin at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic, Unjudged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weighbridge.claims.understanding.cues import Meaning, Turn

_TOPICS: Mapping[Meaning, str] = {
    Topic.APP: r"app stores?|google play|iphone apps?|mobile apps?|free apps?|app charts?",
    Topic.CHIPS: r"electronic design automation|halt shipments|export(?:s|ed)? (?:restrictions?|controls?|curbs?|rules?|bans?|limits?|of \w+)|export (?:curb|control)s?"
    r"|chip(?: |-)(?:restrictions?|controls?|curbs?|bans?|exports?|design)|(?:advanced|ai) chips?|nvidia|h20s?|h200s?",
    Topic.DERIVATIVES: r"derivatives?|fine-?tun(?:es?|ed|ing)|descend(?:ants?|ed)?|derived from|built (?:up)?on|builds? (?:up)?on"
    r"|building on|base models?|based on|new(?:ly released)? (?:language )?models",
    Topic.COMPUTE: r"computational power|comput(?:e|ing) (?:power|for)|tokens? (?:to|per) (?:solve|task|answer|run)|more comput\w+",
    Topic.TOKENS: r"tokens?|inference (?:volume|traffic)|api (?:calls|traffic|usage)|token (?:volume|share|consumption)|traffic",
    Topic.PULLS: r"pulls?|pulled",
    Topic.DOWNLOADS: r"downloads?|downloaded|downloading",
    Topic.RATING: r"arena|elo|human preference|leaderboards?|preference (?:votes?|ratings?)|blind (?:test|vote)s?",
    Topic.PRICE: r"price[sd]?|pricing|cost(?:s|ing|ly)?|cheap(?:er|est|ly)?|expensive|afford\w+|low-cost|undercut\w*"
    r"|per million (?:input |output )?tokens?",
    Topic.SIZE: r"param(?:eter)?s?|larger|smaller|bigger|largest|biggest|smallest|model sizes?|twice the size|in size",
    Topic.CAPABILITY: r"perform(?:s|ed|ance|ing)?|capab\w+|benchmarks?|scor(?:e[sd]?|ing)|intelligen(?:ce|t)(?: index)?|frontier"
    r"|cutting edge|state[- ]of[- ]the[- ]art|outperform\w*|math(?:s|ematics)?|programming|coding|reasoning|smarter"
    r"|best models?|top models?|most advanced|months? behind|eci|index|frontier",
    Topic.RELEASE: r"releas(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|unveil(?:s|ed|ing)?|debut(?:s|ed)?|open[- ]sourced|rolled out|introduced",
    Topic.ADOPTION: r"start-?ups?|adopt(?:s|ed|ion|ing)?|tools|employees|customers?|clients?|enterprises?|developers?",
    Topic.USE: r"us(?:e|es|ed|age|ing)|popular(?:ity)?",
}
_RELATIONS: Mapping[Meaning, str] = {
    Relation.EXCEEDS: r"surpass(?:es|ed|ing)?|overt(?:ake[sn]?|aking|ook)|outperform(?:s|ed|ing)?|outstrip(?:s|ped|ping)?"
    r"|exceed(?:s|ed|ing)?|eclips(?:e[sd]?|ing)|outpac(?:e[sd]?|ing)|outrank(?:s|ed)?|outs(?:ell|old|ells)|ahead of"
    r"|(?:better|higher|greater|stronger|larger|bigger|more expensive|more capable|smarter|faster) than|beat(?:s|en|ing)?|clear of|out ahead|come out ahead|came out ahead|ahead"
    r"|past|passed|overhauled|leapfrog(?:s|ged)?|more (?:\w+ ){1,3}than|twice as \w+ as|dwarf(?:s|ed)?|tops|topped",
    Relation.TRAILS: r"behind|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|(?:lower|worse|fewer|smaller|cheaper|weaker|less \w+) than"
    r"|less than|below|short of|undercut(?:s|ting)?|cheaper",
    Relation.EQUALS: r"as much (?:\w+ ){0,3}as|as expensive as|the same (?:price )?as|on (?:a )?par with|level with|matches|matched|equal to",
    Relation.LEADS: r"dominat(?:e[sd]?|ing|ion)|dominance|leads?|led|(?:is|are|was|were) leading|leading (?:in|the (?:race|pack|field|way|world))|leaders?|leadership|first place|rank(?:s|ed)? (?:first|no\. ?1|number one)"
    r"|no\. ?1|number one|top(?:s|ped)? the|most[- ](?:popular|downloaded|used|pulled|capable|widely used|expensive)"
    r"|highest|largest share|lion's share|majority|(?:is|are|was|were|remains?|became|being|as) (?:the|their|by far the) (?:best|largest|biggest|cheapest)|in front|top spot|in the lead",
    Relation.RISES: r"gr(?:ows?|ew|own|owing|owth)|r(?:ises?|ose|isen|ising)|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|surg(?:e[sd]?|ing)"
    r"|jump(?:s|ed|ing)?|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|soar(?:s|ed|ing)?|widen(?:s|ed|ing)?|gain(?:s|ed|ing)?",
    Relation.FALLS: r"f(?:alls?|ell|allen|alling)|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|shr(?:inks?|ank|unk|inking)|decreas(?:e[sd]?|ing)"
    r"|narrow(?:s|ed|ing|er)?|halv(?:e[sd]?|ing)|slip(?:s|ped|ping)?|slid|cut(?:s|ting)?|clos(?:e[sd]|ing) the gap|los(?:t|es|ing)|erod(?:e[sd]?|ing)",
    Relation.USES: r"us(?:e[sd]?|ing)|adopt(?:s|ed|ing)?|rel(?:y|ies|ied|ying)(?: heavily)? on|built (?:\w+ )?(?:up)?on|based on|switch(?:es|ed|ing)? to"
    r"|moved (?:\w+ )*to|migrat(?:e[sd]?|ing)|runs? on|running on|trained (?:up)?on|powered by|develop(?:s|ed)|deploy(?:s|ed|ing)?|rests? on|incorporat\w+"
    r"|integrat\w+|picked|chose|standardi[sz]ed on",
    Relation.HAPPENS: r"releas(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|unveil(?:s|ed|ing)?|debut(?:s|ed)?|open[- ]sourced|rolled out|roll out|introduced"
    r"|approv(?:e[sd]?|ing)|impos(?:e[sd]?|ing)|bann?(?:s|ed|ing)|lift(?:s|ed|ing)?|restor(?:e[sd]?|ing)|restricts|restricting|tighten(?:s|ed|ing)?"
    r"|eas(?:e[sd]|ing)|ordered|praised|endorsed|called|singled out|hailed",
}
_UNJUDGED: Mapping[Meaning, str] = {
    Unjudged.PREDICTION: r"will|would|may|might|could|expected to|poised to|likely(?: to)?|set to|going to|on course to|on track to|is due to|forecasts?|predict(?:s|ed)?"
    r"|plans? to|plan (?:\w+ ){1,2}|expects?|by 20[3-9]\d|in the coming|next (?:year|month|decade)",
    Unjudged.OPINION: r"i think|i believe|i would say|i'd say|in my view|in our view|should|ought to|must|arguably|seems?|appears? to|better positioned|under threat"
    r"|impressive|remarkable|alarming|frightening|exciting|disappointing|anyone's game|unfair|deserves?|worr(?:y|ies|ied|ying)|believes?|argu(?:e[sd]?|ing)|hopes?|fears?"
    r"|opens? (?:up )?(?:new|alternative)|creates? (?:alternative|new)|self-reinforcing|enables? \w+ to|concerned",
}


def tables(turn: type[Turn]) -> tuple[Mapping[Meaning, str], ...]:
    """Give the tables, one for each kind of meaning. `turn`: the words that turn others."""
    return (
        _TOPICS,
        _RELATIONS,
        _UNJUDGED,
        {
            turn.NEGATION: r"not|never|no longer|yet to|neither|nor|hardly|fail(?:s|ed) to|without|no (?=\w+ (?:has|have|is|was))",
            turn.PASSIVE: r"(?:was|were|been|being|is|are) (?=\w+(?:ed|en|passed) by)",
            turn.CUMULATIVE: r"cumulative(?:ly)?|all[- ]time|in total|total downloads|to date|lifetime",
            turn.ONLY: r"nothing else|only|solely|exclusively|entirely|nothing but|alone",
            turn.OF_DESCENT: r"declared base|declar(?:e[sd]?|ing) a base|(?:new )?derivatives|state(?:s|d)? a (?:parent|base)|with a (?:parent|base)",
            turn.PLACE: r"(?:in|across|throughout) (?:Africa|Europe|Asia|Southeast Asia|Latin America|the Middle East|South America|Vietnam|Brazil|Nigeria|Kenya|Indonesia)",
            turn.EXAMPLES: r"including|such as|like|among them|for example|led by|e\.g\.",
            turn.BEHIND_IN_TIME: r"(?:months?|weeks?|years?|days?) (?:behind|later|after|ahead of|to catch up|to match)",
            turn.LESS: r"cheaper|less expensive|lower (?:prices?|costs?)|undercut\w*|cost advantages?|price advantages?|fraction of the (?:cost|price)",
        },
    )
