/* SPDX-License-Identifier: MIT */
#include "cmd/letters_folder.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/version.h"
#include "cmd/disagreements.h"
#include "cmd/forces_list.h"
#include "cmd/new_pack.h"
#include "domain/request_id.h"
#include "intake/load.h"
#include "letters/reading/files.h"
#include "store/query.h"

#include <errno.h>
#include <inttypes.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

const char letters_folder_advice[] = "Give --request and --tool: --request 995/24 --tool palantir.";

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool has_letter(const char *path)
{
    struct letter_files files = {0};
    letter_files_add(&files, path);
    bool found = false;
    for (size_t i = 0; i < files.count && !found; i++) {
        const char *ending = strrchr(files.paths[i], '.');
        found = !is_folder(files.paths[i]) && (!ending || strcasecmp(ending, ".csv") != 0);
    }
    letter_files_done(&files);
    return found;
}

bool letters_folder_is(const char *path)
{
    struct stat status;
    SCOPED_TEXT responses = memory_print("%s/responses.csv", path);
    return is_folder(path) && lstat(responses, &status) != 0 && has_letter(path);
}

/* The first file of the folder, at any depth, whose name begins so; NULL: none. The caller frees.
 */
static char *find_named(const char *folder, const char *beginning)
{
    struct letter_files files = {0};
    char *found = NULL;
    letter_files_add(&files, folder);
    for (size_t i = 0; i < files.count && !found; i++) {
        const char *slash = strrchr(files.paths[i], '/');
        const char *name = slash ? slash + 1 : files.paths[i];
        if (!is_folder(files.paths[i]) && strncasecmp(name, beginning, strlen(beginning)) == 0)
            found = memory_copy(files.paths[i]);
    }
    letter_files_done(&files);
    return found;
}

static bool folder_is_none(const char *path, const char *option, struct error *err)
{
    SCOPED_TEXT any = find_named(path, "");
    SCOPED_TEXT responses = memory_print("%s/responses.csv", path);
    struct stat status;
    if (lstat(responses, &status) == 0)
        return error_set(err, ERROR_USAGE, path, 0, "Leave the option out.",
                         "this is a pack, whose rows say themselves whose letters they are and "
                         "what they answer: %s is about a folder of letters",
                         option);
    return error_set(err, ERROR_INPUT, path, 0, "Put the letters into it, each as it came.",
                     any ? "there is no letter in this folder, only tables"
                         : "the folder is empty");
}

bool letters_folder_is_none(const char *path, const char *option, struct error *err)
{
    struct stat status = {0};
    const char *ending = strrchr(path, '.');
    if (strcmp(path, "-") != 0 && stat(path, &status) != 0)
        return error_set(err, ERROR_INPUT, path, 0, "Look at the name.", "cannot be read: %s",
                         strerror(errno));
    if (is_folder(path))
        return folder_is_none(path, option, err);
    if (strcmp(path, "-") == 0 || !S_ISREG(status.st_mode) ||
        (ending && strcasecmp(ending, ".csv") == 0))
        return error_set(err, ERROR_USAGE, path, 0, "Leave the option out.",
                         "this is read as one table of responses, whose rows say themselves what "
                         "they answer: %s is about a folder of letters",
                         option);
    SCOPED_TEXT next = memory_print(
        "Put it into a folder and name that; `concord classify %s` reads it alone.", path);
    return error_set(err, ERROR_USAGE, path, 0, next,
                     "this is a single file: %s is about a folder of letters", option);
}

bool letters_folder_check_output(const char *folder, const char *output, struct error *err)
{
    SCOPED_TEXT path = memory_copy(output ? output : "./output");
    SCOPED_TEXT parent = realpath(dirname(path), NULL);
    SCOPED_TEXT whole = realpath(folder, NULL);
    size_t length = whole ? strlen(whole) : 0;
    bool is_inside = parent && whole && strncmp(parent, whole, length) == 0 &&
                     (parent[length] == '/' || !parent[length]);
    return !is_inside ||
           error_set(err, ERROR_USAGE, output, 0, "Name a folder outside of it with -o.",
                     "the output would lie in the folder of letters, and be read as letters by the "
                     "next run");
}

bool letters_folder_refuse(const char *path, struct error *err)
{
    SCOPED_TEXT meant = letters_folder_is(path) ? find_named(path, "responses.") : NULL;
    if (meant || !letters_folder_is(path))
        return true;
    SCOPED_TEXT next = memory_print("Letters are read by `concord classify %s`, and audited by "
                                    "`concord audit %s --request 995/24 --tool palantir`.",
                                    path, path);
    return error_set(err, ERROR_INPUT, path, 0, next,
                     "this is no pack, since it holds no responses.csv: it looks like a folder of "
                     "letters");
}

char *letters_folder_prefix(const char *pack)
{
    if (strcmp(pack, "-") == 0)
        return NULL;
    if (is_folder(pack))
        return memory_print("%s/", pack);
    const char *slash = strrchr(pack, '/');
    return slice_copy((struct slice){pack, slash ? (size_t)(slash - pack) + 1 : 0});
}

/* A circulation number in one form, anything else as it is typed; the caller frees. */
static char *request_of(const char *typed)
{
    if (!typed)
        return NULL;
    size_t size = strlen(typed) + 16;
    char *canonical = memory_new(size, 1);
    if (!request_id_normalise(slice_of(typed), canonical, size))
        internal_fault("the identifier of a request has no room");
    return canonical;
}

/* A tool that no letter names may be right, and may be a slip of the pen: it is told. */
static bool tell_tool(sqlite3 *db, const char *tool, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "letters_that_name");
    query_bind_text(s, "tool", slice_of(tool));
    if (query_next(s) && query_get_int(s, "letters") && !query_get_int(s, "named")) {
        int64_t letters = query_get_int(s, "letters");
        SCOPED_TEXT words = memory_print("this name of the tool stands in none of %" PRId64 " %s: "
                                         "is it spelt so?",
                                         letters, text_plural(letters, "letter", "letters"));
        terminal_warn(tool, 0, words);
    }
    return query_done(s, err);
}

bool letters_folder_read(sqlite3 *db, struct classification *c, const char *const *names,
                         size_t count, const struct letters_given *typed, struct error *err)
{
    SCOPED_TEXT force = NULL;
    SCOPED_TEXT request = request_of(typed->request);
    if (!forces_list_find(db, typed->force, &force, err) ||
        !forces_list_read(db, typed->forces, c, err))
        return false;
    const struct classify_given given = {
        .force_id = force, .request_id = request, .tool_id = typed->tool, .stage = typed->stage};
    for (size_t i = 0; i < count; i++) {
        if (!*names[i])
            return error_set(err, ERROR_USAGE, NULL, 0,
                             "Name letters, folders of them, or a pattern such as '*.pdf'.",
                             "the name of a file is empty");
        if (!classification_add_files(c, names[i], &given, err))
            return false;
    }
    return !typed->tool || tell_tool(db, typed->tool, err);
}

/* "a.pdf: no text in this PDF; b.doc: ..." */
static bool tell_reasons(sqlite3 *db, const char *name, struct error *err)
{
    char *text = NULL;
    size_t length;
    int64_t told = 0, all = 0;
    FILE *out = memory_stream(&text, &length);
    SCOPED_QUERY reasons = query_prepare(db, "why_no_letter");
    while (query_next(reasons)) {
        fprintf(out, "%s%s", told++ ? "; " : "", query_get_text(reasons, "reason").bytes);
        all = query_get_int(reasons, "n");
    }
    if (all > told)
        fprintf(out, "; and %" PRId64 " more", all - told);
    memory_stream_end(out);
    SCOPED_TEXT whole = text;
    return query_done(reasons, err) &&
           error_set(err, ERROR_INPUT, name, 0,
                     "`concord classify --help` lists the kinds of files that can be read.",
                     "no letter could be read%s%s", *whole ? ": " : "", whole);
}

bool letters_folder_none(sqlite3 *db, const char *name, const struct classify_counts *counts,
                         struct error *err)
{
    struct stat status;
    if (stat(name, &status) != 0 && counts->files == 1)
        return error_set(err, ERROR_INPUT, name, 0,
                         "Look at the name; a pattern needs one file that fits it.",
                         "there is nothing of that name");
    if (counts->files == 0)
        return error_set(err, ERROR_INPUT, name, 0, "Put the letters into it, each as it came.",
                         "the folder is empty");
    return tell_reasons(db, name, err);
}

/* Without one letter whose force is known there is nothing to audit. */
static bool check_known(sqlite3 *db, const char *folder, const struct classify_counts *counts,
                        struct error *err)
{
    if (counts->letters == 0)
        return letters_folder_none(db, folder, counts, err);
    if (counts->without_force < counts->letters)
        return true;
    SCOPED_TEXT next =
        memory_print("Put the force into their names (kent-police.pdf), or let `concord classify "
                     "%s -o LISTS` write whose.csv, fill it in and give it with --forces.",
                     folder);
    return error_set(err, ERROR_INPUT, folder, 0, next,
                     "of %" PRId64 " %s nobody knows which force's %s", counts->letters,
                     text_plural(counts->letters, "letter", "letters"),
                     text_plural(counts->letters, "it is", "they are"));
}

static bool make(sqlite3 *db, const char *folder, const struct letters_given *given,
                 struct outdir *o, struct classify_counts *ret, struct error *err)
{
    const struct intake_options intake = {.version = concord_version()};
    struct intake_result loaded;
    struct new_row_counts rows;
    struct classification *c = NULL;
    bool ok = intake_load(db, &intake, &loaded, err) && classification_open(db, &c, err) &&
              letters_folder_read(db, c, &folder, 1, given, err) && classify_count(db, ret, err) &&
              check_known(db, folder, ret, err) && disagreements_settle(db, err) &&
              new_pack_write(db, NULL, o, "pack/", &rows, err) && new_pack_write_lists(db, o, err);
    classification_close(c);
    return ok;
}

bool letters_folder_make_pack(const char *folder, const struct letters_given *given,
                              struct outdir *o, struct classify_counts *ret, struct error *err)
{
    sqlite3 *db = NULL;
    bool ok = database_create(":memory:", &db, err) && make(db, folder, given, o, ret, err);
    sqlite3_close(db);
    return ok;
}

bool letters_folder_tell(sqlite3 *db, const struct classify_counts *counts, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "insert_letters_read");
    query_bind_int(s, "files", counts->files);
    query_bind_int(s, "unreadable", counts->unreadable);
    query_bind_int(s, "letters", counts->letters);
    query_bind_int(s, "without_force", counts->without_force);
    query_bind_int(s, "without_row", counts->without_row);
    query_bind_int(s, "rows", counts->rows);
    query_bind_int(s, "review", counts->review);
    return query_run(s, err);
}
