/* SPDX-License-Identifier: MIT */
#include "cmd/new_pack.h"

#include "base/file.h"
#include "base/memory.h"
#include "intake/contract.h"
#include "letters/reading/files.h"
#include "report/csvout.h"
#include "store/query.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char responses_name[] = "responses.csv";

struct new_pack {
    sqlite3 *db;
    const char *pack; /* NULL: none */
    bool is_folder;
    struct outdir *out;
    const char *at;
    struct text_index folders, files; /* that are there already */
};

/* Every folder above the file. */
static bool make_folders(struct new_pack *p, const char *name, struct error *err)
{
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        struct slice folder = {name, (size_t)(slash - name)};
        if (text_index_find(&p->folders, folder) >= 0)
            continue;
        SCOPED_TEXT text = slice_copy(folder);
        text_index_add(&p->folders, folder, 0);
        if (!outdir_make_folder(p->out, text, err))
            return false;
    }
    return true;
}

static bool write_bytes(struct new_pack *p, const char *name, struct slice bytes, struct error *err)
{
    SCOPED_TEXT whole = memory_print("%s%s", p->at, name);
    if (text_index_find(&p->files, slice_of(whole)) >= 0)
        return true;
    text_index_add(&p->files, slice_of(whole), 0);
    FILE *out = NULL;
    if (!make_folders(p, whole, err) || !outdir_open(p->out, whole, &out, err))
        return false;
    fwrite(bytes.bytes, 1, bytes.length, out);
    return outdir_close(out, whole, err);
}

static bool read_whole(const char *path, struct file_text *ret_text, struct error *err)
{
    int fd = -1;
    struct file_reason reason;
    *ret_text = (struct file_text){0};
    return (file_open_found(path, &fd, &reason) == FILE_OPENED &&
            file_read(fd, ret_text, &reason)) ||
           error_set(err, ERROR_INPUT, path, 0, "Mend it or take it away.", "%s", reason.text);
}

/* What an earlier run of ours wrote about the pack is not of it. */
static bool is_left_behind(const char *name)
{
    static const char *const ours[] = {responses_name,   "differences.csv", "proposals.csv",
                                       "unreadable.csv", "whose.csv",       "manifest-sha256.txt"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strcmp(name, ours[i]) == 0)
            return true;
    return false;
}

static bool copy_file(struct new_pack *p, const char *path, struct error *err)
{
    const char *name = path + strlen(p->pack);
    name += strspn(name, "/");
    struct file_text text;
    if (is_left_behind(name))
        return true;
    bool ok = read_whole(path, &text, err) &&
              write_bytes(p, name, (struct slice){text.bytes, text.length}, err);
    file_text_done(&text);
    return ok;
}

static bool copy_files(struct new_pack *p, struct error *err)
{
    struct letter_files files = {0};
    letter_files_add(&files, p->pack);
    bool ok = true;
    for (size_t i = 0; ok && i < files.count; i++)
        ok = copy_file(p, files.paths[i], err);
    letter_files_done(&files);
    return ok;
}

static bool write_texts(struct new_pack *p, struct error *err)
{
    SCOPED_QUERY s = query_prepare(p->db, "new_pack_texts");
    bool ok = true;
    while (ok && query_next(s))
        ok = write_bytes(p, query_get_text(s, "text_file").bytes, query_get_text(s, "text"), err);
    return query_done(s, err) && ok;
}

static bool write_rows(struct new_pack *p, FILE *out, struct new_row_counts *counts,
                       struct error *err)
{
    if (!p->pack)
        return new_rows_of_letters(p->db, out, counts, err);
    SCOPED_TEXT path =
        p->is_folder ? memory_print("%s/%s", p->pack, responses_name) : memory_copy(p->pack);
    struct file_text text;
    bool ok =
        read_whole(path, &text, err) &&
        new_rows_of_pack(p->db, path, (struct slice){text.bytes, text.length}, out, counts, err);
    file_text_done(&text);
    return ok;
}

static bool write_responses(struct new_pack *p, struct new_row_counts *counts, struct error *err)
{
    SCOPED_TEXT name = memory_print("%s%s", p->at, responses_name);
    FILE *out = NULL;
    if (!make_folders(p, name, err) || !outdir_open(p->out, name, &out, err))
        return false;
    bool ok = write_rows(p, out, counts, err);
    return outdir_close(out, name, err) && ok;
}

bool new_pack_write_table(sqlite3_stmt *rows, struct outdir *o, const char *name, struct error *err)
{
    FILE *out;
    if (!outdir_open(o, name, &out, err))
        return false;
    bool ok = csvout_write(rows, slice_of(""), out, err);
    return outdir_close(out, name, err) && ok;
}

/* No file where there is no row. */
static bool write_any(sqlite3 *db, struct outdir *o, const char *statement, const char *name,
                      struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    bool has_any = query_next(s);
    sqlite3_reset(s);
    return !has_any || new_pack_write_table(s, o, name, err);
}

static bool write_differences(struct new_pack *p, struct error *err)
{
    SCOPED_TEXT name = memory_print("%sdifferences.csv", p->at);
    return write_any(p->db, p->out, STATEMENT("new_pack_differences"), name, err);
}

bool new_pack_write(sqlite3 *db, const char *pack, struct outdir *o, const char *at,
                    struct new_row_counts *ret_counts, struct error *err)
{
    struct stat status;
    struct new_pack p = {.db = db, .pack = pack, .out = o, .at = at};
    p.is_folder = pack && stat(pack, &status) == 0 && S_ISDIR(status.st_mode);
    *ret_counts = (struct new_row_counts){0};
    bool ok = new_rows_settle(db, err) && write_responses(&p, ret_counts, err) &&
              (!p.is_folder || copy_files(&p, err)) && write_texts(&p, err) &&
              write_differences(&p, err);
    text_index_done(&p.folders);
    text_index_done(&p.files);
    return ok;
}

bool new_pack_write_lists(sqlite3 *db, struct outdir *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_proposals");
    return new_pack_write_table(s, o, "proposals.csv", err) &&
           write_any(db, o, STATEMENT("classify_unread"), "unreadable.csv", err) &&
           write_any(db, o, STATEMENT("new_pack_whose"), "whose.csv", err);
}
