/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "cmd/commands.h"
#include "cmd/options.h"
#include "report/exports.h"
#include "report/output.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define TABLES EXPORT_NAMES_IN_WORDS

struct form {
    enum output_format format; /* unless it is a workbook */
    bool is_given, is_workbook;
};

struct settings {
    const char *database, *table, *output; /* table NULL: findings; of a workbook all */
    struct form form;
};

static void set_form(void *member, char *value, struct argp_state *state)
{
    struct form *form = member;
    form->is_given = true;
    form->is_workbook = strcmp(value, "xlsx") == 0;
    if (strcmp(value, "csv") == 0)
        form->format = OUTPUT_CSV;
    else if (strcmp(value, "json") == 0)
        form->format = OUTPUT_JSON;
    else if (!form->is_workbook)
        argp_error(state, "unknown format \"%s\": csv, json or xlsx", value);
}

static void set_table(void *member, char *value, struct argp_state *state)
{
    *(const char **)member = value;
    if (!output_table_exists(value))
        argp_error(state, "unknown table \"%s\": " TABLES, value);
}

static const struct command_option options[] = {
    {"format", 'f', "FORMAT", "csv, json or xlsx", OPTION_INTO(struct settings, form),
     .set = set_form},
    {"table", 't', "TABLE", TABLES "; default: findings; xlsx: all",
     OPTION_INTO(struct settings, table), .set = set_table},
    {"output", 'o', "FILE", "Write to FILE; - is standard output (default)",
     OPTION_INTO(struct settings, output)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (!settings->form.is_given)
        argp_error(state, "--format is needed: csv, json or xlsx");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Writes a table of an audit as CSV or JSON, with the exact values, or a workbook.",
    ARGUMENT_AUDIT(struct settings),
    .check = check,
};

static bool cannot_write(const char *path, int reason, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, path, 0, "Choose another file with -o, or free some space.",
                     "could not be written: %s", strerror(reason));
}

static bool write_content(sqlite3 *db, const struct settings *settings, const char *temp_folder,
                          FILE *out, struct error *err)
{
    if (settings->form.is_workbook)
        return output_write_workbook(db, settings->table, temp_folder, out, err);
    return output_write_table(db, settings->table ? settings->table : "findings",
                              settings->form.format, out, err);
}

static bool write_stdout(sqlite3 *db, const struct settings *settings, struct error *err)
{
    if (settings->form.is_workbook && isatty(STDOUT_FILENO))
        return error_set(err, ERROR_USAGE, "standard output", 0,
                         "Write it to a file: concord export AUDIT.db --format xlsx -o FILE.xlsx",
                         "a workbook is nothing for a terminal");
    bool ok = write_content(db, settings, NULL, stdout, err);
    if (ok && (fflush(stdout) != 0 || ferror(stdout)))
        ok = cannot_write("standard output", errno, err);
    return ok;
}

/* In a hidden folder beside it first, as all outputs are. */
static bool write_beside(sqlite3 *db, const struct settings *settings, struct outdir *o,
                         struct error *err)
{
    static const char name[] = "export";
    FILE *out = NULL;
    if (!outdir_open(o, name, &out, err))
        return false;
    bool ok = write_content(db, settings, outdir_path(o), out, err);
    return outdir_close(out, settings->output, err) && ok &&
           outdir_move_out(o, name, settings->output, err);
}

static bool write_file(sqlite3 *db, const struct settings *settings, struct error *err)
{
    static const char advice[] = "Choose another file with -o, or free some space.";
    struct stat status;
    struct stat source;
    if (stat(settings->output, &status) == 0 && stat(settings->database, &source) == 0 &&
        status.st_dev == source.st_dev && status.st_ino == source.st_ino)
        return error_set(err, ERROR_USAGE, settings->output, 0, "Choose another file with -o.",
                         "this is the audit that is read");
    if (stat(settings->output, &status) == 0 && !S_ISREG(status.st_mode))
        return error_set(err, ERROR_OUTPUT, settings->output, 0, "Choose another file with -o.",
                         "the output path exists and is no plain file");
    SCOPED_TEXT whole = memory_copy(settings->output);
    SCOPED_TEXT last = memory_copy(settings->output);
    struct outdir *o = NULL;
    if (!outdir_begin_scratch(dirname(whole), basename(last), advice, &o, err))
        return false;
    bool ok = write_beside(db, settings, o, err);
    outdir_abandon(o);
    return ok;
}

bool cmd_export(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {.output = "-"};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    if (strcmp(settings.output, "-") == 0)
        terminal_begin_data();
    bool ok = strcmp(settings.output, "-") == 0 ? write_stdout(db, &settings, err)
                                                : write_file(db, &settings, err);
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
