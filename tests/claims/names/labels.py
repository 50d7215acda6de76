"""Names in the four articles, labelled by reading before anything was run: places in the file, what is named, its id.

Labelled are countries (not by their capitals), makers, families, releases, openness and platforms, in titles, bodies,
comments and captions. `?`: a slip of speech recognition, or a name in two words. A name and its repeat in another
script or in brackets are one. Not labelled: who only uses models, tickers, people, cities, languages.
"""

from __future__ import annotations

BLOOMBERG_TONER_INTERVIEW = """
5-7:country:US 8-10:country:CN 14-16:country:US 33-38:country:CN 46-53:country:US 68-70:country:CN 74-76:country:US
108-114:organisation:openai 217-224:country:CN 286-294:organisation:deepseek 351-353:country:US 358-363:country:CN
421-427:organisation:openai 460-474:organisation:deepseek 481-483:country:CN 537-538:country:CN 538-539:country:US
563-568:country:CN 605-616:organisation:zhipu-ai? 677-685:organisation:deepseek? 690-697:organisation:minimax
742-750:country:US 780-784:country:US 804-810:organisation:openai 859-868:organisation:zhipu-ai? 1039-1043:country:US
1096-1101:country:CN 1124-1131:country:CN 1281-1283:country:CN 1302-1312:organisation:zhipu-ai?
1329-1343:organisation:deepseek 1345-1352:organisation:minimax 1366-1368:country:US 1380-1382:country:CN
1389-1391:country:US 1401-1407:organisation:openai 1426-1434:organisation:zhipu-ai? 1489-1491:country:US
1495-1497:country:CN 1511-1513:country:CN 1527-1529:country:US 1546-1548:country:CN 1564-1566:country:CN
1664-1666:organisation:zhipu-ai? 1706-1713:country:CN 2283-2290:country:CN 2412-2414:country:US
2460-2462:organisation:zhipu-ai? 2464-2466:country:CN 2485-2487:country:CN 2657-2659:country:CN 2681-2683:country:US
2725-2732:country:CN 2751-2756:country:CN 2780-2784:country:US 2913-2918:country:CN 2920-2927:country:CN
2979-2981:country:US 3026-3033:country:CN 3082-3084:country:US 3143-3145:country:US 3203-3212:organisation:openai?
3224-3229:country:JP 3267-3272:country:JP 3359-3371:organisation:openai? 3510-3521:organisation:openai?
3710-3717:country:CN 3738-3745:country:CN 4108-4113:country:JP 4181-4188:country:CN 4221-4228:organisation:alibaba
4230-4236:organisation:huawei 4315-4317:country:CN 4338-4340:country:US 4354-4356:country:CN 4390-4392:country:CN
4407-4409:country:US 4419-4421:country:CN 4429-4431:country:US 4445-4447:country:US 4464-4470:organisation:openai
4480-4482:country:JP 4497-4503:organisation:openai 4562-4564:country:CN 4573-4575:country:CN 4591-4593:country:CN
4596-4598:country:CN 4651-4655:organisation:alibaba 4656-4658:organisation:huawei 4661-4663:country:CN
4664-4666:country:JP 4764-4771:country:CN 4881-4887:country:EU 4902-4904:country:CN 4930-4932:country:EU
4949-4951:country:CN 5130-5135:country:CN 5164-5172:organisation:deepseek? 5290-5297:country:CN 5309-5316:country:CN
5369-5378:organisation:deepseek? 5758-5769:openness:open 5816-5823:organisation:alibaba 5860-5862:family:qwen?
5909-5911:country:US 5954-5966:platform:hugging-face 6042-6049:organisation:alibaba 6104-6106:country:US
6215-6229:organisation:deepseek 6250-6252:country:CN 6325-6327:openness:open 6332-6336:organisation:alibaba
6348-6350:family:qwen? 6364-6366:country:US 6367-6379:platform:hugging-face 6387-6391:organisation:alibaba
6402-6404:country:US 6448-6455:country:US 6484-6491:country:CN 6495-6502:country:US 6522-6529:country:CN
6533-6538:country:CN 6554-6556:country:US 6573-6575:country:US 6580-6582:country:CN 6735-6743:country:US
6808-6810:country:US 6836-6838:country:US 6869-6875:country:IL 6877-6879:country:US 6889-6892:country:IL
6922-6927:country:CN 7057-7059:country:US 7061-7068:country:US 7071-7078:family:gpt 7165-7167:country:US
7225-7227:country:CN 7244-7246:country:US 7262-7264:country:US 7265-7272:family:gpt 7290-7292:country:US
7335-7341:organisation:openai 7343-7351:family:gpt 7409-7412:country:US 7429-7435:organisation:openai
7449-7451:country:US 7465-7470:country:CN 7519-7526:country:US 7595-7602:country:US 7620-7628:country:US
7741-7743:country:CN 7758-7760:country:US 7778-7780:country:US 7785-7787:country:US 7835-7843:country:US
7876-7883:country:CN 7909-7911:country:US 7917-7919:country:CN 8018-8023:country:CN 8056-8058:country:US
8131-8136:country:CN 8195-8200:country:CN 8341-8343:country:CN 8351-8353:country:US 8367-8369:country:US
8373-8375:country:CN 8556-8561:country:CN 8672-8674:country:CN 8675-8677:country:CN 8714-8719:country:CN
8742-8744:country:US 8755-8757:country:US 8778-8783:country:CN 8788-8790:country:CN 8792-8794:country:US
8796-8798:country:US 8800-8802:country:CN 8817-8826:organisation:deepseek? 8842-8850:family:gpt
8852-8856:organisation:deepseek 8857-8864:family:gpt 9051-9053:country:US 9084-9089:country:CN 9214-9216:country:US
9291-9296:country:CN 9360-9362:country:CN 9391-9393:country:US 9409-9411:country:CN 9492-9499:country:CN
9796-9802:organisation:huawei 9858-9863:country:CN 9896-9903:country:CN 9999-10001:country:US 10036-10041:country:CN
10095-10097:country:US 10117-10122:country:CN 10196-10203:country:US 10225-10233:country:US 10261-10268:country:CN
10336-10338:organisation:huawei 10357-10359:country:CN 10373-10375:country:CN 10396-10398:country:US
10416-10418:country:CN 10433-10435:country:US 10441-10443:country:CN 10460-10462:country:US 10470-10472:country:US
10536-10547:openness:open 10559-10565:organisation:openai 10670-10672:openness:open 10707-10713:organisation:openai
10849-10857:organisation:deepseek 10858-10864:organisation:openai 10872-10879:openness:open
10884-10888:organisation:deepseek 10889-10895:organisation:openai 10899-10901:openness:open 10974-10979:country:CN
11022-11027:country:CN 11035-11037:country:CN 11054-11056:country:CN 11245-11250:country:CN 11339-11346:country:US
11375-11377:country:CN 11396-11398:country:US 11612-11614:country:US 11670-11672:country:US
12029-12033:organisation:meta 12076-12082:organisation:google 12087-12094:organisation:openai? 12100-12105:country:CN
12203-12208:country:CN 12259-12266:country:CN 12269-12273:organisation:meta 12276-12278:organisation:google
12279-12285:organisation:openai 12296-12298:country:CN 12340-12342:country:CN 12344-12346:country:CN
12449-12455:family:gemini 12457-12464:family:gpt 12698-12705:family:gpt 12764-12770:family:gemini
12771-12778:family:gpt 12848-12855:family:gpt 12891-12898:country:CN 12943-12947:organisation:meta
12991-12993:country:US 12994-12996:country:CN 13008-13012:organisation:meta 13043-13051:organisation:deepseek
13119-13123:organisation:deepseek 13158-13167:organisation:deepseek? 13277-13285:family:gpt
13287-13291:organisation:deepseek 13308-13315:family:gpt 13364-13372:organisation:deepseek
13488-13496:organisation:deepseek 13527-13531:organisation:deepseek 13591-13593:country:US 13594-13596:country:CN
13600-13602:country:US
"""

OPEN_SOURCE_RACE_SUMMARY = """
10-15:country:CN 39-50:openness:open 180-187:country:CN 221-228:country:CN 250-258:organisation:deepseek
260-267:organisation:alibaba 295-306:openness:open 417-421:country:US 443-454:openness:open
467-473:organisation:openai 494-505:openness:open 513-520:family:gpt-oss 555-563:country:US 653-664:openness:open
753-757:country:US 776-787:openness:open 804-812:country:US 826-837:openness:open 1001-1010:country:SG
1068-1079:openness:open 1223-1230:country:CN 1231-1242:openness:open 1274-1282:country:US
1347-1354:organisation:alibaba 1357-1362:release:qwen3 1374-1380:organisation:openai 1383-1390:family:gpt-oss
1414-1421:country:CN 1630-1641:openness:open 1764-1777:openness:closed 1802-1809:country:CN 2113-2115:openness:open
2118-2120:country:CN 2127-2129:country:US
"""

REUTERS_USCC = """
47-52:country:CN 55-66:openness:open 172-176:country:US 234-238:country:US 298-300:country:US 305-306:country:US
306-307:country:CN 346-348:country:CN 348-350:openness:open 381-383:country:US 421-428:country:CN
472-479:organisation:alibaba 491-499:organisation:moonshot-ai 504-511:organisation:minimax
578-589:platform:hugging-face 594-604:platform:openrouter 606-610:organisation:alibaba
625-638:organisation:moonshot-ai 639-651:organisation:minimax 666-668:country:CN 694-705:platform:hugging-face
706-716:platform:openrouter 972-974:country:CN 1069-1074:country:CN 1155-1159:country:US 1160-1165:country:CN
1268-1270:country:CN 1288-1289:country:US 1289-1290:country:CN 1316-1323:country:CN 1420-1422:country:CN
1450-1454:country:US 1522-1527:country:CN 1634-1640:organisation:nvidia 1700-1702:country:US 1707-1709:country:CN
1721-1723:country:CN 1737-1739:country:US 1748-1751:organisation:nvidia 1768-1770:country:CN 1776-1780:country:US
1801-1808:family:gpt 1819-1825:organisation:openai 1830-1839:organisation:anthropic 1852-1858:family:claude
1998-2005:family:gpt 2008-2014:organisation:openai 2015-2021:family:claude 2024-2033:organisation:anthropic
2044-2046:country:US 2137-2147:openness:open 2232-2234:openness:open 2261-2266:country:CN 2312-2314:country:CN
2377-2381:country:US 2402-2409:country:CN 2410-2421:openness:open 2447-2449:country:US 2460-2462:country:CN
2463-2465:openness:open 2475-2483:organisation:deepseek 2501-2503:release:deepseek-r1 2546-2553:family:gpt
2590-2594:country:US 2595-2604:platform:app-store 2606-2620:organisation:deepseek 2628-2630:release:deepseek-r1
2636-2643:family:gpt 2646-2648:country:US 2648-2657:platform:app-store 2673-2680:organisation:alibaba
2683-2687:family:qwen 2719-2723:organisation:meta 2735-2740:family:llama 2786-2797:platform:hugging-face
2799-2810:platform:hugging-face 2815-2819:organisation:alibaba 2820-2830:family:qwen 2845-2849:organisation:meta
2859-2864:family:llama 2972-2977:country:CN 3218-3220:country:CN 3340-3344:country:US 3349-3354:country:CN
3565-3566:country:US 3566-3567:country:CN 3656-3661:country:CN 3760-3762:country:CN 3883-3890:country:CN
3947-3949:country:CN 3970-3972:country:CN 4105-4112:country:CN 4113-4124:openness:open 4168-4175:country:CN
4257-4259:country:CN 4259-4261:openness:open 4284-4286:country:CN 4415-4422:country:CN 4423-4434:openness:open
4451-4457:country:DE 4583-4585:country:DE 4621-4623:country:CN 4623-4625:openness:open 4660-4662:country:CN
4662-4664:openness:open
"""

SILICON_VALLEY_CHINESE_MODELS = """
1-4:country:US 17-19:country:CN 25-28:organisation:nvidia 44-46:country:CN 72-73:country:CN 73-74:country:US
95-97:country:CN 138-140:country:CN 144-146:openness:open 178-180:country:US 201-203:country:CN 226-228:country:CN
249-251:country:CN 253-255:country:US 272-274:country:US 326-328:country:US 353-355:country:US 369-371:country:CN
474-476:country:CN 480-482:openness:open 496-498:country:US 515-517:country:CN 575-579:family:qwen 699-701:country:CN
703-720:organisation:moonshot-ai 727-734:release:kimi-k2 743-745:openness:open 752-758:organisation:openai
759-768:organisation:anthropic 834-840:organisation:openai 841-848:family:gpt 908-912:organisation:alibaba
913-925:family:qwen 951-957:organisation:openai 993-995:country:CN 1014-1020:organisation:openai
1075-1096:organisation:thinking-machines 1113-1117:organisation:alibaba 1117-1122:release:qwen3 1254-1256:country:CN
1262-1270:organisation:deepseek 1321-1323:country:US 1363-1365:country:CN 1365-1379:organisation:zhipu-ai
1384-1388:organisation:zhipu-ai 1399-1401:organisation:zhipu-ai 1424-1426:openness:open 1459-1461:country:US
1479-1481:country:CN 1490-1492:openness:open 1533-1535:openness:open 1536-1538:country:US
1554-1566:platform:hugging-face 1607-1609:country:CN 1614-1616:country:US 1645-1649:organisation:meta
1650-1655:family:llama 1668-1672:organisation:alibaba 1673-1677:family:qwen 1686-1690:family:qwen
1703-1708:family:llama 1723-1727:family:qwen 1747-1759:platform:hugging-face 1779-1783:organisation:meta
1802-1804:country:CN 1907-1909:openness:open 1994-1996:country:US 2048-2050:country:CN 2055-2057:openness:open
2111-2113:country:US 2163-2165:country:CN 2193-2197:organisation:alibaba 2198-2202:family:qwen 2205-2207:openness:open
2246-2250:family:qwen 2257-2268:release:qwen3-coder 2279-2283:family:wan? 2283-2289:release:wan2.2
2312-2314:country:US 2348-2350:country:CN 2390-2392:country:US 2403-2405:country:CN 2459-2461:country:CN
2478-2480:country:US 2514-2516:country:US 2547-2549:country:CN 2565-2567:country:CN 2596-2598:country:CN
2635-2637:organisation:google 2702-2704:country:CN 2730-2732:country:CN 2777-2779:country:US 2810-2812:country:CN
"""

ARTICLES = {
    "bloomberg_toner_interview.txt": BLOOMBERG_TONER_INTERVIEW,
    "open_source_race_summary.txt": OPEN_SOURCE_RACE_SUMMARY,
    "reuters_uscc.txt": REUTERS_USCC,
    "silicon_valley_chinese_models.txt": SILICON_VALLEY_CHINESE_MODELS,
}
