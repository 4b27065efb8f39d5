/* SPDX-License-Identifier: MIT
 * Workbooks in which something is missing or altered, as a full disk leaves them, well-formed
 * or not.
 */
#include "workbook/xlsxcheck.h"
#include "workbook/xlsxsheet.h"

#include "base/memory.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

static char folder[64];

static void begin(void)
{
    support_make_folder(folder);
}

static void end(void)
{
    support_remove_folder(folder);
}

static const char *path_of(const char *name)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* A book of two sheets: every kind of cell, and rows that are alike in length. */
static struct xlsxrecord write_book(void)
{
    static const enum xlsxsheet_kind kinds[] = {XLSXSHEET_TEXT, XLSXSHEET_DATE,
                                                XLSXSHEET_LINK, XLSXSHEET_DECIMAL,
                                                XLSXSHEET_TEXT, XLSXSHEET_NUMBER};
    const struct xlsxbook_properties properties = {"title", "comments", "OFFICIAL", 86400};
    struct xlsxbook *book = xlsxbook_begin(&properties, path_of("book.xlsx"), folder);
    struct xlsxsheet *cover = xlsxsheet_begin(book, "cover", slice_of("Cover & more"));
    int line = xlsxsheet_reserve(cover);
    struct xlsxsheet *sheet = xlsxsheet_begin(book, "rows", slice_of("Rows"));
    xlsxsheet_links(sheet, (const struct xlsxsheet_target[]){{"cover", "Contents"}, {NULL, NULL}});
    for (size_t i = 0; i < LENGTH_OF(kinds); i++) {
        char name[16];
        snprintf(name, sizeof name, "column %zu", i);
        xlsxsheet_column(sheet, slice_of(name), kinds[i]);
    }
    for (int row = 0; row < 200; row++) {
        char text[6][64];
        snprintf(text[0], 64, "text %03d", row);
        snprintf(text[1], 64, "2024-%02d-%02d", row % 12 + 1, row % 28 + 1);
        snprintf(text[2], 64, "https://example.org/%03d?a=b&c=%d%s", row, row,
                 row % 2 ? "" : "#d&e");
        snprintf(text[3], 64, "%.17g", row / 7.0 + 1e-9);
        snprintf(text[4], row % 3 ? 64 : 1, "a\rb <&> \xc3\xa9 %d", row);
        snprintf(text[5], 64, "%d", row * 1000003);
        for (size_t i = 0; i < LENGTH_OF(kinds); i++)
            xlsxsheet_cell(sheet, slice_of(text[i]));
    }
    xlsxsheet_fill(cover, line, slice_of("filled in late"));
    struct xlsxrecord written;
    struct error err = {0};
    ck_assert_msg(xlsxbook_end(book, &written, &err), "%s", err.what);
    return written;
}

/* What is done to one part. Found text is the first, or the nth where it repeats. */
struct change {
    const char *part;
    const char *from;   /* the change begins where this stands, NULL: with the last byte */
    const char *to;     /* and ends before this, behind there; NULL: of its own length */
    const char *put;    /* in its place; NULL: as many NUL bytes */
    const char *expect; /* part of the message */
};

#define SHEET   "xl/worksheets/sheet2.xml"
#define STRINGS "xl/sharedStrings.xml"

static const struct change changes[] = {
    /* broken XML */
    {SHEET, NULL, NULL, "", "sheet2.xml could not be written whole: line"},
    {STRINGS, NULL, NULL, "", "sharedStrings.xml could not be written whole: line"},
    {"[Content_Types].xml", NULL, NULL, "", "[Content_Types].xml could not be written whole"},
    {SHEET, "<row r=\"9\"", "<row r=\"30\"", NULL, "sheet2.xml could not be written whole: line"},
    {STRINGS, "text 040", "text 070", NULL, "sharedStrings.xml could not be written whole: line"},
    {"xl/styles.xml", "<fonts", "<fills", NULL, "styles.xml could not be written whole: line"},
    {SHEET, "<sheetData>", "<row r=\"100\"", "", "line 2: "},
    {"docProps/core.xml", "?>", NULL, "", "core.xml could not be written whole"},
    /* well-formed, but something is missing */
    {SHEET, "<row r=\"9\"", "<row r=\"10\"", "",
     "the sheet rows could not be written whole: 204 of 205"},
    {SHEET, "<row r=\"9\"", "<row r=\"100\"", "", " of 205 rows"},
    {SHEET, "<c r=\"B20\"", "<c r=\"C20\"", "", " cells"},
    {SHEET, "<c r=\"D20\"", "<c r=\"D22\"", "", "204 of 205 rows"},
    {SHEET, "<hyperlink ref=\"C20\"", "<hyperlink ref=\"C21\"", "", "200 of 201 links"},
    {"xl/worksheets/_rels/sheet2.xml.rels", "<Relationship Id=\"rId5\"",
     "<Relationship Id=\"rId9\"", "", "addresses"},
    {STRINGS, "<si><t>text 040", "<si><t>text 041", "", "sst holds "},
    {STRINGS, "ext 040", "ext 044", "", "sst holds "},
    {"xl/styles.xml", "<xf numFmtId=\"0\" fontId=\"2\"", "<xf numFmtId=\"0\" fontId=\"3\"", "",
     "cellXfs holds"},
    {"xl/tables/table1.xml", "<tableColumn id=\"2\"", "<tableColumn id=\"3\"", "",
     "tableColumns holds 5 of 6"},
    {"[Content_Types].xml", "<Override", "<Override PartName=\"/xl", "", "parts"},
    {"docProps/app.xml", "<vt:lpstr>cover", "<vt:lpstr>rows", "", "vector holds"},
    /* well-formed and complete, but altered */
    {STRINGS, "040", NULL, "041", "its cells hold other values"},
    {STRINGS, "&amp; more", NULL, "", "other values"},
    {SHEET, "<v>1000003<", NULL, "<v>1000004<", "other values"},
    {SHEET, "\"A20\"", NULL, "\"G20\"", "other values"},
    {SHEET, "t=\"s\"><v>", NULL, "><v>", "other values"},
    {SHEET, " t=\"s\"", NULL, " t=\"str\"", "unknown kind"},
    {SHEET, "t=\"s\"><v>", NULL, "t=\"s\"><v>99999", "not there"},
    {"xl/worksheets/_rels/sheet2.xml.rels", "org/017", NULL, "org/018", "links lead elsewhere"},
    {SHEET, "location=\"d", NULL, "location=\"", "links lead elsewhere"},
    {SHEET, "r:id=\"rId11\"", NULL, "r:id=\"rId12\"", "links lead elsewhere"},
    {"xl/worksheets/_rels/sheet2.xml.rels", "/hyperlink\"", NULL, "/hyperl\"", "no known kind"},
    {STRINGS, "count=\"", NULL, "count=\"1", "texts"},
    /* nothing that a workbook has */
    {"xl/workbook.xml", "<workbook", NULL,
     "<!DOCTYPE workbook [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook", "document type"},
};

/* The part with the change made; the test fails where its texts are not there. */
static char *make_change(const struct change *change, char *bytes, size_t *length)
{
    bytes[*length] = '\0';
    char *from = change->from ? strstr(bytes, change->from) : bytes + *length - 1;
    ck_assert_msg(from != NULL, "%s: no %s", change->part, change->from);
    char *to = change->to ? strstr(from + 1, change->to)
                          : from + (change->from ? strlen(change->from) : 1);
    ck_assert_msg(to != NULL, "%s: no %s", change->part, change->to);
    if (!change->put) {
        memset(from, 0, (size_t)(to - from));
        return bytes;
    }
    size_t put = strlen(change->put), rest = *length - (size_t)(to - bytes);
    char *made = memory_new(*length + put + 1, 1), *at = made + (from - bytes);
    memcpy(made, bytes, (size_t)(from - bytes));
    memcpy(at, change->put, put);
    memcpy(at + put, to, rest);
    *length = (size_t)(at - made) + put + rest;
    free(bytes);
    return made;
}

static char *unpack(unzFile zip, char name[256], size_t *ret_length)
{
    unz_file_info64 info;
    ck_assert_int_eq(unzGetCurrentFileInfo64(zip, &info, name, 256, NULL, 0, NULL, 0), UNZ_OK);
    ck_assert_int_eq(unzOpenCurrentFile(zip), UNZ_OK);
    *ret_length = (size_t)info.uncompressed_size;
    char *bytes = memory_new(*ret_length + 1, 1);
    ck_assert_int_eq(unzReadCurrentFile(zip, bytes, (unsigned)*ret_length), (int)*ret_length);
    ck_assert_int_eq(unzCloseCurrentFile(zip), UNZ_OK);
    return bytes;
}

static void pack(zipFile zip, const char *name, const char *bytes, size_t length)
{
    const zip_fileinfo info = {0};
    ck_assert_int_eq(zipOpenNewFileInZip64(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                           Z_BEST_SPEED, 0),
                     ZIP_OK);
    ck_assert_int_eq(zipWriteInFileInZip(zip, bytes, (unsigned)length), ZIP_OK);
    ck_assert_int_eq(zipCloseFileInZip(zip), ZIP_OK);
}

/* Packs book.xlsx again as changed.xlsx; change NULL: as it is. `leave_out`: a part or NULL. */
static void repack(const struct change *change, const char *leave_out)
{
    unzFile from = unzOpen64(path_of("book.xlsx"));
    zipFile to = zipOpen64(path_of("changed.xlsx"), APPEND_STATUS_CREATE);
    bool found = !change;
    for (int state = unzGoToFirstFile(from); state == UNZ_OK; state = unzGoToNextFile(from)) {
        char name[256];
        size_t length = 0;
        char *bytes = unpack(from, name, &length);
        if (change && strcmp(name, change->part) == 0) {
            bytes = make_change(change, bytes, &length);
            found = true;
        }
        if (!leave_out || strcmp(name, leave_out) != 0)
            pack(to, name, bytes, length);
        free(bytes);
    }
    unzClose(from);
    ck_assert_int_eq(zipClose(to, NULL), ZIP_OK);
    ck_assert_msg(found, "no part %s", change ? change->part : "");
}

static void refuse(const struct xlsxrecord *written, const char *expect)
{
    struct error err = {0};
    ck_assert_msg(!xlsxcheck(path_of("changed.xlsx"), written, &err), "taken for whole: %s",
                  expect);
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_str_eq(err.source, "workbook.xlsx");
    ck_assert_msg(strstr(err.what, expect) != NULL, "\"%s\" lacks \"%s\"", err.what, expect);
    ck_assert_ptr_nonnull(strstr(err.next, "Free some space"));
}

START_TEST(a_whole_book_is_whole)
{
    struct xlsxrecord written = write_book();
    struct error err = {0};
    ck_assert_msg(xlsxcheck(path_of("book.xlsx"), &written, &err), "%s", err.what);
    ck_assert_uint_eq(written.count, 2);
    ck_assert_uint_eq(written.sheets[1].rows, 205);
    ck_assert_uint_eq(written.sheets[1].links, 201);
    repack(NULL, NULL);
    ck_assert_msg(xlsxcheck(path_of("changed.xlsx"), &written, &err), "%s", err.what);
}
END_TEST

START_TEST(a_changed_part_is_found)
{
    struct xlsxrecord written = write_book();
    repack(&changes[_i], NULL);
    refuse(&written, changes[_i].expect);
}
END_TEST

static const struct {
    const char *part, *expect;
} missing[] = {
    {"xl/styles.xml", "parts"},
    {"xl/worksheets/sheet1.xml", "1 of 2 sheets"},
    {STRINGS, "not there"},
    {"xl/tables/table1.xml", "parts"},
    {"xl/worksheets/_rels/sheet2.xml.rels", "addresses"},
    {"docProps/core.xml", "parts"},
};

START_TEST(a_missing_part_is_found)
{
    struct xlsxrecord written = write_book();
    repack(NULL, missing[_i].part);
    refuse(&written, missing[_i].expect);
}
END_TEST

/* A block lost anywhere in the parts that can be large, wherever it begins and ends. */
START_TEST(no_lost_block_goes_unseen)
{
    static const char *const parts[] = {SHEET, STRINGS, "xl/worksheets/_rels/sheet2.xml.rels"};
    struct xlsxrecord written = write_book();
    for (int k = 0; k < 200; k++) {
        unzFile from = unzOpen64(path_of("book.xlsx"));
        zipFile to = zipOpen64(path_of("changed.xlsx"), APPEND_STATUS_CREATE);
        for (int state = unzGoToFirstFile(from); state == UNZ_OK; state = unzGoToNextFile(from)) {
            char name[256];
            size_t length = 0;
            char *bytes = unpack(from, name, &length);
            if (strcmp(name, parts[_i]) == 0) {
                size_t begin = length * (size_t)k / 200, lost = (size_t)(k * 211) % 512 + 1;
                lost = lost < length - begin ? lost : length - begin;
                memmove(bytes + begin, bytes + begin + lost, length - begin - lost);
                length -= lost;
            }
            pack(to, name, bytes, length);
            free(bytes);
        }
        unzClose(from);
        ck_assert_int_eq(zipClose(to, NULL), ZIP_OK);
        struct error err = {0};
        ck_assert_msg(!xlsxcheck(path_of("changed.xlsx"), &written, &err), "%s, place %d",
                      parts[_i], k);
    }
}
END_TEST

/* The packed bytes themselves: checksum and list of parts. */
START_TEST(a_damaged_package_is_found)
{
    struct xlsxrecord written = write_book();
    size_t size = 0;
    char *bytes = support_read_file(path_of("book.xlsx"), &size);
    static const double places[] = {0.1, 0.3, 0.5, 0.6};
    for (size_t i = 0; i < LENGTH_OF(places); i++) {
        size_t at = (size_t)((double)size * places[i]);
        bytes[at] ^= 0x55;
        support_write_file(path_of("changed.xlsx"), bytes, size);
        refuse(&written, "could not be written whole");
        bytes[at] ^= 0x55;
    }
    support_write_file(path_of("changed.xlsx"), bytes, size / 2);
    refuse(&written, "list of its parts");
    support_write_file(path_of("changed.xlsx"), bytes, 0);
    refuse(&written, "list of its parts");
    unlink(path_of("changed.xlsx"));
    refuse(&written, "list of its parts");
    free(bytes);
}
END_TEST

Suite *suite_workbook_xlsxcheck(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("workbook/xlsxcheck", &tcase);
    tcase_add_checked_fixture(tcase, begin, end);
    tcase_add_test(tcase, a_whole_book_is_whole);
    ADD_TABLE_TEST(tcase, a_changed_part_is_found, changes);
    ADD_TABLE_TEST(tcase, a_missing_part_is_found, missing);
    tcase_add_loop_test(tcase, no_lost_block_goes_unseen, 0, 3);
    tcase_add_test(tcase, a_damaged_package_is_found);
    return suite;
}
