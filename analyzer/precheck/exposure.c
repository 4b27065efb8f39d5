/* SPDX-License-Identifier: MIT
 * What the answers about the tool give away, with the draft and without, for cohorts only: never a
 * figure that points at a single other force.
 */
#include "measure/whatif.h"
#include "precheck/parts.h"
#include "store/statements.h"

#include <math.h>

enum { FEWEST = 5 };

static json_t *number(double value)
{
    return isnan(value) ? json_null() : json_real(round(value * 1e6) / 1e6);
}

static json_t *band_json(struct tool_answers tool, const struct measure_settings *settings)
{
    const size_t users[] = {settings->users_low, settings->users_high};
    json_t *band = json_array();
    for (int i = 0; i < 2; i++) {
        struct accounting a = accounting_of(tool_answers_map(tool), users[i]);
        json_array_append_new(
            band, json_pack("{sI so}", "users", (json_int_t)a.users, "p_use", number(a.p_use)));
    }
    return band;
}

static json_t *state_json(struct tool_answers tool, const struct measure_settings *settings,
                          bool is_hidden)
{
    struct position_counts counts = tool_answers_counts(tool);
    json_t *state = json_pack("{sI sI sI}", "confirm", (json_int_t)counts.confirming, "deny",
                              (json_int_t)counts.denying, "ncnd", (json_int_t)counts.ncnd);
    struct exposure e = tool_answers_exposure(tool, &settings->model);
    json_object_set_new(state, "p_use", is_hidden ? json_null() : number(e.p_use));
    json_object_set_new(state, "decodability", is_hidden ? json_null() : number(e.decodability));
    json_object_set_new(state, "leaked_bits", is_hidden ? json_null() : number(e.leaked_bits));
    json_object_set_new(state, "band", is_hidden ? json_array() : band_json(tool, settings));
    return state;
}

static bool number_of(const struct bench *b, sqlite3 *db, const char *statement, int32_t *ret_no,
                      struct error *err)
{
    json_t *row;
    bool ok = bench_row(b, db, statement, 0, &row, err);
    *ret_no = (int32_t)json_integer_value(json_object_get(row, "number"));
    json_decref(row);
    return ok;
}

static struct tool_answers answers_about(const struct public_answers *all, int32_t tool_no)
{
    for (size_t i = 0; i < all->tool_count; i++)
        if (all->tools[i] == tool_no)
            return tool_answers_at(all, i);
    return (struct tool_answers){.territorial = all->territorial};
}

/* The forces beside this one that neither confirm nor deny. */
static size_t others_ncnd(struct tool_answers tool, int32_t force_no)
{
    size_t count = 0;
    for (size_t i = 0; i < tool.count; i++)
        count += tool.items[i].position == POSITION_NCND && tool.items[i].force_no != force_no;
    return count;
}

static size_t with_position(struct tool_answers tool)
{
    struct position_counts counts = tool_answers_counts(tool);
    return counts.confirming + counts.denying + counts.ncnd;
}

struct side {
    struct public_answers all;
    struct tool_answers tool;
    int32_t force_no;
};

static bool load_side(const struct bench *b, sqlite3 *db, struct side *ret, struct error *err)
{
    int32_t tool_no = 0;
    bool ok = public_answers_load(db, false, &ret->all, err) &&
              number_of(b, db, STATEMENT("precheck_tool_number"), &tool_no, err) &&
              number_of(b, db, STATEMENT("precheck_force_number"), &ret->force_no, err);
    if (ok)
        ret->tool = answers_about(&ret->all, tool_no);
    return ok;
}

/* An audit for the public is as silent as its own tables. */
static bool is_withheld(const struct measure_settings *settings, struct tool_answers tool)
{
    size_t ncnd = tool_answers_counts(tool).ncnd;
    return settings->is_public && ncnd && ncnd < settings->least_cohort;
}

bool part_exposure(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err)
{
    struct measure_settings settings;
    struct side before = {0}, after = {0};
    *ret = json_object();
    bool ok = measure_settings_load(db, &settings, err) && load_side(b, b->base, &before, err) &&
              load_side(b, db, &after, err);
    if (ok) {
        bool is_few = with_position(before.tool) < FEWEST || with_position(after.tool) < FEWEST;
        /* A share among one is a figure about that one. */
        bool is_hidden = is_few || others_ncnd(before.tool, before.force_no) == 1 ||
                         others_ncnd(after.tool, after.force_no) == 1 ||
                         is_withheld(&settings, before.tool) || is_withheld(&settings, after.tool);
        json_object_set_new(*ret, "before", state_json(before.tool, &settings, is_hidden));
        json_object_set_new(*ret, "after", state_json(after.tool, &settings, is_hidden));
        json_object_set_new(*ret, "too_few", json_boolean(is_hidden));
    }
    public_answers_done(&before.all);
    public_answers_done(&after.all);
    return ok;
}
