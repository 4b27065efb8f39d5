/* SPDX-License-Identifier: MIT */
#include "measure/agreement.h"

#include "base/memory.h"
#include "measure/ratings_of_tools.h"
#include "store/row_map.h"
#include "store/statements.h"

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
    struct row_map unit, tool, dispersion;
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

struct unit_row {
    int32_t unit_no;
    uint32_t answers;
    const char *modal_position;
    double modal_share;
    struct interval modal;
    double agreement, entropy_bits, explained_bits;
    uint32_t judged, conforming;
    struct interval conforming_share;
    double conformance_agreement;
};
static const struct field unit_fields[] = {
    FIELD(struct unit_row, unit_no),
    FIELD(struct unit_row, answers),
    FIELD(struct unit_row, modal_position),
    FIELD(struct unit_row, modal_share),
    FIELD_NAMED(struct unit_row, modal.low, "modal_low"),
    FIELD_NAMED(struct unit_row, modal.high, "modal_high"),
    FIELD(struct unit_row, agreement),
    FIELD(struct unit_row, entropy_bits),
    FIELD(struct unit_row, explained_bits),
    FIELD(struct unit_row, judged),
    FIELD(struct unit_row, conforming),
    FIELD_NAMED(struct unit_row, conforming_share.low, "conforming_low"),
    FIELD_NAMED(struct unit_row, conforming_share.high, "conforming_high"),
    FIELD(struct unit_row, conformance_agreement),
};

static void add_conformance(struct unit_row *row, const struct tally *t)
{
    row->judged = t->conformance[0] + t->conformance[1];
    row->conforming = t->conformance[0];
    row->conforming_share = (struct interval){(double)NAN, (double)NAN};
    if (row->judged)
        row->conforming_share = wilson_interval(row->conforming, row->judged);
    row->conformance_agreement =
        row->judged >= 2 ? pair_agreement(t->conformance, CONFORMANCE_CATEGORIES) : (double)NAN;
}

static bool write_unit(struct row_map *insert, int32_t unit_no, const struct tally *t,
                       struct error *err)
{
    int modal = 0;
    for (int k = 1; k < POSITION_CATEGORIES; k++)
        if (t->positions[k] > t->positions[modal])
            modal = k;
    struct unit_row row = {
        .unit_no = unit_no,
        .answers = t->answers,
        .modal_position = position_words[modal],
        .modal_share = (double)t->positions[modal] / t->answers,
        .modal = wilson_interval(t->positions[modal], t->answers),
        .agreement = pair_agreement(t->positions, POSITION_CATEGORIES),
        .entropy_bits = entropy_bits(t->positions, POSITION_CATEGORIES),
        .explained_bits = explained_bits(t),
    };
    add_conformance(&row, t);
    return row_write(insert, &row, err);
}

static bool write_units(struct writer *w, const struct tool_ratings *ratings, struct error *err)
{
    struct tally tally = {0};
    for (size_t i = 0; i < ratings->count; i++) {
        const struct rating *r = &ratings->items[i];
        tally_rating(&tally, r);
        bool is_last = i + 1 == ratings->count || r[1].unit_no != r->unit_no;
        if (is_last && !write_unit(&w->unit, r->unit_no, &tally, err))
            return false;
        if (is_last)
            tally = (struct tally){0};
    }
    return true;
}

struct dispersion_row {
    int32_t tool_no;
    uint32_t answers;
    double entropy_bits, explained_bits;
};
static const struct field dispersion_fields[] = {
    FIELD(struct dispersion_row, tool_no),
    FIELD(struct dispersion_row, answers),
    FIELD(struct dispersion_row, entropy_bits),
    FIELD(struct dispersion_row, explained_bits),
};

static bool write_dispersion(struct writer *w, const struct tool_ratings *ratings,
                             struct error *err)
{
    struct tally tally = {0};
    for (size_t i = 0; i < ratings->count; i++)
        tally_rating(&tally, &ratings->items[i]);
    const struct dispersion_row row = {ratings->tool_no, tally.answers,
                                       entropy_bits(tally.positions, POSITION_CATEGORIES),
                                       explained_bits(&tally)};
    return row_write(&w->dispersion, &row, err);
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

struct tool_row {
    int32_t tool_no;
    const char *orientation, *measured_on, *statistic;
    double value;
    struct interval resampled;
    size_t units, ratings, raters, undefined_resamples;
    const char *undefined;
};
static const struct field tool_fields[] = {
    FIELD(struct tool_row, tool_no),
    FIELD(struct tool_row, orientation),
    FIELD(struct tool_row, measured_on),
    FIELD(struct tool_row, statistic),
    FIELD(struct tool_row, value),
    FIELD_NAMED(struct tool_row, resampled.low, "low"),
    FIELD_NAMED(struct tool_row, resampled.high, "high"),
    FIELD(struct tool_row, units),
    FIELD(struct tool_row, ratings),
    FIELD(struct tool_row, raters),
    FIELD(struct tool_row, undefined_resamples),
    FIELD(struct tool_row, undefined),
};

/* The row about one statistic, less what it is of. */
static struct tool_row statistic_row(const struct agreement *a, const struct agreement_interval *i)
{
    struct tool_row row = {.units = a->units,
                           .ratings = a->ratings,
                           .value = a->value,
                           .resampled = i->interval,
                           .undefined_resamples = i->undefined,
                           .undefined = a->undefined};
    if (a->undefined) {
        row.value = row.resampled.low = row.resampled.high = (double)NAN;
        row.undefined_resamples = 0;
    }
    return row;
}

static bool write_table(struct writer *w, const struct tool_ratings *ratings,
                        struct orientation orientation, enum measured_on on,
                        const struct ratings *table,
                        struct agreement_interval intervals[AGREEMENT_STATISTICS],
                        struct error *err)
{
    struct agreement all[AGREEMENT_STATISTICS];
    agreement_of(table, all);
    if (orientation.forces == RESAMPLE_RATERS)
        require_questions(all);
    if (orientation.forces == RESAMPLE_UNITS && all[AGREEMENT_PERCENT].units < 2)
        forget_intervals(intervals); /* one force, drawn again and again */
    for (int i = 0; i < AGREEMENT_STATISTICS; i++) {
        struct tool_row row = statistic_row(&all[i], &intervals[i]);
        row.tool_no = ratings->tool_no;
        row.orientation = orientation.word;
        row.measured_on = measured_words[on];
        row.statistic = statistic_words[i];
        row.raters = table->raters;
        if (!row_write(&w->tool, &row, err))
            return false;
    }
    return true;
}

static bool write_statistics(struct writer *w, const struct tool_ratings *ratings,
                             struct orientation orientation, struct error *err)
{
    enum { TABLES = 2 };
    static const enum measured_on measured[TABLES] = {ON_POSITION, ON_CONFORMANCE};
    uint8_t *positions __attribute__((cleanup(memory_release))) = NULL;
    uint8_t *conformance __attribute__((cleanup(memory_release))) = NULL;
    const struct ratings tables[TABLES] = {ratings_table(ratings, ON_POSITION, &positions),
                                           ratings_table(ratings, ON_CONFORMANCE, &conformance)};
    struct agreement_interval intervals[TABLES][AGREEMENT_STATISTICS];
    agreement_bootstrap(tables, TABLES, orientation.forces, w->settings->resamples,
                        w->settings->seed, intervals);
    for (size_t i = 0; i < TABLES; i++)
        if (!write_table(w, ratings, orientation, measured[i], &tables[i], intervals[i], err))
            return false;
    return true;
}

static bool use_cells(void *context, const struct tool_ratings *ratings, struct error *err)
{
    struct writer *w = context;
    return write_units(w, ratings, err) && write_dispersion(w, ratings, err) &&
           write_statistics(w, ratings, between_forces, err);
}

static bool use_letters(void *context, const struct tool_ratings *ratings, struct error *err)
{
    struct writer *w = context;
    return write_statistics(w, ratings, own_line, err);
}

static void writer_done(struct writer *w)
{
    row_map_done(&w->unit);
    row_map_done(&w->tool);
    row_map_done(&w->dispersion);
}

bool measure_agreement(sqlite3 *db, const struct measure_settings *settings, struct error *err)
{
    struct writer w = {.settings = settings,
                       .unit = row_writer(db, "insert_unit_agreement", unit_fields),
                       .tool = row_writer(db, "insert_tool_agreement", tool_fields),
                       .dispersion = row_writer(db, "insert_tool_dispersion", dispersion_fields)};
    bool ok = ratings_of_tools(db, STATEMENT("agreement_of_cells"), use_cells, &w, err) &&
              ratings_of_tools(db, STATEMENT("agreement_of_letters"), use_letters, &w, err);
    writer_done(&w);
    return ok;
}
