// Made by .ci/numbering/generate.py of phonenumbers 9.0.43 and tzdata 2025b: do not edit.
//
// NOTICE. This file holds data of libphonenumber in another form: Copyright (C) The Libphonenumber Authors, licensed
// under the Apache License, Version 2.0 (http://www.apache.org/licenses/LICENSE-2.0). Unless required by applicable law
// or agreed to in writing, it is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either
// express or implied. See the License for the specific language governing permissions and limitations.

/// Numbers of every region and their time zones.
enum ZoneSamples {
    static let text = """
        12015550123 America/New_York 18002345678 America/Adak America/Anchorage America/Anguilla America/Antigua
        America/Barbados America/Boise America/Cayman America/Chicago America/Denver America/Dominica America/Edmonton
        America/Fort_Nelson America/Grand_Turk America/Grenada America/Halifax America/Jamaica America/Juneau
        America/Los_Angeles America/Lower_Princes America/Montserrat America/Nassau America/New_York
        America/North_Dakota/Center America/Phoenix America/Port_of_Spain America/Puerto_Rico America/Regina
        America/Santo_Domingo America/St_Johns America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent
        America/Toronto America/Tortola America/Vancouver America/Winnipeg Atlantic/Bermuda Pacific/Guam
        Pacific/Honolulu Pacific/Pago_Pago Pacific/Saipan 12684601234 America/Antigua 12644612345 America/Anguilla
        16846221234 Pacific/Pago_Pago 12464123456 America/Barbados 14414123456 Atlantic/Bermuda 12423456789
        America/Nassau 15062345678 America/Halifax 17674201234 America/Dominica 18092345678 America/Santo_Domingo
        14732691234 America/Grenada 16713001234 Pacific/Guam 18765230123 America/Jamaica 18692361234 America/St_Kitts
        13452221234 America/Cayman 17584305678 America/St_Lucia 16702345678 Pacific/Saipan 16644912345
        America/Montserrat 17872345678 America/Puerto_Rico 17215425678 America/Lower_Princes 16497121234
        America/Grand_Turk 18682211234 America/Port_of_Spain 17842661234 America/St_Vincent 12842291234
        America/Tortola 13406421234 America/St_Thomas 73011234567 Asia/Irkutsk 79123456789 Asia/Anadyr Asia/Irkutsk
        Asia/Kamchatka Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok
        Asia/Yakutsk Asia/Yekaterinburg Europe/Moscow Europe/Samara 78001234567 Asia/Almaty Asia/Anadyr Asia/Aqtobe
        Asia/Irkutsk Asia/Kamchatka Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin
        Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Moscow Europe/Samara 77123456789 Asia/Aqtobe
        77710009998 Asia/Almaty Asia/Aqtobe 20234567890 Africa/Cairo 27101234567 Africa/Johannesburg 302123456789
        Europe/Athens 31101234567 Europe/Amsterdam 3212345678 Europe/Brussels 33123456789 Europe/Paris 34810123456
        Europe/Madrid 34612345678 Atlantic/Canary Europe/Madrid 3612345678 Europe/Budapest 390212345678 Europe/Rome
        393123456789 Europe/Rome Europe/Vatican 390669812345 Europe/Vatican 40211234567 Europe/Bucharest 41212345678
        Europe/Zurich 431234567890 Europe/Vienna 441212345678 Europe/London 447400123456 Europe/Guernsey
        Europe/Isle_of_Man Europe/Jersey Europe/London 441481256789 Europe/Guernsey 441624756789 Europe/Isle_of_Man
        441534456789 Europe/Jersey 4532123456 Europe/Copenhagen 468123456 Europe/Stockholm 4721234567 Europe/Oslo
        4740612345 Arctic/Longyearbyen Europe/Oslo 4779123456 Arctic/Longyearbyen 48123456789 Europe/Warsaw 4930123456
        Europe/Berlin 5111234567 America/Lima 522001234567 America/Mexico_City America/Tijuana 522221234567
        America/Mexico_City 528001234567 America/Cancun America/Ciudad_Juarez America/Matamoros America/Mazatlan
        America/Mexico_City America/Ojinaga America/Tijuana 5371234567 America/Havana 541123456789
        America/Argentina/Buenos_Aires 551123456789 America/Sao_Paulo 55800123456 America/Manaus America/Noronha
        America/Rio_Branco America/Sao_Paulo 56600123456 America/Santiago 576012345678 America/Bogota 582121234567
        America/Caracas 60323856789 Asia/Kuching 61212345678 Australia/Sydney 61412345678 Australia/Adelaide
        Australia/Brisbane Australia/Eucla Australia/Lord_Howe Australia/Perth Australia/Sydney Indian/Christmas
        Indian/Cocos 61891621234 Indian/Cocos 61891641234 Indian/Christmas 62218350123 Asia/Jakarta 628001234567
        Asia/Jakarta Asia/Jayapura Asia/Makassar 63232345678 Asia/Manila 6432345678 Pacific/Auckland 64211234567
        Pacific/Auckland Pacific/Chatham 6561234567 Asia/Singapore 6621234567 Asia/Bangkok 81312345678 Asia/Tokyo
        8222123456 Asia/Seoul 842101234567 Asia/Ho_Chi_Minh 861012345678 Asia/Shanghai 902123456789 Europe/Istanbul
        917410410123 Asia/Kolkata 922123456789 Asia/Karachi 93234567890 Asia/Kabul 94112345678 Asia/Colombo 951234567
        Asia/Yangon 982123456789 Asia/Tehran 211181234567 Africa/Juba 212520123456 Africa/Casablanca Africa/El_Aaiun
        21312345678 Africa/Algiers 21630010123 Africa/Tunis 218212345678 Africa/Tripoli 2205661234 Africa/Banjul
        221301012345 Africa/Dakar 22235123456 Africa/Nouakchott 22320212345 Africa/Bamako 22430241234 Africa/Conakry
        2252123456789 Africa/Abidjan 22620491234 Africa/Ouagadougou 22720201234 Africa/Niamey 22822212345 Africa/Lome
        2290120211234 Africa/Porto-Novo 23054480123 Indian/Mauritius 23121234567 Africa/Monrovia 23222221234
        Africa/Freetown 233302345678 Africa/Accra 2342033123456 Africa/Lagos 23522501234 Africa/Ndjamena 23621612345
        Africa/Bangui 237222123456 Africa/Douala 2382211234 Atlantic/Cape_Verde 2392221234 Africa/Sao_Tome
        240333091234 Africa/Malabo 24101441234 Africa/Libreville 242222123456 Africa/Brazzaville 2431234567
        Africa/Kinshasa 243991234567 Africa/Kinshasa Africa/Lubumbashi 244222123456 Africa/Luanda 245443201234
        Africa/Bissau 2463709100 Indian/Chagos 24762889 Atlantic/St_Helena 2484217123 Indian/Mahe 249153123456
        Africa/Khartoum 250250123456 Africa/Kigali 251111112345 Africa/Addis_Ababa 2524012345 Africa/Mogadishu
        25321360003 Africa/Djibouti 254202012345 Africa/Nairobi 255222345678 Africa/Dar_es_Salaam 256312345678
        Africa/Kampala 25722201234 Africa/Bujumbura 25821123456 Africa/Maputo 260211234567 Africa/Lusaka 261202123456
        Indian/Antananarivo 262262161234 Indian/Reunion 262692123456 Indian/Mayotte Indian/Reunion 262269601234
        Indian/Mayotte 263202012345 Africa/Harare 26461221234 Africa/Windhoek 2651234567 Africa/Blantyre 26622123456
        Africa/Maseru 2672401234 Africa/Gaborone 26822171234 Africa/Mbabane 2697712345 Indian/Comoro 29022158
        Atlantic/St_Helena 2918370362 Africa/Asmara 2975212345 America/Aruba 298201234 Atlantic/Faroe 299321000
        America/Nuuk 299221234 America/Nuuk America/Scoresbysund America/Thule 35020012345 Europe/Gibraltar
        351212345678 Europe/Lisbon 351912345678 Atlantic/Azores Europe/Lisbon 35227123456 Europe/Luxembourg 3532212345
        Europe/Dublin 3544101234 Atlantic/Reykjavik 35522345678 Europe/Tirane 35621001234 Europe/Malta 35722345678
        Asia/Nicosia 358131234567 Europe/Helsinki 358412345678 Europe/Helsinki Europe/Mariehamn 358181234567
        Europe/Mariehamn 3592123456 Europe/Sofia 37031234567 Europe/Vilnius 37163123456 Europe/Riga 3723212345
        Europe/Tallinn 37322212345 Europe/Chisinau 37410123456 Asia/Yerevan 375152450911 Europe/Minsk 376712345
        Europe/Andorra 37799123456 Europe/Monaco 3780549886377 Europe/San_Marino 380311234567 Europe/Kyiv 38110234567
        Europe/Belgrade 38230234567 Europe/Podgorica 38328012345 Europe/Belgrade 38512345678 Europe/Zagreb 38612345678
        Europe/Ljubljana 38730212345 Europe/Sarajevo 38922012345 Europe/Skopje 420212345678 Europe/Prague 421221234567
        Europe/Bratislava 4232345678 Europe/Vaduz 50031234 Atlantic/Stanley 5012221234 America/Belize 50222456789
        America/Guatemala 50321234567 America/El_Salvador 50422123456 America/Tegucigalpa 50521234567 America/Managua
        50622123456 America/Costa_Rica 5072001234 America/Panama 508430123 America/Miquelon 50922453300
        America/Port-au-Prince 590590201234 America/Guadeloupe 59122123456 America/La_Paz 5922201234 America/Guyana
        59322123456 America/Guayaquil 593991234567 America/Guayaquil Pacific/Galapagos 594594101234 America/Cayenne
        595212345678 America/Asuncion 596596301234 America/Martinique 597211234 America/Paramaribo 59821231234
        America/Montevideo 59994351234 America/Curacao 5997151234 America/Kralendijk 6702112345 Asia/Dili 672106609
        Pacific/Norfolk 6732345678 Asia/Brunei 6744441234 Pacific/Nauru 6753123456 Pacific/Port_Moresby 67620123
        Pacific/Tongatapu 67740123 Pacific/Guadalcanal 67822123 Pacific/Efate 6793212345 Pacific/Fiji 6802771234
        Pacific/Palau 681721234 Pacific/Wallis 68221234 Pacific/Rarotonga 6837012 Pacific/Niue 68522123 Pacific/Apia
        68631234 Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa 687201234 Pacific/Noumea 68820123 Pacific/Funafuti
        68940412345 Pacific/Tahiti 68987123456 Pacific/Gambier Pacific/Marquesas Pacific/Tahiti 6903101
        Pacific/Fakaofo 6913201234 Pacific/Guadalcanal Pacific/Kosrae 6913501234 Pacific/Kosrae Pacific/Port_Moresby
        6922471234 Pacific/Majuro 80012345678 80812345678 85021234567 Asia/Pyongyang 85221234567 Asia/Hong_Kong
        85328212345 Asia/Macau 85523756789 Asia/Phnom_Penh 85621212862 Asia/Vientiane 870301234567 878101234567890
        88027111234 Asia/Dhaka 881612345678 8823421234 883510012345 886221234567 Asia/Taipei 88812345678901 9606701234
        Indian/Maldives 9611123456 Asia/Beirut 96262001234 Asia/Amman 963112345678 Asia/Damascus 96412345678
        Asia/Baghdad 96522345678 Asia/Kuwait 966112345678 Asia/Riyadh 9671234567 Asia/Aden 96823123456 Asia/Muscat
        97022234567 Asia/Gaza Asia/Hebron 97122345678 Asia/Dubai 97221234567 Asia/Jerusalem 97317001234 Asia/Bahrain
        97444123456 Asia/Qatar 9752345678 Asia/Thimphu 97653123456 Asia/Ulaanbaatar 97688123456 Asia/Hovd
        Asia/Ulaanbaatar 97714567890 Asia/Kathmandu 979123456789 992372123456 Asia/Dushanbe 99312345678 Asia/Ashgabat
        994123123456 Asia/Baku 995322123456 Asia/Tbilisi 996312123456 Asia/Bishkek 998669050123 Asia/Tashkent
        """
}
