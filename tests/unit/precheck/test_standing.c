/* SPDX-License-Identifier: MIT
 * What the dossiers of the report say of an answer on the day of the audit is what the audit finds
 * when such an answer is put into the pack: over all worked packs, each force of which something is
 * on record, and one of which nothing is.
 */
#include "suites.h"
#include "table.h"

#include "audit/steps.h"
#include "base/memory.h"
#include "base/version.h"
#include "intake/load.h"
#include "store/database.h"
#include "store/row_json.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PAIRS_OF_PACK = 4 };

static const char *const folders[] = {"tests/cases", "tests/semantics", "tests/precheck/packs"};

/* What was met, so that nothing passes for want of matter. */
static struct {
    int answers, advised, possible, other_limb, own_letters, records;
} met;

static void no_error(bool ok, const struct error *err, const char *pack)
{
    ck_assert_msg(ok, "%s: %s: %s", pack, err->source, err->what);
}

static sqlite3 *derive(const char *pack, const char *as_of, struct slice draft)
{
    struct error err = {0};
    struct intake_result loaded;
    const struct intake_options intake = {
        .pack = pack, .as_of = as_of, .version = concord_version(), .draft = draft};
    sqlite3 *db = NULL;
    no_error(database_create(":memory:", &db, &err), &err, pack);
    no_error(intake_load(db, &intake, &loaded, &err), &err, pack);
    no_error(audit_derive(db, &err), &err, pack);
    return db;
}

/* An object of one row, or NULL where the statement, in SQL, gives none. */
static json_t *one_row(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    json_t *row = sqlite3_step(s) == SQLITE_ROW ? row_json(s) : NULL;
    sqlite3_finalize(s);
    return row;
}

/* The force and tool, their numbers, the days and the answer, each where the statement has it. */
static void bind(sqlite3_stmt *s, const json_t *values)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)values, name, value)
    {
        if (!query_parameter_index(s, name))
            continue;
        if (json_is_string(value))
            query_bind_text(s, name, slice_of(json_string_value(value)));
        else if (json_is_integer(value))
            query_bind_int(s, name, json_integer_value(value));
    }
}

static json_t *rows(sqlite3 *db, const char *statement, const json_t *values)
{
    struct error err = {0};
    json_t *list = json_array();
    SCOPED_QUERY s = query_prepare(db, statement);
    bind(s, values);
    while (query_next(s))
        json_array_append_new(list, row_json(s));
    no_error(query_done(s, &err), &err, statement);
    return list;
}

static void count_advice(const json_t *advice)
{
    for (size_t i = 0; i < json_array_size(advice); i++) {
        const json_t *row = json_array_get(advice, i);
        int used = (int)json_integer_value(json_object_get(row, "used"));
        met.advised += used > 0;
        met.possible += used == 1;
        met.other_limb += json_is_string(json_object_get(row, "needs"));
    }
}

/* What of the lines is asked; an answer that is none meets nothing. */
static void leave_out_found(json_t *lines)
{
    for (size_t i = 0; i < json_array_size(lines); i++) {
        json_t *line = json_array_get(lines, i);
        json_object_del(line, "found");
        json_object_del(line, "result");
        const char *element = json_string_value(json_object_get(line, "element"));
        met.own_letters += strcmp(element, "own earlier letter") == 0;
    }
}

/* All that the three parts of a dossier say. */
static json_t *said(sqlite3 *db, json_t *values)
{
    json_t *advice = rows(db, "advice_of_answer", values);
    json_t *expected = json_array();
    for (size_t i = 0; i < json_array_size(advice); i++) {
        const json_t *row = json_array_get(advice, i);
        if (json_is_null(json_object_get(row, "is_used")))
            continue;
        json_object_set(values, "guidance_no", json_object_get(row, "guidance_no"));
        json_t *lines = rows(db, "expected_by_advice", values);
        json_array_extend(expected, lines);
        json_decref(lines);
    }
    json_t *otherwise = rows(db, "expected_otherwise", values);
    json_array_extend(expected, otherwise);
    json_decref(otherwise);
    leave_out_found(expected);
    return json_pack("{so so so}", "record", rows(db, "public_record_on_day", values), "advice",
                     advice, "expected", expected);
}

static char *draft_of(const json_t *pair, const char *as_of)
{
    return memory_print("response_id,force_id,request_id,tool_id,stage,date_responded,stance\n"
                        "the-answer,%s,no request of the pack,%s,initial,%s,other\n",
                        json_string_value(json_object_get(pair, "force_id")),
                        json_string_value(json_object_get(pair, "tool_id")), as_of ? as_of : "");
}

static void check_pair(const char *pack, sqlite3 *base, const json_t *pair, const char *as_of)
{
    SCOPED_TEXT csv = draft_of(pair, as_of);
    sqlite3 *with = derive(pack, as_of, slice_of(csv));
    json_t *answer =
        one_row(with, "SELECT response_no FROM response_wording WHERE response_id = 'the-answer'");
    ck_assert_msg(answer, "%s: the answer was not taken:\n%s", pack, csv);
    json_t *of_base = json_deep_copy(pair), *of_answer = json_deep_copy(pair);
    json_object_update(of_answer, answer);
    json_t *in_dossier = said(base, of_base), *of_audit = said(with, of_answer);
    SCOPED_TEXT one = json_dumps(in_dossier, JSON_INDENT(1));
    SCOPED_TEXT other = json_dumps(of_audit, JSON_INDENT(1));
    ck_assert_msg(json_equal(in_dossier, of_audit), "%s:\n%s\nthe dossier:\n%s\nthe audit:\n%s",
                  pack, csv, one, other);
    met.answers++;
    met.records += json_array_size(json_object_get(in_dossier, "record")) > 0;
    count_advice(json_object_get(in_dossier, "advice"));
    json_decref(in_dossier);
    json_decref(of_audit);
    json_decref(of_base);
    json_decref(of_answer);
    json_decref(answer);
    sqlite3_close_v2(with);
}

/* Those with rows of their own, and of each tool the last force of which nothing is on record. */
static const char pairs_of[] =
    "SELECT f.force_id, f.force_no, t.tool_id, t.tool_no, coalesce(a.as_of_day, -2000000) AS "
    "day_earliest,"
    " coalesce(a.as_of_day, 4000000) AS day_latest "
    "FROM (SELECT force_no, tool_no FROM present_reading WHERE force_no > 0 GROUP BY 1, 2"
    "      UNION SELECT (SELECT max(l.force_no) FROM letter l WHERE l.tool_no = p.tool_no AND NOT "
    "EXISTS"
    "                    (SELECT 1 FROM present_reading o WHERE o.force_no = l.force_no AND "
    "o.tool_no = p.tool_no)),"
    "                   p.tool_no FROM present_reading p WHERE p.force_no = 0) p "
    "JOIN force f USING (force_no) JOIN tool t ON t.tool_no = p.tool_no JOIN audit a "
    "WHERE instr(f.force_id || t.tool_id, ',') + instr(f.force_id || t.tool_id, '\"') = 0 "
    "ORDER BY t.tool_no, f.force_no DESC";

static void check_pack(const char *pack)
{
    sqlite3 *base = derive(pack, NULL, (struct slice){NULL, 0});
    json_t *audit = one_row(base, "SELECT as_of FROM audit");
    const char *as_of = json_string_value(json_object_get(audit, "as_of"));
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(base, pairs_of, -1, &s, NULL), SQLITE_OK);
    for (int i = 0; i < PAIRS_OF_PACK && sqlite3_step(s) == SQLITE_ROW; i++) {
        json_t *pair = row_json(s);
        check_pair(pack, base, pair, as_of);
        json_decref(pair);
    }
    sqlite3_finalize(s);
    json_decref(audit);
    sqlite3_close_v2(base);
}

static bool is_pack(const char *path)
{
    SCOPED_TEXT responses = memory_print("%s/responses.csv", path);
    struct stat status;
    return stat(responses, &status) == 0;
}

START_TEST(a_dossier_says_what_an_answer_of_the_day_would_meet)
{
    struct dirent **entries = NULL;
    int count = scandir(folders[_i], &entries, NULL, alphasort);
    memset(&met, 0, sizeof met);
    for (int i = 0; i < count; i++) {
        SCOPED_TEXT path = memory_print("%s/%s", folders[_i], entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && is_pack(path))
            check_pack(path);
        free(entries[i]);
    }
    free(entries);
    ck_assert_int_gt(met.answers, 5);
    ck_assert_int_gt(met.advised, 3);
    ck_assert_int_gt(met.own_letters, 3);
    ck_assert(_i == 2 || met.possible > 0);
    ck_assert(_i == 2 || (met.other_limb > 0 && met.records > 5));
}
END_TEST

Suite *suite_precheck_standing(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("precheck/standing", &tcase);
    tcase_set_timeout(tcase, 300);
    ADD_TABLE_TEST(tcase, a_dossier_says_what_an_answer_of_the_day_would_meet, folders);
    return suite;
}
