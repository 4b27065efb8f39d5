/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxcheck.h"
#include "workbook/xlsxsheet.h"
#include "workbook/xlsxtext.h"

#include "base/memory.h"
#include "report/exports.h"
#include "report/fixture.h"
#include "report/output.h"
#include "store/query.h"
#include "store/statements.h"
#include "suites.h"
#include "support.h"
#include "unpacked.h"

#include <check.h>
#include <minizip/zip.h>
#include <stdlib.h>
#include <time.h>
#include <zlib.h>

enum { OWN_SHEETS = 3 }; /* cover, notes, columns; then the tables */

static bool is_whole(const char *path)
{
    struct error err = {0};
    return xlsxcheck(path, NULL, &err);
}

static void write_workbook(sqlite3 *db, const char *table, const char *path)
{
    struct error err = {0};
    FILE *out = fopen(path, "wb");
    ck_assert_msg(output_write_workbook(db, table, ".", out, &err), "%s", err.what);
    ck_assert_int_eq(fclose(out), 0);
    ck_assert(is_whole(path));
}

static struct unpacked write_and_unpack(sqlite3 *db)
{
    write_workbook(db, NULL, "book.xlsx");
    return unpacked_open("book.xlsx");
}

static sqlite3 *hostile_database(void)
{
    sqlite3 *db = fixture_database(":memory:");
    fixture_run(db, "UPDATE audit SET marking = 'OFFICIAL &G <b>\"x\"'");
    fixture_run(
        db,
        "UPDATE reject SET value = '=HYPERLINK(\"http://evil.test\",\"x\")', message = '@SUM(A1)',"
        " suggestion = '_x0041_' || char(13) WHERE reject_no = 1");
    fixture_run(db, "UPDATE reject SET value = char(1, 27, 65535) || 'x', message = '+1',"
                    " suggestion = char(9) || '-1' WHERE reject_no = 2");
    fixture_run(db, "UPDATE force SET force_id = printf('%.*c', 10000, 'N') WHERE force_no = 5");
    fixture_run(db, "UPDATE force SET force_id = printf('%.*c', 40000, 'M') WHERE force_no = 4");
    fixture_run(db, "UPDATE response_wording SET source_url = 'https://a.test/external:c:x' WHERE "
                    "response_no = 3");
    fixture_run(
        db, "UPDATE response_wording SET source_url = 'file:///etc/passwd' WHERE response_no = 4");
    fixture_run(
        db,
        "UPDATE response_wording SET source_url = 'https://a.test/#b<c>' WHERE response_no = 5");
    return db;
}

static sqlite3_stmt *query_of(sqlite3 *db, const char *sheet)
{
    return query_prepare(db, export_table_find(sheet)->sheet.statement);
}

/* The text of a cell as the XML has it: libxlsxwriter writes CR as _x000D_. */
static void check_text(const char *text, struct slice expected)
{
    char *wanted = memory_new(XLSXTEXT_BYTES, 1), *at = wanted;
    xlsxtext_cell(expected, wanted);
    for (; *text; text++, at++) {
        if (*at == '\r' && strncmp(text, "_x000D_", 7) == 0)
            text += 6;
        else
            ck_assert_msg(*text == *at, "\"%.40s\" is not \"%.40s\"", text, at);
    }
    ck_assert_str_eq(at, "");
    free(wanted);
}

/* A spreadsheet counts the days since 1899-12-30. */
static double serial_day(int year, int month, int day)
{
    struct tm date = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    return (double)(timegm(&date) / 86400 + 25569);
}

static void check_cell(const struct unpacked *w, size_t sheet, int row, int column,
                       struct slice expected)
{
    struct unpacked_cell cell;
    bool there = unpacked_cell(w, sheet, row, column, &cell);
    ck_assert_msg(there == (expected.length > 0), "%s: row %d, column %d", w->names[sheet], row,
                  column);
    if (!there)
        return;
    int year = 0, month = 0, day = 0;
    double number = 0;
    if (cell.text)
        check_text(cell.text, expected);
    else if (xlsxtext_is_date(expected, &year, &month, &day))
        ck_assert_double_eq(cell.number, serial_day(year, month, day));
    else
        ck_assert(xlsxtext_is_number(expected, &number) && cell.number == number);
}

/* Header and rows of a sheet against the query behind the CSV file. */
static void check_sheet(const struct unpacked *w, sqlite3 *db, size_t sheet)
{
    SCOPED_QUERY rows = query_of(db, w->names[sheet]);
    int header = unpacked_header(w, sheet), columns = sqlite3_column_count(rows);
    bool row = query_next(rows);
    ck_assert_msg((header > 0) == row, "%s", w->names[sheet]);
    for (int i = 0; row && i < columns; i++)
        ck_assert_str_eq(unpacked_text(w, sheet, header, i + 1), sqlite3_column_name(rows, i));
    for (int at = header + 1; row; at++) {
        for (int i = 0; i < columns; i++)
            check_cell(w, sheet, at, i + 1, query_column(rows, i));
        row = query_next(rows);
    }
}

START_TEST(test_cells_are_those_of_the_csv)
{
    sqlite3 *db = hostile_database();
    struct unpacked w = write_and_unpack(db);
    ck_assert_uint_eq(w.sheets, OWN_SHEETS + 21);
    for (size_t i = OWN_SHEETS; i < w.sheets; i++)
        check_sheet(&w, db, i);
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

static void refuse_in_part(const char *name, const char *xml)
{
    static const char *const unwanted[] = {"<f>",     "<f ",  "mergeCell", "hidden",
                                           "<script", "\x1b", "\x01"};
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        ck_assert_msg(strstr(xml, unwanted[i]) == NULL, "%s has %s", name, unwanted[i]);
}

START_TEST(test_hostile_text_is_text)
{
    sqlite3 *db = hostile_database();
    struct unpacked w = write_and_unpack(db);
    size_t rejects = unpacked_sheet(&w, "rejects");
    int row = unpacked_header(&w, rejects) + 1;
    ck_assert_str_eq(unpacked_text(&w, rejects, row, 5), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx");
    ck_assert_str_eq(unpacked_text(&w, rejects, row, 6), "+1");
    ck_assert_str_eq(unpacked_text(&w, rejects, row, 7), "\t-1");
    ck_assert_str_eq(unpacked_text(&w, rejects, row + 1, 5),
                     "=HYPERLINK(\"http://evil.test\",\"x\")");
    ck_assert_str_eq(unpacked_text(&w, rejects, row + 1, 6), "@SUM(A1)");
    ck_assert_str_eq(unpacked_text(&w, rejects, row + 1, 7), "_x005F_x0041__x000D_");
    for (size_t i = 0; i < w.sheets; i++)
        refuse_in_part(w.names[i], w.xml[i]);
    char *strings = unpacked_part(&w, "xl/sharedStrings.xml");
    refuse_in_part("the strings", strings);
    free(strings);
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_links_are_safe)
{
    sqlite3 *db = hostile_database();
    struct unpacked w = write_and_unpack(db);
    char name[64];
    int links = 0;
    for (size_t i = 0; i < w.sheets; i++) {
        snprintf(name, sizeof name, "xl/worksheets/_rels/sheet%zu.xml.rels", i + 1);
        char *rels = unpacked_part(&w, name);
        for (const char *at = rels; at && (at = strstr(at, "/hyperlink\" Target=\"")); links++) {
            at += strlen("/hyperlink\" Target=\"");
            ck_assert_msg(strncmp(at, "http://", 7) == 0 || strncmp(at, "https://", 8) == 0,
                          "%.60s", at);
            ck_assert_ptr_null(memmem(at, strcspn(at, "\""), "external:", 9));
        }
        free(rels);
    }
    ck_assert_int_eq(
        links, 5); /* of the eight addresses, two of them of letters, which have a sheet too */
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

/* The number format that a style of a cell leads to, in styles.xml. */
static void check_format(const struct unpacked *w, int style, const char *format)
{
    char *xml = unpacked_part(w, "xl/styles.xml"), wanted[64];
    const char *at = strstr(xml, format), *code = at;
    ck_assert_ptr_nonnull(at);
    while (strncmp(code, "numFmtId=\"", 10) != 0)
        code--;
    snprintf(wanted, sizeof wanted, "<xf numFmtId=\"%d\"", atoi(code + 10));
    const char *xf = strstr(xml, "<cellXfs");
    for (int i = 0; i <= style; i++)
        xf = strstr(xf + 1, "<xf ");
    ck_assert_int_eq(strncmp(xf, wanted, strlen(wanted)), 0);
    free(xml);
}

START_TEST(test_dates_are_dates)
{
    sqlite3 *db = fixture_database(":memory:");
    struct unpacked w = write_and_unpack(db);
    size_t timeline = unpacked_sheet(&w, "timeline");
    int row = unpacked_header(&w, timeline) + 1;
    struct unpacked_cell cell = {0};
    int dates = 0, texts = 0;
    for (; unpacked_cell(&w, timeline, row, 2, &cell); row++) {
        if (!unpacked_cell(&w, timeline, row, 1, &cell))
            continue;
        texts += cell.text != NULL;
        if (cell.text)
            continue;
        if (dates++ == 0)
            check_format(&w, cell.style, "\"yyyy-mm-dd\"");
    }
    ck_assert_int_eq(dates, 4);
    ck_assert_int_eq(texts, 3); /* a month, a year, and days that are not known */
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_says_what_it_is)
{
    sqlite3 *db = hostile_database();
    struct unpacked w = write_and_unpack(db);
    ck_assert_str_eq(unpacked_text(&w, 0, 1, 1), "Consistency audit of pack <b>&\"'");
    ck_assert_str_eq(unpacked_text(&w, 0, 3, 1), "Invented data: \"none\" is real");
    int header = unpacked_header(&w, 0);
    for (size_t i = 1; i < w.sheets; i++) {
        struct unpacked_cell rows;
        ck_assert_str_eq(unpacked_text(&w, 0, header + (int)i, 1), w.names[i]);
        ck_assert(unpacked_cell(&w, 0, header + (int)i, 3, &rows) && !rows.text);
        char target[64];
        snprintf(target, sizeof target, "location=\"'%s'!A1\"", w.names[i]);
        ck_assert_msg(strstr(w.xml[0], target) != NULL, "no %s", target);
        ck_assert_ptr_nonnull(strstr(w.xml[i], "location=\"'cover'!A1\""));
    }
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_marks_each_sheet_and_page)
{
    sqlite3 *db = hostile_database();
    struct unpacked w = write_and_unpack(db);
    for (size_t i = 0; i < w.sheets; i++) {
        ck_assert_str_eq(unpacked_text(&w, i, 2, 1), "OFFICIAL &G <b>\"x\"");
        ck_assert_ptr_nonnull(
            strstr(w.xml[i], "<oddHeader>&amp;COFFICIAL &amp;&amp;&amp;B&amp;BG"));
        ck_assert_ptr_nonnull(strstr(w.xml[i], "<oddFooter>&amp;L&amp;A&amp;COFFICIAL"));
        const char *last = strstr(w.xml[i], "<row r=\""), *next = last;
        while ((next = strstr(last + 1, "<row r=\"")) != NULL)
            last = next;
        ck_assert_str_eq(unpacked_text(&w, i, atoi(last + 8), 1), "OFFICIAL &G <b>\"x\"");
    }
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_opens_at_the_cover)
{
    sqlite3 *db = fixture_database(":memory:");
    struct unpacked w = write_and_unpack(db);
    for (size_t i = 0; i < w.sheets; i++) {
        ck_assert_int_eq(strstr(w.xml[i], "tabSelected=\"1\"") != NULL, i == 0);
        ck_assert_ptr_null(strstr(w.xml[i], "activeCell"));
        ck_assert_int_eq(strstr(w.xml[i], "state=\"frozen\"") != NULL,
                         i > 0 && unpacked_header(&w, i) > 0);
    }
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_repeats_byte_for_byte)
{
    sqlite3 *db = hostile_database();
    write_workbook(db, NULL, "one.xlsx");
    const char *const wait[] = {"sleep", "1.1", NULL}, *const cmp[] = {"cmp", "one.xlsx",
                                                                       "two.xlsx", NULL};
    ck_assert_int_eq(fixture_program(wait), 0);
    write_workbook(db, NULL, "two.xlsx");
    ck_assert_int_eq(fixture_program(cmp), 0);
    sqlite3_close_v2(db);
}
END_TEST

/* Also without a date at all, and with that which the library takes for none. */
START_TEST(test_never_asks_the_clock)
{
    sqlite3 *db = fixture_database(":memory:");
    static const char *const days[] = {"NULL", "0"};
    for (size_t i = 0; i < 2; i++) {
        char sql[64];
        snprintf(sql, sizeof sql, "UPDATE audit SET as_of_day = %s", days[i]);
        fixture_run(db, sql);
        struct unpacked w = write_and_unpack(db);
        char *core = unpacked_part(&w, "docProps/core.xml");
        ck_assert_ptr_nonnull(strstr(core, ">1980-01-01T00:00:00Z<"));
        free(core);
        unpacked_close(&w);
    }
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_cuts_what_does_not_fit)
{
    sqlite3 *db = fixture_database(":memory:");
    char sql[512], said[256];
    snprintf(sql, sizeof sql,
             "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
             "INSERT INTO reject SELECT i, 1, i + 100, 'c', 'd', 'v', 'm', 's' FROM n",
             XLSXSHEET_ROWS + 7);
    fixture_run(db, sql);
    write_workbook(db, "rejects", "book.xlsx");
    struct unpacked w = unpacked_open("book.xlsx");
    ck_assert_uint_eq(w.sheets, OWN_SHEETS + 1);
    snprintf(said, sizeof said, "the first %d of %d rows; 7 are missing, and rejects.csv has",
             XLSXSHEET_ROWS, XLSXSHEET_ROWS + 7);
    ck_assert_ptr_nonnull(strstr(unpacked_text(&w, OWN_SHEETS, 2, 1), said));
    struct unpacked_cell cell;
    int last = unpacked_header(&w, OWN_SHEETS) + XLSXSHEET_ROWS;
    ck_assert(unpacked_cell(&w, OWN_SHEETS, last, 1, &cell));
    ck_assert(!unpacked_cell(&w, OWN_SHEETS, last + 1, 1, &cell));
    snprintf(said, sizeof said, "at most %d,%03d rows", XLSXSHEET_ROWS / 1000,
             XLSXSHEET_ROWS % 1000);
    size_t notes = unpacked_sheet(&w, "notes");
    ck_assert_ptr_nonnull(
        strstr(unpacked_text(&w, notes, unpacked_header(&w, notes) + 7, 2), said));
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

START_TEST(test_empty_tables_are_sentences)
{
    sqlite3 *db = fixture_empty_database();
    fixture_run(db,
                "INSERT INTO audit (only_one, version, schema_version, pack, as_of_given, options) "
                "VALUES (1, '9.9', 1, 'nothing', 0, '')");
    struct unpacked w = write_and_unpack(db);
    for (size_t i = OWN_SHEETS; i < w.sheets; i++)
        ck_assert_msg(unpacked_header(&w, i) == 0, "%s", w.names[i]);
    ck_assert_str_eq(unpacked_text(&w, unpacked_sheet(&w, "findings"), 2, 1), "Nothing was found.");
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

/* A new column must be described, and a description must have its column. */
START_TEST(test_every_column_is_described)
{
    sqlite3 *db = fixture_database(":memory:");
    struct unpacked w = write_and_unpack(db);
    SCOPED_QUERY known = query_prepare(db, "workbook_column");
    struct error err = {0};
    SCOPED_TEXT text = slice_copy(statement_find("workbook_column")->sql);
    for (size_t i = OWN_SHEETS; i < w.sheets; i++) {
        SCOPED_QUERY rows = query_of(db, w.names[i]);
        for (int c = 0; c < sqlite3_column_count(rows); c++) {
            query_bind_text(known, "sheet", slice_of(w.names[i]));
            query_bind_text(known, "column", slice_of(sqlite3_column_name(rows, c)));
            ck_assert_msg(query_next(known), "%s: %s", w.names[i], sqlite3_column_name(rows, c));
            ck_assert(query_done(known, &err));
        }
    }
    for (const char *at = text; (at = strstr(at, "\n    ('")) != NULL; at++) {
        char sheet[64], column[64];
        ck_assert_int_eq(sscanf(at, "\n    ('%63[^']', '%63[^']'", sheet, column), 2);
        bool found = false;
        for (size_t i = OWN_SHEETS; i < w.sheets && !found; i++) {
            SCOPED_QUERY rows = query_of(db, w.names[i]);
            found = (strcmp(sheet, "*") == 0 || strcmp(sheet, w.names[i]) == 0) &&
                    query_column_index(rows, column) >= 0;
        }
        ck_assert_msg(found, "no column %s of %s", column, sheet);
    }
    unpacked_close(&w);
    sqlite3_close_v2(db);
}
END_TEST

/* A package of one part. */
static void pack(const char *path, const char *text)
{
    zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);
    const zip_fileinfo info = {0};
    ck_assert_int_eq(zipOpenNewFileInZip64(zip, "a.xml", &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                           Z_DEFAULT_COMPRESSION, 0),
                     ZIP_OK);
    ck_assert_int_eq(zipWriteInFileInZip(zip, text, (unsigned)strlen(text)), ZIP_OK);
    ck_assert_int_eq(zipCloseFileInZip(zip), ZIP_OK);
    ck_assert_int_eq(zipClose(zip, NULL), ZIP_OK);
}

/* A part as a full disk leaves it is told from a whole one. */
START_TEST(test_finds_parts_cut_short)
{
    static const struct {
        const char *text;
        bool whole;
    } parts[] = {
        {"<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a>\n", true},
        {"<?xml version=\"1.0\"?>\n<a:b xmlns:a=\"c\"><d></d></a:b>", true},
        {"<?xml version=\"1.0\"?>\n<a b=\"c\"><d/>", false},
        {"<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a", false},
        {"<?xml version=\"1.0\"?>\n", false},
        {"<?xml versi", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        pack("part.zip", parts[i].text);
        ck_assert_msg(is_whole("part.zip") == parts[i].whole, "%s", parts[i].text);
    }
    /* the end tag lies where one piece that is read ends and the next begins */
    for (size_t more = 65480; more < 65540; more++) {
        char *text = memory_new(more + 64, 1);
        snprintf(text, more + 64, "<?xml version=\"1.0\"?>\n<abc>%*s</abc>\n", (int)more, "x");
        pack("part.zip", text);
        ck_assert_msg(is_whole("part.zip"), "%zu", more);
        free(text);
    }
}
END_TEST

START_TEST(test_finds_damage)
{
    sqlite3 *db = fixture_database(":memory:");
    write_workbook(db, NULL, "book.xlsx");
    size_t size = 0;
    char *bytes = support_read_file("book.xlsx", &size);
    support_write_file("half.xlsx", bytes, size / 2);
    ck_assert(!is_whole("half.xlsx"));
    for (size_t i = 0; i < 64; i++)
        bytes[size / 2 + i] ^= 0x55;
    support_write_file("damaged.xlsx", bytes, size);
    ck_assert(!is_whole("damaged.xlsx"));
    ck_assert(!is_whole("no.xlsx"));
    free(bytes);
    sqlite3_close_v2(db);
}
END_TEST

Suite *suite_workbook_xlsxout(void)
{
    Suite *s = suite_create("workbook/xlsxout");
    TCase *c = tcase_create("workbook");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    tcase_add_test(c, test_cells_are_those_of_the_csv);
    tcase_add_test(c, test_hostile_text_is_text);
    tcase_add_test(c, test_links_are_safe);
    tcase_add_test(c, test_dates_are_dates);
    tcase_add_test(c, test_says_what_it_is);
    tcase_add_test(c, test_marks_each_sheet_and_page);
    tcase_add_test(c, test_opens_at_the_cover);
    tcase_add_test(c, test_repeats_byte_for_byte);
    tcase_add_test(c, test_never_asks_the_clock);
    tcase_add_test(c, test_cuts_what_does_not_fit);
    tcase_add_test(c, test_empty_tables_are_sentences);
    tcase_add_test(c, test_every_column_is_described);
    tcase_add_test(c, test_finds_parts_cut_short);
    tcase_add_test(c, test_finds_damage);
    suite_add_tcase(s, c);
    return s;
}
