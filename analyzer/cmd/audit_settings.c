/* SPDX-License-Identifier: MIT */
#include "cmd/audit_settings.h"

#include "cmd/age_option.h"
#include "cmd/marking_option.h"
#include "cmd/number_options.h"
#include "report/output.h"
#include "rules/rule_file.h"

#include <string.h>

static void set_output(void *member, char *value, struct argp_state *state)
{
    if (!*value)
        argp_error(state, "--output needs the name of a folder");
    *(const char **)member = value;
}

static void set_gate(void *member, char *value, struct argp_state *state)
{
    static const char new_only[] = "new:";
    struct audit_gate *gate = member;
    gate->counts_new_only = strncmp(value, new_only, sizeof new_only - 1) == 0;
    gate->rank = severity_rank(gate->counts_new_only ? value + sizeof new_only - 1 : value);
    if (!gate->rank)
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

/* Those that shape the result come first, in the order in which audit.db tells of them. */
static const struct command_option options[] = {
    {"as-of", 'a', "DATE", "Audit as of DATE (default: latest answer or publication)",
     OPTION_INTO(struct audit_settings, as_of), .shapes_result = true},
    {"rules", 'r', "DIR", "Run the rules in the .sql files of DIR as well",
     OPTION_INTO(struct audit_settings, rules), .shapes_result = true},
    {"baseline", 'b', "AUDIT.db|PACK",
     "Say what changed since an earlier audit, or since the audit of an earlier pack by the rules "
     "of today",
     OPTION_INTO(struct audit_settings, baseline), .shapes_result = true},
    {"strict", 's', NULL,
     "Refuse the pack if any row of it is rejected, and the audit if a rule of DIR cannot be used",
     OPTION_INTO(struct audit_settings, strict), .shapes_result = true},
    {"boundaries", 0, "FILE.geojson",
     "Draw maps with these boundaries of police force areas as well (default: "
     "datasets/boundaries/*.geojson, where there is one)",
     OPTION_INTO(struct audit_settings, boundaries), .shapes_result = true},
    {"marking", 0, "TEXT",
     "Put TEXT (\"OFFICIAL-SENSITIVE\") at head and foot of everything that is written",
     OPTION_INTO(struct audit_settings, marking), .set = marking_option_set, .shapes_result = true},
    {"request", 0, "REQUEST", "What the letters of a folder answer: 995/24",
     OPTION_INTO(struct audit_settings, request), .needs_words = true, .shapes_result = true},
    {"tool", 0, "TOOL", "What they were asked about", OPTION_INTO(struct audit_settings, tool),
     .needs_words = true, .shapes_result = true},
    {"forces", 0, "whose.csv",
     "Whose letters they are, where the letters do not say: the list of an earlier audit, filled "
     "in",
     OPTION_INTO(struct audit_settings, forces), .shapes_result = true},
    {"prior", 0, "NAME=A,B",
     "A Beta prior of the exposure model: p (default: 1,1), t1 (9,1) or t0 (1,1); `docs/method.md` "
     "says what they mean",
     OPTION_INTO(struct audit_settings, numbers), .set = number_options_prior,
     .print = number_options_print_prior, .shapes_result = true},
    {"ratio", 0, "NAME=X",
     "The likelihood ratio of an acknowledgement by others: third-party (default: 3) or "
     "collaboration (10)",
     OPTION_INTO(struct audit_settings, numbers), .set = number_options_ratio,
     .print = number_options_print_ratio, .shapes_result = true},
    {"users", 0, "LOW-HIGH",
     "How many forces may use a tool: the band of scenarios (default: 5-20)",
     OPTION_INTO(struct audit_settings, numbers), .set = number_options_users,
     .print = number_options_print_users, .shapes_result = true},
    {"seed", 0, "N", "The seed of all random numbers (default: 1)",
     OPTION_INTO(struct audit_settings, numbers), .set = number_options_seed,
     .print = number_options_print_seed, .shapes_result = true},
    {"audience", 0, "AUDIENCE",
     "internal (default), or public: without what the answers give away about single forces",
     OPTION_INTO(struct audit_settings, numbers), .set = number_options_audience,
     .print = number_options_print_audience, .shapes_result = true},
    {"old-after", 0, "YEARS", "Hatch positions older than that on maps (default: 3)",
     OPTION_INTO(struct audit_settings, old_after), .set = age_option_set,
     .print = age_option_print, .shapes_result = true},
    {"output", 'o', "DIR", "Write the audit into DIR (default: PACK-AS_OF, here)",
     OPTION_INTO(struct audit_settings, output), .set = set_output},
    {"replace", 0, NULL,
     "Let the audit in DIR go even if it is of another pack, or a file of it was changed since; "
     "a file that no audit wrote is never deleted",
     OPTION_INTO(struct audit_settings, replace)},
    {"fail-on", 'f', "SEVERITY",
     "Exit with 1 if a finding is open at SEVERITY or above: critical, high, medium, low or info; "
     "new:SEVERITY counts those that are new or altered against the baseline",
     OPTION_INTO(struct audit_settings, gate), .set = set_gate},
    {"format", 0, "LIST",
     "What to write: csv, json, html, xlsx, charts, pdf, with commas (default: all but pdf)",
     OPTION_INTO(struct audit_settings, formats), .list = formats},
    {"pdf", 0, NULL, "Write a leadership brief and the report as PDF as well",
     OPTION_INTO(struct audit_settings, pdf)},
    {"quiet", 'q', NULL, "Print nothing but errors", OPTION_INTO(struct audit_settings, quiet)},
    {"json", 'j', NULL, "Print summary.json instead of words",
     OPTION_INTO(struct audit_settings, json), .not_with = "quiet"},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    struct audit_settings *settings = given;
    if (settings->gate.counts_new_only && !settings->baseline)
        argp_error(state, "--fail-on new: needs --baseline");
    if (settings->pdf)
        settings->formats |= OUTPUT_AS_PDF;
}

static const struct command_line command_line = {
    .options = options,
    .usage = "PACK",
    .doc = "Audits a pack: a folder with responses.csv and whatever else is known, one CSV file "
           "of responses, or - for standard input; or a folder of letters, with --request and "
           "--tool. Writes the report, the tables and audit.db "
           "into one folder, whole or not at all."
           "\vExit codes: 0 done; 1 done, and --fail-on found something; 2 wrong usage; 3 the pack "
           "could not be accepted; 4 the output could not be written, or, under --strict, a rule "
           "of DIR could not be used.",
    .arguments = {ARGUMENT_INTO(struct audit_settings, pack)},
    .least = 1,
    .most = 1,
    .too_many = "one PACK at a time",
    .missing = "PACK is needed: a folder with responses.csv, one CSV file, or -",
    .check = check,
};

struct audit_settings audit_settings_parse(int argc, char **argv)
{
    struct audit_settings settings = {.formats = OUTPUT_AS_USUAL};
    options_parse(&command_line, argc, argv, &settings);
    return settings;
}

char *audit_settings_text(const struct audit_settings *settings)
{
    return options_text(&command_line, settings);
}
