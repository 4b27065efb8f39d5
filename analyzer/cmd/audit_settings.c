/* SPDX-License-Identifier: MIT */
#include "cmd/audit_settings.h"

#include "base/error.h"
#include "cmd/list_option.h"
#include "cmd/marking_option.h"
#include "cmd/number_options.h"
#include "report/output.h"
#include "rules/rule_file.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEY_AUDIENCE = 256,
    KEY_USERS,
    KEY_PRIOR,
    KEY_RATIO,
    KEY_SEED,
    KEY_MARKING,
    KEY_BOUNDARIES,
    KEY_FORMAT,
    KEY_PDF,
    KEY_REPLACE
};

static const struct argp_option options[] = {
    {"output", 'o', "DIR", 0, "Write the audit into DIR (default: PACK-AS_OF, here)", 0},
    {"replace", KEY_REPLACE, NULL, 0,
     "Let the audit in DIR go even if it is of another pack, or a file of it was changed since; "
     "a file that no audit wrote is never deleted",
     0},
    {"as-of", 'a', "DATE", 0, "Audit as of DATE (default: the latest date in the pack)", 0},
    {"baseline", 'b', "AUDIT.db", 0, "Say what changed since an earlier audit", 0},
    {"fail-on", 'f', "SEVERITY", 0,
     "Exit with 1 if a finding is open at SEVERITY or above: critical, high, medium, low or info; "
     "new:SEVERITY counts those that are new or altered against the baseline",
     0},
    {"rules", 'r', "DIR", 0, "Run the rules in the .sql files of DIR as well", 0},
    {"strict", 's', NULL, 0,
     "Refuse the pack if any row of it is rejected, and the audit if a rule of DIR cannot be used",
     0},
    {"audience", KEY_AUDIENCE, "AUDIENCE", 0,
     "internal (default), or public: without what the answers give away about single forces", 0},
    {"users", KEY_USERS, "LOW-HIGH", 0,
     "How many forces may use a tool: the band of scenarios (default: 5-20)", 0},
    {"prior", KEY_PRIOR, "NAME=A,B", 0,
     "A Beta prior of the exposure model: p (default: 1,1), t1 (9,1) or t0 (1,1); `docs/method.md` "
     "says what they mean",
     0},
    {"ratio", KEY_RATIO, "NAME=X", 0,
     "The likelihood ratio of an acknowledgement by others: third-party (default: 3) or "
     "collaboration (10)",
     0},
    {"seed", KEY_SEED, "N", 0, "The seed of all random numbers (default: 1)", 0},
    {"boundaries", KEY_BOUNDARIES, "FILE.geojson", 0,
     "Draw maps with these boundaries of police force areas as well (default: "
     "datasets/boundaries/*.geojson, where there is one)",
     0},
    {"marking", KEY_MARKING, "TEXT", 0,
     "Put TEXT (\"OFFICIAL-SENSITIVE\") at head and foot of everything that is written", 0},
    {"format", KEY_FORMAT, "LIST", 0,
     "What to write: csv, json, html, xlsx, charts, pdf, with commas (default: all but pdf)", 0},
    {"pdf", KEY_PDF, NULL, 0, "Write a leadership brief and the report as PDF as well", 0},
    {"quiet", 'q', NULL, 0, "Print nothing but errors", 0},
    {"json", 'j', NULL, 0, "Print summary.json instead of words", 0},
    {0},
};

static void set_gate(struct audit_settings *settings, const char *value, struct argp_state *state)
{
    static const char new_only[] = "new:";
    settings->fails_on_new = strncmp(value, new_only, sizeof new_only - 1) == 0;
    const char *severity = settings->fails_on_new ? value + sizeof new_only - 1 : value;
    settings->gate_rank = severity_rank(severity);
    if (!settings->gate_rank)
        argp_error(state,
                   "--fail-on takes critical, high, medium, low or info, or new: and one of them, "
                   "not \"%s\"",
                   value);
}

static const struct list_word formats[] = {
    {"csv", OUTPUT_AS_CSV},
    {"json", OUTPUT_AS_JSON},
    {"html", OUTPUT_AS_HTML},
    {"xlsx", OUTPUT_AS_XLSX},
    {"charts", OUTPUT_AS_CHARTS},
    {"pdf", OUTPUT_AS_PDF},
    {NULL, 0},
};

static error_t parse_output(int key, char *value, struct argp_state *state)
{
    struct audit_settings *settings = state->input;
    switch (key) {
    case KEY_BOUNDARIES:
        settings->boundaries = value;
        return 0;
    case KEY_MARKING:
        settings->marking = marking_option(value, state);
        return 0;
    case KEY_FORMAT:
        settings->formats = list_option("--format", value, formats, state);
        return 0;
    case KEY_PDF:
        settings->pdf = true;
        return 0;
    case KEY_REPLACE:
        settings->replace = true;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse_number(int key, const char *value, struct argp_state *state)
{
    struct measure_options *numbers = &((struct audit_settings *)state->input)->numbers;
    switch (key) {
    case KEY_AUDIENCE:
        number_options_audience(numbers, value, state);
        return 0;
    case KEY_USERS:
        number_options_users(numbers, value, state);
        return 0;
    case KEY_PRIOR:
        number_options_prior(numbers, value, state);
        return 0;
    case KEY_RATIO:
        number_options_ratio(numbers, value, state);
        return 0;
    case KEY_SEED:
        number_options_seed(numbers, value, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse(int key, char *value, struct argp_state *state)
{
    struct audit_settings *settings = state->input;
    switch (key) {
    case 'o':
        if (!*value)
            argp_error(state, "--output needs the name of a folder");
        settings->output = value;
        return 0;
    case 'a':
        settings->as_of = value;
        return 0;
    case 'b':
        settings->baseline = value;
        return 0;
    case 'f':
        set_gate(settings, value, state);
        return 0;
    case 'r':
        settings->rules = value;
        return 0;
    case 's':
        settings->strict = true;
        return 0;
    case 'q':
        settings->quiet = true;
        return 0;
    case 'j':
        settings->json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (settings->pack)
            argp_error(state, "Too many arguments: one PACK at a time, not also \"%s\"", value);
        settings->pack = value;
        return 0;
    case ARGP_KEY_END:
        if (!settings->pack)
            argp_error(state, "PACK is needed: a folder with responses.csv, one CSV file, or -");
        if (settings->fails_on_new && !settings->baseline)
            argp_error(state, "--fail-on new: needs --baseline");
        if (settings->pdf)
            settings->formats |= OUTPUT_AS_PDF;
        return 0;
    default:
        return parse_output(key, value, state) == 0 ? 0 : parse_number(key, value, state);
    }
}

static const struct argp argp = {
    .options = options,
    .parser = parse,
    .args_doc = "PACK",
    .doc = "Audits a pack: a folder with responses.csv and whatever else is known, one CSV file "
           "of responses, or - for standard input. Writes the report, the tables and audit.db "
           "into one folder, whole or not at all."
           "\vExit codes: 0 done; 1 done, and --fail-on found something; 2 wrong usage; 3 the pack "
           "could not be accepted; 4 the output could not be written, or, under --strict, a rule "
           "of DIR "
           "could not be used.",
};

struct audit_settings audit_settings_parse(int argc, char **argv)
{
    struct audit_settings settings = {.formats = OUTPUT_AS_USUAL};
    argp_parse(&argp, argc, argv, 0, NULL, &settings);
    return settings;
}

char *audit_settings_text(const struct audit_settings *settings)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        memory_exhausted();
    if (settings->as_of)
        fprintf(out, " --as-of %s", settings->as_of);
    if (settings->rules)
        fprintf(out, " --rules %s", settings->rules);
    if (settings->baseline)
        fprintf(out, " --baseline %s", settings->baseline);
    if (settings->strict)
        fputs(" --strict", out);
    if (settings->boundaries)
        fprintf(out, " --boundaries %s", settings->boundaries);
    if (settings->marking)
        fprintf(out, " --marking \"%s\"", settings->marking);
    number_options_print(&settings->numbers, out);
    if (fclose(out) != 0)
        memory_exhausted();
    if (size > 0)
        memmove(text, text + 1, size); /* the space before the first */
    return text;
}
