/* SPDX-License-Identifier: MIT */
#include "imports/sources.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "imports/sources/readers.h"
#include "letters/reading/files.h"
#include "letters/reading/kind.h"
#include "letters/reading/plain.h"
#include "letters/reading/unreadable.h"
#include "reader/encoding.h"

#include <stdlib.h>
#include <strings.h>

enum { START_BYTES = 4096 };

const struct letter_limits source_limits = {
    .file_bytes = (size_t)64 << 20,
    .text_bytes = (size_t)64 << 20,
    .expansion = 100,
    .instead = "save its table as CSV",
};

enum source_kind { SOURCE_NONE, SOURCE_CSV, SOURCE_XLSX, SOURCE_HTML, SOURCE_JSON, SOURCE_ATOM };

static const char *const kind_names[] = {
    [SOURCE_NONE] = "none", [SOURCE_CSV] = "csv",   [SOURCE_XLSX] = "xlsx",
    [SOURCE_HTML] = "html", [SOURCE_JSON] = "json", [SOURCE_ATOM] = "atom",
};

/* What is no table, by what it is. */
static const char *refusal_of(enum letter_kind kind, const char *name)
{
    static const char *const refusals[] = {
        [LETTER_KIND_PDF] = "it is a PDF file: copy its table into a spreadsheet, or give the "
                            "letters in it to `concord classify`",
        [LETTER_KIND_MAIL] = "it is an e-mail: `concord classify` reads letters",
        [LETTER_KIND_MSG] = "it is an Outlook message: `concord classify` reads letters",
        [LETTER_KIND_DOC] = "it is an old Word document: copy its table into a spreadsheet",
        [LETTER_KIND_LOCKED] = "it needs a password: save it without one",
        [LETTER_KIND_RTF] = "it is an RTF document: copy its table into a spreadsheet",
        [LETTER_KIND_PICTURE] = "it is a picture: get the table that it shows",
        [LETTER_KIND_OTHER] = "it is no table in a format that can be read: save it as CSV or "
                              ".xlsx, or unpack it",
    };
    bool is_old_workbook = kind == LETTER_KIND_OTHER && slice_ends_with(slice_of(name), ".xls");
    if (is_old_workbook)
        return "it is an old workbook (.xls): save it as .xlsx or CSV";
    return (size_t)kind < sizeof refusals / sizeof *refusals ? refusals[kind] : NULL;
}

static bool begins(struct slice text, const char *beginning)
{
    size_t length = strlen(beginning);
    return text.length >= length && strncasecmp(text.bytes, beginning, length) == 0;
}

static bool is_feed(struct slice start)
{
    bool is_xml = begins(start, "<?xml") || begins(start, "<feed");
    return is_xml && memmem(start.bytes, start.length, "<feed", 5) != NULL;
}

static enum source_kind kind_of_text(struct slice text, const char *name)
{
    struct slice start = slice_trim(text);
    if (start.length && (*start.bytes == '{' || *start.bytes == '['))
        return SOURCE_JSON;
    start.length = start.length < START_BYTES ? start.length : START_BYTES;
    if (is_feed(start))
        return SOURCE_ATOM;
    return kind_is_html(text, name) ? SOURCE_HTML : SOURCE_CSV;
}

/* Text that is no CSV, which decodes its own. */
static bool read_text(struct source_writer *w, enum source_kind kind, struct slice bytes,
                      char **ret_reason)
{
    char *text = NULL;
    size_t length = 0;
    if (!plain_decode(bytes, &text, &length, ret_reason))
        return false;
    struct slice decoded = {text, length};
    bool ok = kind == SOURCE_JSON   ? source_read_json(w, decoded, ret_reason)
              : kind == SOURCE_ATOM ? source_read_feed(w, decoded, ret_reason)
                                    : source_read_page(w, decoded, ret_reason);
    free(text);
    return ok;
}

static bool is_small(struct slice bytes, char **ret_reason)
{
    return bytes.length <= source_limits.file_bytes ||
           unreadable(ret_reason, "it is larger than %zu MiB: %s", source_limits.file_bytes >> 20,
                      source_limits.instead);
}

static bool read_bytes(struct source_writer *w, const char *name, struct slice bytes,
                       enum source_kind *ret_kind, char **ret_reason)
{
    const char *slash = strrchr(name, '/'), *own = slash ? slash + 1 : name;
    enum letter_kind kind = kind_tell(bytes, own);
    if (slice_trim(bytes).length == 0)
        return unreadable(ret_reason, "it is empty");
    if (refusal_of(kind, own))
        return unreadable(ret_reason, "%s", refusal_of(kind, own));
    if (kind == LETTER_KIND_ARCHIVE) {
        *ret_kind = SOURCE_XLSX;
        return is_small(bytes, ret_reason) && source_read_workbook(w, bytes, ret_reason);
    }
    struct decoded decoded;
    encoding_decode(bytes, &decoded);
    *ret_kind = kind_of_text(decoded.text, own);
    free(decoded.owned);
    if (*ret_kind == SOURCE_CSV)
        return source_read_csv(w, name, bytes, ret_reason);
    bool is_bounded = *ret_kind == SOURCE_JSON || is_small(bytes, ret_reason);
    return is_bounded && read_text(w, *ret_kind, bytes, ret_reason);
}

static void read_opened(struct source_writer *w, const char *path, int fd)
{
    struct file_text file = {0};
    struct file_reason why;
    char digest[DIGEST_BYTES], *reason = NULL;
    enum source_kind kind = SOURCE_NONE;
    if (!file_read(fd, &file, &why)) {
        source_begin_file(w, path, NULL);
        source_end_file(w, kind_names[SOURCE_NONE], why.text);
        return;
    }
    struct slice bytes = {file.bytes, file.length};
    digest_slice(bytes, digest);
    source_begin_file(w, path, digest);
    bool ok = read_bytes(w, path, bytes, &kind, &reason);
    bool is_same = file_text_check(&file, &why);
    source_end_file(w, kind_names[ok && is_same ? kind : SOURCE_NONE],
                    ok && is_same ? NULL
                    : ok          ? why.text
                                  : reason);
    file_text_done(&file);
    free(reason);
}

static bool read_path(struct source_writer *w, const char *path, bool is_named)
{
    int fd;
    struct file_reason why;
    enum file_outcome outcome =
        is_named ? file_open_named(path, &fd, &why) : file_open_found(path, &fd, &why);
    if (outcome == FILE_OPENED) {
        read_opened(w, path, fd);
        return w->is_ok;
    }
    if (outcome == FILE_ABSENT)
        return error_set(w->err, ERROR_INPUT, path, 0, "Check the name, and the folder you are in.",
                         "there is no such file or folder");
    source_begin_file(w, path, NULL);
    source_end_file(w, kind_names[SOURCE_NONE], why.text);
    return w->is_ok;
}

/* A file that a folder lists is no name that somebody gave. */
static bool is_one_of(const char *path, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(path, names[i]) == 0)
            return true;
    return false;
}

bool sources_read(sqlite3 *db, const char *profile, const char *const *names, size_t count,
                  struct error *err)
{
    (void)profile;
    struct letter_files files = {0};
    struct source_writer w;
    for (size_t i = 0; i < count; i++)
        letter_files_add(&files, names[i]);
    bool ok = database_run_file(db, "analyzer/imports/sources/json_tables.sql", err);
    source_writer_open(&w, db, err);
    for (size_t i = 0; ok && i < files.count; i++)
        ok = read_path(&w, files.paths[i], is_one_of(files.paths[i], names, count));
    ok = source_writer_close(&w) && ok;
    letter_files_done(&files);
    return ok;
}
