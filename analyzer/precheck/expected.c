/* SPDX-License-Identifier: MIT
 * Part 4: what is asked of an answer, and by whom: the advice, the statute and the force's own
 * letters each in rows of their own.
 */
#include "precheck/parts.h"
#include "store/row_json.h"
#include "store/statements.h"

#include <string.h>

/* Of one row of the draft. */
struct table {
    json_t *list;
    const json_t *row; /* of the draft: reading, question ... */
    bool is_judged;
};

static json_t *text_or_null(const json_t *object, const char *key)
{
    const char *text = text_of(object, key);
    return *text ? json_string(text) : json_null();
}

/* The tests of the Acts are needed for what an answer cites: without an answer there are none. */
static void add_line(const struct table *t, json_t *line)
{
    if (t->is_judged || strcmp(text_of(line, "basis"), "statute") != 0) {
        json_object_set_new(line, "reading", text_or_null(t->row, "reading"));
        json_object_set_new(line, "question", text_or_null(t->row, "question_id"));
        if (!t->is_judged) {
            json_object_set_new(line, "found", json_null());
            json_object_set_new(line, "result", json_null());
        }
        json_array_append(t->list, line);
    }
    json_decref(line);
}

static bool add_lines(const struct bench *b, sqlite3 *db, const struct table *t,
                      const char *statement, int64_t guidance_no, struct error *err)
{
    SCOPED_QUERY s =
        bench_query(b, db, statement, json_integer_value(json_object_get(t->row, "no")));
    if (query_parameter_index(s, "guidance_no"))
        query_bind_int(s, "guidance_no", guidance_no);
    while (query_next(s))
        add_line(t, row_json(s));
    return query_done(s, err);
}

bool part_expected(const struct bench *b, sqlite3 *db, const json_t *advice, const json_t *row,
                   bool is_judged, json_t *list, struct error *err)
{
    const struct table t = {list, row, is_judged};
    const json_t *candidates = json_object_get(advice, "candidates");
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(candidates); i++) {
        const json_t *candidate = json_array_get(candidates, i);
        if (strcmp(text_of(candidate, "in_force"), "no") != 0)
            ok = add_lines(b, db, &t, STATEMENT("expected_by_advice"),
                           json_integer_value(json_object_get(candidate, "guidance_no")), err);
    }
    return ok && add_lines(b, db, &t, STATEMENT("expected_otherwise"), 0, err);
}
