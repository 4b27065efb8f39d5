/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/letter_file.h"
#include "cmd/options.h"
#include "letters/letter_reader.h"

#include <jansson.h>
#include <stdlib.h>

enum { QUESTIONS = 64 };

struct settings {
    const char *file, *force, *regime, *tool, *questions;
    bool explain, json;
};

static const struct command_option options[] = {
    {"force", 'f', "NAME", "Whose letter it is", OPTION_INTO(struct settings, force)},
    {"regime", 'r', "ACT", "FOIA (the default), FOISA or other",
     OPTION_INTO(struct settings, regime)},
    {"tool", 't', "NAME", "The tool that was asked about", OPTION_INTO(struct settings, tool)},
    {"questions", 'q', "N", "How many questions the request has",
     OPTION_INTO(struct settings, questions)},
    {"explain", 'e', NULL, "Tell zones and acts too, and which did not count",
     OPTION_INTO(struct settings, explain)},
    {"json", 'j', NULL, "Print JSON", OPTION_INTO(struct settings, json)},
    {0},
};

static void check(void *all, struct argp_state *state)
{
    struct settings *s = all;
    struct slice regime = slice_of(s->regime ? s->regime : "FOIA");
    if (!slice_is(regime, "FOIA") && !slice_is(regime, "FOISA") && !slice_is(regime, "other"))
        argp_error(state, "--regime is FOIA, FOISA or other");
    char *end = NULL;
    long n = s->questions ? strtol(s->questions, &end, 10) : 0;
    if (n < 0 || n > QUESTIONS || (end && (*end || end == s->questions)))
        argp_error(state, "--questions is a number up to %d", QUESTIONS);
}

static const struct command_line command_line = {
    .options = options,
    .usage = "FILE",
    .doc = "Reads a letter, a text file, and proposes rows for responses.csv, with the words "
           "they rest on. Nothing is decided by likeness alone: where two readings are "
           "possible both are shown.",
    .arguments = {ARGUMENT_INTO(struct settings, file)},
    .least = 1,
    .most = 1,
    .too_many = "one FILE",
    .missing = "FILE is needed",
    .check = check,
};

static void print_span(const struct letter_text *text, struct letter_span span)
{
    char *words = slice_copy((struct slice){text->text + span.begin, span.end - span.begin});
    terminal_print(stdout, words);
    free(words);
}

static void print_row(const struct letter_text *text, const struct letter_row *row)
{
    printf("%s, reading %c, %s%s\n", *row->question_id ? row->question_id : "whole letter",
           row->reading, row->coding_id, row->review ? ", for a person to look at" : "");
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        if (*row->values[field]) {
            printf("  %-21s", letter_field_name((enum letter_field)field));
            terminal_print(stdout, row->values[field]);
            putchar('\n');
        }
    if (*row->flags)
        printf("  %-21s%s\n", "flags", row->flags);
    if (row->main.end > row->main.begin) {
        printf("  %-21s", "words");
        print_span(text, row->main);
        putchar('\n');
    }
}

static void print_act(const struct letter_text *text, const struct letter_act *act)
{
    printf("    %s%s (%s, %s, %s%s%s", act->why_not ? "not " : "", act->act, act->mood, act->scope,
           act->weight, *act->questions ? ", " : "", act->questions);
    printf(")%s%s: ", act->why_not ? ", " : "", act->why_not ? act->why_not : "");
    print_span(text, act->words);
    putchar('\n');
}

static void print_explanation(const struct letter_text *text, const struct letter_reading *reading)
{
    for (size_t i = 0; i < reading->zone_count; i++) {
        const struct letter_zone_run *run = &reading->zones[i];
        printf("%s [%zu, %zu] %s\n", letter_zone_name(run->zone), run->place.begin, run->place.end,
               run->because);
        for (size_t k = 0; k < reading->act_count; k++)
            if (reading->acts[k].words.begin >= run->place.begin &&
                reading->acts[k].words.begin < run->place.end)
                print_act(text, &reading->acts[k]);
    }
}

static json_t *span_json(struct letter_span span)
{
    return json_pack("[I,I]", (json_int_t)span.begin, (json_int_t)span.end);
}

static json_t *row_json(const struct letter_row *row)
{
    json_t *fields = json_object(), *spans = json_object();
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        json_object_set_new(fields, letter_field_name((enum letter_field)field),
                            json_string(row->values[field]));
    for (size_t i = 0; i < row->span_count; i++) {
        const char *name = letter_field_name(row->spans[i].field);
        if (!json_object_get(spans, name))
            json_object_set_new(spans, name, json_array());
        json_array_append_new(json_object_get(spans, name), span_json(row->spans[i].place));
    }
    return json_pack("{s:s,s:s%,s:s,s:o,s:s,s:b,s:s,s:s,s:o,s:o}", "question_id", row->question_id,
                     "reading", &row->reading, (size_t)1, "coding_id", row->coding_id, "fields",
                     fields, "position", positions.words[row->position], "review", row->review,
                     "flags", row->flags, "confidence_class", row->confidence.class, "words",
                     span_json(row->main), "spans", spans);
}

static json_t *act_json(const struct letter_act *act)
{
    return json_pack("{s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:b,s:s?,s:o}", "act", act->act, "phrase",
                     act->phrase, "mood", act->mood, "scope", act->scope, "weight", act->weight,
                     "questions", act->questions, "zone", letter_zone_name(act->zone), "counts",
                     !act->why_not, "why_not", act->why_not, "words", span_json(act->words));
}

static void print_json(const struct letter_reading *reading, const char *version)
{
    json_t *rows = json_array(), *acts = json_array(), *zones = json_array();
    for (size_t i = 0; i < reading->row_count; i++)
        json_array_append_new(rows, row_json(&reading->rows[i]));
    for (size_t i = 0; i < reading->act_count; i++)
        json_array_append_new(acts, act_json(&reading->acts[i]));
    for (size_t i = 0; i < reading->zone_count; i++)
        json_array_append_new(zones, json_pack("{s:s,s:s,s:o}", "zone",
                                               letter_zone_name(reading->zones[i].zone), "because",
                                               reading->zones[i].because, "place",
                                               span_json(reading->zones[i].place)));
    json_t *all = json_pack("{s:s,s:o,s:o,s:o,s:s}", "classifier", version, "rows", rows, "zones",
                            zones, "acts", acts, "notes", reading->notes);
    json_dumpf(all, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(all);
}

static void print_reading(const struct settings *s, const struct letter_text *text,
                          const struct letter_reading *reading, const char *version)
{
    if (s->json) {
        print_json(reading, version);
        return;
    }
    for (size_t i = 0; i < reading->row_count; i++)
        print_row(text, &reading->rows[i]);
    if (*reading->notes)
        printf("no row: %s\n", reading->notes);
    if (s->explain)
        print_explanation(text, reading);
}

static bool classify(const struct settings *s, struct letter_reader *reader,
                     const struct letter_text *text, struct error *err)
{
    struct letter_question questions[QUESTIONS];
    char ids[QUESTIONS][8];
    size_t count = s->questions ? (size_t)strtoul(s->questions, NULL, 10) : 0;
    for (size_t i = 0; i < count; i++) {
        text_fit(ids[i], sizeof ids[i], "Q%zu", i + 1);
        questions[i] = (struct letter_question){ids[i], ""};
    }
    struct letter_context context = {.own_names = &s->force,
                                     .own_name_count = s->force ? 1 : 0,
                                     .tools = &s->tool,
                                     .tool_count = s->tool ? 1 : 0,
                                     .questions = questions,
                                     .question_count = count,
                                     .regime = act_find(slice_of(s->regime ? s->regime : "FOIA"))};
    struct letter_reading reading;
    bool ok = letter_read(reader, text, &context, &reading, err);
    if (ok)
        print_reading(s, text, &reading, letter_reader_version(reader));
    letter_reading_done(&reading);
    return ok;
}

bool cmd_classify(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    struct letter_reader *reader = NULL;
    struct letter_text text = {0};
    options_parse(&command_line, argc, argv, &settings);
    bool ok = letter_file_read(settings.file, &text, err) && letter_reader_new(&reader, err) &&
              classify(&settings, reader, &text, err);
    letter_reader_free(reader);
    letter_text_free(&text);
    *ret_exit = 0;
    return ok;
}
