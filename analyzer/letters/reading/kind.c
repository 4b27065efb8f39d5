/* SPDX-License-Identifier: MIT */
#include "letters/reading/kind.h"

#include <strings.h>

enum { START_BYTES = 1 << 16, PDF_START_BYTES = 1024, MAIL_HEADERS = 3, SAVED_MAIL_HEADERS = 2 };

static const char *const names[] = {
#define KIND_NAME(code, word) [code] = word,
    LETTER_KINDS(KIND_NAME)
#undef KIND_NAME
};

static const char *const refusals[] = {
    [LETTER_KIND_UNKNOWN] = NULL,
    [LETTER_KIND_TEXT] = NULL,
    [LETTER_KIND_HTML] = NULL,
    [LETTER_KIND_PDF] = NULL,
    [LETTER_KIND_ARCHIVE] = NULL,
    [LETTER_KIND_DOCX] = NULL,
    [LETTER_KIND_ODT] = NULL,
    [LETTER_KIND_MAIL] = NULL,
    [LETTER_KIND_MSG] = "it is an Outlook message: turn it into .eml with `msgconvert` "
                        "(apt install libemail-outlook-message-perl), or save it as PDF or text",
    [LETTER_KIND_DOC] = "it is an old Word document: turn it into .docx with LibreOffice "
                        "(`soffice --convert-to docx`), or save it as PDF or text",
    [LETTER_KIND_LOCKED] = "it needs a password: save it without one, or as PDF or text",
    [LETTER_KIND_RTF] = "it is an RTF document: turn it into .docx with LibreOffice "
                        "(`soffice --convert-to docx`), or save it as PDF or text",
    [LETTER_KIND_PICTURE] = "it is a picture: make a PDF with text of it (`ocrmypdf`), then again",
    [LETTER_KIND_OTHER] = "it is no letter in a format that can be read: save it as PDF or text",
};

const char *letter_kind_name(enum letter_kind kind)
{
    return names[kind];
}

const char *kind_refusal(enum letter_kind kind)
{
    return refusals[kind];
}

static struct slice start_of(struct slice bytes, size_t most)
{
    return (struct slice){bytes.bytes, bytes.length < most ? bytes.length : most};
}

static bool holds(struct slice bytes, const void *what, size_t length)
{
    return bytes.length && memmem(bytes.bytes, bytes.length, what, length) != NULL;
}

static bool begins(struct slice bytes, const char *beginning)
{
    size_t length = strlen(beginning);
    return bytes.length >= length && strncasecmp(bytes.bytes, beginning, length) == 0;
}

/* Outlook, Word and what hides a newer document behind a password put their parts into one kind of
 * container. The names of its parts are UTF-16. */
static enum letter_kind tell_container(struct slice bytes)
{
    static const char message[] = "_\0_\0s\0u\0b\0s\0t\0g\0001\0.",
                      word[] = "W\0o\0r\0d\0D\0o\0c\0",
                      locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0";
    if (holds(bytes, message, sizeof message - 1))
        return LETTER_KIND_MSG;
    if (holds(bytes, locked, sizeof locked - 1))
        return LETTER_KIND_LOCKED;
    return holds(bytes, word, sizeof word - 1) ? LETTER_KIND_DOC : LETTER_KIND_OTHER;
}

static enum letter_kind tell_by_beginning(struct slice bytes)
{
    static const struct {
        const char *bytes;
        size_t length;
        enum letter_kind kind;
    } beginnings[] = {
        {"PK\003\004", 4, LETTER_KIND_ARCHIVE},
        {"{\\rtf", 5, LETTER_KIND_RTF},
        {"\x89PNG", 4, LETTER_KIND_PICTURE},
        {"\xff\xd8\xff", 3, LETTER_KIND_PICTURE},
        {"GIF8", 4, LETTER_KIND_PICTURE},
        {"II*\0", 4, LETTER_KIND_PICTURE},
        {"MM\0*", 4, LETTER_KIND_PICTURE},
        {"\x1f\x8b", 2, LETTER_KIND_OTHER},
        {"\x7f"
         "ELF",
         4, LETTER_KIND_OTHER},
        {"SQLite format 3", 15, LETTER_KIND_OTHER},
        {"\x78\x9f\x3e\x22", 4, LETTER_KIND_OTHER},
        {"7z\xbc\xaf", 4, LETTER_KIND_OTHER},
        {"Rar!\x1a", 5, LETTER_KIND_OTHER},
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (bytes.length >= beginnings[i].length &&
            memcmp(bytes.bytes, beginnings[i].bytes, beginnings[i].length) == 0)
            return beginnings[i].kind;
    if (holds(start_of(bytes, PDF_START_BYTES), "%PDF-", 5))
        return LETTER_KIND_PDF;
    return LETTER_KIND_UNKNOWN;
}

/* The length of "Message-ID:" at the beginning of a line, without its colon; 0: it is no header. */
static size_t header_name(struct slice line)
{
    size_t length = 0;
    while (length < line.length && line.bytes[length] > ' ' && line.bytes[length] < 0x7f &&
           line.bytes[length] != ':')
        length++;
    return length < line.length && line.bytes[length] == ':' ? length : 0;
}

static bool is_one_of(struct slice name, const char *const words[])
{
    for (; *words; words++)
        if (strlen(*words) == name.length && strncasecmp(name.bytes, *words, name.length) == 0)
            return true;
    return false;
}

/* An e-mail as a program stored it: nothing but headers up to the first empty line, and among them
 * those that only programs write. What a person has copied out of a window begins with "From:" and
 * "Sent:", and is text. */
static bool is_mail(struct slice bytes, const char *name)
{
    static const char *const usual[] = {"From", "To", "Date", "Subject", "Cc", "Reply-To", NULL};
    static const char *const technical[] = {"Message-ID",  "MIME-Version", "Received",
                                            "Return-Path", "Content-Type", "Delivered-To",
                                            NULL};
    bool is_saved = slice_ends_with(slice_of(name), ".eml") || begins(bytes, "From ");
    int known = 0, written_by_program = 0;
    struct slice rest = bytes, line;
    for (int number = 0; slice_next_part(&rest, '\n', &line); number++) {
        size_t length = header_name(line);
        if (slice_trim(line).length == 0)
            break;
        if (line.bytes[0] == ' ' || line.bytes[0] == '\t' || (number == 0 && begins(line, "From ")))
            continue;
        if (length == 0)
            return false;
        known += is_one_of((struct slice){line.bytes, length}, usual);
        written_by_program += is_one_of((struct slice){line.bytes, length}, technical);
    }
    known += written_by_program;
    return is_saved ? known >= SAVED_MAIL_HEADERS : written_by_program > 0 && known >= MAIL_HEADERS;
}

enum letter_kind kind_tell(struct slice bytes, const char *name)
{
    if (begins(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return tell_container(bytes);
    enum letter_kind kind = tell_by_beginning(bytes);
    if (kind != LETTER_KIND_UNKNOWN)
        return kind;
    return is_mail(bytes, name) ? LETTER_KIND_MAIL : LETTER_KIND_TEXT;
}

static bool holds_tag(struct slice text, const char *const tags[])
{
    for (size_t i = 0; i + 1 < text.length; i++) {
        if (text.bytes[i] != '<')
            continue;
        struct slice rest = {text.bytes + i + 1, text.length - i - 1};
        for (const char *const *tag = tags; *tag; tag++) {
            size_t length = strlen(*tag);
            if (begins(rest, *tag) && rest.length > length && strchr(" >\n\t/", rest.bytes[length]))
                return true;
        }
    }
    return false;
}

bool kind_is_html(struct slice text, const char *name)
{
    static const char *const whole[] = {"!doctype html", "html", "head", "body", NULL};
    static const char *const pieces[] = {"p",  "div",  "br",    "table", "span", "ul",
                                         "ol", "h1",   "h2",    "h3",    "a",    "b",
                                         "i",  "font", "title", "meta",  NULL};
    struct slice ending = slice_of(name), start = start_of(slice_trim(text), START_BYTES);
    bool is_named = slice_ends_with(ending, ".html") || slice_ends_with(ending, ".htm") ||
                    slice_ends_with(ending, ".xhtml");
    if (is_named || begins(start, "<"))
        return holds_tag(start, whole) || holds_tag(start, pieces);
    return false;
}
