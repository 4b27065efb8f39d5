/* SPDX-License-Identifier: MIT
 * How alike the wordings of the answers to one unit are (clause 73).
 */
#include "base/memory.h"
#include "derive/passes.h"
#include "derive/spoken.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_DIFFERENT = 300, /* different wordings of a unit that are compared: the first ones */
    MOST_IN_TABLE = 60,   /* different wordings of a unit whose pairs are kept */
    FEWEST_NCND = 4,      /* of which one can be told to be unlike the others */
};

/* X12: alike, and unlike. */
static const double alike_from = 0.5, unlike_below = 0.1;

struct wording {
    int32_t unit_no, force_no, response_no, guidance_no;
    bool is_ncnd;
    size_t runs; /* into the different ones of the unit */
};

struct form {
    int32_t guidance_no;
    struct shingles runs;
};

struct comparison {
    struct spoken *spoken;
    struct form *forms;
    size_t form_count, form_room;
    /* of the unit at hand */
    struct wording *wordings;
    size_t count, room;
    const struct shingles **runs; /* each different set of them once */
    size_t runs_count, runs_room;
    double *likeness; /* runs_count by runs_count */
    struct row_map insert, insert_pair;
};

static void unit_done(struct comparison *c)
{
    free(c->likeness);
    c->likeness = NULL;
    c->count = c->runs_count = 0;
    spoken_trim(c->spoken);
}

static void comparison_done(struct comparison *c)
{
    free(c->likeness);
    for (size_t i = 0; i < c->form_count; i++)
        shingles_done(&c->forms[i].runs);
    free(c->forms);
    free(c->wordings);
    free(c->runs);
    spoken_close(c->spoken);
    row_map_done(&c->insert);
    row_map_done(&c->insert_pair);
}

static double likeness_of(const struct comparison *c, size_t a, size_t b)
{
    return c->likeness[c->wordings[a].runs * c->runs_count + c->wordings[b].runs];
}

static void compare_runs(struct comparison *c)
{
    c->likeness = memory_new(c->runs_count * c->runs_count, sizeof *c->likeness);
    for (size_t i = 0; i < c->runs_count; i++)
        for (size_t k = i; k < c->runs_count; k++)
            c->likeness[i * c->runs_count + k] = c->likeness[k * c->runs_count + i] =
                shingles_likeness(c->runs[i], c->runs[k]);
}

/* The NCNDs among the answers of a unit. */
struct ncnds {
    size_t *of_runs;     /* how many say each */
    size_t count, apart; /* apart: pairs that are not alike */
};

static struct ncnds count_ncnds(const struct comparison *c)
{
    struct ncnds n = {.of_runs = memory_new(c->runs_count, sizeof *n.of_runs)};
    for (size_t i = 0; i < c->count; i++)
        if (c->wordings[i].is_ncnd) {
            n.of_runs[c->wordings[i].runs]++;
            n.count++;
        }
    for (size_t i = 0; i < c->runs_count; i++)
        for (size_t k = i + 1; k < c->runs_count; k++)
            if (c->likeness[i * c->runs_count + k] < alike_from)
                n.apart += n.of_runs[i] * n.of_runs[k];
    return n;
}

/* X12: is this NCND unlike each of the others, and are those all alike? */
static bool diverges(const struct comparison *c, const struct ncnds *n, const struct wording *w)
{
    if (!w->is_ncnd || n->count < FEWEST_NCND || n->of_runs[w->runs] > 1)
        return false;
    for (size_t i = 0; i < c->runs_count; i++)
        if (i != w->runs && n->of_runs[i] &&
            c->likeness[w->runs * c->runs_count + i] >= unlike_below)
            return false;
    return n->apart == n->count - 1;
}

struct likeness_row {
    int32_t unit_no, force_no, response_no, guidance_no, wording;
    int64_t runs, others, alike;
    int32_t nearest_no;
    double nearest, share_of_form;
    bool diverges;
};
static const struct field likeness_fields[] = {
    FIELD(struct likeness_row, unit_no),       FIELD(struct likeness_row, force_no),
    FIELD(struct likeness_row, response_no),   FIELD_OPTIONAL(struct likeness_row, guidance_no),
    FIELD(struct likeness_row, wording),       FIELD(struct likeness_row, runs),
    FIELD(struct likeness_row, others),        FIELD(struct likeness_row, alike),
    FIELD(struct likeness_row, nearest_no),    FIELD(struct likeness_row, nearest),
    FIELD(struct likeness_row, share_of_form), FIELD(struct likeness_row, diverges),
};

/* NaN: there is no form of words. */
static double share_of_form(const struct comparison *c, const struct wording *w)
{
    for (size_t i = 0; i < c->form_count; i++)
        if (c->forms[i].guidance_no == w->guidance_no)
            return shingles_share_in(c->runs[w->runs], &c->forms[i].runs);
    return (double)NAN;
}

static bool write_likeness(struct comparison *c, const struct ncnds *ncnds, size_t at,
                           struct error *err)
{
    const struct wording *w = &c->wordings[at];
    struct likeness_row row = {
        .unit_no = w->unit_no,
        .force_no = w->force_no,
        .response_no = w->response_no,
        .guidance_no = w->guidance_no,
        .wording = (int32_t)w->runs + 1,
        .runs = (int64_t)c->runs[w->runs]->count,
        .others = (int64_t)c->count - 1,
        .nearest = -1,
        .share_of_form = share_of_form(c, w),
        .diverges = diverges(c, ncnds, w),
    };
    for (size_t i = 0; i < c->count; i++) {
        double likeness = likeness_of(c, at, i);
        if (i == at)
            continue;
        row.alike += likeness >= alike_from;
        if (likeness > row.nearest) {
            row.nearest = likeness;
            row.nearest_no = c->wordings[i].force_no;
        }
    }
    return row_write(&c->insert, &row, err);
}

struct pair_row {
    int32_t unit_no, wording, other;
    double likeness;
};
static const struct field pair_fields[] = {
    FIELD(struct pair_row, unit_no),
    FIELD(struct pair_row, wording),
    FIELD(struct pair_row, other),
    FIELD(struct pair_row, likeness),
};

static bool write_pairs(struct comparison *c, struct error *err)
{
    if (c->runs_count > MOST_IN_TABLE)
        return true;
    for (size_t i = 0; i < c->runs_count; i++)
        for (size_t k = i + 1; k < c->runs_count; k++) {
            const struct pair_row row = {c->wordings[0].unit_no, (int32_t)i + 1, (int32_t)k + 1,
                                         c->likeness[i * c->runs_count + k]};
            if (!row_write(&c->insert_pair, &row, err))
                return false;
        }
    return true;
}

static bool write_unit(struct comparison *c, struct error *err)
{
    bool ok = true;
    compare_runs(c);
    const struct ncnds ncnds = count_ncnds(c);
    for (size_t i = 0; ok && i < c->count; i++)
        ok = write_likeness(c, &ncnds, i, err);
    free(ncnds.of_runs);
    return ok && write_pairs(c, err);
}

static bool end_unit(struct comparison *c, struct error *err)
{
    bool ok = c->count < 2 || write_unit(c, err);
    unit_done(c);
    return ok;
}

static bool is_same(const struct shingles *a, const struct shingles *b)
{
    return a == b || (a->count == b->count &&
                      memcmp(a->hashes, b->hashes, a->count * sizeof *a->hashes) == 0);
}

/* The number of that set of runs; false where the unit has no room for another. */
static bool find_runs(struct comparison *c, const struct shingles *runs, size_t *ret_number)
{
    for (*ret_number = 0; *ret_number < c->runs_count; ++*ret_number)
        if (is_same(c->runs[*ret_number], runs))
            return true;
    if (c->runs_count == MOST_DIFFERENT)
        return false;
    c->runs = memory_grow(c->runs, c->runs_count, &c->runs_room, sizeof(const struct shingles *));
    c->runs[c->runs_count++] = runs;
    return true;
}

struct wording_row {
    int32_t unit_no, force_no, response_no, guidance_no;
    bool is_ncnd;
    struct slice question_id, text;
};
static const struct field wording_fields[] = {
    FIELD(struct wording_row, unit_no),     FIELD(struct wording_row, force_no),
    FIELD(struct wording_row, response_no), FIELD_OPTIONAL(struct wording_row, guidance_no),
    FIELD(struct wording_row, is_ncnd),     FIELD(struct wording_row, question_id),
    FIELD(struct wording_row, text),
};

static void add_wording(struct comparison *c, const struct wording_row *row)
{
    struct wording wording = {row->unit_no,     row->force_no, row->response_no,
                              row->guidance_no, row->is_ncnd,  0};
    const struct shingles *runs = spoken_of_letter(c->spoken, row->text, row->question_id);
    if (runs->count == 0 || !find_runs(c, runs, &wording.runs))
        return;
    c->wordings = memory_grow(c->wordings, c->count, &c->room, sizeof *c->wordings);
    c->wordings[c->count++] = wording;
}

static bool compare_units(struct comparison *c, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "wordings_to_compare", wording_fields);
    struct wording_row row;
    while (row_next(&rows, &row)) {
        if (c->count && c->wordings[0].unit_no != row.unit_no && !end_unit(c, err))
            return false;
        add_wording(c, &row);
    }
    return row_done(&rows, err) && end_unit(c, err);
}

static bool load_forms(struct comparison *c, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "forms_of_words");
    while (query_next(s)) {
        c->forms = memory_grow(c->forms, c->form_count, &c->form_room, sizeof *c->forms);
        c->forms[c->form_count++] =
            (struct form){(int32_t)query_get_int(s, "guidance_no"),
                          spoken_of_form(c->spoken, query_get_text(s, "form_of_words"))};
    }
    return query_done(s, err);
}

static bool find_any(sqlite3 *db, bool *ret_any, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "wordings_known");
    *ret_any = query_next(s) && query_get_int(s, "n") > 1;
    return query_done(s, err);
}

bool wordings_build(const struct inputs *in, struct error *err)
{
    struct comparison c = {
        .insert = row_writer(in->db, "insert_wording_likeness", likeness_fields),
        .insert_pair = row_writer(in->db, "insert_wording_pair", pair_fields),
    };
    bool has_any = false, ok = find_any(in->db, &has_any, err);
    if (ok && has_any)
        ok = spoken_open(in->db, &c.spoken, err) && load_forms(&c, in->db, err) &&
             compare_units(&c, in->db, err);
    comparison_done(&c);
    return ok;
}
