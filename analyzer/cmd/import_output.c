/* SPDX-License-Identifier: MIT */
#include "cmd/import_output.h"

#include "base/file.h"
#include "base/memory.h"
#include "cmd/disagreements.h"
#include "cmd/new_pack.h"
#include "cmd/new_rows.h"
#include "report/csvout.h"
#include "store/statements.h"

static bool run(sqlite3 *db, const char *statement, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return query_run(s, err);
}

/* Without a row no file, unless a pack must have it. */
static bool write_table(sqlite3_stmt *rows, struct outdir *o, const char *name, bool is_needed,
                        struct error *err)
{
    bool has_any = query_next(rows);
    sqlite3_reset(rows);
    return (!has_any && !is_needed) || new_pack_write_table(rows, o, name, err);
}

static bool write_named(sqlite3 *db, struct outdir *o, const char *statement, const char *name,
                        bool is_needed, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return write_table(s, o, name, is_needed, err);
}

bool import_copy_tools(const struct import_output *out_of, struct outdir *o, struct error *err)
{
    const char *path = out_of->tools;
    int fd = -1;
    struct file_text text = {0};
    struct file_reason reason;
    FILE *out = NULL;
    if (!path)
        return true;
    if (file_open_named(path, &fd, &reason) != FILE_OPENED || !file_read(fd, &text, &reason))
        return error_set(err, ERROR_INPUT, path, 0,
                         "Give a tools.csv: tool_id, name, vendor, aliases.", "%s", reason.text);
    bool ok = outdir_open(o, "tools.csv", &out, err);
    if (ok) {
        fwrite(text.bytes, 1, text.length, out);
        ok = outdir_close(out, "tools.csv", err);
    }
    file_text_done(&text);
    return ok;
}

static bool write_texts(sqlite3 *db, struct outdir *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "new_pack_texts");
    bool ok = true, has_folder = false;
    for (; ok && query_next(s); has_folder = true) {
        FILE *out = NULL;
        const char *name = query_get_text(s, "text_file").bytes;
        struct slice text = query_get_text(s, "text");
        ok = (has_folder || outdir_make_folder(o, "letters", err)) &&
             outdir_open(o, name, &out, err);
        if (ok) {
            fwrite(text.bytes, 1, text.length, out);
            ok = outdir_close(out, name, err);
        }
    }
    return query_done(s, err) && ok;
}

bool import_write_rows(const struct import_output *out, struct outdir *o, struct error *err)
{
    sqlite3 *db = out->db;
    return import_copy_tools(out, o, err) && run(db, STATEMENT("number_pack_lines"), err) &&
           write_named(db, o, STATEMENT("imported_responses"), "responses.csv", true, err) &&
           write_named(db, o, STATEMENT("imported_acknowledgements"), "acknowledgements.csv", false,
                       err) &&
           write_named(db, o, STATEMENT("imported_circulation"), "circulation.csv", false, err) &&
           write_named(db, o, STATEMENT("imported_requests"), "requests.csv", false, err) &&
           write_texts(db, o, err);
}

static bool write_provenance(const struct import_output *out, struct outdir *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(out->db, "import_provenance");
    query_bind_text(s, "profile", slice_of(out->profile));
    query_bind_text(s, "version", slice_of(out->version));
    return write_table(s, o, "provenance.csv", true, err);
}

/* Letters that were read, and notes that a person must look at. */
static bool write_proposals(sqlite3 *db, struct outdir *o, struct error *err)
{
    SCOPED_QUERY any = query_prepare(db, "import_has_proposals");
    bool has_any = query_next(any);
    if (!query_done(any, err))
        return false;
    return !has_any ||
           write_named(db, o, STATEMENT("classify_proposals"), "proposals.csv", true, err);
}

static bool settle_proposals(sqlite3 *db, struct error *err)
{
    return run(db, STATEMENT("name_letters_of_pack"), err) &&
           run(db, STATEMENT("fill_cell_letters"), err) &&
           run(db, STATEMENT("fill_cell_proposals"), err) && disagreements_settle(db, err) &&
           database_run_file(db, "analyzer/cmd/new_rows_table.sql", err);
}

static bool write_all(const struct import_output *out, struct outdir *o, struct error *err)
{
    sqlite3 *db = out->db;
    return import_write_rows(out, o, err) && write_provenance(out, o, err) &&
           write_named(db, o, STATEMENT("import_left_out"), "left-out.csv", false, err) &&
           write_named(db, o, STATEMENT("import_rejects"), "rejects.csv", false, err) &&
           settle_proposals(db, err) && write_proposals(db, o, err) &&
           write_named(db, o, STATEMENT("import_unmapped_rules"), "unmapped.map.csv", false, err);
}

bool import_write(const struct import_output *out, const char *folder, struct error *err)
{
    const struct former_terms terms = {0};
    struct outdir *o = NULL;
    if (!outdir_begin(folder, &terms, &o, err))
        return false;
    if (write_all(out, o, err))
        return outdir_commit(o, err);
    outdir_abandon(o);
    return false;
}
