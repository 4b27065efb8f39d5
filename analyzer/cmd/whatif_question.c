/* SPDX-License-Identifier: MIT */
#include "cmd/whatif_question.h"

#include "base/memory.h"
#include "intake/names.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

/* What forces or tools are called, and by number their names. */
struct registry {
    struct names names;
    char **shown;
    bool *is_territorial;
    size_t count, shown_room, territorial_room;
};

static void add_row(struct registry *r, sqlite3_stmt *s)
{
    names_add(&r->names, sqlite3_column_int(s, 0), query_column(s, 1), query_column(s, 2),
              query_column(s, 3));
    r->shown = memory_grow(r->shown, r->count, &r->shown_room, sizeof *r->shown);
    r->is_territorial =
        memory_grow(r->is_territorial, r->count, &r->territorial_room, sizeof *r->is_territorial);
    r->is_territorial[r->count] = sqlite3_column_int(s, 4);
    r->shown[r->count] = strdup(query_column(s, 2).bytes);
    if (!r->shown[r->count++])
        fault("out of memory");
}

static bool registry_load(sqlite3 *db, const char *query, struct registry *ret, struct error *err)
{
    *ret = (struct registry){0};
    SCOPED_QUERY s = query_prepare(db, query);
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = ok && query_step(s, &row, err)) {
        /* An audit.db from elsewhere may count otherwise. */
        if (sqlite3_column_int64(s, 0) != (int64_t)ret->count + 1)
            return error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                             "Make it again with `concord audit`.",
                             "its forces or tools are not numbered as an audit does");
        add_row(ret, s);
    }
    return ok;
}

static void registry_done(struct registry *r)
{
    names_done(&r->names);
    for (size_t i = 0; i < r->count; i++)
        free(r->shown[i]);
    free(r->shown);
    free(r->is_territorial);
}

static bool find(struct registry *r, const char *what, struct slice text, int32_t *ret_no,
                 struct error *err)
{
    *ret_no = names_find(&r->names, text, true);
    if (*ret_no > 0)
        return true;
    if (*ret_no == NAMES_AMBIGUOUS)
        return error_set(err, ERROR_USAGE, NULL, 0, "Give its identifier.",
                         "more than one %s is called \"%.*s\"", what, (int)text.length, text.bytes);
    return error_set(err, ERROR_USAGE, NULL, 0, names_suggest(&r->names, text),
                     "this audit knows no %s \"%.*s\"", what, (int)text.length, text.bytes);
}

/* A position, or a stance of the contract that shows one; "none" is no position at all. */
static bool read_position(struct slice word, enum position *ret, struct error *err)
{
    int code = vocabulary_code(&positions, word);
    int stance = vocabulary_code(&stances, word);
    if (slice_is(word, "none"))
        code = POSITION_SILENT;
    else if (code == POSITION_SILENT)
        code = -1;
    else if (code < 0 && stance >= 0 && stance_position((enum stance)stance) != POSITION_SILENT)
        code = (int)stance_position((enum stance)stance);
    if (code < 0)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "Use confirm, deny or ncnd, a stance that shows one of them (disclosed, "
                         "held_exempt, held_s21, not_held, ncnd), or none for no position.",
                         "\"%.*s\" is no position", (int)word.length, word.bytes);
    *ret = (enum position)code;
    return true;
}

static bool read_change(struct registry *forces, const char *text, struct position_change *ret,
                        struct error *err)
{
    const char *equals = strrchr(text, '=');
    if (!equals)
        return error_set(err, ERROR_USAGE, NULL, 0, "Write it as --set kent=ncnd.",
                         "--set takes FORCE=STANCE, not \"%.60s\"", text);
    struct slice force = slice_trim((struct slice){text, (size_t)(equals - text)});
    if (!find(forces, "force", force, &ret->force_no, err) ||
        !read_position(slice_trim(slice_of(equals + 1)), &ret->to, err))
        return false;
    ret->is_territorial = forces->is_territorial[ret->force_no - 1];
    ret->force = strdup(forces->shown[ret->force_no - 1]);
    if (!ret->force)
        fault("out of memory");
    return true;
}

static bool read_changes(sqlite3 *db, const struct whatif_words *words, struct whatif_question *ret,
                         struct error *err)
{
    struct registry forces;
    bool ok = registry_load(db, "analyzer/cmd/queries/force_names.sql", &forces, err);
    for (size_t i = 0; ok && i < words->count; i++) {
        struct position_change *c = &ret->changes[i];
        ok = read_change(&forces, words->changes[i], c, err);
        ret->count = i + (ok ? 1 : 0);
        for (size_t before = 0; ok && before < i; before++)
            if (ret->changes[before].force_no == c->force_no)
                ok = error_set(err, ERROR_USAGE, NULL, 0, "Give each force one position.",
                               "%.100s stands twice", c->force);
    }
    registry_done(&forces);
    return ok;
}

static bool read_tool(sqlite3 *db, const char *tool, int32_t *ret_no, struct error *err)
{
    struct registry tools;
    bool ok = registry_load(db, "analyzer/cmd/queries/tool_names.sql", &tools, err) &&
              find(&tools, "tool", slice_trim(slice_of(tool)), ret_no, err);
    registry_done(&tools);
    return ok;
}

bool whatif_question_read(sqlite3 *db, const struct whatif_words *words,
                          struct whatif_question *ret, struct error *err)
{
    *ret = (struct whatif_question){0};
    return read_changes(db, words, ret, err) &&
           (!words->tool || read_tool(db, words->tool, &ret->tool_no, err));
}

void whatif_question_done(struct whatif_question *q)
{
    for (size_t i = 0; i < q->count; i++)
        free(q->changes[i].force);
    q->count = 0;
}
