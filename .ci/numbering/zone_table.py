"""The time zones in which a number may lie: libphonenumber's table by prefix, with four amendments.

1. Names. Old spellings (Asia/Calcutta) become those of tzdata's zone.tab, which every installation has. Old spellings may
   be missing (Debian 13 has them in a separate package).
2. Numbers that are tied to no place (mobile ones in most countries, freephone, voice over IP, ...) have every zone of
   their region. libphonenumber does the same in code (time_zones_for_number), after it has found the number's type by
   patterns. Here the patterns become part of the table. By prefix alone, an Australian mobile number would be in Sydney,
   although its owner may live in Perth.
3. If the metadata has a zone of another country with similar clocks for a whole calling code (Europe/Bucharest for
   Libya), the zones of the code's own regions replace it.
4. CORRECTIONS, below.
"""

import bisect
import functools
import pathlib
import textwrap
from collections import Counter

import regex
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
from phonenumbers.phonenumberutil import _GEO_MOBILE_COUNTRIES
from phonenumbers.tzdata import TIMEZONE_DATA

from plan_table import metadata

ZONEINFO = pathlib.Path("/usr/share/zoneinfo")
UNKNOWN = "Etc/Unknown"
# The longest prefix of the metadata has 9 digits.
DEEPEST = 9
WIDTH = 110

# Kaliningrad has UTC+2 all year, but Bucharest has summer time.
CORRECTIONS = {"740": ("Europe/Kaliningrad",)}

HEAD = """\
/// The time zones in which a number may lie. The longest of these prefixes with which the number begins decides. Each
/// group has the names of zones and then the prefixes, calling code included, whose numbers may lie in each of these
/// zones; `1201-1203` stands for three prefixes.
enum TimeZoneData {
"""

EXTENSION = """\
extension TimeZoneData {
"""


class ZoneTable:
    def __init__(self):
        version = (ZONEINFO / "tzdata.zi").read_text().split("\n", 1)[0]
        self.tzdata_version = version.removeprefix("# version ")
        self.countries = dict(self._zone_tab())
        self.links = dict(self._links())
        self.data = {prefix: self._named(zones) for prefix, zones in TIMEZONE_DATA.items()}
        self.data.update(CORRECTIONS)
        for code in COUNTRY_CODE_TO_REGION_CODE:
            self._own_zones(code)
        self.prefixes = sorted(self.data)
        self.table = {}
        for code in sorted(COUNTRY_CODE_TO_REGION_CODE):
            self._add(self._tree(code, str(code)), ())

    # Data of tzdata.

    @staticmethod
    def _zone_tab():
        for line in (ZONEINFO / "zone.tab").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                country, _, name = line.split("\t")[:3]
                yield name, country

    @staticmethod
    def _links():
        for line in (ZONEINFO / "tzdata.zi").read_text(encoding="utf-8").splitlines():
            if line.startswith("L "):
                _, target, name = line.split()
                yield name, target

    def _named(self, zones):
        return tuple(sorted({self._name(zone) for zone in zones if zone != UNKNOWN}))

    def _name(self, zone):
        while zone not in self.countries:
            zone = self.links[zone]
        assert (ZONEINFO / zone).exists(), zone
        return zone

    def _own_zones(self, code):
        """Amendment 3."""
        prefix, regions = str(code), COUNTRY_CODE_TO_REGION_CODE[code]
        values = {zones for key, zones in self.data.items() if key.startswith(prefix)}
        own = tuple(sorted(zone for zone, country in self.countries.items() if country in regions))
        foreign = len(values) == 1 and not set(next(iter(values))) & set(own)
        if own and (foreign or not values):
            for key in [key for key in self.data if key.startswith(prefix)]:
                del self.data[key]
            self.data[prefix] = own

    # Data of the metadata.

    def by_prefix(self, digits):
        """The zones with amendments 1, 3 and 4 only."""
        for length in range(min(DEEPEST, len(digits)), 0, -1):
            if digits[:length] in self.data:
                return self.data[digits[:length]]
        return ()

    @functools.cache
    def region_zones(self, code, region):
        zones = self.by_prefix(str(code))
        return tuple(zone for zone in zones if self.countries[zone] == region) or zones

    def placeless(self, code, national):
        """The zones of the regions in which numbers without a place begin with these digits; None if there are none."""
        regions = [
            region
            for region in COUNTRY_CODE_TO_REGION_CODE[code]
            if any(can_begin(pattern, national) for pattern in patterns(code, region)[1])
        ]
        if not regions:
            return None
        return tuple(sorted({zone for region in regions for zone in self.region_zones(code, region)}))

    @staticmethod
    def has_place(code, national):
        return any(
            can_begin(pattern, national)
            for region in COUNTRY_CODE_TO_REGION_CODE[code]
            for pattern in patterns(code, region)[0]
        )

    # The table.

    def _tree(self, code, prefix):
        """(prefix, zones, children): the zones below the prefix, with children only where zones differ."""
        base = self.by_prefix(prefix)
        national = prefix[len(str(code)) :]
        placeless = self.placeless(code, national)
        below = self._below(prefix)
        if all(self.data[key] == base for key in below):
            if placeless is None or placeless == base:
                return (prefix, base, [])
        if placeless is not None and national and not self.has_place(code, national):
            return (prefix, placeless, [])
        if len(prefix) >= DEEPEST:
            return (prefix, tuple(sorted({*base, *(placeless or ())})), [])
        if placeless is None and not below:
            return (prefix, base, [])
        children = [self._tree(code, prefix + digit) for digit in "0123456789"]
        leaves = {child[1] for child in children if not child[2]}
        if len(leaves) == 1 and not any(child[2] for child in children):
            return (prefix, leaves.pop(), [])
        if national:  # The most frequent zones apply to digits that match none of the children.
            votes = Counter(child[1] for child in children)
            base = max(sorted(votes), key=lambda zones: (votes[zones], zones == base))
        return (prefix, base, children)

    def _below(self, prefix):
        """The metadata's prefixes that are longer than this one."""
        first = bisect.bisect_right(self.prefixes, prefix)
        return self.prefixes[first : bisect.bisect_left(self.prefixes, prefix + ":")]

    def _add(self, tree, inherited):
        prefix, zones, children = tree
        if zones != inherited:
            self.table[prefix] = zones
        for child in children:
            self._add(child, zones)

    def zones(self, digits):
        """The zones that the table gives; used for the tests' tables."""
        for length in range(min(DEEPEST, len(digits)), 0, -1):
            if digits[:length] in self.table:
                return self.table[digits[:length]]
        return ()

    def groups(self):
        """(zones, prefixes), sorted; groups with one zone come first."""
        groups = {}
        for prefix, zones in self.table.items():
            groups.setdefault(zones, []).append(prefix)
        return sorted(groups.items(), key=lambda group: (len(group[0]), group[0]))

    def swift(self):
        """The bodies of the two files."""
        ones = [group for group in self.groups() if len(group[0]) == 1]
        more = [group for group in self.groups() if len(group[0]) > 1]
        return HEAD + literal("oneZone", ones) + "}\n", EXTENSION + literal("severalZones", more) + "}\n"


def literal(name, groups):
    words = [word for zones, prefixes in groups for word in [*zones, *ranges(prefixes)]]
    lines = textwrap.wrap(" ".join(words), WIDTH, break_long_words=False, break_on_hyphens=False)
    body = "".join(f"        {line}\n" for line in lines)
    return f'    static let {name}: StaticString = """\n{body}        """\n'


@functools.cache
def patterns(code, region):
    """The patterns of a region's numbers with a place, and of those without a place."""
    plan = metadata(region, code)

    def of(*descriptions):
        found = {description.national_number_pattern for description in descriptions if description is not None}
        return sorted(found - {None, "NA"})

    fixed, mobile = of(plan.fixed_line), of(plan.mobile)
    rest = of(
        plan.premium_rate,
        plan.toll_free,
        plan.shared_cost,
        plan.voip,
        plan.personal_number,
        plan.pager,
        plan.uan,
        plan.voicemail,
    )
    if code in _GEO_MOBILE_COUNTRIES or fixed == mobile:
        return fixed + mobile, rest
    return fixed, mobile + rest


@functools.cache
def can_begin(pattern, digits):
    return regex.fullmatch(pattern, digits, partial=True) is not None


def ranges(prefixes):
    """Successive prefixes of one length become `first-last`."""
    words = []
    run = []
    for prefix in [*sorted(prefixes, key=lambda prefix: (len(prefix), prefix)), None]:
        if run and (prefix is None or len(prefix) != len(run[-1]) or int(prefix) != int(run[-1]) + 1):
            words.append(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}")
            run = []
        run.append(prefix)
    return words
