/* SPDX-License-Identifier: MIT */
#include "shapes.h"

#include "base/memory.h"

#include <ctype.h>
#include <stdlib.h>

static void put(FILE *out, struct slice text)
{
    fwrite(text.bytes, 1, text.length, out);
}

static bool begins_with(struct slice text, const char *start)
{
    return text.length >= strlen(start) && memcmp(text.bytes, start, strlen(start)) == 0;
}

/* --- by lines --- */

static void break_line(struct slice line, size_t width, bool hyphenates, FILE *out)
{
    size_t column = 0;
    struct slice word;
    while (slice_next_part(&line, ' ', &word)) {
        size_t room = width > column + 1 ? width - column - 1 : 0;
        bool is_plain = true;
        for (size_t i = 0; i < word.length; i++)
            is_plain &= isalpha((unsigned char)word.bytes[i]) != 0;
        if (column && word.length > room && hyphenates && is_plain && word.length >= 8 &&
            room >= 4) {
            size_t first = room - 1 < word.length - 3 ? room - 1 : word.length - 3;
            fprintf(out, " %.*s-\n", (int)first, word.bytes);
            word = (struct slice){word.bytes + first, word.length - first};
            column = 0;
        } else if (column && word.length > room) {
            fputc('\n', out);
            column = 0;
        } else if (column) {
            fputc(' ', out);
            column++;
        }
        put(out, word);
        column += word.length;
    }
    fputc('\n', out);
}

char *text_wrapped(struct slice text, size_t width, bool hyphenates)
{
    char *wrapped;
    size_t length;
    FILE *out = memory_stream(&wrapped, &length);
    FOR_LINES(text, line)
    break_line(line, width, hyphenates, out);
    memory_stream_end(out);
    return wrapped;
}

static void write_wrapped(const struct corpus_letter *letter, struct slice text, int width,
                          FILE *out)
{
    (void)letter;
    char *wrapped = text_wrapped(text, (size_t)abs(width), width < 0);
    fputs(wrapped, out);
    free(wrapped);
}

static bool is_heading(struct slice line)
{
    return line.length > 2 && line.length <= 60 && !strchr(".,;:?!", line.bytes[line.length - 1]) &&
           isupper((unsigned char)line.bytes[0]);
}

static void write_capital_headings(const struct corpus_letter *letter, struct slice text,
                                   int option, FILE *out)
{
    (void)letter, (void)option;
    FOR_LINES(text, line)
    {
        for (size_t i = 0; i < line.length; i++)
            fputc(is_heading(line) ? toupper((unsigned char)line.bytes[i]) : line.bytes[i], out);
        fputc('\n', out);
    }
}

static void write_around(const struct corpus_letter *letter, struct slice text, int around,
                         FILE *out)
{
    static const char *const arounds[][2] = {{"", "\n"}, {"> > ", ""}, {"| ", " |"}};
    (void)letter;
    FOR_LINES(text, line)
    {
        bool is_blank = slice_trim(line).length == 0;
        fprintf(out, "%s%.*s%s\n", is_blank && around == 2 ? "" : arounds[around][0],
                (int)line.length, line.bytes, is_blank && around == 2 ? "" : arounds[around][1]);
    }
}

static void write_paged(const struct corpus_letter *letter, struct slice text, int lines, FILE *out)
{
    char *wrapped = text_wrapped(text, 80, false);
    int count = 0, page = 1;
    FOR_LINES(slice_of(wrapped), line)
    {
        fprintf(out, "%.*s\n", (int)line.length, line.bytes);
        if (++count % lines == 0)
            fprintf(out, "Page %d of 9\nOFFICIAL\n\f%s\nFreedom of Information Unit\n", page++,
                    letter->force);
    }
    free(wrapped);
}

static void write_without_blanks(const struct corpus_letter *letter, struct slice text, int option,
                                 FILE *out)
{
    (void)letter, (void)option;
    FOR_LINES(text, line)
    if (slice_trim(line).length)
        fprintf(out, "%.*s\n", (int)line.length, line.bytes);
}

static void write_in_chrome(const struct corpus_letter *letter, struct slice text, int language,
                            FILE *out)
{
    static const char *const chrome[][2] = {
        {"Skip to main content\nThis site uses cookies to store information on your computer\n"
         "Accept all cookies   Reject additional cookies   View cookies\nHome > About us > Freedom "
         "of information > Disclosure log\nSearch   Menu   Contact us\n\n",
         "\nIs this page useful? Yes No\nShare this page   Print\nFollow us on social media\n"
         "Accessibility   Privacy notice   Terms and conditions   Sitemap\n"},
        {"Neidio i'r prif gynnwys\nMae'r wefan hon yn defnyddio cwcis i gadw gwybodaeth ar eich "
         "cyfrifiadur\nDerbyn pob cwci   Gwrthod cwcis ychwanegol\nHafan > Amdanom ni > Rhyddid "
         "gwybodaeth\nChwilio   Dewislen   Cysylltu\n\n",
         "\nA oedd y dudalen hon yn ddefnyddiol? Oedd Nac oedd\nRhannu'r dudalen hon   Argraffu\n"
         "Hygyrchedd   Hysbysiad preifatrwydd   Telerau ac amodau   Map o'r safle\n"}};
    (void)letter;
    fputs(chrome[language][0], out);
    put(out, text);
    fputs(chrome[language][1], out);
}

static void write_begin(const struct corpus_letter *letter, struct slice text, int bytes, FILE *out)
{
    (void)letter;
    size_t end = text.length < (size_t)bytes ? text.length : (size_t)bytes;
    while (end < text.length && end > 0 && (text.bytes[end] & 0xC0) == 0x80)
        end--;
    put(out, (struct slice){text.bytes, end});
}

/* The first page, or the first half of a letter that has hardly more than one. */
static void write_end(const struct corpus_letter *letter, struct slice text, int bytes, FILE *out)
{
    (void)letter;
    size_t begin = text.length < (size_t)bytes * 3 / 2 ? text.length / 2 : (size_t)bytes;
    while (begin < text.length && text.bytes[begin - 1] != '\n')
        begin++;
    put(out, (struct slice){text.bytes + begin, text.length - begin});
}

static void write_bullets(const struct corpus_letter *letter, struct slice text, int option,
                          FILE *out)
{
    static const char *const bullets[] = {"\u2022", "\u25e6", "\u25aa",    "\u00b7",
                                          "\uf0b7", "o",      "(cid:127)", "\u2013"};
    static const char *const found[] = {"- ", "* ", "\u2022 ", "\u2013 ", "\u00b7 "};
    (void)letter;
    FOR_LINES(text, line)
    {
        for (size_t i = 0; i < sizeof found / sizeof *found; i++)
            if (begins_with(line, found[i])) {
                size_t skipped = strlen(found[i]);
                fprintf(out, "%s ", bullets[option]);
                line = (struct slice){line.bytes + skipped, line.length - skipped};
                break;
            }
        fprintf(out, "%.*s\n", (int)line.length, line.bytes);
    }
}

/* --- by words; an address is no word --- */

static bool is_address(struct slice word)
{
    return memmem(word.bytes, word.length, "://", 3) ||
           memmem(word.bytes, word.length, "www.", 4) || memchr(word.bytes, '@', word.length);
}

typedef void write_word(struct slice word, int option, char before, FILE *out);

static void by_words(struct slice text, int option, write_word *write, FILE *out)
{
    size_t at = 0;
    while (at < text.length) {
        size_t end = at;
        while (end < text.length && !strchr(" \n\t", text.bytes[end]))
            end++;
        struct slice word = {text.bytes + at, end - at};
        if (is_address(word))
            put(out, word);
        else
            write(word, option, at ? text.bytes[at - 1] : '\n', out);
        if (end < text.length)
            fputc(text.bytes[end], out);
        at = end + 1;
    }
}

static const char *const dashes[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"};

static void dash_word(struct slice word, int option, char before, FILE *out)
{
    (void)before;
    for (size_t i = 0; i < word.length; i++) {
        struct slice rest = {word.bytes + i, word.length - i};
        if (begins_with(rest, "\u2013") || begins_with(rest, "\u2014")) {
            fputs(dashes[option], out);
            i += 2;
        } else if (word.bytes[i] == '-')
            fputs(dashes[option], out);
        else
            fputc(word.bytes[i], out);
    }
}

static void smart_word(struct slice word, int option, char before, FILE *out)
{
    (void)option, (void)before;
    for (size_t i = 0; i < word.length; i++) {
        bool opens = i == 0 || word.bytes[i - 1] == '(';
        if (word.bytes[i] == '"')
            fputs(opens ? "\u201c" : "\u201d", out);
        else if (word.bytes[i] == '\'')
            fputs(opens ? "\u2018" : "\u2019", out);
        else
            fputc(word.bytes[i], out);
    }
}

static void replaced_word(struct slice word, const char *const pairs[][2], FILE *out)
{
    for (size_t i = 0; i < word.length;) {
        struct slice rest = {word.bytes + i, word.length - i};
        size_t p = 0;
        while (pairs[p][0] && !begins_with(rest, pairs[p][0]))
            p++;
        if (pairs[p][0]) {
            fputs(pairs[p][1], out);
            i += strlen(pairs[p][0]);
        } else
            fputc(word.bytes[i++], out);
    }
}

static void straight_word(struct slice word, int option, char before, FILE *out)
{
    static const char *const pairs[][2] = {
        {"\u201c", "\""}, {"\u201d", "\""}, {"\u2018", "'"}, {"\u2019", "'"}, {NULL, NULL}};
    (void)option, (void)before;
    replaced_word(word, pairs, out);
}

static void ligature_word(struct slice word, int option, char before, FILE *out)
{
    static const char *const pairs[][2] = {{"ffi", "\ufb03"}, {"ffl", "\ufb04"}, {"ff", "\ufb00"},
                                           {"fi", "\ufb01"},  {"fl", "\ufb02"},  {NULL, NULL}};
    (void)option, (void)before;
    replaced_word(word, pairs, out);
}

static void case_word(struct slice word, int option, char before, FILE *out)
{
    (void)before;
    for (size_t i = 0; i < word.length; i++)
        fputc(option ? toupper((unsigned char)word.bytes[i])
                     : tolower((unsigned char)word.bytes[i]),
              out);
}

static void soft_word(struct slice word, int option, char before, FILE *out)
{
    (void)option, (void)before;
    bool is_plain = word.length >= 8;
    for (size_t i = 0; i < word.length; i++)
        is_plain &= isalpha((unsigned char)word.bytes[i]) != 0;
    size_t half = is_plain ? word.length / 2 : 0;
    fprintf(out, "%.*s%s%.*s", (int)half, word.bytes, is_plain ? "\u00ad" : "",
            (int)(word.length - half), word.bytes + half);
}

static write_word *const word_shapes[] = {dash_word,     smart_word, straight_word,
                                          ligature_word, case_word,  soft_word};
enum { DASH, SMART, STRAIGHT, LIGATURE, CASE, SOFT };
#define WORDS(shape, option) ((shape)*16 + (option))

static void write_words(const struct corpus_letter *letter, struct slice text, int option,
                        FILE *out)
{
    (void)letter;
    by_words(text, option % 16, word_shapes[option / 16], out);
}

static void write_spaces(const struct corpus_letter *letter, struct slice text, int option,
                         FILE *out)
{
    static const char *const spaces[] = {"\u00a0", "\u2009"};
    (void)letter;
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == ' ' && ++count % 3 == 0)
            fputs(spaces[option], out);
        else
            fputc(text.bytes[i], out);
}

/* --- as a whole --- */

static void write_named(struct slice text, const char *name, const char *instead, FILE *out)
{
    for (size_t i = 0; i < text.length;) {
        if (strncasecmp(text.bytes + i, name, strlen(name)) == 0) {
            fputs(instead, out);
            i += strlen(name);
        } else
            fputc(text.bytes[i++], out);
    }
}

#define LINES(name, write, option)                                                                 \
    {                                                                                              \
        name, write, NULL, option, LOSS_NONE, NULL, NULL, false                                    \
    }
#define LOSES(name, write, option)                                                                 \
    {                                                                                              \
        name, write, NULL, option, LOSS_WORDS, NULL, NULL, false                                   \
    }
#define BY_FILE(name, read, option)                                                                \
    {                                                                                              \
        name, NULL, read, option, LOSS_NONE, NULL, NULL, false                                     \
    }
#define FORCE(name, force)                                                                         \
    {                                                                                              \
        name, NULL, NULL, 0, LOSS_NONE, force, NULL, false                                         \
    }
#define TOOL(name, tool)                                                                           \
    {                                                                                              \
        name, NULL, NULL, 0, LOSS_NONE, NULL, tool, false                                          \
    }

const struct shape shapes[] = {
    LINES("wrapped at 60", write_wrapped, 60),
    LINES("wrapped at 72", write_wrapped, 72),
    LINES("wrapped at 60 with hyphens", write_wrapped, -60),
    LINES("soft hyphens", write_words, WORDS(SOFT, 0)),
    LINES("no-break spaces", write_spaces, 0),
    LINES("thin spaces", write_spaces, 1),
    LINES("dashes: hyphen U+2010", write_words, WORDS(DASH, 0)),
    LINES("dashes: no-break hyphen", write_words, WORDS(DASH, 1)),
    LINES("dashes: figure dash", write_words, WORDS(DASH, 2)),
    LINES("dashes: en dash", write_words, WORDS(DASH, 3)),
    LINES("dashes: em dash", write_words, WORDS(DASH, 4)),
    LINES("dashes: minus", write_words, WORDS(DASH, 5)),
    LINES("bullets: dot", write_bullets, 0),
    LINES("bullets: ring", write_bullets, 1),
    LINES("bullets: square", write_bullets, 2),
    LINES("bullets: middle dot", write_bullets, 3),
    LINES("bullets: private use", write_bullets, 4),
    LINES("bullets: letter o", write_bullets, 5),
    LINES("bullets: (cid:127)", write_bullets, 6),
    LINES("bullets: en dash", write_bullets, 7),
    LINES("smart quotes", write_words, WORDS(SMART, 0)),
    LINES("straight quotes", write_words, WORDS(STRAIGHT, 0)),
    LINES("ligatures", write_words, WORDS(LIGATURE, 0)),
    LINES("capitals in headings", write_capital_headings, 0),
    LINES("capitals in all text", write_words, WORDS(CASE, 1)),
    LINES("no capitals", write_words, WORDS(CASE, 0)),
    LINES("double spacing", write_around, 0),
    LINES("header and footer every 45 lines", write_paged, 45),
    LINES("quoted twice with >", write_around, 1),
    LINES("pipes of a table", write_around, 2),
    LINES("English chrome around it", write_in_chrome, 0),
    LINES("Welsh chrome around it", write_in_chrome, 1),
    BY_FILE("as a page (HTML)", shape_html, 0),
    BY_FILE("as DOCX", shape_docx, 0),
    BY_FILE("as a message (EML)", shape_mail, 0),
    BY_FILE("as PDF, one column", shape_pdf, 1),
    BY_FILE("as PDF, two columns", shape_pdf, 2),
    {"scanned, 0.5 % noise", shape_noise, NULL, 50, LOSS_WORDS, NULL, NULL, false},
    {"scanned, 2 % noise", shape_noise, NULL, 200, LOSS_NOISE, NULL, NULL, false},
    LOSES("first page missing", write_end, 2000),
    LOSES("cut at 2,000 characters", write_begin, 2000),
    LINES("blank lines removed", write_without_blanks, 0),
    {"questions of the pack turned", NULL, NULL, 0, LOSS_NONE, NULL, NULL, true},
    FORCE("force called Westhaven Police", "Westhaven Police"),
    FORCE("force called the Met", "the Met"),
    FORCE("force called Kent", "Kent"),
    TOOL("tool called Nectar", "Nectar"),
    TOOL("tool called Argus", "Argus"),
};
const size_t shape_count = sizeof shapes / sizeof *shapes;

static void write_shape(const struct shape *shape, const struct corpus_letter *letter,
                        struct letter_text *ret)
{
    FILE *out = memory_stream(&ret->text, &ret->length);
    struct slice text = {letter->text.text, letter->text.length};
    if (shape->write)
        shape->write(letter, text, shape->option, out);
    else if (shape->force)
        write_named(text, letter->force, shape->force, out);
    else if (shape->tool)
        write_named(text, letter->tool, shape->tool, out);
    else
        put(out, text);
    memory_stream_end(out);
    if (letter->text.address)
        ret->address = memory_copy(letter->text.address);
}

bool shape_letter(const struct shape *shape, const struct corpus_letter *letter, struct shaped *ret)
{
    *ret = (struct shaped){
        .force = shape->force, .tool = shape->tool, .questions_turned = shape->questions_turned};
    /* Addresses behind words are lost with the page. */
    if (letter->text.link_count > 0)
        return false;
    if (shape->read)
        shape->read(letter, shape->option, ret);
    else
        write_shape(shape, letter, &ret->text);
    bool is_altered =
        shape->read || (shape->questions_turned ? letter->question_count > 1
                                                : strcmp(ret->text.text, letter->text.text) != 0);
    if (!is_altered)
        shaped_done(ret);
    return is_altered;
}

void shaped_done(struct shaped *shaped)
{
    letter_text_free(&shaped->text);
    letter_text_free(&shaped->other);
}
