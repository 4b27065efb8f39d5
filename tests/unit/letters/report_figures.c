/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <math.h>

static const char *const half_names[] = {"development", "held back"};

static void write_value(double value, struct interval interval, FILE *out)
{
    if (isnan(value))
        fputs(" - |", out);
    else
        fprintf(out, " %.3f (%.2f to %.2f) |", value, interval.low, interval.high);
}

static void write_goal(enum figure_number f, FILE *out)
{
    if (figures[f].aim == AIM_NONE)
        fputs(" |", out);
    else
        fprintf(out, " %s %.2f |", figures[f].aim == AIM_LEAST ? "at least" : "at most",
                figures[f].goal);
}

static void write_conflicts(const char *name, const struct half *halves, enum conflict conflict,
                            int most, FILE *out)
{
    fprintf(out, "| %s | at most %d |", name, most);
    for (int half = 0; half < HALF_COUNT; half++)
        fprintf(out, " %d in %zu |", count_conflicts(&halves[half].outcomes, conflict),
                halves[half].outcomes.count);
    fprintf(out, " %s |\n",
            count_conflicts(&halves[HALF_HELD_BACK].outcomes, conflict) <= most ? "yes" : "**no**");
}

void report_figures(const struct half halves[HALF_COUNT], FILE *out)
{
    struct interval intervals[HALF_COUNT][FIGURE_COUNT];
    fputs("## The figures\n\n| measure | goal | development | held back | met |\n"
          "|---|---|---|---|---|\n",
          out);
    for (int half = 0; half < HALF_COUNT; half++)
        figure_intervals(&halves[half].outcomes, halves[half].corpus.file_count, intervals[half]);
    for (int f = 0; f < FIGURE_COUNT; f++) {
        fprintf(out, "| %s |", figures[f].name);
        write_goal((enum figure_number)f, out);
        double value = 0;
        for (int half = 0; half < HALF_COUNT; half++) {
            value = figure_value((enum figure_number)f, &halves[half].outcomes, NULL);
            write_value(value, intervals[half][f], out);
        }
        bool is_met = figure_is_met((enum figure_number)f, value);
        fprintf(out, " %s |\n", figures[f].aim == AIM_NONE ? "" : is_met ? "yes" : "**no**");
    }
    write_conflicts("flips", halves, CONFLICT_FLIP, 0, out);
    write_conflicts("deny flips", halves, CONFLICT_DENY, 1, out);
    fputc('\n', out);
    for (int half = 0; half < HALF_COUNT; half++) {
        const struct outcomes *o = &halves[half].outcomes;
        fprintf(out,
                "%s: %zu letters in %zu files and %zu styles, %zu rows of gold; %zu rows read that "
                "no row of gold has. No flip in %zu rows would bound their rate by 3/n, %.1f %%.\n",
                half ? "Held back" : "Development", o->letters, halves[half].corpus.file_count,
                halves[half].corpus.style_count, o->count, o->rows_too_many, o->count,
                300.0 / (double)o->count);
    }
    fputs("\nA flip is a row without review whose position is confirm for neither confirm nor "
          "deny, or the reverse; a deny flip one with deny on one of its sides. Either is also "
          "counted where the row of the whole letter stands in for that of a question.\n\n",
          out);
}

void report_classes(const struct half halves[HALF_COUNT], FILE *out)
{
    fputs("## By stance\n\n| stance | half | rows | read | precision | recall | F1 |\n"
          "|---|---|--:|--:|--:|--:|---|\n",
          out);
    for (int stance = 0; stances.words[stance]; stance++)
        for (int half = 0; half < HALF_COUNT; half++) {
            struct class_figures c =
                figure_class(&halves[half].outcomes, halves[half].corpus.file_count, stance);
            if (!c.should)
                continue;
            fprintf(out, "| %s | %s | %d | %d |", stances.words[stance], half_names[half], c.should,
                    c.is);
            if (c.is)
                fprintf(out, " %.2f |", c.precision);
            else
                fputs(" - |", out);
            fprintf(out, " %.2f | %.2f (%.2f to %.2f) |\n", c.recall, c.f1, c.interval.low,
                    c.interval.high);
        }
    fputc('\n', out);
}

static int cell(const struct outcomes *outcomes, int should, int is)
{
    int count = 0;
    for (size_t i = 0; i < outcomes->count; i++)
        count += outcomes->items[i].should[CODED_STANCE] == should &&
                 outcomes->items[i].is[CODED_STANCE] == is;
    return count;
}

static bool occurs(const struct outcomes *outcomes, int code)
{
    for (size_t i = 0; i < outcomes->count; i++)
        if (outcomes->items[i].should[CODED_STANCE] == code ||
            outcomes->items[i].is[CODED_STANCE] == code)
            return true;
    return false;
}

static void write_confusion(const struct outcomes *outcomes, FILE *out)
{
    fputs("| gold, read as |", out);
    for (int is = 0; is < CODES; is++)
        if (occurs(outcomes, is))
            fprintf(out, " %s |", code_name(CODED_STANCE, is));
    fputs("\n|---|", out);
    for (int is = 0; is < CODES; is++)
        fputs(occurs(outcomes, is) ? "--:|" : "", out);
    fputc('\n', out);
    for (int should = 0; should < CODE_LACKS; should++) {
        if (!occurs(outcomes, should))
            continue;
        fprintf(out, "| %s |", code_name(CODED_STANCE, should));
        for (int is = 0; is < CODES; is++) {
            int count = cell(outcomes, should, is);
            if (occurs(outcomes, is) && count)
                fprintf(out, should == is ? " **%d** |" : " %d |", count);
            else if (occurs(outcomes, is))
                fputs(" |", out);
        }
        fputc('\n', out);
    }
    fputc('\n', out);
}

void report_confusion(const struct half halves[HALF_COUNT], FILE *out)
{
    fputs("## What is read as what\n\nForced. \"(no row)\": the reading has no row of that "
          "question.\n\n",
          out);
    for (int half = 0; half < HALF_COUNT; half++) {
        fprintf(out, "### %s\n\n", half ? "Held back" : "Development");
        write_confusion(&halves[half].outcomes, out);
    }
}

/* The rows of one style alone. */
static struct outcomes of_style(const struct outcomes *outcomes, size_t style)
{
    size_t first = 0, end;
    while (first < outcomes->count && outcomes->items[first].letter->style != style)
        first++;
    end = first;
    while (end < outcomes->count && outcomes->items[end].letter->style == style)
        end++;
    return (struct outcomes){.items = outcomes->items + first, .count = end - first};
}

static double stance_share(const struct outcomes *outcomes)
{
    double right = 0;
    for (size_t i = 0; i < outcomes->count; i++)
        right += outcomes->items[i].field_right[LETTER_STANCE];
    return right / (double)outcomes->count;
}

static void write_style(const char *name, int half, const struct outcomes *o, FILE *out)
{
    double seen = figure_value(FIGURE_WRONG_REVIEWED, o, NULL);
    fprintf(out, "| %s | %s | %zu | %.2f | %.2f | %.2f | %.2f | ", name, half_names[half], o->count,
            stance_share(o), figure_value(FIGURE_WHOLE_ROW, o, NULL),
            figure_value(FIGURE_QUESTIONS, o, NULL), figure_value(FIGURE_REVIEW, o, NULL));
    if (isnan(seen))
        fputs("-", out);
    else
        fprintf(out, "%.2f", seen);
    fprintf(out, " | %d | %d |\n", count_conflicts(o, CONFLICT_FLIP),
            count_conflicts(o, CONFLICT_DENY));
}

void report_styles(const struct half halves[HALF_COUNT], FILE *out)
{
    fputs(
        "## By house style\n\n| style | half | rows | stance right | whole row | question | for a "
        "person | wrong seen | flips | deny flips |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        out);
    for (int half = 0; half < HALF_COUNT; half++)
        for (size_t style = 0; style < halves[half].corpus.style_count; style++) {
            struct outcomes o = of_style(&halves[half].outcomes, style);
            if (o.count)
                write_style(halves[half].corpus.styles[style], half, &o, out);
        }
    fputc('\n', out);
}

static int count_wrong(const struct outcomes *outcomes, int field, bool only_unseen)
{
    int count = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct outcome *o = &outcomes->items[i];
        count += o->has_row && !o->field_right[field] && !(only_unseen && o->to_review);
    }
    return count;
}

static int count_lacking(const struct outcomes *outcomes, bool only_unseen)
{
    int count = 0;
    for (size_t i = 0; i < outcomes->count; i++)
        count += !outcomes->items[i].has_row && !(only_unseen && outcomes->items[i].to_review);
    return count;
}

static int count_empty(const struct outcomes *outcomes, int field)
{
    int count = 0;
    for (size_t i = 0; i < outcomes->count; i++)
        count += outcomes->items[i].has_row && !outcomes->items[i].field_right[field] &&
                 !*outcomes->items[i].gold->values[field];
    return count;
}

void report_mistakes(const struct half halves[HALF_COUNT], FILE *out)
{
    fputs("## What is misread, by field\n\nRows that are wrong in a field; of these, those that no "
          "person sees; and those where the gold has nothing. A row may be wrong in several.\n\n"
          "| field | wrong | unseen | invented | held back: wrong | unseen | invented |\n"
          "|---|--:|--:|--:|--:|--:|--:|\n| no row of the question |",
          out);
    for (int half = 0; half < HALF_COUNT; half++)
        fprintf(out, " %d | %d | |", count_lacking(&halves[half].outcomes, false),
                count_lacking(&halves[half].outcomes, true));
    fputc('\n', out);
    for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
        fprintf(out, "| %s |", letter_field_name((enum letter_field)field));
        for (int half = 0; half < HALF_COUNT; half++) {
            const struct outcomes *o = &halves[half].outcomes;
            fprintf(out, " %d | %d | %d |", count_wrong(o, field, false),
                    count_wrong(o, field, true), count_empty(o, field));
        }
        fputc('\n', out);
    }
    fputc('\n', out);
}
