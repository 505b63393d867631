"""The numbering plans: one line for each region, sorted by calling code. The main region of a code comes first."""

import re

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

# The notation that DigitPattern understands. It has no `*`, `+` or `.`, so that no pattern can loop.
UNDERSTOOD = re.compile(r"(?:[0-9|()?$-]|\?:|\\d|\[[0-9-]+\]|\{\d+(?:,\d+)?\})*")
WIDTH = 108

HEAD = """\
/// Numbering plans: `region calling-code lengths international-prefix trunk-prefix rule numbers`, with `-` for none.
///
/// `lengths` are the possible numbers of digits of a national significant number, as in `isPossibleNumber`: those of
/// the code's main region, which comes first, without lengths for local dialing only. The prefixes and `numbers` are
/// patterns (``DigitPattern``). `rule` replaces a trunk prefix whose last group has matched. Region 001 is no country:
/// satellite, freephone and similar numbers.
enum NumberingPlanData {
"""

EXTENSION = """\
extension NumberingPlanData {
"""


def metadata(region, code):
    if region == "001":
        return PhoneMetadata.metadata_for_nongeo_region(code)
    return PhoneMetadata.metadata_for_region(region)


def every_plan():
    """(calling code, region, metadata, metadata of the code's main region)"""
    for code, regions in sorted(COUNTRY_CODE_TO_REGION_CODE.items()):
        main = metadata(regions[0], code)
        for region in regions:
            yield code, region, metadata(region, code), main


def pattern(text):
    if not text:
        return "-"
    assert UNDERSTOOD.fullmatch(text), f"DigitPattern does not understand {text}"
    return text


def line(code, region, plan, main):
    lengths = ",".join(str(length) for length in sorted(main.general_desc.possible_length))
    rule = plan.national_prefix_transform_rule or "-"
    assert re.fullmatch(r"(?:\d|\\[1-3])+|-", rule), rule
    return " ".join(
        [
            region,
            str(code),
            lengths,
            pattern(plan.international_prefix),
            pattern(plan.national_prefix_for_parsing),
            rule,
            pattern(plan.general_desc.national_number_pattern),
        ]
    )


def wrapped(text):
    """The text in pieces that the compiler joins again."""
    pieces = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return "\\#\n        ".join(pieces)


def swift():
    """The bodies of the two files."""
    plans = list(every_plan())
    low = [plan for plan in plans if str(plan[0])[0] < "5"]
    high = [plan for plan in plans if str(plan[0])[0] >= "5"]
    return HEAD + literal("codesTo4", low) + "}\n", EXTENSION + literal("codesFrom5", high) + "}\n"


def literal(name, plans):
    body = "".join(f"        {wrapped(line(*plan))}\n" for plan in plans)
    return f'    static let {name}: StaticString = #"""\n{body}        """#\n'
