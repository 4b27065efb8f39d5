/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "reader/csv_reader.h"
#include "reader/reading.h"

#define LE_HEADER                                                                                  \
    "\xff\xfe"                                                                                     \
    "a\0,\0b\0\n\0"
#define BE_HEADER                                                                                  \
    "\xfe\xff\0"                                                                                   \
    "a\0,\0"                                                                                       \
    "b\0\n"

static const struct {
    struct slice file;
    const char *encoding, *reading;
} files[] = {
    {BYTES("a,b\nx,y\n"), "UTF-8", "a|b 2:x|y"},
    {BYTES("a,b\ncaf\xc3\xa9,\xe2\x80\x93\n"), "UTF-8", "a|b 2:caf\xc3\xa9|\xe2\x80\x93"},
    {BYTES("\xef\xbb\xbf"
           "a,b\ncaf\xc3\xa9,y\n"),
     "UTF-8", "a|b 2:caf\xc3\xa9|y"},
    /* with a mark, a bad sequence rejects its row */
    {BYTES("\xef\xbb\xbf"
           "a,b\n1,\xe9\n3,\xc3\xa9\n"),
     "UTF-8", "a|b 2!invalid-encoding@1 3:3|\xc3\xa9"},
    /* without one, the file is Windows-1252 */
    {BYTES("a,b\ncaf\xe9,\x96\x80\n"), "Windows-1252",
     "a|b 2:caf\xc3\xa9|\xe2\x80\x93\xe2\x82\xac"},
    {BYTES("a,b\n1,\x93x\x94\n\x81,2\n3,4\n"), "Windows-1252",
     "a|b 2:1|\xe2\x80\x9cx\xe2\x80\x9d 3!invalid-encoding@0 4:3|4"},
    {BYTES("a,b\n1,\x8d\n1,\x8f\n1,\x90\n1,\x9d\n1,\x9e\n"), "Windows-1252",
     "a|b 2!invalid-encoding@1 3!invalid-encoding@1 4!invalid-encoding@1 5!invalid-encoding@1 "
     "6:1|\xc5\xbe"},
    {BYTES("a,b\xe9\n1,2\n"), "Windows-1252", "a|b\xc3\xa9 2:1|2"},
    {BYTES("a,b\n\"x\n\xe9\",2,3\n4,5\n"), "Windows-1252", "a|b 2!field-count 4:4|5"},
    /* UTF-16 with a mark is decoded first */
    {BYTES(LE_HEADER "\xe9\0,\0\x13\x20\n\0"), "UTF-16LE", "a|b 2:\xc3\xa9|\xe2\x80\x93"},
    {BYTES(BE_HEADER "\0\xe9\0,\x20\x13\0\n"), "UTF-16BE", "a|b 2:\xc3\xa9|\xe2\x80\x93"},
    {BYTES(LE_HEADER "\x3d\xd8\xfa\xdd,\0y\0"), "UTF-16LE", "a|b 2:\xf0\x9f\x97\xba|y"},
    {BYTES(LE_HEADER "1\0,\0\x3d\xd8\n\0"
                     "3\0,\0"
                     "4\0\n\0"),
     "UTF-16LE", "a|b 2!invalid-encoding@1 3:3|4"},
    {BYTES(LE_HEADER "1\0,\0\0\0\n\0"
                     "3\0,\0"
                     "4\0\n\0"),
     "UTF-16LE", "a|b 2!nul-byte@1 3:3|4"},
    {BYTES(LE_HEADER "1\0,\0"
                     "2\0\n"),
     "UTF-16LE", "a|b 2!invalid-encoding@1"},
};

START_TEST(file_is_decoded)
{
    struct csv_reader *reader = NULL;
    struct error err = {0};
    ck_assert(csv_reader_open("x.csv", files[_i].file, &reader, &err));
    ck_assert_str_eq(csv_reader_encoding(reader), files[_i].encoding);
    csv_reader_free(reader);
    assert_reading(files[_i].file, files[_i].reading);
}
END_TEST

Suite *suite_reader_encoding(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("reader/encoding", &tcase);
    ADD_TABLE_TEST(tcase, file_is_decoded, files);
    return suite;
}
