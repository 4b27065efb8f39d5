/* SPDX-License-Identifier: MIT */
#include "told.h"

#include "figures.h"

#include <check.h>

static const struct letter_row *row_of(const struct letter_seen *seen, const char *question)
{
    for (size_t i = 0; i < seen->reading.row_count; i++)
        if (seen->reading.rows[i].reading == 'A' &&
            strcmp(seen->reading.rows[i].question_id, question) == 0)
            return &seen->reading.rows[i];
    return NULL;
}

static void tell_fields(const struct corpus_row *gold, const struct letter_row *row, FILE *out)
{
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        if (!field_is_alike(field, gold->values[field], row->values[field]))
            fprintf(out, "  %s: \"%s\", not \"%s\"\n", letter_field_name((enum letter_field)field),
                    row->values[field], gold->values[field]);
    if (strcmp(gold->flags, row->flags) != 0)
        fprintf(out, "  flags: \"%s\", not \"%s\"\n", row->flags, gold->flags);
    if (gold->review != row->review)
        fprintf(out, "  review: %s\n", row->review ? "yes" : "no");
}

static void tell_letter(const struct corpus_letter *letter, const struct letter_seen *seen,
                        const struct outcomes *outcomes, size_t first, FILE *out)
{
    static const char *const conflicts[] = {"", " FLIP", " deny flip"};
    for (size_t i = 0; i < letter->row_count; i++) {
        const struct corpus_row *gold = &letter->rows[i];
        const struct outcome *o = &outcomes->items[first + i];
        const struct letter_row *row = row_of(seen, gold->question_id);
        fprintf(out, "%s %s: %s%s%s%s\n", corpus_name(letter), gold->question_id,
                row ? row->coding_id : "no row", o->is_whole ? "" : " WRONG",
                o->span == 0 ? " other words" : "", conflicts[o->conflict]);
        if (row)
            tell_fields(gold, row, out);
        if (row && o->span == 0)
            fprintf(out, "  decided by: \"%.*s\"\n", (int)(row->main.end - row->main.begin),
                    letter->text.text + row->main.begin);
    }
}

/* Rows that people did not see. */
static void tell_rows_too_many(const struct corpus_letter *letter, const struct letter_seen *seen,
                               FILE *out)
{
    for (size_t i = 0; i < seen->reading.row_count; i++) {
        const struct letter_row *row = &seen->reading.rows[i];
        bool is_known = row->reading != 'A';
        for (size_t k = 0; k < letter->row_count && !is_known; k++)
            is_known = strcmp(letter->rows[k].question_id, row->question_id) == 0;
        if (!is_known)
            fprintf(out, "%s %s: %s TOO MANY, %s\n", corpus_name(letter), row->question_id,
                    row->coding_id, row->values[LETTER_STANCE]);
    }
}

/* How one letter was parted, and all acts found in it. */
static void tell_reading(const struct corpus_letter *letter, const struct letter_reading *reading,
                         FILE *out)
{
    for (size_t i = 0; i < reading->zone_count; i++) {
        const struct letter_zone_run *run = &reading->zones[i];
        fprintf(out, "[%s] %s: %.*s\n", letter_zone_name(run->zone), run->because,
                (int)(run->place.end - run->place.begin), letter->text.text + run->place.begin);
    }
    for (size_t i = 0; i < reading->act_count; i++) {
        const struct letter_act *act = &reading->acts[i];
        fprintf(out, "%s %s %s %s [%s] {%s} %s: %.*s\n", act->act, act->phrase, act->weight,
                act->scope, letter_zone_name(act->zone), act->questions,
                act->why_not ? act->why_not : "counts", (int)(act->words.end - act->words.begin),
                letter->text.text + act->words.begin);
    }
}

/* "typed-letter" is all letters of it, "typed-letter/07" one; NULL all of all. */
static bool is_meant(const struct corpus_letter *letter, const char *which)
{
    size_t length = which ? strcspn(which, "/") : 0;
    return !which || (strlen(letter->style_name) == length &&
                      memcmp(which, letter->style_name, length) == 0 &&
                      (!which[length] || strcmp(which + length + 1, letter->number) == 0));
}

void tell_wrong_rows(const char *which, FILE *out)
{
    struct corpus corpus;
    struct letter_reader *reader;
    struct outcomes outcomes = {0};
    struct error err = {0};
    ck_assert_msg(letter_reader_new(&reader, &err), "%s", err.what);
    corpus_open(&corpus, HALF_DEVELOP);
    for (size_t i = 0; i < corpus.count; i++) {
        struct letter_seen seen;
        if (!is_meant(&corpus.letters[i], which))
            continue;
        size_t first = outcomes.count;
        letter_see(reader, &corpus.letters[i], NULL, &seen);
        outcomes_add(&outcomes, &corpus.letters[i], &seen);
        tell_letter(&corpus.letters[i], &seen, &outcomes, first, out);
        tell_rows_too_many(&corpus.letters[i], &seen, out);
        if (which && strchr(which, '/'))
            tell_reading(&corpus.letters[i], &seen.reading, out);
        letter_seen_done(&seen);
    }
    figures_tell(&outcomes, out);
    outcomes_done(&outcomes);
    corpus_close(&corpus);
    letter_reader_free(reader);
}
