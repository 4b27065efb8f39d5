/* SPDX-License-Identifier: MIT */
#include "letters/reading/document.h"

#include "base/file.h"
#include "base/memory.h"
#include "letters/reading/formats.h"
#include "letters/reading/plain.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

const struct letter_limits letter_limits_usual = {
    .file_bytes = (size_t)64 << 20,
    .text_bytes = (size_t)8 << 20,
    .pages = 2000,
    .parts = 200,
    .levels = 4,
    .expansion = 100,
    .pdf_memory_bytes = (size_t)1 << 30,
    .pdf_seconds = 30,
    .instead = "save the letter as PDF or text",
};

struct letter_part *parts_add(struct letter_parts *parts, const char *name, enum letter_kind kind)
{
    struct letter_document *d = parts->document;
    d->parts = memory_grow(d->parts, d->part_count, &parts->room, sizeof *d->parts);
    d->parts[d->part_count] = (struct letter_part){.name = memory_copy(name), .kind = kind};
    return &d->parts[d->part_count++];
}

static void empty_text(struct letter_part *part)
{
    letter_text_free(&part->text);
    if (part->other)
        letter_text_free(part->other);
    free(part->other);
    free(part->pages);
    part->other = NULL;
    part->pages = NULL;
    part->page_count = 0;
}

void parts_add_reason(struct letter_parts *parts, const char *name, enum letter_kind kind,
                      char *reason)
{
    parts_add(parts, name, kind)->reason = reason;
}

bool parts_may_grow(struct letter_parts *parts)
{
    size_t count = parts->document->part_count;
    if (count == parts->limits->parts) {
        char *reason = NULL;
        unreadable(&reason, "it has more than %zu parts: save the letters in it as files",
                   parts->limits->parts);
        parts_add_reason(parts, "further parts", LETTER_KIND_UNKNOWN, reason);
    }
    return count < parts->limits->parts;
}

/* What a writer made is a text if it has words. */
static bool check_text(const struct letter_writer *w, char **ret_reason)
{
    if (w->is_full)
        return unreadable(ret_reason, "it holds more than %zu MiB of text: cut it into letters",
                          w->limit >> 20);
    struct slice all = {w->text->text, w->text->length};
    return slice_trim(all).length > 0 || unreadable(ret_reason, "there is no text in it");
}

static bool read_text(struct letter_writer *w, const char *name, struct slice bytes,
                      struct letter_part *part, char **ret_reason)
{
    char *text = NULL;
    size_t length = 0;
    if (!plain_decode(bytes, &text, &length, ret_reason))
        return false;
    bool ok = true;
    struct slice decoded = {text, length};
    if (kind_is_html(decoded, name)) {
        part->kind = LETTER_KIND_HTML;
        ok = html_read(decoded, w, ret_reason);
    } else {
        bool has_pages = memchr(text, '\f', length) != NULL;
        plain_write(w, decoded, has_pages ? &part->pages : NULL, &part->page_count);
    }
    free(text);
    return ok;
}

static bool read_archive(struct letter_writer *w, struct slice bytes,
                         const struct letter_limits *limits, struct letter_part *part,
                         char **ret_reason)
{
    struct archive *archive = NULL;
    bool ok = archive_open(bytes, limits, &archive, ret_reason);
    if (ok && archive_name(archive, "word/document", ".xml", 0)) {
        part->kind = LETTER_KIND_DOCX;
        ok = docx_read(archive, w, ret_reason);
    } else if (ok && archive_has(archive, "content.xml")) {
        part->kind = LETTER_KIND_ODT;
        ok = odt_read(archive, w, ret_reason);
    } else if (ok) {
        ok = unreadable(ret_reason, "it is an archive and no text document: unpack it, or save "
                                    "what is in it as PDF or text");
    }
    archive_close(archive);
    return ok;
}

/* All but e-mails, which are several parts. */
static bool read_part(const struct letter_limits *limits, const char *name, struct slice bytes,
                      struct letter_part *part, char **ret_reason)
{
    if (kind_refusal(part->kind))
        return unreadable(ret_reason, "%s", kind_refusal(part->kind));
    if (part->kind == LETTER_KIND_PDF)
        return pdf_read(bytes, limits, part, ret_reason);
    struct letter_writer w = writer_begin(&part->text, limits->text_bytes);
    bool ok = part->kind == LETTER_KIND_ARCHIVE ? read_archive(&w, bytes, limits, part, ret_reason)
                                                : read_text(&w, name, bytes, part, ret_reason);
    writer_end(&w);
    return ok && check_text(&w, ret_reason);
}

static bool check_size(struct slice bytes, const struct letter_limits *limits, char **ret_reason)
{
    if (bytes.length == 0)
        return unreadable(ret_reason, "it is empty");
    return bytes.length <= limits->file_bytes ||
           unreadable(ret_reason, "it is larger than %zu MiB: save the letter alone",
                      limits->file_bytes >> 20);
}

void parts_add_bytes(struct letter_parts *parts, const char *part_name, const char *file_name,
                     struct slice bytes)
{
    char *reason = NULL;
    bool ok = check_size(bytes, parts->limits, &reason);
    enum letter_kind kind = ok ? kind_tell(bytes, file_name) : LETTER_KIND_UNKNOWN;
    if (parts->level == 0)
        parts->document->kind = kind;
    if (kind == LETTER_KIND_MAIL) {
        mail_read(parts, part_name, bytes);
        return;
    }
    struct letter_part *part = parts_add(parts, part_name, kind);
    ok = ok && read_part(parts->limits, file_name, bytes, part, &reason);
    if (parts->level == 0)
        parts->document->kind = part->kind;
    if (ok)
        return;
    empty_text(part);
    part->reason = reason;
}

static void done_part(struct letter_part *part)
{
    empty_text(part);
    free(part->name);
    free(part->reason);
}

/* A document of one part that cannot be read is one that cannot be read. */
static void lift_reason(struct letter_document *d)
{
    if (d->part_count != 1 || !d->parts[0].reason)
        return;
    d->reason = d->parts[0].reason;
    d->parts[0].reason = NULL;
    done_part(&d->parts[0]);
    d->part_count = 0;
}

void letter_document_read_bytes(const char *name, struct slice bytes,
                                const struct letter_limits *limits,
                                struct letter_document *ret_document)
{
    *ret_document = (struct letter_document){.name = memory_copy(name)};
    if (bytes.length <= limits->file_bytes)
        digest_slice(bytes, ret_document->sha256);
    struct letter_parts parts = {.document = ret_document, .limits = limits};
    const char *slash = strrchr(name, '/');
    parts_add_bytes(&parts, "", slash ? slash + 1 : name, bytes);
    lift_reason(ret_document);
}

void letter_document_read(const char *path, const struct letter_limits *limits,
                          struct letter_document *ret_document)
{
    struct file_text file = {0};
    struct file_reason why;
    if (file_read_found(path, limits->file_bytes + 1, &file, &why) == FILE_OPENED) {
        letter_document_read_bytes(path, (struct slice){file.bytes, file.length}, limits,
                                   ret_document);
        file_text_done(&file);
        return;
    }
    *ret_document = (struct letter_document){.name = memory_copy(path)};
    unreadable(&ret_document->reason, "%s", why.text);
}

void letter_document_done(struct letter_document *document)
{
    for (size_t i = 0; i < document->part_count; i++)
        done_part(&document->parts[i]);
    free(document->parts);
    free(document->name);
    free(document->reason);
    *document = (struct letter_document){0};
}

size_t letter_part_page(const struct letter_part *part, size_t byte)
{
    size_t page = 0;
    while (page < part->page_count && part->pages[page] <= byte)
        page++;
    return page;
}

void letter_tally_add(struct letter_tally *tally, const struct letter_document *document)
{
    tally->files++;
    tally->read += !document->reason;
    tally->unreadable += document->reason != NULL;
    tally->parts += document->part_count;
    for (size_t i = 0; i < document->part_count; i++)
        tally->unreadable_parts += document->parts[i].reason != NULL;
}
