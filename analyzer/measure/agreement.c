/* SPDX-License-Identifier: MIT */
#include "measure/agreement.h"

#include "base/memory.h"
#include "measure/ratings_of_tools.h"
#include "store/query.h"

#include <math.h>

enum { FEWEST_QUESTIONS = 10 }; /* between forces: fewer say nothing beyond raw agreement */

static const char *const position_words[POSITION_CATEGORIES] = {"confirm", "deny", "ncnd"};
static const char *const statistic_words[AGREEMENT_STATISTICS] = {"agreement", "alpha", "kappa",
                                                                  "ac1"};
static const char *const measured_words[] = {"position", "conformance"};

struct orientation {
    const char *word;
    enum resampled forces; /* which side the forces are */
};

static const struct orientation own_line = {"own-line", RESAMPLE_UNITS};
static const struct orientation between_forces = {"between-forces", RESAMPLE_RATERS};

struct writer {
    const struct measure_settings *settings;
    sqlite3_stmt *unit, *tool, *dispersion;
};

/* Counts of one unit, or of all. */
struct tally {
    uint32_t by_record[2][POSITION_CATEGORIES]; /* without and with an own acknowledgement */
    uint32_t positions[POSITION_CATEGORIES];
    uint32_t conformance[CONFORMANCE_CATEGORIES];
    uint32_t answers;
};

static void tally_rating(struct tally *t, const struct rating *r)
{
    t->answers++;
    t->positions[r->position - 1]++;
    t->by_record[r->is_acknowledged][r->position - 1]++;
    if (r->conformance)
        t->conformance[r->conformance - 1]++;
}

static double explained_bits(const struct tally *t)
{
    return fmax(0, entropy_bits(t->positions, POSITION_CATEGORIES) -
                       conditional_entropy_bits(t->by_record[0], 2, POSITION_CATEGORIES));
}

static void bind_conformance(sqlite3_stmt *s, const struct tally *t)
{
    uint32_t judged = t->conformance[0] + t->conformance[1];
    query_int(s, 10, judged);
    query_int(s, 11, t->conformance[0]);
    struct interval share = {(double)NAN, (double)NAN};
    if (judged)
        share = wilson_interval(t->conformance[0], judged);
    query_real(s, 12, share.low);
    query_real(s, 13, share.high);
    query_real(s, 14,
               judged >= 2 ? pair_agreement(t->conformance, CONFORMANCE_CATEGORIES) : (double)NAN);
}

static bool write_unit(sqlite3_stmt *s, int32_t unit_no, const struct tally *t, struct error *err)
{
    int modal = 0;
    for (int k = 1; k < POSITION_CATEGORIES; k++)
        if (t->positions[k] > t->positions[modal])
            modal = k;
    struct interval share = wilson_interval(t->positions[modal], t->answers);
    query_int(s, 1, unit_no);
    query_int(s, 2, t->answers);
    query_text(s, 3, slice_of(position_words[modal]));
    query_real(s, 4, (double)t->positions[modal] / t->answers);
    query_real(s, 5, share.low);
    query_real(s, 6, share.high);
    query_real(s, 7, pair_agreement(t->positions, POSITION_CATEGORIES));
    query_real(s, 8, entropy_bits(t->positions, POSITION_CATEGORIES));
    query_real(s, 9, explained_bits(t));
    bind_conformance(s, t);
    return query_run(s, err);
}

static bool write_units(struct writer *w, const struct tool_ratings *ratings, struct error *err)
{
    struct tally tally = {0};
    for (size_t i = 0; i < ratings->count; i++) {
        const struct rating *r = &ratings->items[i];
        tally_rating(&tally, r);
        bool is_last = i + 1 == ratings->count || r[1].unit_no != r->unit_no;
        if (is_last && !write_unit(w->unit, r->unit_no, &tally, err))
            return false;
        if (is_last)
            tally = (struct tally){0};
    }
    return true;
}

static bool write_dispersion(struct writer *w, const struct tool_ratings *ratings,
                             struct error *err)
{
    struct tally tally = {0};
    for (size_t i = 0; i < ratings->count; i++)
        tally_rating(&tally, &ratings->items[i]);
    query_int(w->dispersion, 1, ratings->tool_no);
    query_int(w->dispersion, 2, tally.answers);
    query_real(w->dispersion, 3, entropy_bits(tally.positions, POSITION_CATEGORIES));
    query_real(w->dispersion, 4, explained_bits(&tally));
    return query_run(w->dispersion, err);
}

static void bind_value(sqlite3_stmt *s, const struct agreement *a,
                       const struct agreement_interval *i)
{
    const double nan = (double)NAN;
    query_real(s, 5, a->undefined ? nan : a->value);
    query_real(s, 6, a->undefined ? nan : i->interval.low);
    query_real(s, 7, a->undefined ? nan : i->interval.high);
    query_int(s, 8, (int64_t)a->units);
    query_int(s, 9, (int64_t)a->ratings);
    query_int(s, 11, (int64_t)(a->undefined ? 0 : i->undefined));
    query_text(s, 12, slice_of(a->undefined ? a->undefined : ""));
}

/* Between forces, the statistics that correct for chance need enough questions. */
static void require_questions(struct agreement all[AGREEMENT_STATISTICS])
{
    for (int i = 0; i < AGREEMENT_STATISTICS; i++)
        if (i != AGREEMENT_PERCENT && !all[i].undefined && all[i].units < FEWEST_QUESTIONS)
            all[i].undefined = "fewer than ten questions";
}

static void forget_intervals(struct agreement_interval intervals[AGREEMENT_STATISTICS])
{
    for (int i = 0; i < AGREEMENT_STATISTICS; i++)
        intervals[i] = (struct agreement_interval){{(double)NAN, (double)NAN}, 0};
}

static bool write_statistics(struct writer *w, const struct tool_ratings *ratings,
                             struct orientation orientation, enum measured_on on, struct error *err)
{
    uint8_t *values __attribute__((cleanup(memory_release))) = NULL;
    struct ratings table = ratings_table(ratings, on, &values);
    struct agreement all[AGREEMENT_STATISTICS];
    struct agreement_interval intervals[AGREEMENT_STATISTICS];
    agreement_of(&table, all);
    if (orientation.forces == RESAMPLE_RATERS)
        require_questions(all);
    agreement_bootstrap(&table, orientation.forces, w->settings->resamples, w->settings->seed,
                        intervals);
    if (orientation.forces == RESAMPLE_UNITS && all[AGREEMENT_PERCENT].units < 2)
        forget_intervals(intervals); /* one force, drawn again and again */
    for (int i = 0; i < AGREEMENT_STATISTICS; i++) {
        query_int(w->tool, 1, ratings->tool_no);
        query_text(w->tool, 2, slice_of(orientation.word));
        query_text(w->tool, 3, slice_of(measured_words[on]));
        query_text(w->tool, 4, slice_of(statistic_words[i]));
        bind_value(w->tool, &all[i], &intervals[i]);
        query_int(w->tool, 10, (int64_t)table.raters);
        if (!query_run(w->tool, err))
            return false;
    }
    return true;
}

static bool use_cells(void *context, const struct tool_ratings *ratings, struct error *err)
{
    struct writer *w = context;
    return write_units(w, ratings, err) && write_dispersion(w, ratings, err) &&
           write_statistics(w, ratings, between_forces, ON_POSITION, err) &&
           write_statistics(w, ratings, between_forces, ON_CONFORMANCE, err);
}

static bool use_letters(void *context, const struct tool_ratings *ratings, struct error *err)
{
    struct writer *w = context;
    return write_statistics(w, ratings, own_line, ON_POSITION, err) &&
           write_statistics(w, ratings, own_line, ON_CONFORMANCE, err);
}

bool measure_agreement(sqlite3 *db, const struct measure_settings *settings, struct error *err)
{
    SCOPED_QUERY unit = query_prepare(db, "analyzer/measure/queries/insert_unit_agreement.sql");
    SCOPED_QUERY tool = query_prepare(db, "analyzer/measure/queries/insert_tool_agreement.sql");
    SCOPED_QUERY dispersion =
        query_prepare(db, "analyzer/measure/queries/insert_tool_dispersion.sql");
    struct writer w = {settings, unit, tool, dispersion};
    return ratings_of_tools(db, "analyzer/measure/queries/agreement_cells.sql", use_cells, &w,
                            err) &&
           ratings_of_tools(db, "analyzer/measure/queries/agreement_letters.sql", use_letters, &w,
                            err);
}
