/* SPDX-License-Identifier: MIT
 * Wording that stands in files of the pack, and decisions about it.
 */
#include "intake/contract.h"
#include "intake/loading.h"
#include "suites.h"
#include "table.h"

#include <string.h>
#include <sys/stat.h>

static struct loading l;

static void begin(void)
{
    loading_begin(&l);
}

static void end(void)
{
    loading_end(&l);
}

static void write_text(const char *name, const char *text)
{
    loading_write(&l, name, text, strlen(text));
}

#define HEAD "response_id,force_id,request_id,tool_id,stance,text,text_file\n"

/* A row, what becomes of it (its stance and text, or its reject), and the notices. */
static const struct {
    const char *row, *taken, *reject, *notices;
} rows[] = {
    {"a,kent,1/24,t,,,kent.txt", "unread|We hold it.\n", "", "stance-unread"},
    {"a,kent,1/24,t,ncnd,,kent.txt", "ncnd|We hold it.\n", "", ""},
    {"a,kent,1/24,t,ncnd,Other words,kent.txt", "ncnd|Other words", "", ""},
    {"a,kent,1/24,t,,Other words,none.txt", "unread|Other words", "", "stance-unread"},
    {"a,kent,1/24,t,ncnd,,none.txt", "ncnd|-", "", "text-file-absent"},
    {"a,kent,1/24,t,ncnd,,folder", "ncnd|-", "", "text-file-absent"},
    {"a,kent,1/24,t,,,none.txt", "", "no-file text_file", ""},
    {"a,kent,1/24,t,,,picture.png", "", "no-text text_file", ""},
    {"a,kent,1/24,t,ncnd,,picture.png", "ncnd|-", "", "text-file-no-text"},
    {"a,kent,1/24,t,,,page.html", "unread|-", "", "stance-unread;text-file-unread"},
    {"a,kent,1/24,t,,,latin.txt", "unread|caf\xc3\xa9\n", "", "stance-unread"},
    {"a,kent,1/24,t,,,../kent.txt", "", "bad-path text_file", ""},
    {"a,kent,1/24,t,,,folder/../kent.txt", "", "bad-path text_file", ""},
    {"a,kent,1/24,t,ncnd,,/etc/passwd", "", "bad-path text_file", ""},
    {"a,kent,1/24,t,ncnd,,folder\\kent.txt", "", "bad-path text_file", ""},
    {"a,kent,1/24,t,ncnd,,C:/kent.txt", "", "bad-path text_file", ""},
    {"a,kent,1/24,t,,,", "", "empty-value stance", ""},
};

START_TEST(a_row_takes_its_text_from_a_file)
{
    char csv[300];
    snprintf(csv, sizeof csv, HEAD "%s\n", rows[_i].row);
    write_text("responses.csv", csv);
    write_text("kent.txt", "We hold it.\r\n");
    write_text("latin.txt", "caf\xe9\n");
    write_text("page.html", "<!DOCTYPE html><html><body><p>We hold it.</p></body></html>");
    loading_write(&l, "picture.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    char folder[128];
    snprintf(folder, sizeof folder, "%s/folder", l.folder);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT s.stance, coalesce(w.text, '-') FROM response r JOIN stance s USING "
                   "(stance_no) JOIN response_wording w USING (response_no)",
                   rows[_i].taken);
    loading_assert(&l, "SELECT code || ' ' || column_name FROM reject", rows[_i].reject);
    loading_assert(
        &l, "SELECT code FROM notice WHERE code NOT IN ('unknown-tool', 'no-dates') ORDER BY code",
        rows[_i].notices);
}
END_TEST

#define CODINGS                                                                                    \
    "decision_id,text_sha256,force_id,request_id,response_id,field,value,decided_by,decided_on\n"

static const struct {
    const char *row, *reject;
} decisions[] = {
    {"d1,ab,kent,1/24,a,stance,ncnd,FOI lead,2025-01-02", ""},
    {"d1,ab,kent,1/24,a,stance,,FOI lead,2025-01-02", ""},
    {"d1,ab,kent,1/24,a,exemptions,31(3);24(2),FOI lead,2025-01-02", ""},
    {"d1,ab,kent,1/24,a,date_responded,2024-05-06,FOI lead,2025-01-02", ""},
    {"d1,ab,kent,1/24,a,is_response,no,FOI lead,2025-01-02", ""},
    {"d1,ab,kent,1/24,a,stance,maybe,FOI lead,2025-01-02", "not-in-list value maybe"},
    {"d1,ab,kent,1/24,a,exemptions,x,FOI lead,2025-01-02", "bad-exemption value x"},
    {"d1,ab,kent,1/24,a,harm_test,perhaps,FOI lead,2025-01-02", "bad-yes-no value perhaps"},
    {"d1,ab,kent,1/24,a,is_response,x,FOI lead,2025-01-02", "bad-yes-no value x"},
    {"d1,ab,kent,1/24,a,note,x,FOI lead,2025-01-02", "not-in-list field note"},
    {"d1,ab,kent,1/24,a,force_id,Kant,FOI lead,2025-01-02", "unknown-force value Kant"},
    {"d1,ab,kent,1/24,a,stance,ncnd,,2025-01-02", "empty-value decided_by -"},
};

START_TEST(a_decision_is_checked_as_its_column)
{
    char csv[400];
    snprintf(csv, sizeof csv, CODINGS "%s\n", decisions[_i].row);
    write_text("responses.csv", HEAD "a,kent,1/24,t,ncnd,,\n");
    write_text("codings.csv", csv);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT code || ' ' || column_name || ' ' || coalesce(value, '-') FROM reject",
                   decisions[_i].reject);
    loading_assert(&l, "SELECT count(*) FROM coding", *decisions[_i].reject ? "0" : "1");
}
END_TEST

Suite *suite_intake_text_files(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/text_files", &tcase);
    tcase_add_checked_fixture(tcase, begin, end);
    ADD_TABLE_TEST(tcase, a_row_takes_its_text_from_a_file, rows);
    ADD_TABLE_TEST(tcase, a_decision_is_checked_as_its_column, decisions);
    return suite;
}
