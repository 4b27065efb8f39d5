/* SPDX-License-Identifier: MIT */
#include "letters/reading/letter_support.h"

#include "support.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <check.h>
#include <minizip/zip.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char *const mark_names[] = {"comment", "highlight", "tracked",
                                         "bold",    "chrome",    "quoted"};

static void say(FILE *out, const char *what, const char *value)
{
    if (value)
        fprintf(out, "[%s %s]\n", what, value);
}

static void assert_place(const struct letter_text *text, struct letter_span place)
{
    ck_assert_uint_le(place.begin, place.end);
    ck_assert_uint_le(place.end, text->length);
    ck_assert_int_ne(text->text[place.begin] & 0xc0, 0x80);
    ck_assert_int_ne(text->text[place.end] & 0xc0, 0x80);
}

static void assert_sound(const struct letter_text *text)
{
    struct slice all = {text->text, text->length};
    ck_assert_uint_eq(text->length, text->text ? strlen(text->text) : 0);
    ck_assert_uint_eq(utf8_valid_length(all), all.length);
    ck_assert(!text->length || !memchr(text->text, '\r', text->length));
    for (size_t i = 0; i < text->mark_count; i++)
        assert_place(text, text->marks[i].place);
    for (size_t i = 0; i < text->link_count; i++)
        assert_place(text, text->links[i].words);
}

static void describe_text(FILE *out, const struct letter_text *text)
{
    assert_sound(text);
    fputs(text->text ? text->text : "", out);
    for (size_t i = 0; i < text->mark_count; i++) {
        const struct letter_mark *m = &text->marks[i];
        fprintf(out, "[%s %.*s]\n", mark_names[m->kind], (int)(m->place.end - m->place.begin),
                text->text + m->place.begin);
    }
    for (size_t i = 0; i < text->link_count; i++) {
        const struct letter_link *l = &text->links[i];
        fprintf(out, "[link %.*s = %s]\n", (int)(l->words.end - l->words.begin),
                text->text + l->words.begin, l->address);
    }
    say(out, "sent", text->sent);
    say(out, "subject", text->subject);
    say(out, "sender", text->sender);
    say(out, "address", text->address);
}

char *describe_letters(const struct letter_document *document)
{
    char *description = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&description, &length);
    for (size_t i = 0; i < document->part_count; i++) {
        const struct letter_part *part = &document->parts[i];
        if (*part->name)
            fprintf(out, "[part %s %s]\n", part->name, letter_kind_name(part->kind));
        describe_text(out, &part->text);
        if (part->page_count > 1)
            fprintf(out, "[pages %zu]\n", part->page_count);
        say(out, "reason", part->reason);
    }
    say(out, "reason", document->reason);
    memory_stream_end(out);
    return description;
}

void assert_letters(const char *name, struct slice bytes, enum letter_kind kind,
                    const char *description)
{
    struct letter_document document;
    letter_document_read_bytes(name, bytes, &letter_limits_usual, &document);
    char *found = describe_letters(&document);
    ck_assert_str_eq(found, description);
    ck_assert_str_eq(letter_kind_name(document.kind), letter_kind_name(kind));
    free(found);
    letter_document_done(&document);
}

void assert_unreadable(const char *name, struct slice bytes, const struct letter_limits *limits,
                       const char *reason)
{
    struct letter_document document;
    letter_document_read_bytes(name, bytes, limits, &document);
    ck_assert_msg(document.reason != NULL, "%s was read", name);
    ck_assert_uint_eq(document.part_count, 0);
    ck_assert_msg(strstr(document.reason, reason) != NULL, "\"%s\" lacks \"%s\"", document.reason,
                  reason);
    letter_document_done(&document);
}

static void assert_told(const char *name, struct slice bytes)
{
    struct letter_document document;
    letter_document_read_bytes(name, bytes, &letter_limits_usual, &document);
    ck_assert((document.reason != NULL) == (document.part_count == 0));
    for (size_t i = 0; i < document.part_count; i++)
        ck_assert((document.parts[i].reason != NULL) == (document.parts[i].text.length == 0));
    free(describe_letters(&document));
    letter_document_done(&document);
}

void assert_survives_damage(const char *name, struct slice bytes)
{
    for (size_t length = 0; length < bytes.length; length++)
        assert_told(name, (struct slice){bytes.bytes, length});
    char *altered = slice_copy(bytes);
    for (size_t i = 0; i < bytes.length; i++) {
        altered[i] = (char)~altered[i];
        assert_told(name, (struct slice){altered, bytes.length});
        altered[i] = (char)~altered[i];
    }
    free(altered);
}

struct slice make_archive(const struct letter_entry entries[])
{
    char folder[64];
    support_make_folder(folder);
    SCOPED_TEXT path = memory_print("%s/archive.zip", folder);
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    for (const struct letter_entry *e = entries; e->name; e++) {
        zip_fileinfo info = {.external_fa = e->mode};
        zipOpenNewFileInZip(zip, e->name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                            Z_DEFAULT_COMPRESSION);
        zipWriteInFileInZip(zip, e->text, (unsigned)strlen(e->text));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, NULL);
    struct slice made;
    made.bytes = support_read_file(path, &made.length);
    support_remove_folder(folder);
    return made;
}

enum { PDF_OBJECTS_MAX = 100 };

struct pdf {
    FILE *out;
    long places[PDF_OBJECTS_MAX];
    int count;
};

static void begin_object(struct pdf *pdf)
{
    ck_assert_int_lt(pdf->count, PDF_OBJECTS_MAX);
    pdf->places[pdf->count++] = ftell(pdf->out);
    fprintf(pdf->out, "%d 0 obj\n", pdf->count);
}

static void write_page(struct pdf *pdf, const struct pdf_line lines[], int page)
{
    char *content = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&content, &length);
    for (const struct pdf_line *l = lines; l->text; l++)
        if (l->page == page)
            fprintf(out, "BT /F 10 Tf %d %d Td (%s) Tj ET\n", l->x, l->y, l->text);
    memory_stream_end(out);
    begin_object(pdf);
    fprintf(pdf->out,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            "/Contents %d 0 R>>\nendobj\n",
            pdf->count + 1);
    begin_object(pdf);
    fprintf(pdf->out, "<</Length %zu>>\nstream\n%sendstream\nendobj\n", length, content);
    free(content);
}

static void write_end(struct pdf *pdf)
{
    long place = ftell(pdf->out);
    fprintf(pdf->out, "xref\n0 %d\n0000000000 65535 f \n", pdf->count + 1);
    for (int i = 0; i < pdf->count; i++)
        fprintf(pdf->out, "%010ld 00000 n \n", pdf->places[i]);
    fprintf(pdf->out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%ld\n%%%%EOF\n", pdf->count + 1,
            place);
}

struct slice make_pdf(const struct pdf_line lines[], int pages)
{
    char *bytes = NULL;
    size_t length = 0;
    struct pdf pdf = {.out = memory_stream(&bytes, &length)};
    fputs("%PDF-1.4\n", pdf.out);
    begin_object(&pdf);
    fputs("<</Type/Catalog/Pages 2 0 R>>\nendobj\n", pdf.out);
    begin_object(&pdf);
    fputs("<</Type/Pages/Kids[", pdf.out);
    for (int i = 0; i < pages; i++)
        fprintf(pdf.out, "%d 0 R ", 4 + 2 * i);
    fprintf(pdf.out, "]/Count %d>>\nendobj\n", pages);
    begin_object(&pdf);
    fputs("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n", pdf.out);
    for (int i = 0; i < pages; i++)
        write_page(&pdf, lines, i);
    write_end(&pdf);
    memory_stream_end(pdf.out);
    return (struct slice){bytes, length};
}

static char program_folder[64];
static char *former_path;

static void set_path(const char *path)
{
    ck_assert_ptr_null(former_path);
    former_path = memory_copy(getenv("PATH"));
    setenv("PATH", path, 1);
}

void pretend_program(const char *name, const char *script)
{
    support_make_folder(program_folder);
    SCOPED_TEXT path = memory_print("%s/%s", program_folder, name);
    support_write_file(path, script, strlen(script));
    chmod(path, 0700);
    SCOPED_TEXT folders = memory_print("%s:%s", program_folder, getenv("PATH"));
    set_path(folders);
}

void hide_programs(void)
{
    support_make_folder(program_folder);
    set_path(program_folder);
}

void forget_program(void)
{
    setenv("PATH", former_path, 1);
    free(former_path);
    former_path = NULL;
    support_remove_folder(program_folder);
}
