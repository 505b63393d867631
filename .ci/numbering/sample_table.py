"""Numbers with the readings of the phonenumbers package, with which the tests compare."""

import re
import textwrap

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers.timezone import time_zones_for_number

from plan_table import every_plan
from zone_table import CORRECTIONS, UNKNOWN

WIDTH = 110
# The countries of which mobile numbers are included as well.
THOROUGHLY = ("AR", "AU", "BR", "DE", "FR", "GB", "IN", "IT", "MX", "RU", "US")


def number(code, national):
    """The number as it is, without the changes that parsing makes."""
    zeros = len(national) - len(national.lstrip("0"))
    return PhoneNumber(
        country_code=code,
        national_number=int(national),
        italian_leading_zero=zeros > 0 or None,
        number_of_leading_zeros=zeros if zeros > 1 else None,
    )


def examples(code, region):
    """Valid national significant numbers: of no type, fixed lines, mobile."""
    if region == "001":
        found = [phonenumbers.example_number_for_non_geo_entity(code)]
    else:
        kinds = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE)
        found = [phonenumbers.example_number_for_type(region, kind) for kind in kinds]
    return [phonenumbers.national_significant_number(example) for example in found if example is not None]


def is_possible(code, national):
    digits = f"{code}{national}"
    verdict = phonenumbers.is_possible_number_with_reason(number(code, national))
    return verdict == ValidationResult.IS_POSSIBLE and 7 <= len(digits) <= 15


def lengths():
    words = []
    for code, region, _, _ in every_plan():
        example = (examples(code, region) or ["2345678"])[0]
        for national in (example, example[:-1], example + "0", example[:4], (example * 4)[: 15 - len(str(code))]):
            word = f"{code}{national}{'+' if is_possible(code, national) else '-'}"
            if word not in words:
                words.append(word)
    return file("LengthSamples", "Numbers of every calling code: `+` for a possible one, `-` for none.", words)


def zones(table):
    words = {}
    for code, region, _, _ in every_plan():
        for national in examples(code, region):
            digits = f"{code}{national}"
            found = table.zones(digits)
            check(table, code, national, found)
            words.setdefault((code, found), " ".join([digits, *found]))
    return file("ZoneSamples", "Numbers of every region and their time zones.", list(words.values()))


def check(table, code, national, found):
    """The table differs from time_zones_for_number only in the ways that zone_table.py describes."""
    digits = f"{code}{national}"
    theirs = {zone for zone in time_zones_for_number(number(code, national)) if zone != UNKNOWN}
    theirs = {table._name(zone) for zone in theirs}
    amended = digits.startswith(tuple(CORRECTIONS)) or table.data.get(str(code), ()) not in (tuple(sorted(theirs)), ())
    assert set(found) == theirs or found and (set(found) < theirs or amended), (digits, found, theirs)


def national():
    words = []
    for code, region, _, _ in every_plan():
        if region == "001":
            continue
        for example in examples(code, region)[: 2 if region in THOROUGHLY else 1]:
            whole = number(code, example)
            for typed in (
                phonenumbers.format_number(whole, PhoneNumberFormat.NATIONAL),
                example,
                f"{code}{example}",
            ):
                words += reading(region, typed)
            if region in THOROUGHLY:
                words += reading("GB", phonenumbers.format_out_of_country_calling_number(whole, "GB"))
    return file("NationalSamples", "What is typed in a country, and the number that is meant.", words, "; ")


def reading(region, typed):
    if not re.fullmatch(r"[0-9 ()/.-]+", typed):
        return []
    whole = phonenumbers.parse(typed, region)
    if not phonenumbers.is_possible_number(whole):
        return []
    return [f"{region}:{typed}={phonenumbers.format_number(whole, PhoneNumberFormat.E164)[1:]}"]


def file(name, comment, words, separator=" "):
    """Lines break at blanks; a line break stands for a blank."""
    text = separator.join(dict.fromkeys(words))
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    body = "".join(f"        {line}\n" for line in lines)
    return f'/// {comment}\nenum {name} {{\n    static let text = """\n{body}        """\n}}\n'
