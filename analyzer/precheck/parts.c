/* SPDX-License-Identifier: MIT */
#include "precheck/parts.h"

#include "audit/advice.h"
#include "store/row_json.h"
#include "store/statements.h"

#include <string.h>

/* The strongest there is: certain before possible, own before others. */
static void tell_level(json_t *record)
{
    static const char *const levels[] = {"own", "collaboration", "third_party"};
    static const char *const states[] = {"in force", "possibly in force"};
    static const char *const certainties[] = {"certain", "possible"};
    for (size_t l = 0; l < 3; l++)
        for (size_t s = 0; s < 2; s++) {
            const json_t *list = json_object_get(record, levels[l]);
            for (size_t i = 0; i < json_array_size(list); i++)
                if (strcmp(text_of(json_array_get(list, i), "state"), states[s]) == 0) {
                    json_object_set_new(record, "level", json_string(levels[l]));
                    json_object_set_new(record, "certainty", json_string(certainties[s]));
                    return;
                }
        }
    json_object_set_new(record, "level", json_string("none"));
    json_object_set_new(record, "certainty", json_string("certain"));
}

bool part_record(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err)
{
    json_t *rows;
    *ret = json_pack("{s[] s[] s[]}", "own", "collaboration", "third_party");
    bool ok = bench_rows(b, db, STATEMENT("public_record_on_day"), 0, &rows, err);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        json_t *list = json_object_get(*ret, text_of(row, "level"));
        json_array_append(list, row);
        json_object_del(row, "level");
        json_object_del(row, "further");
    }
    json_decref(rows);
    tell_level(*ret);
    return ok;
}

static void add_candidate(sqlite3_stmt *advice, void *context)
{
    static const char *const not_shown[] = {"further", "used", "is_used", "is_of_that_day",
                                            "condition_met"};
    json_t *part = context, *candidate = row_json(advice);
    for (size_t i = 0; i < sizeof not_shown / sizeof *not_shown; i++)
        json_object_del(candidate, not_shown[i]);
    json_array_append_new(json_object_get(part, "candidates"), candidate);
    int64_t used = query_get_int(advice, "used");
    if (!used || *text_of(part, "applies"))
        return;
    json_object_set(part, "applies", json_object_get(candidate, "guidance_id"));
    json_object_set(part, "why", json_object_get(candidate, "why"));
    json_object_set_new(part, "condition",
                        json_string(query_get_text(advice, "condition_met").bytes));
    json_object_set_new(part, "certainty", json_string(used == 2 ? "certain" : "possible"));
}

bool part_advice(const struct bench *b, sqlite3 *db, int64_t response_no, json_t **ret,
                 struct error *err)
{
    json_t *early = NULL;
    *ret = json_pack("{sn sn sn sn s[]}", "applies", "why", "condition", "certainty", "candidates");
    bool ok = advice_visit(db, response_no, add_candidate, *ret, err) &&
              bench_rows(b, db, STATEMENT("precheck_early"), response_no, &early, err);
    json_object_set_new(*ret, "still_to_come", early ? early : json_array());
    return ok;
}

bool part_rows(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err)
{
    return bench_rows(b, db, STATEMENT("precheck_draft_rows"), 0, ret, err);
}

static bool set_rows(const struct bench *b, json_t *part, const char *key, const char *statement,
                     struct error *err)
{
    json_t *rows;
    bool ok = bench_rows(b, b->base, statement, 0, &rows, err);
    json_object_set_new(part, key, rows);
    return ok;
}

static bool set_counts(const struct bench *b, json_t *part, const char *statement,
                       struct error *err)
{
    json_t *row;
    bool ok = bench_row(b, b->base, statement, 0, &row, err);
    json_object_update(part, row);
    json_decref(row);
    return ok;
}

bool part_beside(const struct bench *b, json_t **ret, struct error *err)
{
    json_t *request = json_object(), *tool = json_object();
    *ret = json_pack("{so so}", "request", request, "tool", tool);
    return set_counts(b, request, STATEMENT("precheck_request_counts"), err) &&
           set_rows(b, request, "letters", STATEMENT("precheck_request_letters"), err) &&
           set_counts(b, tool, STATEMENT("precheck_tool_counts"), err) &&
           set_rows(b, *ret, "own_letters", STATEMENT("precheck_own_letters"), err);
}

bool part_inputs(const struct bench *b, json_t **ret, struct error *err)
{
    return bench_rows(b, b->base, STATEMENT("precheck_inputs"), 0, ret, err);
}
