#!/usr/bin/env python3
"""Makes the numbering tables of DialerCore, and the tables its tests compare with, from libphonenumber's metadata.

    python3 -m venv /tmp/numbering
    /tmp/numbering/bin/pip install phonenumbers==9.0.43 regex
    /tmp/numbering/bin/python .ci/numbering/generate.py

The same versions of phonenumbers and tzdata give the same files, byte by byte. Nothing but these files is written:

    Sources/DialerCore/Numbering/Tables/    numbering plans; prefixes and their time zones
    Tests/DialerCoreTests/Numbering/Tables/ numbers with what the phonenumbers package itself says of them

The metadata is that of https://github.com/google/libphonenumber, Apache License 2.0, as packaged for Python by
https://pypi.org/project/phonenumbers/. zone_table.py says where the time zones go beyond it, and why.
"""

import pathlib
import sys

import phonenumbers

sys.dont_write_bytecode = True

import plan_table
import sample_table
import zone_table

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources/DialerCore/Numbering/Tables"
TESTS = ROOT / "Tests/DialerCoreTests/Numbering/Tables"

HEAD = f"""\
// Made by .ci/numbering/generate.py of phonenumbers {phonenumbers.__version__}{{also}}: do not edit.
//
// NOTICE. This file holds data of libphonenumber in another form: Copyright (C) The Libphonenumber Authors, licensed
// under the Apache License, Version 2.0 (http://www.apache.org/licenses/LICENSE-2.0). Unless required by applicable law
// or agreed to in writing, it is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either
// express or implied. See the License for the specific language governing permissions and limitations.
"""


def write(directory, name, body, also=""):
    directory.mkdir(parents=True, exist_ok=True)
    text = HEAD.format(also=also) + "\n" + body
    lines = text.splitlines()
    assert len(lines) <= 300, f"{name} has {len(lines)} lines"
    assert max(map(len, lines)) <= 120, max(lines, key=len)
    (directory / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} lines, {len(text)} bytes")


def main():
    low, high = plan_table.swift()
    write(SOURCES, "NumberingPlanData.swift", low)
    write(SOURCES, "NumberingPlanData+High.swift", high)
    zones = zone_table.ZoneTable()
    also = f" and tzdata {zones.tzdata_version}"
    ones, several = zones.swift()
    write(SOURCES, "TimeZoneData.swift", ones, also)
    write(SOURCES, "TimeZoneData+Several.swift", several, also)
    write(TESTS, "LengthSamples.swift", sample_table.lengths())
    write(TESTS, "ZoneSamples.swift", sample_table.zones(zones), also)
    write(TESTS, "NationalSamples.swift", sample_table.national())


if __name__ == "__main__":
    main()
