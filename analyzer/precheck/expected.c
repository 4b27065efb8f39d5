/* SPDX-License-Identifier: MIT
 * What is asked of an answer, and by whom: the advice, the statute and the force's own letters each
 * in rows of their own.
 */
#include "base/memory.h"
#include "precheck/parts.h"
#include "store/statements.h"

#include <string.h>

/* Of one row of the draft and one row of advice. */
struct table {
    json_t *list;
    const json_t *row;   /* of the draft: reading, question ... */
    const json_t *facts; /* what the audit made of it, and what the advice asks */
    bool is_judged;
};

static bool is_set(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_integer_value(value) != 0;
}

static void add(const struct table *t, const char *element, const char *wanted, const char *found,
                const char *result, const char *basis)
{
    json_t *line = json_object();
    const char *reading = text_of(t->row, "reading"), *question = text_of(t->row, "question_id");
    json_object_set_new(line, "reading", *reading ? json_string(reading) : json_null());
    json_object_set_new(line, "question", *question ? json_string(question) : json_null());
    json_object_set_new(line, "element", json_string(element));
    json_object_set_new(line, "wanted", json_string(wanted));
    json_object_set_new(line, "found", t->is_judged ? json_string(found) : json_null());
    json_object_set_new(line, "result", t->is_judged ? json_string(result) : json_null());
    json_object_set_new(line, "basis", json_string(basis));
    const json_t *source = json_object_get(t->facts, "source");
    json_object_set_new(line, "source", source ? json_deep_copy(source) : json_null());
    json_array_append_new(t->list, line);
}

static const char *yes_no_result(const char *found)
{
    if (strcmp(found, "yes") == 0)
        return "met";
    return strcmp(found, "no") == 0 ? "missing" : "not judged";
}

/* "confirm (held_s21, disclosed)" */
static char *expected_position(const json_t *facts)
{
    static const char *const words[] = {"confirm", "deny", "ncnd"};
    static const char *const keys[] = {"expects_confirm", "expects_deny", "expects_ncnd"};
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    const char *separator = "";
    for (size_t i = 0; i < 3; i++)
        if (is_set(facts, keys[i])) {
            fprintf(out, "%s%s", separator, words[i]);
            separator = " or ";
        }
    if (!*separator)
        fputs("no position", out);
    fprintf(out, " (%s)", text_of(facts, "expected_stances"));
    memory_stream_end(out);
    return text;
}

static bool has_expected_position(const json_t *facts)
{
    const char *position = text_of(facts, "position");
    return (strcmp(position, "confirm") == 0 && is_set(facts, "expects_confirm")) ||
           (strcmp(position, "deny") == 0 && is_set(facts, "expects_deny")) ||
           (strcmp(position, "ncnd") == 0 && is_set(facts, "expects_ncnd"));
}

static void add_position(const struct table *t)
{
    const char *position = text_of(t->facts, "position");
    bool is_silent = strcmp(position, "silent") == 0;
    SCOPED_TEXT wanted = expected_position(t->facts);
    SCOPED_TEXT found =
        memory_print("%s (%s)", is_silent ? "none" : position, text_of(t->facts, "stance"));
    add(t, "position", wanted, found,
        is_silent                         ? "not judged"
        : has_expected_position(t->facts) ? "met"
                                          : "other",
        "advice");
}

static void add_partial(const struct table *t)
{
    const char *partial = text_of(t->facts, "partial_ncnd");
    bool is_whole = strcmp(text_of(t->facts, "position"), "ncnd") == 0;
    if (is_set(t->facts, "expected_partial_ncnd"))
        add(t, "partial NCND", "of information that may or may not be held on covert use",
            is_whole ? "the whole is neither confirmed nor denied" : partial,
            is_whole ? "other" : yes_no_result(partial), "advice");
}

static void add_link(const struct table *t)
{
    bool has_link = is_set(t->facts, "has_link");
    if (is_set(t->facts, "requires_link"))
        add(t, "link", "an address of what is public", has_link ? "given" : "none",
            has_link ? "met" : "missing", "advice");
}

static bool add_exemptions(const struct bench *b, sqlite3 *db, const struct table *t,
                           int64_t response_no, int64_t guidance_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "precheck_required");
    query_bind_int(s, "guidance_no", guidance_no);
    query_bind_int(s, "response_no", response_no);
    bool is_foia = strcmp(b->regime, "FOIA") == 0;
    while (query_next(s)) {
        const char *citation = query_get_text(s, "citation").bytes;
        const char *state = query_get_text(s, "state").bytes;
        SCOPED_TEXT element = memory_print("exemption %s", citation);
        if (is_foia)
            add(t, element, "cited", state, strcmp(state, "cited") == 0 ? "met" : "missing",
                "advice");
        else
            add(t, element, "cited (the advice names FOIA subsections)",
                strcmp(b->regime, "FOISA") == 0 ? "section 18 FOISA is the form of this force's Act"
                                                : "this force is under neither Act",
                "not judged", "advice");
    }
    return query_done(s, err);
}

static void add_tests(const struct table *t)
{
    static const struct {
        const char *element, *needed, *found;
    } tests[] = {{"harm test", "harm_test_needed", "harm_test"},
                 {"public interest test", "pit_needed", "public_interest_test"}};
    for (size_t i = 0; i < 2; i++)
        if (is_set(t->facts, tests[i].needed)) {
            SCOPED_TEXT wanted =
                memory_print("for %s", text_of(t->facts, i ? "pit_citations" : "harm_citations"));
            const char *found = text_of(t->facts, tests[i].found);
            add(t, tests[i].element, wanted, found, yes_no_result(found), "statute");
        }
}

/* The letter of the force's own that stood last before the day. */
static void add_own_line(const struct table *t)
{
    const char *before = text_of(t->facts, "own_position"), *now = text_of(t->facts, "position");
    if (!*before)
        return;
    bool is_silent = strcmp(now, "silent") == 0;
    SCOPED_TEXT wanted = memory_print("%s, as on %s", before, text_of(t->facts, "own_date"));
    add(t, "own earlier letter", wanted, is_silent ? "none" : now,
        is_silent                  ? "not judged"
        : strcmp(before, now) == 0 ? "met"
                                   : "other",
        "consistency");
}

static void add_order(const struct table *t)
{
    const char *order = text_of(t->facts, "order_source");
    if (!*order)
        return;
    const char *now = text_of(t->facts, "position");
    bool is_silent = strcmp(now, "silent") == 0;
    add(t, "order to confirm or deny", "confirm or deny", is_silent ? "none" : now,
        is_silent                  ? "not judged"
        : strcmp(now, "ncnd") == 0 ? "other"
                                   : "met",
        "regulator");
}

/* Each kind of row names its own source. */
static void set_source(json_t *facts, const char *source)
{
    json_object_set_new(facts, "source", *source ? json_string(source) : json_null());
}

static bool add_advice(const struct bench *b, sqlite3 *db, const struct table *t, json_t *facts,
                       const json_t *advice, struct error *err)
{
    const json_t *candidates = json_object_get(advice, "candidates");
    int64_t response_no = json_integer_value(json_object_get(t->row, "no"));
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(candidates); i++) {
        const json_t *candidate = json_array_get(candidates, i);
        if (strcmp(text_of(candidate, "in_force"), "no") == 0)
            continue;
        int64_t no = json_integer_value(json_object_get(candidate, "guidance_no"));
        json_t *asked;
        ok = bench_row(b, db, STATEMENT("precheck_asked"), no, &asked, err);
        json_object_update(facts, asked);
        json_decref(asked);
        add_position(t);
        add_partial(t);
        ok = ok && add_exemptions(b, db, t, response_no, no, err);
        add_link(t);
    }
    return ok;
}

bool part_expected(const struct bench *b, sqlite3 *db, const json_t *advice, const json_t *row,
                   bool is_judged, json_t *list, struct error *err)
{
    json_t *facts;
    bool ok = bench_row(b, db, STATEMENT("precheck_facts"),
                        json_integer_value(json_object_get(row, "no")), &facts, err);
    struct table t = {list, row, facts, is_judged};
    ok = ok && add_advice(b, db, &t, facts, advice, err);
    set_source(facts, "exemptions.csv");
    if (is_judged)
        add_tests(&t);
    set_source(facts, text_of(facts, "order_source"));
    add_order(&t);
    set_source(facts, text_of(facts, "own_source"));
    add_own_line(&t);
    json_decref(facts);
    return ok;
}
