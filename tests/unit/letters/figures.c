/* SPDX-License-Identifier: MIT */
#include "figures.h"

#include "base/memory.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

enum { RESAMPLES = 1000, SEED = 14 };

static double weight_of(const struct outcome *o, const double *drawn)
{
    return drawn ? drawn[o->letter->file_no] : 1;
}

static double share(double right, double of)
{
    return of > 0 ? right / of : (double)NAN;
}

struct tables {
    double should[CODES], is[CODES], both[CODES];
};

static void count_codes(const struct outcomes *outcomes, const double *drawn, enum coded what,
                        bool only_sure, struct tables *ret)
{
    *ret = (struct tables){0};
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct outcome *o = &outcomes->items[i];
        double weight = only_sure && o->to_review ? 0 : weight_of(o, drawn);
        ret->should[o->should[what]] += weight;
        ret->is[o->is[what]] += weight;
        ret->both[o->is[what]] += o->is[what] == o->should[what] ? weight : 0;
    }
}

/* Over the classes that the gold has; a stance that is empty in it is no class. */
static double macro_f1(const struct outcomes *outcomes, const double *drawn, enum coded what,
                       bool only_sure)
{
    struct tables t;
    double sum = 0, classes = 0;
    count_codes(outcomes, drawn, what, only_sure, &t);
    for (int code = 0; code < (what == CODED_STANCE ? CODE_EMPTY : CODE_LACKS); code++) {
        if (t.should[code] <= 0)
            continue;
        classes++;
        sum += 2 * t.both[code] / (t.should[code] + t.is[code]);
    }
    return share(sum, classes);
}

static double forced_f1(const struct outcomes *outcomes, const double *drawn, int what)
{
    return macro_f1(outcomes, drawn, (enum coded)what, false);
}

static double selective_f1(const struct outcomes *outcomes, const double *drawn, int what)
{
    return macro_f1(outcomes, drawn, (enum coded)what, true);
}

static double citations_f1(const struct outcomes *outcomes, const double *drawn, int option)
{
    (void)option;
    double both = 0, all = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct outcome *o = &outcomes->items[i];
        both += 2 * weight_of(o, drawn) * o->citations_both;
        all += weight_of(o, drawn) * (o->citations_is + o->citations_should);
    }
    return share(both, all);
}

/* Of the rows where the gold has a value. */
static double given_share(const struct outcomes *outcomes, const double *drawn, int field)
{
    double right = 0, of = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct outcome *o = &outcomes->items[i];
        double weight = *o->gold->values[field] ? weight_of(o, drawn) : 0;
        of += weight;
        right += o->field_right[field] ? weight : 0;
    }
    return share(right, of);
}

enum counted { EXEMPTION_SETS, WHOLE_ROWS, QUESTIONS, SPANS, REVIEWS, WRONG_REVIEWED };

static bool is_counted(const struct outcome *o, enum counted what)
{
    if (what == SPANS)
        return o->span >= 0;
    return what != WRONG_REVIEWED || !o->is_whole;
}

static bool is_right(const struct outcome *o, enum counted what)
{
    switch (what) {
    case EXEMPTION_SETS:
        return o->field_right[LETTER_EXEMPTIONS];
    case WHOLE_ROWS:
        return o->is_whole;
    case QUESTIONS:
        return o->has_row;
    case SPANS:
        return o->span == 1;
    case REVIEWS:
    case WRONG_REVIEWED:
        return o->to_review;
    }
    return false;
}

static double row_share(const struct outcomes *outcomes, const double *drawn, int what)
{
    double right = 0, of = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct outcome *o = &outcomes->items[i];
        double weight = is_counted(o, (enum counted)what) ? weight_of(o, drawn) : 0;
        of += weight;
        right += is_right(o, (enum counted)what) ? weight : 0;
    }
    return share(right, of);
}

#define GIVEN(field, name)                                                                         \
    {                                                                                              \
        name, given_share, field, AIM_LEAST, 0.95                                                  \
    }

const struct figure figures[FIGURE_COUNT] = {
    [FIGURE_FORCED] = {"stance, macro-F1, forced", forced_f1, CODED_STANCE, AIM_LEAST, 0.97},
    [FIGURE_SELECTIVE] = {"stance, macro-F1, selective", selective_f1, CODED_STANCE, AIM_LEAST,
                          0.99},
    [FIGURE_PARTIAL] = {"partial_ncnd, macro-F1", forced_f1, CODED_PARTIAL, AIM_LEAST, 0.97},
    [FIGURE_HELD] = {"held_statement, macro-F1", forced_f1, CODED_HELD, AIM_LEAST, 0.97},
    [FIGURE_EXEMPTION_SETS] = {"exemptions, exact set", row_share, EXEMPTION_SETS, AIM_LEAST, 0.95},
    [FIGURE_CITATIONS] = {"exemptions, F1 over citations", citations_f1, 0, AIM_LEAST, 0.98},
    [FIGURE_FIELDS] = {"use_statement, of those given", given_share, LETTER_USE_STATEMENT, AIM_NONE,
                       0},
    [FIGURE_FIELDS + 1] = GIVEN(LETTER_HARM_TEST, "harm_test, of those given"),
    [FIGURE_FIELDS + 2] =
        GIVEN(LETTER_PUBLIC_INTEREST_TEST, "public_interest_test, of those given"),
    [FIGURE_FIELDS + 3] = GIVEN(LETTER_LINK, "link, of those given"),
    [FIGURE_FIELDS + 4] = GIVEN(LETTER_STAGE, "stage, of those given"),
    [FIGURE_FIELDS + 5] = GIVEN(LETTER_REFERENCE, "reference, of those given"),
    [FIGURE_FIELDS + 6] = GIVEN(LETTER_DATE_RECEIVED, "date_received, of those given"),
    [FIGURE_FIELDS + 7] = GIVEN(LETTER_DATE_RESPONDED, "date_responded, of those given"),
    [FIGURE_WHOLE_ROW] = {"whole row", row_share, WHOLE_ROWS, AIM_LEAST, 0.90},
    [FIGURE_QUESTIONS] = {"question mapping", row_share, QUESTIONS, AIM_LEAST, 0.97},
    [FIGURE_SPANS] = {"words that decide", row_share, SPANS, AIM_LEAST, 0.95},
    [FIGURE_REVIEW] = {"rows for a person", row_share, REVIEWS, AIM_MOST, 0.25},
    [FIGURE_WRONG_REVIEWED] = {"wrong rows that a person sees", row_share, WRONG_REVIEWED,
                               AIM_LEAST, 0.80},
};

double figure_value(enum figure_number number, const struct outcomes *outcomes, const double *drawn)
{
    return figures[number].value(outcomes, drawn, figures[number].option);
}

bool figure_is_met(enum figure_number number, double value)
{
    const struct figure *f = &figures[number];
    return f->aim == AIM_NONE || (f->aim == AIM_LEAST ? value >= f->goal : value <= f->goal);
}

static void draw(gsl_rng *random, size_t files, double *drawn)
{
    memset(drawn, 0, files * sizeof *drawn);
    for (size_t i = 0; i < files; i++)
        drawn[gsl_rng_uniform_int(random, files)]++;
}

static struct interval interval_of(double *values, size_t count)
{
    return count ? percentile_interval(values, count) : (struct interval){(double)NAN, (double)NAN};
}

void figure_intervals(const struct outcomes *outcomes, size_t files,
                      struct interval ret[FIGURE_COUNT])
{
    double *drawn = memory_new(files, sizeof *drawn);
    double(*values)[RESAMPLES] = memory_new(FIGURE_COUNT, sizeof *values);
    size_t count[FIGURE_COUNT] = {0};
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, SEED);
    for (int i = 0; i < RESAMPLES; i++) {
        draw(random, files, drawn);
        for (int f = 0; f < FIGURE_COUNT; f++) {
            double value = figure_value((enum figure_number)f, outcomes, drawn);
            if (!isnan(value))
                values[f][count[f]++] = value;
        }
    }
    for (int f = 0; f < FIGURE_COUNT; f++)
        ret[f] = interval_of(values[f], count[f]);
    gsl_rng_free(random);
    free(values);
    free(drawn);
}

static double class_f1(const struct outcomes *outcomes, const double *drawn, int stance)
{
    struct tables t;
    count_codes(outcomes, drawn, CODED_STANCE, false, &t);
    return t.should[stance] > 0 ? 2 * t.both[stance] / (t.should[stance] + t.is[stance])
                                : (double)NAN;
}

struct class_figures figure_class(const struct outcomes *outcomes, size_t files, int stance)
{
    struct tables t;
    count_codes(outcomes, NULL, CODED_STANCE, false, &t);
    double *drawn = memory_new(files, sizeof *drawn), values[RESAMPLES];
    size_t count = 0;
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, SEED);
    for (int i = 0; i < RESAMPLES; i++) {
        draw(random, files, drawn);
        double value = class_f1(outcomes, drawn, stance);
        if (!isnan(value))
            values[count++] = value;
    }
    gsl_rng_free(random);
    free(drawn);
    return (struct class_figures){.should = (int)t.should[stance],
                                  .is = (int)t.is[stance],
                                  .both = (int)t.both[stance],
                                  .precision = share(t.both[stance], t.is[stance]),
                                  .recall = share(t.both[stance], t.should[stance]),
                                  .f1 = class_f1(outcomes, NULL, stance),
                                  .interval = interval_of(values, count)};
}

int count_conflicts(const struct outcomes *outcomes, enum conflict conflict)
{
    int count = 0;
    for (size_t i = 0; i < outcomes->count; i++)
        count += outcomes->items[i].conflict == conflict;
    return count;
}

void figures_tell(const struct outcomes *outcomes, FILE *out)
{
    fprintf(out, "%zu letters, %zu rows\n", outcomes->letters, outcomes->count);
    for (int f = 0; f < FIGURE_COUNT; f++)
        fprintf(out, "  %-38s %.3f\n", figures[f].name,
                figure_value((enum figure_number)f, outcomes, NULL));
    fprintf(out, "  flips %d, deny flips %d, rows too many %zu\n",
            count_conflicts(outcomes, CONFLICT_FLIP), count_conflicts(outcomes, CONFLICT_DENY),
            outcomes->rows_too_many);
}
