/* SPDX-License-Identifier: MIT */
#include "report.h"

#include "robustness.h"
#include "support.h"

#include <check.h>
#include <stdlib.h>

static const char introduction[] =
    "# How well letters are read\n\n"
    "<!-- Written by `make classify-report`; what it says in words is in tests/letters/notes.md. "
    "-->\n\n"
    "`concord classify` reads a letter with patterns and a table, and asks a person where it is "
    "not sure. This page counts how often that is right, on the letters of `tests/letters`: in our "
    "own words, of invented forces, with gold coded by reading. Some house styles are there to "
    "develop with; others were written by people who did not know the patterns, and whoever writes "
    "patterns does not read them: theirs are the figures to believe. None of this is a figure of "
    "real letters. A reference counts as the same with and without a leading FOI.\n\n"
    "*Forced* takes the first reading of every row, *selective* only the rows that no person is "
    "asked about. A row that the reading lacks is wrong. Intervals of 95 % come from 1,000 "
    "resamples of letters with a fixed seed; no third decimal is meant.\n\n";

static void copy_notes(FILE *out)
{
    size_t size;
    char *notes = support_read_file("tests/letters/notes.md", &size);
    fputs(notes, out);
    free(notes);
}

void report_write(const char *path, struct report_flips *ret_flips)
{
    struct half halves[HALF_COUNT];
    struct letter_reader *reader;
    struct error err = {0};
    FILE *out = fopen(path, "w");
    *ret_flips = (struct report_flips){0};
    ck_assert_msg(out != NULL, "%s cannot be written", path);
    ck_assert_msg(letter_reader_new(&reader, &err), "%s", err.what);
    for (int half = 0; half < HALF_COUNT; half++) {
        half_open(reader, (enum corpus_half)half, &halves[half]);
        ret_flips->as_they_are += count_conflicts(&halves[half].outcomes, CONFLICT_FLIP);
    }
    fputs(introduction, out);
    report_figures(halves, out);
    report_styles(halves, out);
    report_classes(halves, out);
    report_confusion(halves, out);
    report_mistakes(halves, out);
    report_confidence(halves, out);
    report_coders(&halves[HALF_DEVELOP], out);
    ret_flips->in_other_shapes += report_shapes(reader, halves, out);
    ret_flips->in_other_shapes += report_additions(reader, halves, out);
    copy_notes(out);
    for (int half = 0; half < HALF_COUNT; half++)
        half_close(&halves[half]);
    letter_reader_free(reader);
    ck_assert_int_eq(fclose(out), 0);
}

static void write_tally(const char *name, const struct change_tally *tallies, FILE *out)
{
    fprintf(out, "| %s |", name);
    for (int half = 0; half < HALF_COUNT; half++) {
        const struct change_tally *t = &tallies[half];
        fprintf(out, " %d | %d | %d | %d | %d |", t->rows, t->same, t->flagged, t->changed,
                t->flips);
    }
    fputc('\n', out);
}

static void write_tally_head(const char *what, FILE *out)
{
    fprintf(out,
            "| %s | rows | same | flagged | changed | flips | held back: rows | same | flagged | "
            "changed | flips |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
            what);
}

/* What the flips of the other lines are to be compared with. */
static void write_as_it_is(const struct half halves[HALF_COUNT], FILE *out)
{
    struct change_tally tallies[HALF_COUNT] = {0};
    for (int half = 0; half < HALF_COUNT; half++) {
        const struct outcomes *o = &halves[half].outcomes;
        tallies[half].flips = count_conflicts(o, CONFLICT_FLIP);
        for (size_t i = 0; i < o->evidence_count; i++)
            tallies[half].rows += o->evidence[i].is_a;
        tallies[half].same = tallies[half].rows;
    }
    write_tally("as it is", tallies, out);
}

int report_shapes(struct letter_reader *reader, const struct half halves[HALF_COUNT], FILE *out)
{
    int flips = 0;
    fputs("## The same letter in another shape\n\n"
          "Rows of the letters that the shape alters: those that stay as they were (all nine "
          "fields of a whole row), those that do not and are flagged for a person, those that do "
          "not and are not flagged, and flips against the gold, which are those of the first line "
          "where nothing changes. Development first, then held "
          "back. Pages (.html) are left out, since their links are lost in text.\n\n",
          out);
    write_tally_head("shape", out);
    write_as_it_is(halves, out);
    for (size_t i = 0; i < shape_count; i++) {
        struct change_tally tallies[HALF_COUNT] = {0};
        for (int half = 0; half < HALF_COUNT; half++) {
            robustness_tally(reader, &halves[half], &shapes[i], &tallies[half]);
            flips += tallies[half].flips;
        }
        write_tally(shapes[i].name, tallies, out);
    }
    fputc('\n', out);
    return flips;
}

int report_additions(struct letter_reader *reader, const struct half halves[HALF_COUNT], FILE *out)
{
    int flips = 0;
    fputs("## Something added, moved, or put under a condition\n\n"
          "Same: as the line says. Flagged: not so, but a person sees it. The last two lines are "
          "of letters with one row that rests on one sentence.\n\n",
          out);
    write_tally_head("change and what must become of it", out);
    for (int added = 0; added < ADDED_COUNT; added++) {
        struct change_tally tallies[HALF_COUNT] = {0};
        for (int half = 0; half < HALF_COUNT; half++) {
            metamorphic_tally(reader, &halves[half], (enum added)added, &tallies[half]);
            flips += tallies[half].flips;
        }
        write_tally(added_names[added], tallies, out);
    }
    fputc('\n', out);
    return flips;
}
