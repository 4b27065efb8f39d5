/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "cmd/commands.h"
#include "cmd/folder_name.h"
#include "cmd/options.h"
#include "dossier/dossier.h"
#include "report/former.h"
#include "report/pdf.h"
#include "store/query.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct settings {
    const char *database, *force, *request, *tool, *folder;
    bool all, pdf;
};

static void set_folder(void *member, char *value, struct argp_state *state)
{
    const char *ending = folder_name_file_ending(value);
    if (ending)
        argp_error(state,
                   "-o takes a folder, and no .%s: \"%s\"; the dossier is called by its force",
                   ending, value);
    *(const char **)member = *value ? value : ".";
}

static const struct command_option options[] = {
    {"force", 0, "FORCE", "The force, by any of its names", OPTION_INTO(struct settings, force),
     .needs_words = true},
    {"all", 'a', NULL, "Each force of which something is known", OPTION_INTO(struct settings, all),
     .not_with = "force"},
    {"request", 'r', "REQUEST", "About that request", OPTION_INTO(struct settings, request),
     .needs_words = true},
    {"tool", 't', "TOOL", "About that tool (default: those that something is known of)",
     OPTION_INTO(struct settings, tool), .needs_words = true},
    {"output", 'o', "DIR",
     "Write into that folder, made if it is not there (default: the current one)",
     OPTION_INTO(struct settings, folder), .set = set_folder},
    {"pdf", 0, NULL, "Print each as PDF too; needs chromium and pdftoppm",
     OPTION_INTO(struct settings, pdf)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (!settings->force && !settings->all)
        argp_error(state, "--force FORCE is needed, or --all");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Writes two sheets about a force, for a meeting: what it said, what was public, what "
           "was advised, what the others said, and where that does not hold.\v"
           "Example:\n  concord dossier audit/audit.db --force 'North Yorkshire' --pdf",
    ARGUMENT_AUDIT(struct settings),
    .check = check,
};

/* What is no small letter or digit becomes a hyphen. */
static void append_plain(FILE *out, struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool is_capital = c >= 'A' && c <= 'Z';
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        putc(is_capital ? c + ('a' - 'A') : is_plain ? c : '-', out);
    }
}

/* "dossier-kent-157-25": of the force, and of what was asked for. The caller frees. */
static char *base_name(sqlite3_stmt *subject)
{
    static const char *const parts[] = {"force_name", "request_id", "tool_id"};
    char *name = NULL;
    size_t length;
    FILE *out = memory_stream(&name, &length);
    fputs("dossier", out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct slice text = query_get_text(subject, parts[i]);
        if (text.length == 0)
            continue;
        putc('-', out);
        enum { MOST = 60 };
        append_plain(out, (struct slice){text.bytes, text.length < MOST ? text.length : MOST});
    }
    memory_stream_end(out);
    return name;
}

static bool has(struct slice head, const char *words)
{
    return memmem(head.bytes, head.length, words, strlen(words)) != NULL;
}

static bool begins(struct slice head, const char *words)
{
    return head.length >= strlen(words) && memcmp(head.bytes, words, strlen(words)) == 0;
}

/* Both begin so, the PDF with its title in one of the two ways that these are written in. */
static bool is_dossier(struct slice head)
{
    static const char page[] = "<!DOCTYPE html>", pdf[] = "%PDF-", title[] = "Dossier of ",
                      generator[] = "<meta name=\"generator\" content=\"concord ",
                      wide[] = "0044006F007300730069006500720020006F00660020";
    bool is_titled = has(head, title);
    return (begins(head, page) && is_titled && has(head, generator)) ||
           (begins(head, pdf) && (is_titled || has(head, wide)));
}

/* A dossier gives way to a later one, and nothing else does. */
static bool check_place(const struct settings *settings, const char *name, struct error *err)
{
    enum { HEAD = 4096 };
    char head[HEAD];
    SCOPED_TEXT path = memory_print("%s/%s", settings->folder, name);
    struct stat status;
    if (lstat(path, &status) != 0)
        return true; /* what else there is tells the move */
    FILE *file = S_ISREG(status.st_mode) ? fopen(path, "r") : NULL;
    size_t length = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return is_dossier((struct slice){head, length}) ||
           error_set(err, ERROR_OUTPUT, path, 0, "Move it away, or choose another folder with -o.",
                     "there is something of that name which is no dossier, and it is not replaced");
}

static bool move_out(struct outdir *o, const struct settings *settings, const char *name,
                     struct error *err)
{
    SCOPED_TEXT to = memory_print("%s/%s", settings->folder, name);
    bool ok = outdir_move_out(o, name, to, err);
    if (ok)
        puts(to);
    return ok;
}

static bool write_one(struct dossiers *d, struct outdir *o, const struct settings *settings,
                      sqlite3_stmt *subject, struct error *err)
{
    SCOPED_TEXT base = base_name(subject);
    SCOPED_TEXT page = memory_print("%s.html", base);
    SCOPED_TEXT pdf = settings->pdf ? memory_print("%s.pdf", base) : NULL;
    const struct dossier_plan plan = {
        .subject = {.force_no = (int32_t)query_get_int(subject, "force_no"),
                    .request_no = (int32_t)query_get_int(subject, "request_no"),
                    .tool_no = (int32_t)query_get_int(subject, "tool_no")},
        .page = page,
        .pdf = pdf,
        .left_out = "concord evidence puts all of it into a bag."};
    return dossiers_write(d, o, &plan, err) && move_out(o, settings, page, err) &&
           (!pdf || move_out(o, settings, pdf, err));
}

static bool check_one(const struct settings *settings, sqlite3_stmt *subject, struct error *err)
{
    SCOPED_TEXT base = base_name(subject);
    SCOPED_TEXT page = memory_print("%s.html", base);
    SCOPED_TEXT pdf = memory_print("%s.pdf", base);
    return check_place(settings, page, err) && (!settings->pdf || check_place(settings, pdf, err));
}

static bool nobody(const struct settings *settings, struct error *err)
{
    return error_set(err, ERROR_USAGE, settings->database, 0,
                     "Leave out --request or --tool, or name a force.",
                     "nothing is known of any force%s",
                     settings->request || settings->tool ? " about that" : "");
}

static sqlite3_stmt *list_subjects(sqlite3 *db, const struct dossier_subject *asked)
{
    sqlite3_stmt *subjects = query_prepare(db, "dossier_subjects");
    query_bind_int(subjects, "force_no", asked->force_no);
    query_bind_int(subjects, "request_no", asked->request_no);
    query_bind_int(subjects, "tool_no", asked->tool_no);
    return subjects;
}

/* All places before anything is written: a run that ends halfway is none. */
static bool check_each(sqlite3 *db, const struct settings *settings,
                       const struct dossier_subject *asked, struct error *err)
{
    SCOPED_QUERY subjects = list_subjects(db, asked);
    bool ok = true;
    while (ok && query_next(subjects))
        ok = check_one(settings, subjects, err);
    return query_done(subjects, err) && ok;
}

static bool write_each(sqlite3 *db, struct dossiers *d, struct outdir *o,
                       const struct settings *settings, const struct dossier_subject *asked,
                       struct error *err)
{
    SCOPED_QUERY subjects = list_subjects(db, asked);
    bool ok = true;
    int64_t written = 0;
    for (; ok && query_next(subjects); written++) {
        terminal_progress(query_get_text(subjects, "force").bytes,
                          (double)written / (double)query_get_int(subjects, "subjects"));
        ok = write_one(d, o, settings, subjects, err);
    }
    terminal_progress_end();
    return ok && query_done(subjects, err) && (written || nobody(settings, err));
}

/* *ret_made: it was not there. */
static bool make_folder(const char *folder, bool *ret_made, struct error *err)
{
    *ret_made = mkdir(folder, 0777) == 0;
    return *ret_made || errno == EEXIST ||
           error_set(err, ERROR_OUTPUT, folder, 0,
                     "Make the folder above it first, or choose another one with -o.",
                     "the folder could not be made: %s", strerror(errno));
}

/* Each is made in a hidden folder of the target's, then moved to its place. */
static bool write_into_folder(sqlite3 *db, struct dossiers *d, const struct settings *settings,
                              const struct dossier_subject *asked, struct error *err)
{
    struct outdir *o = NULL;
    bool is_made = false;
    bool ok = make_folder(settings->folder, &is_made, err) &&
              check_each(db, settings, asked, err) &&
              outdir_begin_scratch(settings->folder, "concord-dossier",
                                   "Choose another folder with -o.", &o, err) &&
              write_each(db, d, o, settings, asked, err);
    outdir_abandon(o);
    if (!ok && is_made)
        rmdir(settings->folder);
    return ok;
}

static bool run(sqlite3 *db, const struct settings *settings, struct error *err)
{
    struct dossier_subject asked;
    struct dossiers *d = NULL;
    if (former_is_output(settings->folder))
        return error_set(err, ERROR_OUTPUT, settings->folder, 0, "Choose another folder with -o.",
                         "this is the output of an audit; no dossier is put among its files");
    bool ok = (!settings->pdf || pdf_check_converter(err)) && dossiers_open(db, &d, err) &&
              dossiers_find(d, settings->force, settings->request, settings->tool, &asked, err) &&
              write_into_folder(db, d, settings, &asked, err);
    dossiers_close(d);
    return ok;
}

bool cmd_dossier(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {.folder = "."};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    bool ok = run(db, &settings, err);
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
