/* SPDX-License-Identifier: MIT
 * Is the confidence of a row what it says: how often such rows are right?
 */
#include "counts.h"
#include "report.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { BINS = 5 };

struct told {
    double confidence;
    bool is_right;
    size_t number; /* keeps the order of equals */
};

static int by_confidence(const void *a, const void *b)
{
    const struct told *first = a, *second = b;
    if (first->confidence < second->confidence || first->confidence > second->confidence)
        return first->confidence < second->confidence ? -1 : 1;
    return first->number < second->number ? -1 : 1;
}

/* A rows with a confidence; those to develop with have it from the other styles. */
static size_t collect(const struct outcomes *outcomes, enum corpus_half half, bool of_row,
                      struct told *told)
{
    size_t count = 0;
    for (size_t i = 0; i < outcomes->evidence_count; i++) {
        const struct evidence *e = &outcomes->evidence[i];
        struct letter_confidence c =
            half == HALF_DEVELOP ? counts_of_others(outcomes, e) : e->confidence;
        if (e->is_a && c.n > 0) {
            told[count] = (struct told){of_row ? c.row : c.stance,
                                        of_row ? e->row_right : e->stance_right, count};
            count++;
        }
    }
    qsort(told, count, sizeof *told, by_confidence);
    return count;
}

static void write_bins(const char *what, const char *half, const struct told *told, size_t count,
                       FILE *out)
{
    double brier = 0, ece = 0;
    int inside = 0;
    for (int bin = 0; bin < BINS; bin++) {
        size_t first = count * (size_t)bin / BINS, end = count * (size_t)(bin + 1) / BINS;
        double mean = 0, right = 0, n = (double)(end - first);
        for (size_t i = first; i < end; i++) {
            mean += told[i].confidence / n;
            right += told[i].is_right;
            brier += pow(told[i].confidence - told[i].is_right, 2);
        }
        if (end == first)
            continue;
        struct interval w = wilson_interval(right, n);
        bool is_inside = mean >= w.low && mean <= w.high;
        inside += is_inside;
        ece += fabs(mean - right / n) * n / (double)count;
        fprintf(out, "| %s, %s | %d | %.0f | %.3f | %.3f | %.2f to %.2f | %s |\n", what, half,
                bin + 1, n, mean, right / n, w.low, w.high, is_inside ? "yes" : "no");
    }
    fprintf(out, "| %s, %s | all | %zu | Brier %.3f | ECE %.3f | %d of %d inside | %s |\n", what,
            half, count, brier / (double)count, ece, inside, BINS,
            inside >= BINS - 1 && ece <= 0.05 ? "met" : "**not met**");
}

void report_confidence(const struct half halves[HALF_COUNT], FILE *out)
{
    static const char *const names[] = {"development", "held back"};
    fputs("## Is the confidence right?\n\nThe confidence of a row is how often rows of such "
          "evidence were right among the letters to develop with; of a letter to develop with, "
          "among those of the other eight styles. Five bins of equal count; the goal is that at "
          "least four means lie inside their Wilson intervals, and an ECE of at most 0.05.\n\n"
          "| of what | bin | rows | mean confidence | right | interval | inside |\n"
          "|---|---|--:|--:|--:|---|---|\n",
          out);
    for (int of_row = 0; of_row < 2; of_row++)
        for (int half = 0; half < HALF_COUNT; half++) {
            const struct outcomes *o = &halves[half].outcomes;
            struct told *told = memory_new(o->evidence_count + 1, sizeof *told);
            size_t count = collect(o, (enum corpus_half)half, of_row, told);
            if (count)
                write_bins(of_row ? "whole row" : "stance", names[half], told, count, out);
            free(told);
        }
    fputc('\n', out);
}
