/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "base/utf8.h"
#include "cmd/commands.h"
#include "cmd/options.h"

#include "base/terminal.h"
#include "cmd/rules_test.h"
#include "domain/name.h"
#include "rules/catalogue.h"

#include <jansson.h>
#include <stdlib.h>

struct settings {
    const char *rule, *folder, *test_folder;
    bool json;
};

static const struct command_option options[] = {
    {"json", 'j', NULL, "Print JSON", OPTION_INTO(struct settings, json)},
    {"rules", 'r', "DIR", "Show the rules in the .sql files of DIR as well",
     OPTION_INTO(struct settings, folder)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    bool is_test = settings->rule && strcmp(settings->rule, "test") == 0;
    if (is_test && !settings->test_folder)
        argp_error(state, "rules test needs DIR, a folder of rules");
    if (is_test && settings->json)
        argp_error(state, "rules test takes no --json: it tells what it found in words");
    if (is_test && settings->folder)
        argp_error(state, "rules test takes no --rules: write rules test %s", settings->folder);
    if (!is_test && settings->test_folder)
        argp_error(state, "Too many arguments");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Lists the rules, or shows one (G01, or its name) with its rationale, its source, its "
           "remedy and its SQL. With `test DIR`, tries the rules of a folder on the examples "
           "beside them (docs/writing-rules.md) and exits with 1 where one comes out otherwise.",
    .usage = "[RULE]\ntest DIR",
    .arguments = {ARGUMENT_INTO(struct settings, rule),
                  ARGUMENT_INTO(struct settings, test_folder)},
    .most = 2,
    .check = check,
};

static json_t *rule_json(const struct rule *r)
{
    return json_pack("{ss ss ss ss ss ss ss ss ss}", "id", r->id, "name", r->name, "title",
                     r->title, "severity", severity_word(r->severity), "basis",
                     bases.words[r->basis], "rationale", r->rationale, "source", r->source,
                     "remedy", r->remedy, "sql", r->sql);
}

static void print_json(json_t *json)
{
    json_dumpf(json, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(json);
}

static void print_list(const struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct rule *r = &catalogue->rules[i];
        printf("%-4s %-9s %-12s ", r->id, severity_word(r->severity), bases.words[r->basis]);
        terminal_print(stdout, r->title);
        putchar('\n');
    }
    printf("\n%zu rules. concord rules %s shows one with its rationale and SQL.\n",
           catalogue->count, catalogue->rules[0].id);
}

static void print_rule(const struct rule *r)
{
    printf("%s %s: ", r->id, r->name);
    terminal_print(stdout, r->title);
    printf("\n\nSeverity:  %s\nBasis:     %s\n", severity_word(r->severity), bases.words[r->basis]);
    const char *const fields[][2] = {{"Rationale: ", r->rationale},
                                     {"Source:    ", r->source},
                                     {"Remedy:    ", r->remedy},
                                     {"File:      ", r->is_users ? r->path : NULL}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!fields[i][1])
            continue;
        fputs(fields[i][0], stdout);
        terminal_print(stdout, fields[i][1]);
        putchar('\n');
    }
    putchar('\n');
    struct slice rest = slice_of(r->sql), line;
    while (slice_next_part(&rest, '\n', &line)) {
        char *text = slice_copy(line);
        terminal_print(stdout, text);
        putchar('\n');
        free(text);
    }
}

static bool unknown_rule(const struct catalogue *catalogue, const char *id, struct error *err)
{
    struct nearest_name nearest = nearest_begin(id);
    for (size_t i = 0; i < catalogue->count; i++) {
        nearest_offer(&nearest, catalogue->rules[i].id);
        nearest_offer(&nearest, catalogue->rules[i].name);
    }
    char next[128] = "Run `concord rules` for the list.";
    const struct rule *meant = nearest.name ? catalogue_find(catalogue, nearest.name) : NULL;
    if (meant)
        text_cut(next, sizeof next, "Did you mean %s (%s)?", meant->id, meant->name);
    return error_set(err, ERROR_USAGE, NULL, 0, next, "there is no rule \"%s\"", SHOWN(id, 64));
}

static bool show(const struct catalogue *catalogue, const struct settings *settings,
                 struct error *err)
{
    if (!settings->rule && !settings->json) {
        print_list(catalogue);
        return true;
    }
    if (!settings->rule) {
        json_t *all = json_array();
        for (size_t i = 0; i < catalogue->count; i++)
            json_array_append_new(all, rule_json(&catalogue->rules[i]));
        print_json(all);
        return true;
    }
    const struct rule *rule = catalogue_find(catalogue, settings->rule);
    if (!rule)
        return unknown_rule(catalogue, settings->rule, err);
    if (settings->json)
        print_json(rule_json(rule));
    else
        print_rule(rule);
    return true;
}

bool cmd_rules(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    if (settings.json)
        terminal_begin_data();
    bool all_well = false;
    *ret_exit = 0;
    if (settings.test_folder) {
        bool is_tested = rules_test(settings.test_folder, &all_well, err);
        *ret_exit = all_well ? 0 : 1;
        return is_tested;
    }
    struct catalogue catalogue = catalogue_load();
    bool ok = (!settings.folder || catalogue_add_folder(&catalogue, settings.folder, err)) &&
              show(&catalogue, &settings, err);
    for (size_t i = 0; i < catalogue.fault_count; i++)
        terminal_warn(catalogue.faults[i].file, catalogue.faults[i].line,
                      catalogue.faults[i].reason);
    catalogue_free(&catalogue);
    return ok;
}
