/* SPDX-License-Identifier: MIT
 * How alike the wordings of the answers to one unit are (clause 73).
 */
#include "base/memory.h"
#include "derive/passes.h"
#include "letters/shingles.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_DIFFERENT = 300, /* different wordings of a unit that are compared: the first ones */
    MOST_IN_TABLE = 60,   /* wordings of a unit whose pairs are kept */
    FEWEST_NCND = 4,      /* of which one can be told to be unlike the others */
};

/* X12: alike, and unlike. */
static const double alike_from = 0.5, unlike_below = 0.1;

struct wording {
    int32_t unit_no, force_no, response_no, guidance_no;
    bool is_ncnd;
    size_t text; /* into the different ones of the unit */
};

struct form {
    int32_t guidance_no;
    struct shingles runs;
};

struct comparison {
    struct form *forms;
    size_t form_count, form_room;
    /* of the unit at hand */
    struct wording *wordings;
    size_t count, room;
    struct shingles *texts; /* each different set of runs once */
    size_t text_count, text_room;
    double *likeness; /* text_count by text_count */
    struct row_map insert, insert_pair;
};

static void unit_done(struct comparison *c)
{
    for (size_t i = 0; i < c->text_count; i++)
        shingles_done(&c->texts[i]);
    free(c->likeness);
    c->likeness = NULL;
    c->count = c->text_count = 0;
}

static void comparison_done(struct comparison *c)
{
    unit_done(c);
    for (size_t i = 0; i < c->form_count; i++)
        shingles_done(&c->forms[i].runs);
    free(c->forms);
    free(c->wordings);
    free(c->texts);
    row_map_done(&c->insert);
    row_map_done(&c->insert_pair);
}

static double likeness_of(const struct comparison *c, size_t a, size_t b)
{
    return c->likeness[c->wordings[a].text * c->text_count + c->wordings[b].text];
}

static void compare_texts(struct comparison *c)
{
    c->likeness = memory_new(c->text_count * c->text_count, sizeof *c->likeness);
    for (size_t i = 0; i < c->text_count; i++)
        for (size_t k = i; k < c->text_count; k++)
            c->likeness[i * c->text_count + k] = c->likeness[k * c->text_count + i] =
                shingles_likeness(&c->texts[i], &c->texts[k]);
}

/* Are all other NCNDs alike, and this one unlike each of them? */
static bool diverges(const struct comparison *c, size_t at)
{
    if (!c->wordings[at].is_ncnd)
        return false;
    size_t others = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (i == at || !c->wordings[i].is_ncnd)
            continue;
        others++;
        if (likeness_of(c, at, i) >= unlike_below)
            return false;
        for (size_t k = 0; k < i; k++)
            if (k != at && c->wordings[k].is_ncnd && likeness_of(c, i, k) < alike_from)
                return false;
    }
    return others + 1 >= FEWEST_NCND;
}

struct likeness_row {
    int32_t unit_no, force_no, response_no, guidance_no;
    int64_t runs, others, alike;
    int32_t nearest_no;
    double nearest, share_of_form;
    bool diverges;
};
static const struct field likeness_fields[] = {
    FIELD(struct likeness_row, unit_no),     FIELD(struct likeness_row, force_no),
    FIELD(struct likeness_row, response_no), FIELD_OPTIONAL(struct likeness_row, guidance_no),
    FIELD(struct likeness_row, runs),        FIELD(struct likeness_row, others),
    FIELD(struct likeness_row, alike),       FIELD(struct likeness_row, nearest_no),
    FIELD(struct likeness_row, nearest),     FIELD(struct likeness_row, share_of_form),
    FIELD(struct likeness_row, diverges),
};

/* NaN: there is no form of words. */
static double share_of_form(const struct comparison *c, const struct wording *w)
{
    for (size_t i = 0; i < c->form_count; i++)
        if (c->forms[i].guidance_no == w->guidance_no)
            return shingles_share_in(&c->texts[w->text], &c->forms[i].runs);
    return (double)NAN;
}

static bool write_likeness(struct comparison *c, size_t at, struct error *err)
{
    const struct wording *w = &c->wordings[at];
    struct likeness_row row = {
        .unit_no = w->unit_no,
        .force_no = w->force_no,
        .response_no = w->response_no,
        .guidance_no = w->guidance_no,
        .runs = (int64_t)c->texts[w->text].count,
        .others = (int64_t)c->count - 1,
        .nearest = -1,
        .share_of_form = share_of_form(c, w),
        .diverges = diverges(c, at),
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
    int32_t unit_no, force_no, other_no;
    double likeness;
};
static const struct field pair_fields[] = {
    FIELD(struct pair_row, unit_no),
    FIELD(struct pair_row, force_no),
    FIELD(struct pair_row, other_no),
    FIELD(struct pair_row, likeness),
};

static bool write_pairs(struct comparison *c, struct error *err)
{
    if (c->count > MOST_IN_TABLE)
        return true;
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = i + 1; k < c->count; k++) {
            const struct pair_row row = {c->wordings[i].unit_no, c->wordings[i].force_no,
                                         c->wordings[k].force_no, likeness_of(c, i, k)};
            if (!row_write(&c->insert_pair, &row, err))
                return false;
        }
    return true;
}

static bool end_unit(struct comparison *c, struct error *err)
{
    bool ok = true;
    if (c->count > 1) {
        compare_texts(c);
        for (size_t i = 0; ok && i < c->count; i++)
            ok = write_likeness(c, i, err);
        ok = ok && write_pairs(c, err);
    }
    unit_done(c);
    return ok;
}

/* The number of that set of runs among the texts, to which it is added and which then own it;
 * false where the unit has no room for another. */
static bool find_text(struct comparison *c, struct shingles *runs, size_t *ret_text)
{
    for (*ret_text = 0; *ret_text < c->text_count; ++*ret_text) {
        const struct shingles *known = &c->texts[*ret_text];
        if (known->count == runs->count &&
            memcmp(known->hashes, runs->hashes, runs->count * sizeof *runs->hashes) == 0) {
            shingles_done(runs);
            return true;
        }
    }
    if (c->text_count == MOST_DIFFERENT)
        return false;
    c->texts = memory_grow(c->texts, c->text_count, &c->text_room, sizeof *c->texts);
    c->texts[c->text_count++] = *runs;
    return true;
}

static void add_wording(struct comparison *c, struct wording wording, struct slice text)
{
    struct shingles runs = shingles_of(text);
    if (runs.count == 0 || !find_text(c, &runs, &wording.text)) {
        shingles_done(&runs);
        return;
    }
    c->wordings = memory_grow(c->wordings, c->count, &c->room, sizeof *c->wordings);
    c->wordings[c->count++] = wording;
}

struct wording_row {
    int32_t unit_no, force_no, response_no, guidance_no;
    bool is_ncnd;
    struct slice text;
};
static const struct field wording_fields[] = {
    FIELD(struct wording_row, unit_no),     FIELD(struct wording_row, force_no),
    FIELD(struct wording_row, response_no), FIELD_OPTIONAL(struct wording_row, guidance_no),
    FIELD(struct wording_row, is_ncnd),     FIELD(struct wording_row, text),
};

static bool compare_units(struct comparison *c, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "wordings_to_compare", wording_fields);
    struct wording_row row;
    while (row_next(&rows, &row)) {
        if (c->count && c->wordings[0].unit_no != row.unit_no && !end_unit(c, err))
            return false;
        add_wording(c,
                    (struct wording){row.unit_no, row.force_no, row.response_no, row.guidance_no,
                                     row.is_ncnd, 0},
                    row.text);
    }
    return row_done(&rows, err) && end_unit(c, err);
}

static bool load_forms(struct comparison *c, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "forms_of_words");
    while (query_next(s)) {
        c->forms = memory_grow(c->forms, c->form_count, &c->form_room, sizeof *c->forms);
        c->forms[c->form_count++] = (struct form){(int32_t)query_get_int(s, "guidance_no"),
                                                  shingles_of(query_get_text(s, "form_of_words"))};
    }
    return query_done(s, err);
}

bool wordings_build(const struct inputs *in, struct error *err)
{
    struct comparison c = {
        .insert = row_writer(in->db, "insert_wording_likeness", likeness_fields),
        .insert_pair = row_writer(in->db, "insert_wording_pair", pair_fields),
    };
    bool ok = load_forms(&c, in->db, err) && compare_units(&c, in->db, err);
    comparison_done(&c);
    return ok;
}
