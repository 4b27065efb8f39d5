/* SPDX-License-Identifier: MIT
 * One cell: from text to a value, or the reason why not and what may have been meant. The
 * registry knows the force kent and the tool hammer, "The Hammer", and no request.
 */
#include "intake/value.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>

static const struct {
    enum contract_file_no file;
    size_t column;
    const char *text;
    const char *code; /* NULL: can be read */
    const char *normal;
    int32_t number;
} cells[] = {
    {FILE_RESPONSES, RESPONSE_NOTE, "as it is", NULL, "as it is", 0},
    {FILE_RESPONSES, RESPONSE_ID, "a/1", NULL, "a/1", 0},
    {FILE_RESPONSES, RESPONSE_REQUEST, "CRU 0995/24", NULL, "995/24", VALUE_NEW},
    {FILE_RESPONSES, RESPONSE_QUESTION, "q1", NULL, "Q1", VALUE_NEW},
    {FILE_RESPONSES, RESPONSE_FORCE, "kent police", NULL, "", 1},
    {FILE_RESPONSES, RESPONSE_FORCE, "Kemt", "unknown-force", "", 0},
    {FILE_COMMITMENTS, COMMITMENT_FORCE, "*", NULL, "*", 0},
    {FILE_COMMITMENTS, COMMITMENT_FORCE, "kent", NULL, "kent", 1},
    {FILE_RESPONSES, RESPONSE_TOOL, "the hammer", NULL, "hammer", 1},
    {FILE_RESPONSES, RESPONSE_TOOL, "saw", NULL, "saw", VALUE_NEW},
    {FILE_RESPONSES, RESPONSE_RECEIVED, "9 December 2024", NULL, "", 0},
    {FILE_RESPONSES, RESPONSE_RECEIVED, "2024-02-31", "impossible-date", "", 0},
    {FILE_RESPONSES, RESPONSE_RECEIVED, "soon", "bad-date", "", 0},
    {FILE_ACKNOWLEDGEMENTS, ACKNOWLEDGEMENT_WITHDRAWN, "Yes", NULL, "", 1},
    {FILE_ACKNOWLEDGEMENTS, ACKNOWLEDGEMENT_WITHDRAWN, "2024", NULL, "", 1},
    {FILE_RESPONSES, RESPONSE_HARM_TEST, "TRUE", NULL, "", 1},
    {FILE_RESPONSES, RESPONSE_HARM_TEST, "n", NULL, "", 0},
    {FILE_RESPONSES, RESPONSE_HARM_TEST, "maybe", "bad-yes-no", "", 0},
    {FILE_RESPONSES, RESPONSE_STANCE, "NCND", NULL, "ncnd", STANCE_NCND},
    {FILE_RESPONSES, RESPONSE_STANCE, "ncmd", "not-in-list", "", 0},
    {FILE_RESPONSES, RESPONSE_RECEIVED, "12/31/2024", "month-first", "", 0},
    {FILE_RESPONSES, RESPONSE_RECEIVED, "45292", "bad-date", "", 0},
    {FILE_RESPONSES, RESPONSE_REQUEST, "Jan-24", "date-for-number", "", 0},
    {FILE_RESPONSES, RESPONSE_QUESTION, "2-Mar", "date-for-number", "", 0},
    {FILE_RESPONSES, RESPONSE_QUESTION, "1.0", NULL, "1", VALUE_NEW},
    {FILE_RESPONSES, RESPONSE_LINK, "<https://a.example>", NULL, "https://a.example", 0},
    {FILE_RESPONSES, RESPONSE_NOTE, "#REF!", "spreadsheet-error", "", 0},
    {FILE_RESPONSES, RESPONSE_NOTE, "= no formula", NULL, "= no formula", 0},
    {FILE_FORCES, FORCE_REGIME, "Manx", NULL, "other", REGIME_OTHER},
    {FILE_GUIDANCE, GUIDANCE_STANCES, "held_s21; Disclosed;", NULL, "held_s21;disclosed", 0},
    {FILE_GUIDANCE, GUIDANCE_STANCES, "held_s21;perhaps", "not-in-list", "", 0},
    {FILE_GUIDANCE, GUIDANCE_STANCES, ";", "not-in-list", "", 0},
    {FILE_GUIDANCE, GUIDANCE_EXEMPTIONS, "s31(3) and S.24 (2)", NULL, "31(3);24(2)", 0},
    {FILE_EXEMPTIONS, EXEMPTION_CITATION, "s.31(3)", NULL, "31(3)", 0},
    {FILE_EXEMPTIONS, EXEMPTION_CITATION, "31(3);24(2)", "bad-exemption", "", 0},
    {FILE_RESPONSES, RESPONSE_EXEMPTIONS, "s31(3)", NULL, "s31(3)", VALUE_NEW},
    {FILE_RESPONSES, RESPONSE_EXEMPTIONS, "common sense", "bad-exemption", "", 0},
    {FILE_FORCES, FORCE_GRID_COL, "12", NULL, "", 12},
    {FILE_FORCES, FORCE_GRID_COL, "-1", "bad-number", "", 0},
    {FILE_FORCES, FORCE_GRID_COL, "1000000000", "bad-number", "", 0},
};

static sqlite3 *open_registry(struct registry *r, struct exemption_sets *sets)
{
    static const char rows[] =
        "INSERT INTO force (force_no, force_id, name, regime, file_no, line) "
        "VALUES (1, 'kent', 'Kent Police', 'FOIA', 1, 1);"
        "INSERT INTO tool (tool_no, tool_id, name) VALUES (1, 'hammer', 'The Hammer');";
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert_msg(database_create(":memory:", &db, &err), "%s", err.what);
    ck_assert_int_eq(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
    registry_open(r, db);
    exemption_sets_open(sets, db);
    ck_assert(registry_read_forces(r, &err) && registry_read_tools(r, &err));
    return db;
}

static void assert_read(const struct value *value, size_t row)
{
    char text[100];
    snprintf(text, sizeof text, "%.*s", (int)value->text.length, value->text.bytes);
    ck_assert_str_eq(text, cells[row].normal);
    ck_assert_int_eq(value->number, cells[row].number);
    ck_assert(value->is_known);
}

static void assert_refused(const struct row_fault *fault, size_t row)
{
    ck_assert_pstr_eq(fault->code, cells[row].code);
    ck_assert_str_eq(fault->column,
                     contract_files[cells[row].file].columns[cells[row].column].name);
    ck_assert_str_ne(fault->message, "");
    ck_assert_str_ne(fault->suggestion, "");
}

START_TEST(cell_is_read)
{
    struct registry registry;
    struct exemption_sets sets;
    sqlite3 *db = open_registry(&registry, &sets);
    struct value_context context = {&registry, &sets};
    struct value_row row = {.contract = &contract_files[cells[_i].file]};
    struct slice text = slice_of(cells[_i].text);
    value_row_reserve(&row, text.length);
    if (value_read(&context, &row, cells[_i].column, text)) {
        ck_assert_msg(!cells[_i].code, "\"%s\" was read", cells[_i].text);
        assert_read(&row.values[cells[_i].column], (size_t)_i);
    } else {
        assert_refused(&row.fault, (size_t)_i);
    }
    value_row_done(&row);
    exemption_sets_close(&sets);
    registry_close(&registry);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

Suite *suite_intake_value(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/value", &tcase);
    ADD_TABLE_TEST(tcase, cell_is_read, cells);
    return suite;
}
