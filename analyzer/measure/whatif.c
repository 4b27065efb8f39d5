/* SPDX-License-Identifier: MIT */
#include "measure/whatif.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>

/* Bits left about the NCND forces, given p_use. */
static double bits_of_ncnd(struct tool_answers tool, const struct exposure_model *model,
                           double p_use)
{
    double bits = 0;
    for (size_t i = 0; i < tool.count; i++)
        if (tool.items[i].position == POSITION_NCND)
            bits +=
                binary_entropy_bits(exposure_with_evidence(model, p_use, tool.items[i].evidence));
    return bits;
}

static size_t *count_of(struct position_counts *counts, enum position position)
{
    static size_t silent;
    size_t *const all[] = {&counts->confirming, &counts->denying, &counts->ncnd, &silent};
    return all[position];
}

static struct exposure exposure_of_counts(const struct exposure_model *model,
                                          struct position_counts counts)
{
    struct answers answers = {.counts = counts};
    return exposure_of(model, &answers);
}

/* Bits about one force, where its position is NCND. */
static double own_bits(enum position position, const struct exposure_model *model, double p_use,
                       struct evidence_count evidence)
{
    return position == POSITION_NCND
               ? binary_entropy_bits(exposure_with_evidence(model, p_use, evidence))
               : 0;
}

/* Of the share of users among the NCND forces. */
static struct interval share_interval(const struct exposure *e, size_t ncnd)
{
    double n = (double)ncnd;
    return ncnd ? (struct interval){(double)e->users.low / n, (double)e->users.high / n}
                : (struct interval){(double)NAN, (double)NAN};
}

/* Only counts decide p_use, so the bits about the others are all bits at the old and the new
 * p_use, each without that force. */
struct whatif whatif_of(struct tool_answers tool, const struct exposure_model *model,
                        struct evidence_count evidence, enum position from, enum position to)
{
    struct position_counts before = tool_answers_counts(tool), after = before;
    --*count_of(&after, from);
    ++*count_of(&after, to);
    struct exposure was = exposure_of_counts(model, before);
    struct exposure is = exposure_of_counts(model, after);
    double all_before = bits_of_ncnd(tool, model, was.p_use);
    double others_before = all_before - own_bits(from, model, was.p_use, evidence);
    double others_after = 0;
    size_t others = before.ncnd - (from == POSITION_NCND);
    if (others)
        others_after =
            bits_of_ncnd(tool, model, is.p_use) - own_bits(from, model, is.p_use, evidence);
    double all_after = others_after + own_bits(to, model, is.p_use, evidence);
    return (struct whatif){.others_ncnd = others,
                           .p_use_before = was.p_use,
                           .p_use_after = is.p_use,
                           .share_after = share_interval(&is, after.ncnd),
                           .decodability_after = is.decodability,
                           .leaked_before = was.prior_bits - all_before,
                           .leaked_after = is.prior_bits - all_after,
                           .others_bits = others ? others_before - others_after : 0};
}

struct whatif whatif_between(struct tool_answers before, struct tool_answers after,
                             const struct exposure_model *model)
{
    struct exposure was = tool_answers_exposure(before, model);
    struct exposure is = tool_answers_exposure(after, model);
    struct whatif w = {.p_use_before = was.p_use,
                       .p_use_after = is.p_use,
                       .share_after = share_interval(&is, tool_answers_counts(after).ncnd),
                       .decodability_after = is.decodability,
                       .leaked_before = was.leaked_bits,
                       .leaked_after = is.leaked_bits};
    for (size_t i = 0; i < before.count; i++) {
        const struct public_answer *a = &before.items[i];
        if (a->position != POSITION_NCND || after.items[i].position != POSITION_NCND)
            continue;
        w.others_ncnd++;
        w.others_bits += own_bits(a->position, model, was.p_use, a->evidence) -
                         own_bits(a->position, model, is.p_use, a->evidence);
    }
    return w;
}

/* The changes that a letter can make. */
static const enum position changes[][2] = {{POSITION_NCND, POSITION_CONFIRM},
                                           {POSITION_NCND, POSITION_DENY},
                                           {POSITION_CONFIRM, POSITION_NCND},
                                           {POSITION_DENY, POSITION_NCND}};
enum { CHANGES = sizeof changes / sizeof *changes };

/* How p_use of the accounting band moves in one scenario. */
static double band_shift(struct map_counts map, const enum position from_to[2], size_t users)
{
    struct position_counts counts = {.confirming = map.confirming,
                                     .denying = map.denying,
                                     .ncnd = map.forces - map.confirming - map.denying};
    --*count_of(&counts, from_to[0]);
    ++*count_of(&counts, from_to[1]);
    struct map_counts after = {map.forces, counts.confirming, counts.denying};
    return accounting_of(after, users).p_use - accounting_of(map, users).p_use;
}

/* What one of the changes does where the force has that evidence. */
struct known_change {
    int which;
    struct evidence_count evidence;
    struct whatif effect;
};

struct table {
    struct row_map insert;
    const struct measure_settings *settings;
    struct tool_answers tool;
    struct map_counts map;
    struct known_change *known;
    size_t known_count, known_room;
};

struct whatif_row {
    int32_t tool_no, force_no;
    const char *from_position, *to_position;
    size_t others_ncnd;
    double p_use_before, p_use_after, share_low, share_high;
    double decodability_after, leaked_after, others_bits, band_low, band_high;
};
static const struct field whatif_fields[] = {
    FIELD(struct whatif_row, tool_no),       FIELD_OPTIONAL(struct whatif_row, force_no),
    FIELD(struct whatif_row, from_position), FIELD(struct whatif_row, to_position),
    FIELD(struct whatif_row, others_ncnd),   FIELD(struct whatif_row, p_use_before),
    FIELD(struct whatif_row, p_use_after),   FIELD(struct whatif_row, share_low),
    FIELD(struct whatif_row, share_high),    FIELD(struct whatif_row, decodability_after),
    FIELD(struct whatif_row, leaked_after),  FIELD(struct whatif_row, others_bits),
    FIELD(struct whatif_row, band_low),      FIELD(struct whatif_row, band_high),
};

static bool write_row(struct table *t, const struct public_answer *a, bool is_named,
                      const enum position from_to[2], struct whatif w, struct error *err)
{
    const double nan = (double)NAN;
    bool hidden = t->settings->is_public && w.others_ncnd < t->settings->least_cohort;
    bool is_on_map = a->is_territorial && !hidden;
    const struct whatif_row row = {
        .tool_no = a->tool_no,
        .force_no = is_named ? a->force_no : 0,
        .from_position = positions.words[from_to[0]],
        .to_position = positions.words[from_to[1]],
        .others_ncnd = w.others_ncnd,
        .p_use_before = hidden ? nan : w.p_use_before,
        .p_use_after = hidden ? nan : w.p_use_after,
        .share_low = hidden ? nan : w.share_after.low,
        .share_high = hidden ? nan : w.share_after.high,
        .decodability_after = hidden ? nan : w.decodability_after,
        .leaked_after = hidden ? nan : w.leaked_after,
        .others_bits = hidden ? nan : w.others_bits,
        .band_low = is_on_map ? band_shift(t->map, from_to, t->settings->users_low) : nan,
        .band_high = is_on_map ? band_shift(t->map, from_to, t->settings->users_high) : nan,
    };
    return row_write(&t->insert, &row, err);
}

struct best {
    const struct public_answer *answer;
    struct whatif change;
};

/* Whether a confirmation or a denial would be true only the force knows, so none is ever
 * recommended. */
static void keep_better(struct best *best, const struct public_answer *a, struct whatif w)
{
    double least = best->answer ? best->change.leaked_after : w.leaked_before;
    if (w.leaked_after < least - 1e-12)
        *best = (struct best){a, w};
}

static bool write_best(sqlite3 *db, const struct measure_settings *settings,
                       const struct best *best, struct error *err)
{
    bool hidden =
        best->answer && settings->is_public && best->change.others_ncnd < settings->least_cohort;
    if (!best->answer || hidden)
        return true;
    SCOPED_QUERY s = query_prepare(db, "insert_exposure_correction");
    query_bind_int(s, "tool_no", best->answer->tool_no);
    query_bind_int(s, "force_no", best->answer->force_no);
    query_bind_int(s, "letter_no", best->answer->letter_no);
    query_bind_text(s, "to_position", slice_of(positions.words[POSITION_NCND]));
    query_bind_real(s, "before", best->change.leaked_before);
    query_bind_real(s, "after", best->change.leaked_after);
    return query_run(s, err);
}

/* It costs a walk over all forces, and is the same for all with as much evidence. */
static struct whatif effect_of(struct table *t, struct evidence_count e, int which)
{
    for (size_t i = 0; i < t->known_count; i++) {
        const struct known_change *k = &t->known[i];
        if (k->which == which && k->evidence.third_party == e.third_party &&
            k->evidence.collaboration == e.collaboration)
            return k->effect;
    }
    t->known = memory_grow(t->known, t->known_count, &t->known_room, sizeof *t->known);
    struct whatif w =
        whatif_of(t->tool, &t->settings->model, e, changes[which][0], changes[which][1]);
    t->known[t->known_count++] = (struct known_change){which, e, w};
    return w;
}

static bool write_rows(struct table *t, struct best *best, struct error *err)
{
    bool is_told[CHANGES] = {false};
    for (size_t i = 0; i < t->tool.count; i++) {
        const struct public_answer *a = &t->tool.items[i];
        for (int which = 0; which < CHANGES; which++) {
            if (a->is_acknowledged || a->position != changes[which][0])
                continue;
            struct whatif w = effect_of(t, a->evidence, which);
            if (changes[which][1] == POSITION_NCND)
                keep_better(best, a, w);
            bool is_public = t->settings->is_public;
            if (is_public && is_told[which])
                continue;
            is_told[which] = true;
            if (is_public)
                w = effect_of(t, (struct evidence_count){0}, which);
            if (!write_row(t, a, !is_public, changes[which], w, err))
                return false;
        }
    }
    return true;
}

bool whatif_write_table(sqlite3 *db, const struct measure_settings *settings,
                        struct tool_answers tool, struct error *err)
{
    struct table table = {.insert = row_writer(db, "insert_whatif", whatif_fields),
                          .settings = settings,
                          .tool = tool,
                          .map = tool_answers_map(tool)};
    struct best best = {0};
    bool ok = write_rows(&table, &best, err) && write_best(db, settings, &best, err);
    row_map_done(&table.insert);
    free(table.known);
    return ok;
}
