/* SPDX-License-Identifier: MIT */
#include "cmd/rules_test.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/version.h"
#include "cmd/print_text.h"
#include "derive/derive.h"
#include "intake/load.h"
#include "report/outdir.h"
#include "rules/user_rules.h"
#include "store/query.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the examples of one rule came to. */
struct outcome {
    int firing, silent; /* examples of each kind */
    int wrong;
};

static void say_at(struct slice file, int64_t line, const char *what)
{
    fputs("    ", stdout);
    print_text(file);
    printf(":%lld: %s", (long long)line, what);
}

/* -1 for a word that is neither yes nor no. */
static int yes_or_no(const char *word)
{
    static const char *const yes[] = {"yes", "y", "true", "1"}, *const no[] = {"no", "n", "false",
                                                                               "0"};
    for (int i = 0; i < 4; i++) {
        if (strcasecmp(word, yes[i]) == 0)
            return 1;
        if (strcasecmp(word, no[i]) == 0)
            return 0;
    }
    return -1;
}

static void judge_example(sqlite3_stmt *s, struct outcome *o)
{
    int wanted = yes_or_no(query_get_text(s, "wanted").bytes);
    bool fires = query_get_int(s, "fires") != 0;
    o->firing += wanted == 1;
    o->silent += wanted == 0;
    if (wanted == (int)fires)
        return;
    o->wrong++;
    say_at(query_get_text(s, "file"), query_get_int(s, "line"), "");
    if (wanted < 0)
        puts("the column fires takes yes or no");
    else
        puts(wanted ? "must fire, and does not" : "must not fire, and does");
}

static bool judge_examples(sqlite3 *db, struct outcome *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "rule_examples");
    while (query_next(s))
        judge_example(s, o);
    return query_done(s, err);
}

/* A row that was rejected is no example. */
static bool judge_rejects(sqlite3 *db, struct outcome *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "check_all_rejects");
    while (query_next(s)) {
        o->wrong++;
        say_at(query_get_text(s, "file"), query_get_int(s, "line"), "rejected: ");
        print_text(query_get_text(s, "message"));
        putchar('\n');
    }
    return query_done(s, err);
}

static bool load_examples(sqlite3 *db, const char *pack, struct error *err)
{
    const struct intake_options options = {
        .pack = pack, .version = concord_version(), .options_text = ""};
    struct intake_result loaded;
    return intake_load(db, &options, &loaded, err) && derive_meaning(db, err);
}

static bool run_alone(sqlite3 *db, const struct rule *rule, const char *database,
                      struct rule_fault *ret_fault, struct error *err)
{
    struct rule copy = *rule;
    struct catalogue one = {.rules = &copy, .count = 1};
    bool ok = user_rules_run(db, database, &one, err);
    *ret_fault = one.fault_count ? one.faults[0] : (struct rule_fault){0};
    free(one.faults);
    return ok;
}

/* On the examples, or, where pack is NULL, on nothing: whether the rule can be used at all. */
static bool run_on_examples(const struct rule *rule, const char *pack, const char *database,
                            struct outcome *o, struct rule_fault *ret_fault, struct error *err)
{
    sqlite3 *db = NULL;
    if (!database_create(database, &db, err))
        return false;
    bool ok = (!pack || load_examples(db, pack, err)) &&
              run_alone(db, rule, database, ret_fault, err) && judge_rejects(db, o, err) &&
              (ret_fault->file ||
               (judge_examples(db, o, err) && user_rules_check_roles(db, rule, ret_fault, err)));
    sqlite3_close_v2(db);
    return ok;
}

/* The folder beside the rule, which the caller frees; NULL where nothing of that name is. What
 * is there and no folder is found out when it is read. */
static char *examples_of(const struct rule *rule)
{
    struct stat status;
    SCOPED_TEXT examples =
        memory_print("%.*s", (int)(strlen(rule->path) - strlen(".sql")), rule->path);
    return lstat(examples, &status) == 0 ? memory_copy(examples) : NULL;
}

static void print_fault(const struct rule_fault *fault)
{
    fputs("    ", stdout);
    terminal_print(stdout, fault->file);
    if (fault->line)
        printf(":%ld", fault->line);
    fputs(": ", stdout);
    terminal_print(stdout, fault->reason);
    putchar('\n');
}

static bool conclude(const struct outcome *o, const struct rule_fault *fault)
{
    if (fault->file) {
        print_fault(fault);
        return false;
    }
    printf("    %d that must fire, %d that must not", o->firing, o->silent);
    bool is_whole = o->firing > 0 && o->silent > 0;
    if (o->wrong)
        printf("; %d otherwise\n", o->wrong);
    else
        puts(is_whole ? ": all as they say" : "; a rule needs examples of both kinds");
    return is_whole && o->wrong == 0;
}

static bool test_rule(const struct rule *rule, const char *database, bool *ret_well,
                      struct error *err)
{
    SCOPED_TEXT examples = examples_of(rule);
    printf("%s %s\n", rule->id, rule->name);
    struct outcome o = {0};
    struct rule_fault mistake = {0};
    if (!run_on_examples(rule, examples, database, &o, &mistake, err))
        return false;
    if (examples || mistake.file)
        *ret_well = conclude(&o, &mistake);
    if (!examples)
        fputs("    no examples: a folder of that name beside the rule, with a responses.csv that "
              "has a column fires\n",
              stdout);
    rule_fault_done(&mistake);
    return true;
}

static bool test_all(const struct catalogue *catalogue, const char *database, int *ret_well,
                     int *ret_count, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < catalogue->count; i++) {
        bool is_well = false;
        if (!catalogue->rules[i].is_users)
            continue;
        ok = test_rule(&catalogue->rules[i], database, &is_well, err);
        *ret_well += is_well;
        ++*ret_count;
        unlink(database);
    }
    return ok;
}

static bool test_in(const struct outdir *work, const struct catalogue *catalogue,
                    bool *ret_all_well, struct error *err)
{
    int well = 0, count = 0;
    if (!test_all(catalogue, outdir_database_path(work), &well, &count, err))
        return false;
    for (size_t i = 0; i < catalogue->fault_count; i++, count++)
        print_fault(&catalogue->faults[i]);
    printf("\n%d of %d %s well.\n", well, count, count == 1 ? "rule is" : "rules are");
    *ret_all_well = well == count;
    return true;
}

bool rules_test(const char *folder, bool *ret_all_well, struct error *err)
{
    struct catalogue catalogue = catalogue_load();
    struct outdir *work = NULL;
    bool ok = catalogue_add_folder(&catalogue, folder, err) &&
              outdir_begin_scratch(outdir_temporary(), "concord-rules",
                                   "Set TMPDIR to a folder that can be written.", &work, err) &&
              test_in(work, &catalogue, ret_all_well, err);
    outdir_abandon(work);
    catalogue_free(&catalogue);
    return ok;
}
