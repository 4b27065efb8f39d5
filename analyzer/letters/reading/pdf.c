/* SPDX-License-Identifier: MIT
 * pdftotext reads a PDF, in a process of its own: a parser of hostile files, in a language that
 * forgives less, stays out of this one. It gets the file and gives the text through memory, so that
 * nothing of a letter is left on a disk however this process or that one ends. Letters in two
 * columns come out right in one order of reading and woven in the other, and nothing tells which:
 * both are kept.
 */
#include "letters/reading/formats.h"

#include "base/memory.h"
#include "base/memory_file.h"
#include "base/process.h"
#include "letters/reading/plain.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

/* What pdftotext may write for each byte of text that we take: form feeds, and what is too much by
 * little, which is then told as that. */
enum { WRITTEN_SHARE = 2 };

static const char missing[] = "pdftotext is not here: `apt install poppler-utils`, or give a .txt";

static bool is_encrypted(struct slice bytes)
{
    return memmem(bytes.bytes, bytes.length, "/Encrypt", 8) != NULL;
}

static bool explain(const struct error *err, struct slice bytes, char **ret_reason)
{
    return unreadable(ret_reason, "%s: %s", err->what,
                      is_encrypted(bytes)
                          ? "it is encrypted; save it without a password, or as text"
                          : "it is damaged or made to do harm; print it to a new PDF, or save it "
                            "as text");
}

/* One more page than may be, so that a longer file is told from a cut one. */
static bool run(const char *from, const char *to, bool is_raw, const struct letter_limits *limits,
                struct error *err)
{
    SCOPED_TEXT last = memory_print("%zu", limits->pages + 1);
    const char *const argv[] = {
        "pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-l", last, is_raw ? "-raw" : "-q",
        from,        to,   NULL};
    return process_run(&(struct process_order){.argv = argv,
                                               .seconds = limits->pdf_seconds,
                                               .is_discreet = true,
                                               .memory_bytes = limits->pdf_memory_bytes,
                                               .file_bytes = limits->text_bytes * WRITTEN_SHARE},
                       err);
}

/* What was written before the limit of it ended the program is too much to read. */
static bool is_too_long(size_t written, const struct letter_limits *limits)
{
    return written >= limits->text_bytes * WRITTEN_SHARE;
}

static bool say_too_long(const struct letter_limits *limits, char **ret_reason)
{
    return unreadable(ret_reason, "it holds more than %zu MiB of text: cut it into letters",
                      limits->text_bytes >> 20);
}

static bool extract(int pdf, bool is_raw, const struct letter_limits *limits, char **ret_text,
                    size_t *ret_length, struct error *err, char **ret_reason)
{
    int out = -1;
    if (!memory_file_open(&out, err))
        return false;
    SCOPED_TEXT from = memory_file_path(pdf);
    SCOPED_TEXT to = memory_file_path(out);
    bool ok = run(from, to, is_raw, limits, err);
    size_t length = 0;
    char *written = memory_file_read(out, &length);
    if (ok)
        *ret_text = plain_clean((struct slice){written, length}, ret_length);
    else if (is_too_long(length, limits))
        say_too_long(limits, ret_reason);
    free(written);
    memory_file_close(out);
    return ok;
}

static void write_text(struct letter_text *text, struct slice from,
                       const struct letter_limits *limits, size_t **ret_pages,
                       size_t *ret_page_count, bool *ret_is_full)
{
    struct letter_writer w = writer_begin(text, limits->text_bytes);
    plain_write(&w, from, ret_pages, ret_page_count);
    writer_end(&w);
    *ret_is_full = *ret_is_full || w.is_full;
}

static bool take(struct slice raw, struct slice usual, const struct letter_limits *limits,
                 struct letter_part *part, char **ret_reason)
{
    bool is_full = false;
    size_t none = 0;
    write_text(&part->text, raw, limits, &part->pages, &part->page_count, &is_full);
    if (!slice_equals(raw, usual)) {
        part->other = memory_new(1, sizeof *part->other);
        write_text(part->other, usual, limits, NULL, &none, &is_full);
    }
    if (part->page_count > limits->pages)
        return unreadable(ret_reason, "it has more than %zu pages: cut it into letters",
                          limits->pages);
    if (is_full)
        return say_too_long(limits, ret_reason);
    struct slice words = {part->text.text, part->text.length};
    return slice_trim(words).length > 0 ||
           unreadable(ret_reason, "no text in this PDF: run ocrmypdf, then again");
}

bool pdf_read(struct slice bytes, const struct letter_limits *limits, struct letter_part *part,
              char **ret_reason)
{
    struct error err = {0};
    if (!process_check_installed("pdftotext", &err))
        return unreadable(ret_reason, "%s", missing);
    int pdf = -1;
    char *raw = NULL, *usual = NULL;
    size_t raw_length = 0, usual_length = 0;
    bool ok = memory_file_open_with(bytes, &pdf, &err) &&
              extract(pdf, true, limits, &raw, &raw_length, &err, ret_reason) &&
              extract(pdf, false, limits, &usual, &usual_length, &err, ret_reason);
    memory_file_close(pdf);
    ok = ok ? take((struct slice){raw, raw_length}, (struct slice){usual, usual_length}, limits,
                   part, ret_reason)
            : explain(&err, bytes, ret_reason);
    free(raw);
    free(usual);
    return ok;
}
