/* SPDX-License-Identifier: MIT
 * Letters on their way through files of other kinds and back.
 */
#include "shapes.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"

#include <check.h>
#include <ctype.h>
#include <stdlib.h>

static void read_back(const char *name, struct slice bytes, struct shaped *ret)
{
    struct letter_document document;
    letter_document_read_bytes(name, bytes, &letter_limits_usual, &document);
    ck_assert_msg(document.part_count == 1 && !document.parts[0].reason, "%s: %s", name,
                  document.reason ? document.reason : "not one text");
    struct letter_part *part = &document.parts[0];
    ret->text = part->text;
    part->text = (struct letter_text){0};
    if (part->other) {
        ret->has_other = true;
        ret->other = *part->other;
        *part->other = (struct letter_text){0};
    }
    letter_document_done(&document);
}

static void write_escaped(struct slice text, FILE *out)
{
    for (size_t i = 0; i < text.length; i++)
        switch (text.bytes[i]) {
        case '<':
            fputs("&lt;", out);
            break;
        case '&':
            fputs("&amp;", out);
            break;
        case '\f':
            break;
        default:
            fputc(text.bytes[i], out);
        }
}

void shape_html(const struct corpus_letter *letter, int option, struct shaped *ret)
{
    (void)option;
    char *page;
    size_t length;
    FILE *out = memory_stream(&page, &length);
    fputs("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><main><p>", out);
    FOR_LINES(slice_of(letter->text.text), line)
    {
        if (slice_trim(line).length == 0)
            fputs("</p>\n<p>", out);
        else {
            write_escaped(line, out);
            fputs("<br>", out);
        }
    }
    fputs("</p></main></body></html>", out);
    memory_stream_end(out);
    read_back("letter.html", (struct slice){page, length}, ret);
    free(page);
}

void shape_docx(const struct corpus_letter *letter, int option, struct shaped *ret)
{
    (void)option;
    char *document;
    size_t length;
    FILE *out = memory_stream(&document, &length);
    fputs("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
          "<w:body>",
          out);
    FOR_LINES(slice_of(letter->text.text), line)
    {
        fputs("<w:p><w:r><w:t xml:space='preserve'>", out);
        write_escaped(line, out);
        fputs("</w:t></w:r></w:p>", out);
    }
    fputs("</w:body></w:document>", out);
    memory_stream_end(out);
    const struct letter_entry entries[] = {{"word/document.xml", document, 0}, {NULL, NULL, 0}};
    struct slice archive = make_archive(entries);
    read_back("letter.docx", archive, ret);
    free((void *)(uintptr_t)archive.bytes);
    free(document);
}

static void write_quoted_printable(struct slice text, FILE *out)
{
    int column = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte == '\n') {
            fputs("\r\n", out);
            column = 0;
            continue;
        }
        if (column > 70) {
            fputs("=\r\n", out);
            column = 0;
        }
        bool ends_line = i + 1 == text.length || text.bytes[i + 1] == '\n';
        if (byte > 126 || byte == '=' || byte < 32 || (byte == ' ' && ends_line))
            column += fprintf(out, "=%02X", byte);
        else {
            fputc(byte, out);
            column++;
        }
    }
}

void shape_mail(const struct corpus_letter *letter, int option, struct shaped *ret)
{
    (void)option;
    char *message;
    size_t length;
    FILE *out = memory_stream(&message, &length);
    fputs("From: FOI Unit <foi@force.example>\r\nTo: a.person@mail.example\r\n"
          "Subject: Your request\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
          out);
    write_quoted_printable(slice_of(letter->text.text), out);
    memory_stream_end(out);
    read_back("letter.eml", (struct slice){message, length}, ret);
    free(message);
}

/* As a string of a PDF in a font that knows ASCII. */
static char *pdf_string(struct slice line)
{
    char *text;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    for (size_t i = 0; i < line.length; i++) {
        unsigned char byte = (unsigned char)line.bytes[i];
        if (byte == '(' || byte == ')' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else if (byte >= 32 && byte < 127)
            fputc(byte, out);
        else if (byte >= 0xC0) {
            const char *at = line.bytes + i;
            bool is_quote = strncmp(at, "\u2019", 3) == 0 || strncmp(at, "\u2018", 3) == 0;
            bool is_double = strncmp(at, "\u201c", 3) == 0 || strncmp(at, "\u201d", 3) == 0;
            fputs(strncmp(at, "\u00a3", 2) == 0   ? "\\243"
                  : strncmp(at, "\u2022", 3) == 0 ? "\\267"
                  : is_quote                      ? "'"
                  : is_double                     ? "\\\""
                                                  : "-",
                  out);
        }
    }
    memory_stream_end(out);
    return text;
}

enum { PAGE_LINES = 60, LINE_HEIGHT = 12, TOP = 790, LEFT = 45, MIDDLE = 310 };

/* The lines go down the first column of all pages, then down the second. */
static size_t place_lines(struct slice text, int columns, struct pdf_line **ret_lines)
{
    char *wrapped = text_wrapped(text, columns == 1 ? 90 : 44, false);
    size_t count = 0, room = 0, total = 0;
    FOR_LINES(slice_of(wrapped), line)
    total += line.length + 1 > 0;
    size_t each = columns == 1 ? total : (total + 1) / 2;
    *ret_lines = NULL;
    FOR_LINES(slice_of(wrapped), line)
    {
        *ret_lines = memory_grow(*ret_lines, count, &room, sizeof **ret_lines);
        size_t row = count % each;
        (*ret_lines)[count] =
            (struct pdf_line){(int)(row / PAGE_LINES), count < each ? LEFT : MIDDLE,
                              TOP - LINE_HEIGHT * (int)(row % PAGE_LINES), pdf_string(line)};
        count++;
    }
    *ret_lines = memory_grow(*ret_lines, count, &room, sizeof **ret_lines);
    (*ret_lines)[count] = (struct pdf_line){0};
    free(wrapped);
    return count;
}

void shape_pdf(const struct corpus_letter *letter, int columns, struct shaped *ret)
{
    struct pdf_line *lines;
    size_t count = place_lines(slice_of(letter->text.text), columns, &lines);
    int pages = 1;
    for (size_t i = 0; i < count; i++)
        pages = lines[i].page + 1 > pages ? lines[i].page + 1 : pages;
    struct slice pdf = make_pdf(lines, pages);
    read_back("letter.pdf", pdf, ret);
    for (size_t i = 0; i < count; i++)
        free((void *)(uintptr_t)lines[i].text);
    free(lines);
    free((void *)(uintptr_t)pdf.bytes);
}
