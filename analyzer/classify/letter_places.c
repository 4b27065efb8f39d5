/* SPDX-License-Identifier: MIT */
#include "classify/letter_places.h"

#include <ctype.h>

enum { LINE_MOST = 70, GREETED_WORDS = 4, SIGNATURE_LINES = 5, SIGNATURE_BLANKS = 6 };

void letter_rows_search(const struct pattern_table *table, const char *kind, struct slice text,
                        row_match *match, void *context)
{
    for (size_t i = 0; i < table->count; i++) {
        if (strcmp(table->list[i].kind, kind) != 0 ||
            !kind_pattern_may_match(&table->list[i], text))
            continue;
        struct pattern_match found;
        for (size_t from = 0; from <= text.length;) {
            if (pattern_find(table->list[i].pattern, text, from, &found) != PATTERN_FOUND)
                break;
            match(found.begin, found.end, context);
            from = found.end > from ? found.end : from + 1;
            while (from < text.length && ((unsigned char)text.bytes[from] & 0xc0U) == 0x80)
                from++;
        }
    }
}

static void tell(const struct place_search *s, const struct name_found *found)
{
    if (found->end > found->begin)
        s->found(found, s->context);
}

static size_t line_end(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] != '\n')
        at++;
    return at;
}

static size_t skip_spaces(struct slice text, size_t at)
{
    while (at < text.length && (text.bytes[at] == ' ' || text.bytes[at] == '\t'))
        at++;
    return at;
}

/* "dear jane smith,": of a greeting that fills its line, what no grammar of names takes. */
static struct name_found name_as_written(const struct place_search *s, size_t at)
{
    struct name_found found = {.begin = at, .end = at};
    size_t end = at, words = 0;
    while (end < s->text.length && !strchr(",:!;\r\n", s->text.bytes[end]))
        end++;
    struct slice rest = slice_trim((struct slice){s->text.bytes + at, end - at}), word;
    const struct slice whole = rest;
    while (slice_next_part(&rest, ' ', &word)) {
        enum mask_word kind = mask_words_kind(&s->grammar->words, word);
        bool is_letters = true;
        for (size_t i = 0; i < word.length; i++)
            is_letters &= isalpha((unsigned char)word.bytes[i]) || strchr(".'-", word.bytes[i]) ||
                          (unsigned char)word.bytes[i] > 0x7f;
        if (++words > GREETED_WORDS || !is_letters || kind == MASK_WORD_BODY ||
            kind == MASK_WORD_STOP || kind == MASK_WORD_ROLE)
            return found;
    }
    bool is_sir = words && slice_is(whole, "sir");
    size_t last = line_end(s->text, end);
    if (whole.length && !is_sir && last - end < 3)
        found.end = at + whole.length;
    return found;
}

static void take_greeting(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    if (found.end == found.begin && end < s->text.length &&
        islower((unsigned char)s->text.bytes[end]))
        found = name_as_written(s, end);
    tell(s, &found);
}

/* "Whitlam, Greer": the names change places. */
static void take_inverted(const struct place_search *s, struct name_found *found)
{
    struct slice text = s->text;
    if (found->count != 1 || found->is_titled || found->end + 2 >= text.length ||
        memcmp(text.bytes + found->end, ", ", 2) != 0)
        return;
    struct name_found first = name_read(s->grammar, text, found->end + 2);
    if (!first.count || first.count + 1 > NAME_WORDS_MAX)
        return;
    const struct slice last = found->words[0];
    memcpy(found->words, first.words, sizeof first.words);
    found->words[first.count] = last;
    found->count = first.count + 1;
    found->end = first.end;
}

static void take_titled(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    if (found.is_titled)
        tell(s, &found);
}

static bool is_all_capitals(struct slice word)
{
    for (size_t i = 0; i < word.length; i++)
        if (islower((unsigned char)word.bytes[i]))
            return false;
    return word.length > 2;
}

/* Where the place alone does not tell: two words, and not both of the language; one behind a
 * rank. */
static bool is_likely(const struct place_search *s, const struct name_found *found,
                      bool allows_capitals)
{
    size_t ordinary = 0, capitals = 0;
    for (size_t i = 0; i < found->count; i++) {
        ordinary += found->is_ranked ? name_stands_small(s->text, found->words[i])
                                     : name_is_ordinary(s->grammar, s->text, found->words[i]);
        capitals += is_all_capitals(found->words[i]);
    }
    bool is_enough = found->count >= 2 || found->is_titled || found->is_ranked;
    bool is_heading = capitals == found->count && !found->is_titled && !allows_capitals;
    return is_enough && !is_heading && (found->is_titled || ordinary < found->count);
}

/* Behind a name, and an address or a remark in brackets: where the next of a list begins, or 0. */
static size_t behind_joint(struct slice text, size_t at)
{
    static const char *const joints[] = {";", ",", "/", "|", "and ", "& ", NULL};
    static const char opening[] = "<([", closing[] = ">)]";
    at = skip_spaces(text, at);
    const char *bracket = at < text.length ? memchr(opening, text.bytes[at], 3) : NULL;
    if (bracket) {
        const char *end =
            memchr(text.bytes + at, closing[bracket - opening], line_end(text, at) - at);
        at = end ? skip_spaces(text, (size_t)(end - text.bytes) + 1) : text.length;
    }
    for (const char *const *joint = joints; *joint; joint++) {
        size_t length = strlen(*joint);
        if (at + length < text.length && memcmp(text.bytes + at, *joint, length) == 0)
            return skip_spaces(text, at + length);
    }
    return 0;
}

/* "Jane Doe, Mr P. Marsh; Whitlam, Greer": the first as its place says, others as likely ones. */
static void take_list(const struct place_search *s, struct name_found found, bool is_sure)
{
    while (found.end > found.begin && !found.is_before_office &&
           (is_sure || is_likely(s, &found, true))) {
        tell(s, &found);
        size_t next = behind_joint(s->text, found.end);
        if (!next)
            return;
        found = name_read(s->grammar, s->text, next);
        take_inverted(s, &found);
        is_sure = false;
    }
}

static void take_name(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    take_inverted(s, &found);
    take_list(s, found, true);
}

static void take_weak(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    if (is_likely(s, &found, false))
        tell(s, &found);
}

/* The same in a line of people that a letter was copied to. */
static void take_copied(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    take_inverted(s, &found);
    take_list(s, found, false);
}

/* Behind "Doe, Jane" comes the end of a line or of an entry, and no verb. */
static bool ends_inverted(struct slice text, size_t at)
{
    at = skip_spaces(text, at);
    return at == text.length || strchr("\r\n;,.|<([)", text.bytes[at]) != NULL;
}

/* "Jane Doe", "Doe, Jane" anywhere: one of the words is a name that parents give. */
static void take_given(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    struct name_found found = name_read(s->grammar, s->text, end);
    bool is_inverted = found.count == 1;
    take_inverted(s, &found);
    is_inverted &= found.count > 1;
    if (found.count < 2 || !mask_words_is_given(&s->grammar->words, found.words[0]) ||
        name_stands_small(s->text, found.words[found.count - 1]) ||
        (is_inverted && !ends_inverted(s->text, found.end)))
        return;
    if (is_likely(s, &found, true))
        tell(s, &found);
}

static void take_before(size_t begin, size_t end, void *context)
{
    (void)end;
    const struct place_search *s = context;
    struct name_found found = name_read_back(s->grammar, s->text, begin, 2);
    if (is_likely(s, &found, true))
        tell(s, &found);
}

/* What may stand behind a name in the line of a signature: nothing, or what begins so. */
static bool ends_signature(struct slice text, size_t at)
{
    static const char *const ends[] = {",", "|", "(", "-", "\xe2\x80\x93", "\xe2\x80\x94",
                                       "<", "/", "[", NULL};
    size_t from = at;
    while (at < text.length &&
           (text.bytes[at] == ' ' || text.bytes[at] == '\t' || text.bytes[at] == '\r'))
        at++;
    if (at == text.length || text.bytes[at] == '\n' || at - from >= 2)
        return true;
    for (const char *const *end = ends; *end; end++)
        if (at + strlen(*end) <= text.length && memcmp(text.bytes + at, *end, strlen(*end)) == 0)
            return true;
    return isdigit((unsigned char)text.bytes[at]) != 0;
}

/* "pp Jane Doe", "for R. St J. Ellerby": where the name begins, or `at` itself. */
static size_t behind_deputy(struct slice text, size_t at, size_t end)
{
    static const char *const words[] = {"pp ",  "pp. ",          "p.p. ",
                                        "PP ",  "P.P. ",         "for and on behalf of ",
                                        "for ", "on behalf of ", NULL};
    for (const char *const *word = words; *word; word++)
        if (end - at > strlen(*word) && memcmp(text.bytes + at, *word, strlen(*word)) == 0)
            return at + strlen(*word);
    return at;
}

/* The first line may be a single word ("Orla"), or small letters alone; later ones must look more
 * like a name. */
static bool take_signature_line(const struct place_search *s, size_t at, size_t end, bool is_first)
{
    struct name_found found = name_read(s->grammar, s->text, at);
    if (found.end > found.begin) {
        bool is_enough =
            is_first || (is_likely(s, &found, true) && found.count >= 2) || found.is_titled;
        take_inverted(s, &found);
        if (!is_enough || found.is_before_office || !ends_signature(s->text, found.end))
            return false;
        tell(s, &found);
        return true;
    }
    if (is_first && islower((unsigned char)s->text.bytes[at]) && end - at <= 40)
        found = name_as_written(s, at);
    tell(s, &found);
    return found.end > found.begin;
}

/* Up to the first name; behind it, only whom it was signed for. */
static void take_signature(size_t begin, size_t end, void *context)
{
    (void)begin;
    const struct place_search *s = context;
    size_t at = line_end(s->text, end), blanks = 0, lines = 0;
    bool has_name = false;
    while (at < s->text.length && blanks < SIGNATURE_BLANKS && lines < SIGNATURE_LINES) {
        size_t start = ++at;
        at = line_end(s->text, start);
        while (start < at && strchr(" \t>*_\r", s->text.bytes[start]))
            start++;
        if (start == at) {
            blanks++;
            continue;
        }
        size_t name = behind_deputy(s->text, start, at);
        if (at - start <= LINE_MOST && (!has_name || name > start))
            has_name |= take_signature_line(s, name, at, lines == 0);
        lines += isalpha((unsigned char)s->text.bytes[start]) ||
                 (unsigned char)s->text.bytes[start] > 0x7f;
    }
}

void letter_places_search(const struct place_search *search)
{
    static const struct {
        const char *kind;
        row_match *take;
    } takers[] = {{"before-greeting", take_greeting}, {"before-name", take_name},
                  {"before-titled", take_titled},     {"before-weak", take_weak},
                  {"before-copied", take_copied},     {"before-given", take_given},
                  {"behind-name", take_before},       {"closing", take_signature},
                  {"closing-inline", take_name}};
    struct place_search copy = *search;
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        letter_rows_search(search->table, takers[i].kind, search->text, takers[i].take, &copy);
}
