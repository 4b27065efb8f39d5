/* SPDX-License-Identifier: MIT */
#include "cmd/precheck_settings.h"

#include "domain/vocabulary.h"

#include <stdlib.h>
#include <string.h>

static void set_part(void *member, char *value, struct argp_state *state)
{
    char *end;
    unsigned long part = strtoul(value, &end, 10);
    if (!*value || *end || part == 0 || part > 10000)
        argp_error(state, "--part takes the number of a letter in the file, from 1, not \"%s\"",
                   value);
    *(size_t *)member = part;
}

static const struct list_word gates[] = {
    {"critical", GATE_CRITICAL}, {"high", GATE_HIGH}, {"medium", GATE_MEDIUM},
    {"low", GATE_LOW},           {"info", GATE_INFO}, {"residue", GATE_RESIDUE},
    {"unread", GATE_UNREAD},     {NULL, 0},
};

#define SHARED_OPTIONS                                                                             \
    {"force",                                                                                      \
     'f',                                                                                          \
     "FORCE",                                                                                      \
     "Who would answer",                                                                           \
     OPTION_INTO(struct precheck_settings, asked.force),                                           \
     .needs_words = true},                                                                         \
        {"request",                                                                                \
         'r',                                                                                      \
         "REQUEST",                                                                                \
         "What would be answered",                                                                 \
         OPTION_INTO(struct precheck_settings, asked.request),                                     \
         .needs_words = true},                                                                     \
        {"tool",                                                                                   \
         't',                                                                                      \
         "TOOL",                                                                                   \
         "What was asked about (default: as the pack has it)",                                     \
         OPTION_INTO(struct precheck_settings, asked.tool),                                        \
         .needs_words = true},                                                                     \
        {"date",                                                                                   \
         'd',                                                                                      \
         "DATE",                                                                                   \
         "When it would be sent (default: as the letter or the pack has it)",                      \
         OPTION_INTO(struct precheck_settings, asked.date),                                        \
         .needs_words = true},                                                                     \
        {"stage", 's', "STAGE", "initial, internal_review, ico or tribunal",                       \
         OPTION_INTO(struct precheck_settings, asked.stage)},                                      \
        {"json", 'j', NULL, "Print JSON, with everything",                                         \
         OPTION_INTO(struct precheck_settings, json)},                                             \
    {                                                                                              \
        "output", 'o', "FILE", "Write it into FILE, which only its owner can read",                \
            OPTION_INTO(struct precheck_settings, output), .needs_words = true                     \
    }

static const struct command_option precheck_options[] = {
    SHARED_OPTIONS,
    {"received", 0, "DATE", "When the request came (default: as the letter or the pack has it)",
     OPTION_INTO(struct precheck_settings, asked.received), .needs_words = true},
    {"part", 'p', "N", "The letter of that number, where the file has several",
     OPTION_INTO(struct precheck_settings, asked.part), .set = set_part},
    {"fail-on", 0, "LIST",
     "Exit with 1 if a finding of that severity or above would be created under any reading "
     "(critical, high, medium, low, info), if a force, a placeholder or a reference is left over "
     "(residue), or if no decision was found (unread)",
     OPTION_INTO(struct precheck_settings, gate), .list = gates},
    {"no-text", 0, NULL, "Leave the draft's words out, and keep where they stand",
     OPTION_INTO(struct precheck_settings, asked.no_text)},
    {0},
};

static const struct command_option advise_options[] = {
    SHARED_OPTIONS,
    {0},
};

static void check_shared(const struct precheck_settings *settings, struct argp_state *state)
{
    const struct precheck_options *asked = &settings->asked;
    if (!asked->force)
        argp_error(state, "--force is needed: who would answer");
    if (asked->stage && vocabulary_code(&stages, slice_of(asked->stage)) < 0)
        argp_error(state, "There is no stage \"%s\": initial, internal_review, ico or tribunal",
                   asked->stage);
}

static void check_precheck(void *given, struct argp_state *state)
{
    const struct precheck_settings *settings = given;
    check_shared(settings, state);
    if (!settings->asked.request)
        argp_error(state, "--request is needed: what would be answered");
    if (strcmp(settings->asked.letter, "-") == 0 && strcmp(settings->asked.pack, "-") == 0)
        argp_error(state, "LETTER and PACK cannot both be standard input");
}

static void check_advise(void *given, struct argp_state *state)
{
    const struct precheck_settings *settings = given;
    check_shared(settings, state);
    if (!settings->asked.request && !settings->asked.tool)
        argp_error(state, "--tool or --request is needed: what would be answered about");
}

static const struct command_line precheck_line = {
    .options = precheck_options,
    .usage = "LETTER PACK",
    .doc = "Reads a draft and compares it with what is published and advised: which limb of the "
           "advice applies, what it asks for, what the draft does, and what it would do to the "
           "findings that there are. LETTER is text, HTML, PDF, DOCX, ODT, e-mail, or - for "
           "standard input. Nothing is written but what -o names, and nothing goes anywhere."
           "\vIt is not legal advice, and each force decides for itself. Exit codes: 0 done; 1 "
           "done, and --fail-on found something; 2 wrong usage, or an unknown name; 3 the pack or "
           "the letter could not be read; 4 the output could not be written.",
    .arguments = {ARGUMENT_INTO(struct precheck_settings, asked.letter),
                  ARGUMENT_INTO(struct precheck_settings, asked.pack)},
    .least = 2,
    .most = 2,
    .too_many = "one LETTER and one PACK",
    .missing = "LETTER and PACK are needed",
    .check = check_precheck,
};

static const struct command_line advise_line = {
    .options = advise_options,
    .usage = "PACK",
    .doc = "Tells what is published and advised about an answer that a force is to give, and what "
           "each answer would do to the findings that there are. The order of the answers is "
           "fixed, and recommends none."
           "\vIt is not legal advice, and each force decides for itself.",
    .arguments = {ARGUMENT_INTO(struct precheck_settings, asked.pack)},
    .least = 1,
    .most = 1,
    .too_many = "one PACK at a time",
    .missing = "PACK is needed",
    .check = check_advise,
};

struct precheck_settings precheck_settings_parse(int argc, char **argv)
{
    struct precheck_settings settings = {.gate = 0};
    options_parse(&precheck_line, argc, argv, &settings);
    return settings;
}

struct precheck_settings advise_settings_parse(int argc, char **argv)
{
    struct precheck_settings settings = {.gate = 0};
    options_parse(&advise_line, argc, argv, &settings);
    return settings;
}
