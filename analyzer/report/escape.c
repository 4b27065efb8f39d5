/* SPDX-License-Identifier: MIT */
#include "report/escape.h"

#include "base/utf8.h"

#include <ctype.h>

/* What stands for an ASCII byte in HTML; NULL: itself. C0 and DEL cannot stand there. */
static const char *entity_of(unsigned char c)
{
    static const char *const entities[128] = {
        ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
        ['"'] = "&quot;", ['\''] = "&#39;", [0x7f] = "\xef\xbf\xbd",
    };
    if (c < 0x20 && c != '\n' && c != '\t')
        return "\xef\xbf\xbd";
    return entities[c];
}

/* What a reader could not see, and what would turn the text round, is named instead. */
static size_t write_beyond_ascii(FILE *out, struct slice text, size_t at)
{
    int32_t c = -1;
    size_t n = utf8_next(text, at, &c);
    if (c < 0 || (c >= 0x80 && c < 0xa0))
        fputs_unlocked("\xef\xbf\xbd", out);
    else if (utf8_is_deceptive(c))
        fprintf(out, "[U+%04X]", (unsigned)c);
    else
        fwrite_unlocked(text.bytes + at, 1, n, out);
    return n;
}

typedef void ascii_writer(FILE *out, unsigned char c);

static inline void write_text(FILE *out, struct slice text, ascii_writer *write_ascii)
{
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c >= 0x80) {
            i += write_beyond_ascii(out, text, i);
            continue;
        }
        write_ascii(out, c);
        i++;
    }
}

static void write_html_ascii(FILE *out, unsigned char c)
{
    const char *entity = entity_of(c);
    if (entity)
        fputs_unlocked(entity, out);
    else
        putc_unlocked(c, out);
}

void escape_html(FILE *out, struct slice text)
{
    write_text(out, text, write_html_ascii);
}

static void write_css_ascii(FILE *out, unsigned char c)
{
    if (c == ' ' || isalnum(c))
        putc_unlocked(c, out);
    else
        fprintf(out, "\\%x ", (unsigned)c);
}

void escape_css_string(FILE *out, struct slice text)
{
    write_text(out, text, write_css_ascii);
}

void escape_address(FILE *out, struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c))
            fprintf(out, "%%%02X", (unsigned)c);
        else
            escape_html(out, (struct slice){text.bytes + i, 1});
    }
}
