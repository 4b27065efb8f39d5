/* SPDX-License-Identifier: MIT
 * How far two people who coded the same letters apart agree: no program can be asked for more.
 */
#include "report.h"
#include "sheet.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* What the two say of each row that both have. */
struct codings {
    const char *(*values)[2];
    size_t count;
};

static bool names(const struct sheet *second, size_t row, const struct corpus_letter *letter,
                  const struct corpus_row *gold)
{
    const char *force = sheet_cell(second, row, "force");
    return strcmp(sheet_cell(second, row, "style"), letter->style_name) == 0 &&
           strcmp(sheet_cell(second, row, "letter"), letter->number) == 0 &&
           (!*force || strcmp(force, letter->force) == 0) &&
           (!gold || strcmp(sheet_cell(second, row, "question_id"), gold->question_id) == 0);
}

static const char *second_value(const struct sheet *second, size_t row, const char *field)
{
    const char *value = sheet_cell(second, row, field);
    bool is_use = strcmp(field, letter_field_name(LETTER_USE_STATEMENT)) == 0;
    return is_use && strcmp(value, "none") == 0 ? "" : value;
}

/* Returns how many rows of gold the second coder has not. */
static size_t collect(const struct half *half, const struct sheet *second, enum letter_field field,
                      struct codings *codings)
{
    size_t lacking = 0;
    codings->count = 0;
    for (size_t i = 0; i < half->corpus.count; i++) {
        const struct corpus_letter *letter = &half->corpus.letters[i];
        bool is_coded = false;
        for (size_t row = 0; row < second->count && !is_coded; row++)
            is_coded = names(second, row, letter, NULL);
        for (size_t k = 0; is_coded && k < letter->row_count; k++) {
            size_t row = 0;
            while (row < second->count && !names(second, row, letter, &letter->rows[k]))
                row++;
            lacking += row == second->count;
            if (row == second->count)
                continue;
            codings->values[codings->count][0] = letter->rows[k].values[field];
            codings->values[codings->count++][1] =
                second_value(second, row, letter_field_name(field));
        }
    }
    return lacking;
}

static bool is_first(const struct codings *c, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(c->values[i / 2][i % 2], c->values[at / 2][at % 2]) == 0)
            return false;
    return true;
}

/* Gwet's AC1 of two raters; the program's own stops at eight categories. */
static double ac1(const struct codings *c, double agreed)
{
    double chance = 0, categories = 0;
    for (size_t at = 0; at < 2 * c->count; at++) {
        if (!is_first(c, at))
            continue;
        double share = 0;
        for (size_t i = 0; i < 2 * c->count; i++)
            share += strcmp(c->values[i / 2][i % 2], c->values[at / 2][at % 2]) == 0;
        share /= 2 * (double)c->count;
        chance += share * (1 - share);
        categories++;
    }
    chance = categories > 1 ? chance / (categories - 1) : 0;
    return (agreed - chance) / (1 - chance);
}

static void write_agreement(const struct codings *c, enum letter_field field, FILE *out)
{
    double agreed = 0;
    for (size_t i = 0; i < c->count; i++)
        agreed += field_is_alike((int)field, c->values[i][0], c->values[i][1]);
    double share = agreed / (double)c->count;
    struct interval w = wilson_interval(agreed, (double)c->count);
    fprintf(out, "| %s | %zu | %.3f (%.2f to %.2f) | %.3f |\n", letter_field_name(field), c->count,
            share, w.low, w.high, ac1(c, share));
}

/* Rows where both agree in every field of a whole row. */
static size_t count_whole(const struct half *half, const struct sheet *second, size_t rows,
                          struct codings *codings)
{
    bool *differs = memory_new(rows + 1, sizeof *differs);
    size_t whole = 0;
    for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
        if (!is_whole_row_field(field))
            continue;
        collect(half, second, (enum letter_field)field, codings);
        for (size_t i = 0; i < codings->count; i++)
            differs[i] |= !field_is_alike(field, codings->values[i][0], codings->values[i][1]);
    }
    for (size_t i = 0; i < codings->count; i++)
        whole += !differs[i];
    free(differs);
    return whole;
}

void report_coders(const struct half *develop, FILE *out)
{
    struct sheet second;
    struct codings codings;
    sheet_open(&second, "tests/letters/second-coding.csv");
    codings.values = memory_new(develop->outcomes.count + 1, sizeof *codings.values);
    size_t lacking = collect(develop, &second, LETTER_STANCE, &codings), both = codings.count;
    fprintf(
        out,
        "## Two coders\n\nThe letters of six styles, held back then and read by now, were coded a "
        "second time by somebody who had seen no coding of them (`second-coding.csv`). "
        "Where two readers differ, a third cannot be right for both: this is the ceiling. "
        "Of the rows of these letters both have %zu; %zu only the first, %zu only the second.\n\n"
        "| field | rows | agree | AC1 |\n|---|--:|---|--:|\n",
        both, lacking, second.count - both);
    for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
        collect(develop, &second, (enum letter_field)field, &codings);
        write_agreement(&codings, (enum letter_field)field, out);
    }
    size_t whole = count_whole(develop, &second, both, &codings);
    struct interval w = wilson_interval((double)whole, (double)both);
    fprintf(out, "| whole row | %zu | %.3f (%.2f to %.2f) | |\n\n", both,
            (double)whole / (double)both, w.low, w.high);
    free(codings.values);
    sheet_close(&second);
}
