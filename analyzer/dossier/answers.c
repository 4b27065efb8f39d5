/* SPDX-License-Identifier: MIT */
#include "dossier/answers.h"

#include "base/memory.h"
#include "precheck/precheck.h"
#include "store/query.h"

#include <stdlib.h>

static void bind_text(sqlite3_stmt *s, const char *parameter, const json_t *object)
{
    const char *text = json_string_value(json_object_get(object, parameter));
    query_bind_text(s, parameter, slice_of(text ? text : ""));
}

static void bind_count(sqlite3_stmt *s, const char *parameter, const json_t *list)
{
    query_bind_int(s, parameter, (int64_t)json_array_size(list));
}

static void append_ids(FILE *out, const json_t *ids)
{
    for (size_t i = 0; i < json_array_size(ids); i++)
        fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", json_string_value(json_array_get(ids, i)));
}

/* The findings that the answer would create, by severity and by name. Returns the names, which are
 * bound and to be freed once the statement has run. */
static char *bind_created(sqlite3_stmt *s, const json_t *creates)
{
    static const char *const severities[] = {"critical", "high", "medium", "low", "info"};
    char *ids = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&ids, &length);
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
        const json_t *list = json_object_get(creates, severities[i]);
        bind_count(s, severities[i], list);
        append_ids(out, list);
    }
    memory_stream_end(out);
    query_bind_text(s, "finding_ids", (struct slice){ids, length});
    return ids;
}

static bool add_answer(sqlite3_stmt *s, int64_t place, const json_t *option, struct error *err)
{
    const json_t *bits = json_object_get(option, "bits");
    const char *answer = json_string_value(json_object_get(option, "option"));
    query_bind_int(s, "place", place);
    query_bind_text(s, "answer", slice_of(answer));
    bind_text(s, "expected_by", option);
    bind_count(s, "own", json_object_get(option, "contradicts"));
    bind_count(s, "with_it", json_object_get(option, "with"));
    bind_count(s, "against", json_object_get(option, "against"));
    if (json_is_number(bits))
        query_bind_real(s, "bits", json_number_value(bits));
    else
        query_bind_null(s, "bits");
    char *ids = bind_created(s, json_object_get(option, "creates"));
    bool ok = query_run(s, err);
    free(ids);
    return ok;
}

static bool add_answers(sqlite3 *db, int64_t tool_no, const json_t *options, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "insert_dossier_answer");
    query_bind_int(s, "tool_no", tool_no);
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(options); i++)
        ok = add_answer(s, (int64_t)i, json_array_get(options, i), err);
    return ok;
}

static bool add_advice(sqlite3 *db, int64_t tool_no, const json_t *candidates, struct error *err)
{
    static const char *const texts[] = {"guidance_id", "title", "in_force", "what",
                                        "why",         "needs", "file"};
    SCOPED_QUERY s = query_prepare(db, "insert_dossier_advice");
    query_bind_int(s, "tool_no", tool_no);
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(candidates); i++) {
        const json_t *candidate = json_array_get(candidates, i);
        query_bind_int(s, "place", (int64_t)i);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            bind_text(s, texts[t], candidate);
        query_bind_int(s, "line", json_integer_value(json_object_get(candidate, "line")));
        ok = query_run(s, err);
    }
    return ok;
}

static bool add_expected(sqlite3 *db, int64_t tool_no, const json_t *lines, struct error *err)
{
    static const char *const texts[] = {"element", "wanted", "basis", "source"};
    SCOPED_QUERY s = query_prepare(db, "insert_dossier_expected");
    query_bind_int(s, "tool_no", tool_no);
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(lines); i++) {
        query_bind_int(s, "place", (int64_t)i);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            bind_text(s, texts[t], json_array_get(lines, i));
        ok = query_run(s, err);
    }
    return ok;
}

static bool add_tool(sqlite3 *db, sqlite3 *base, sqlite3_stmt *tool, struct error *err)
{
    int64_t tool_no = query_get_int(tool, "tool_no");
    struct slice request = query_get_text(tool, "request_id");
    const struct precheck_options asked = {.force = query_get_text(tool, "force_id").bytes,
                                           .tool = query_get_text(tool, "tool_id").bytes,
                                           .request = request.length ? request.bytes : NULL};
    json_t *document = NULL;
    bool ok = precheck_options_of_audit(base, &asked, &document, err) &&
              add_answers(db, tool_no, json_object_get(document, "options"), err) &&
              add_advice(db, tool_no,
                         json_object_get(json_object_get(document, "advice"), "candidates"), err) &&
              add_expected(db, tool_no, json_object_get(document, "expected"), err);
    json_decref(document);
    return ok;
}

bool answers_add(sqlite3 *db, sqlite3 *base, struct error *err)
{
    SCOPED_QUERY tools = query_prepare(db, "dossier_tools_answered");
    bool ok = true;
    while (ok && query_next(tools))
        ok = add_tool(db, base, tools, err);
    return ok && query_done(tools, err);
}
