/* SPDX-License-Identifier: MIT */
#include "cmd/whatif_question.h"

#include "audit/known_names.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

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

static bool read_change(struct known_names *forces, const char *text, struct position_change *ret,
                        struct error *err)
{
    const char *equals = strrchr(text, '=');
    if (!equals)
        return error_set(err, ERROR_USAGE, NULL, 0, "Write it as --set kent=ncnd.",
                         "--set takes FORCE=STANCE, not \"%s\"", SHOWN(text, 64));
    struct slice force = slice_trim((struct slice){text, (size_t)(equals - text)});
    if (!known_names_find(forces, "force", force, &ret->force_no, err) ||
        !read_position(slice_trim(slice_of(equals + 1)), &ret->to, err))
        return false;
    ret->is_territorial = forces->is_territorial[ret->force_no - 1];
    ret->force = memory_copy(forces->shown[ret->force_no - 1]);
    return true;
}

static bool read_changes(sqlite3 *db, const struct whatif_words *words, struct whatif_question *ret,
                         struct error *err)
{
    struct known_names forces;
    bool ok = known_names_load(db, STATEMENT("known_forces"), &forces, err);
    for (size_t i = 0; ok && i < words->count; i++) {
        struct position_change *c = &ret->changes[i];
        ok = read_change(&forces, words->changes[i], c, err);
        ret->count = i + (ok ? 1 : 0);
        for (size_t before = 0; ok && before < i; before++)
            if (ret->changes[before].force_no == c->force_no)
                ok = error_set(err, ERROR_USAGE, NULL, 0, "Give each force one position.",
                               "%s stands twice", SHOWN(c->force, 100));
    }
    known_names_done(&forces);
    return ok;
}

bool whatif_question_read(sqlite3 *db, const struct whatif_words *words,
                          struct whatif_question *ret, struct error *err)
{
    *ret = (struct whatif_question){0};
    return read_changes(db, words, ret, err) &&
           (!words->tool || known_tool(db, words->tool, &ret->tool_no, err));
}

void whatif_question_done(struct whatif_question *q)
{
    for (size_t i = 0; i < q->count; i++)
        free(q->changes[i].force);
    q->count = 0;
}
