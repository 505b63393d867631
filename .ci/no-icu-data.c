// Empty ICU data, like ICU's own "stubdata". `make static` links dialerd with it, in place of the 34 MB of locales, calendars and
// time zones that come with Foundation. GRDB and Yams import Foundation, but dialerd does not need that data, and must therefore not
// use Locale, DateFormatter, NumberFormatter and TimeZone(identifier:). The name of the real data contains ICU's version. If Swift's
// Foundation has another version, this file has no effect, and `make deb` reports that the program is too large.
#include <stdint.h>

struct Data {
    // MappedData of ICU's udata.h
    uint16_t headerSize;
    uint8_t magic[2];
    // UDataInfo
    uint16_t infoSize;
    uint16_t reservedWord;
    uint8_t isBigEndian;
    uint8_t charset;
    uint8_t sizeOfCharacter;
    uint8_t reservedByte;
    uint8_t format[4];
    uint8_t formatVersion[4];
    uint8_t dataVersion[4];
    uint8_t padding[8];
    // The table of contents
    uint32_t count;
    uint32_t reserved;
    int32_t nothing[4];
};

__attribute__((aligned(16))) const struct Data no_icu_data = {
    .headerSize = 32,
    .magic = {0xDA, 0x27},
    .infoSize = 20,
    .isBigEndian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .sizeOfCharacter = 2,
    .format = {'T', 'o', 'C', 'P'},
    .formatVersion = {1},
};
