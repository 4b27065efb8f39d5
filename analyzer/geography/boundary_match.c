/* SPDX-License-Identifier: MIT */
#include "geography/boundary_match.h"

#include "base/text.h"
#include "base/utf8.h"
#include "geography/geojson.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* How much a property's name says that it holds the area code: less is more. */
enum rank { RANK_ONS, RANK_CODE, RANK_ANY, RANK_NONE };

static enum rank rank_of(const char *name)
{
    if (strlen(name) == 7 && strncasecmp(name, "pfa", 3) == 0 && isdigit((unsigned char)name[3]) &&
        isdigit((unsigned char)name[4]) && strcasecmp(name + 5, "cd") == 0)
        return RANK_ONS;
    return strcasecmp(name, "code") == 0 ? RANK_CODE : RANK_ANY;
}

/* E23000001: a letter and eight digits, as every area code of the ONS. */
static bool is_area_code(struct slice s)
{
    if (s.length != 9 || !isupper((unsigned char)s.bytes[0]))
        return false;
    for (size_t i = 1; i < s.length; i++)
        if (!isdigit((unsigned char)s.bytes[i]))
            return false;
    return true;
}

static bool is_better(enum rank rank, const char *name, enum rank best, const char *best_name)
{
    if (rank != best)
        return rank < best;
    return rank == RANK_ONS ? strcasecmp(name, best_name) > 0 : strcmp(name, best_name) < 0;
}

static bool look_up(sqlite3_stmt *find_force, struct slice code, struct boundary_match *m,
                    struct error *err)
{
    *m = (struct boundary_match){0};
    if (code.length == 0 || code.length >= sizeof m->code)
        return true;
    query_bind_text(find_force, "area_code", code);
    m->is_force = query_next(find_force);
    if (m->is_force) {
        m->force_no = query_get_int(find_force, "force_no");
        memcpy(m->code, code.bytes, code.length);
    }
    return query_done(find_force, err);
}

bool boundary_match(sqlite3_stmt *find_force, json_t *feature, struct boundary_match *ret_match,
                    struct error *err)
{
    *ret_match = (struct boundary_match){0};
    enum rank best = RANK_NONE;
    const char *best_name = "", *name;
    json_t *value;
    json_object_foreach(json_object_get(feature, "properties"), name, value)
    {
        enum rank rank = rank_of(name);
        if (!json_is_string(value) || !is_better(rank, name, best, best_name))
            continue;
        struct slice text =
            slice_trim((struct slice){json_string_value(value), json_string_length(value)});
        struct boundary_match m;
        if (!look_up(find_force, text, &m, err))
            return false;
        if (m.is_force || (rank != RANK_ANY && is_area_code(text))) {
            best = rank;
            best_name = name;
            *ret_match = m;
        }
    }
    return true;
}

enum { FEATURES_LOOKED_AT = 20, NAMES_SIZE = 400 };

/* Adds the name unless it is there already; a full list ends in "...". */
static void add_name(char names[NAMES_SIZE], const char *name)
{
    char quoted[64];
    text_cut(quoted, sizeof quoted, "\"%s\"", SHOWN(name, 48));
    size_t used = strlen(names);
    if (strstr(names, quoted) || slice_ends_with(slice_of(names), "..."))
        return;
    const char *comma = used ? ", " : "";
    if (used + strlen(quoted) + 8 < NAMES_SIZE)
        text_add(names, NAMES_SIZE, "%s%s", comma, quoted);
    else
        text_add(names, NAMES_SIZE, "%s...", comma);
}

bool boundary_match_none(const json_t *features, const char *path, struct error *err)
{
    if (json_array_size(features) == 0)
        return error_set(err, ERROR_INPUT, path, 0, geojson_advice, "it has no features");
    char names[NAMES_SIZE] = "";
    for (size_t i = 0; i < json_array_size(features) && i < FEATURES_LOOKED_AT; i++) {
        const char *name;
        json_t *value;
        json_object_foreach(json_object_get(json_array_get(features, i), "properties"), name, value)
            add_name(names, name);
    }
    return error_set(err, ERROR_INPUT, path, 0, geojson_advice,
                     "none of its %zu features has the area code of a force (such as E23000001) "
                     "in a property; %s%s",
                     json_array_size(features), names[0] ? "its properties are " : "it has none",
                     names);
}
