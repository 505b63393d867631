// Made by .ci/numbering/generate.py of phonenumbers 9.0.43 and tzdata 2025b: do not edit.
//
// NOTICE. This file holds data of libphonenumber in another form: Copyright (C) The Libphonenumber Authors, licensed
// under the Apache License, Version 2.0 (http://www.apache.org/licenses/LICENSE-2.0). Unless required by applicable law
// or agreed to in writing, it is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either
// express or implied. See the License for the specific language governing permissions and limitations.

extension TimeZoneData {
    static let severalZones: StaticString = """
        Africa/Casablanca Africa/El_Aaiun 212 Africa/Kinshasa Africa/Lubumbashi 243 America/Adak America/Anchorage
        1907 America/Boise America/Los_Angeles 1208 1775 1986 120830-120831 1208252 1208256-1208257 1208259 1208320
        1208325 1208328-1208330 1208332 1208335 1208341 1208347-1208349 1208355 1208358 1208361 1208363-1208364
        1208368-1208370 1208372 1208374 1208379-1208380 1208386-1208387 1208393-1208396 1208399 1208421
        1208427-1208428 1208450-1208451 1208456 1208458 1208460 1208464 1208469 1208721 1208723 1208728-1208730
        1208738-1208739 1208780-1208781 1208786 1208851 1208856-1208858 1208862 1208864-1208865 1208868 1208889
        1208892-1208894 1208897 America/Curacao America/Kralendijk 599 America/Denver America/North_Dakota/Center 1605
        1701 1605220 1605222 1605227-1605228 1605340 1605344 1605346 1605349 1605392 1605395-1605396 1605398
        1605726-1605727 1605729 America/Denver America/Phoenix 1928283 1928672-1928674 1928677 1928686 1928697-1928698
        1928724-1928725 1928728-1928729 1928755 1928781 1928787 1928871 America/Guayaquil Pacific/Galapagos 593 59328
        59338 59348 59352 59358 59368 59378 America/Halifax America/St_Johns 1709 America/Mazatlan America/Mexico_City
        52649 America/Mexico_City America/New_York 52201 America/Mexico_City America/Tijuana 52200 America/Puerto_Rico
        America/St_Johns 1879 Arctic/Longyearbyen Europe/Oslo 47 Asia/Almaty Asia/Aqtobe 77 Asia/Gaza Asia/Hebron 970
        Asia/Hovd Asia/Ulaanbaatar 976 97620 97627-97629 97650 97655 Asia/Jakarta Asia/Jayapura 62915 62952
        Asia/Jakarta Asia/Makassar 62379 62458 62516 62539 62811 62818-62819 62824 62829 62831 62833-62834 62839 62853
        62868 62876 62887 Asia/Jayapura Asia/Makassar 62403 Atlantic/Azores Europe/Lisbon 351 Atlantic/Canary
        Europe/Madrid 34 3480 3490 3497390 349690609-349690610 Australia/Adelaide Australia/Perth 6186-6189 61855
        618510 618512 6185112-6185114 61851100 61851116 61851119 61851156 61851158 61851185 61851187 61851209
        Europe/Bucharest Europe/Moscow 7840 Europe/Helsinki Europe/Mariehamn 358 35810 35820 35829-35830 35839 35850
        35860 35880 Europe/Rome Europe/Vatican 39 390878 Indian/Mayotte Indian/Reunion 262 Pacific/Auckland
        Pacific/Chatham 64 6470 6490 Pacific/Guadalcanal Pacific/Kosrae 691320 691920-691921 691924 691926
        Pacific/Kosrae Pacific/Port_Moresby 691330 691350 691933 6913602 6913804 6913905 69131006-69131007 69131208
        69131309 America/Nuuk America/Scoresbysund America/Thule 299 29938-29939 29980 Asia/Jakarta Asia/Jayapura
        Asia/Makassar 62 6230 6239 6280 62510 62514 Australia/Adelaide Australia/Eucla Australia/Perth 61890393
        61890395 Australia/Adelaide Australia/Perth Indian/Christmas 61891006-61891009 61891149 61891178 61891181
        61891209 61891263 61891312 61891326 61891375 61891456 61891497 61891700-61891701 61891710-61891712
        Australia/Adelaide Australia/Perth Indian/Cocos 61891010-61891012 61891029 61891122 61891150 61891179 61891182
        61891210 61891264 61891308 61891322 61891368 61891428 61891498 61891702 61891959 Pacific/Gambier
        Pacific/Marquesas Pacific/Tahiti 689 68944 689499 Pacific/Guadalcanal Pacific/Kosrae Pacific/Port_Moresby 691
        Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa 686 America/Manaus America/Noronha America/Rio_Branco
        America/Sao_Paulo 55 5530 5540 5560 5580 5590 55486 554370 Europe/Guernsey Europe/Isle_of_Man Europe/Jersey
        Europe/London 44 America/Cancun America/Ciudad_Juarez America/Matamoros America/Mazatlan America/Mexico_City
        America/Ojinaga America/Tijuana 5230 5250 5280 5288 5290 America/Cancun America/Ciudad_Juarez
        America/Matamoros America/Mazatlan America/Mexico_City America/New_York America/Ojinaga America/Tijuana 52
        5260-5261 5268 52650 52654-52655 52666 52670 52678-52679 America/Edmonton America/Fort_Nelson America/Halifax
        America/Regina America/St_Johns America/Toronto America/Vancouver America/Winnipeg 1600 1622 1633 13100-13101
        Australia/Adelaide Australia/Brisbane Australia/Eucla Australia/Lord_Howe Australia/Perth Australia/Sydney
        Indian/Christmas Indian/Cocos 61 61851220 Asia/Anadyr Asia/Irkutsk Asia/Kamchatka Asia/Krasnoyarsk
        Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg
        Europe/Moscow Europe/Samara 79 Asia/Almaty Asia/Anadyr Asia/Aqtobe Asia/Irkutsk Asia/Kamchatka
        Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok Asia/Yakutsk
        Asia/Yekaterinburg Europe/Moscow Europe/Samara 780 7810 Asia/Almaty Asia/Anadyr Asia/Aqtobe Asia/Irkutsk
        Asia/Kamchatka Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok
        Asia/Yakutsk Asia/Yekaterinburg Europe/Bucharest Europe/Moscow Europe/Samara 7 785 788-789 7849 America/Adak
        America/Anchorage America/Anguilla America/Antigua America/Barbados America/Boise America/Cayman
        America/Chicago America/Denver America/Dominica America/Grand_Turk America/Grenada America/Jamaica
        America/Juneau America/Los_Angeles America/Lower_Princes America/Montserrat America/Nassau America/New_York
        America/North_Dakota/Center America/Phoenix America/Port_of_Spain America/Puerto_Rico America/Santo_Domingo
        America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola Atlantic/Bermuda
        Pacific/Guam Pacific/Honolulu Pacific/Pago_Pago Pacific/Saipan 1500 America/Adak America/Anchorage
        America/Anguilla America/Antigua America/Barbados America/Boise America/Cayman America/Chicago America/Denver
        America/Dominica America/Edmonton America/Fort_Nelson America/Grand_Turk America/Grenada America/Halifax
        America/Jamaica America/Juneau America/Los_Angeles America/Lower_Princes America/Montserrat America/Nassau
        America/New_York America/North_Dakota/Center America/Phoenix America/Port_of_Spain America/Puerto_Rico
        America/Regina America/Santo_Domingo America/St_Johns America/St_Kitts America/St_Lucia America/St_Thomas
        America/St_Vincent America/Toronto America/Tortola America/Vancouver America/Winnipeg Atlantic/Bermuda
        Pacific/Guam Pacific/Honolulu Pacific/Pago_Pago Pacific/Saipan 1 1200 1211 1221-1222 1300 1311 1322 1328 1333
        1335 1338 1400 1411 1444 1446 1449 1471 1476-1477 1511 1611 1700 1710-1711 1776-1777 1800 1811 1851-1853 1855
        1861 1866 1900 1911 1944 1946 12080-12081
        """
}
