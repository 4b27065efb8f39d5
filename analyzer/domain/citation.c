/* SPDX-License-Identifier: MIT */
#include "domain/citation.h"

#include "base/text.h"

#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

static struct slice drop(struct slice s, size_t bytes)
{
    return (struct slice){s.bytes + bytes, s.length - bytes};
}

/* The length of the separator at s: "and" counts only as a word of its own. */
static size_t separator_length(struct slice s, char before)
{
    char c = s.bytes[0];
    if (c == ';' || c == ',' || c == '&')
        return 1;
    if (s.length < 3 || strncasecmp(s.bytes, "and", 3) != 0 || is_letter(before))
        return 0;
    return s.length == 3 || !is_letter(s.bytes[3]) ? 3 : 0;
}

/* Takes what stands before the next separator; both are dropped from *rest. */
static struct slice take_item(struct slice *rest)
{
    struct slice item = {rest->bytes, 0};
    char before = ' ';
    while (item.length < rest->length) {
        size_t separator = separator_length(drop(*rest, item.length), before);
        if (separator) {
            *rest = drop(*rest, item.length + separator);
            return item;
        }
        before = rest->bytes[item.length++];
    }
    *rest = drop(*rest, rest->length);
    return item;
}

/* Letters come with no-break spaces (U+00A0), so these count too. */
static void skip_spaces(struct slice *s)
{
    for (;;) {
        if (s->length >= 2 && memcmp(s->bytes, "\xc2\xa0", 2) == 0)
            *s = drop(*s, 2);
        else if (s->length && (s->bytes[0] == ' ' || (s->bytes[0] >= '\t' && s->bytes[0] <= '\r')))
            *s = drop(*s, 1);
        else
            return;
    }
}

static struct slice take_letters(struct slice *s)
{
    struct slice word = {s->bytes, 0};
    while (word.length < s->length && is_letter(s->bytes[word.length]))
        word.length++;
    *s = drop(*s, word.length);
    return word;
}

static bool take_byte(struct slice *s, char byte)
{
    if (s->length == 0 || s->bytes[0] != byte)
        return false;
    *s = drop(*s, 1);
    return true;
}

/* What the words beside a number say of its Act. */
enum {
    SAYS_FOIA = 1,    /* "FOIA": that Act and no other */
    SAYS_FREEDOM = 2, /* "Freedom of Information": one of two Acts */
    SAYS_FOISA = 4,
    SAYS_ENVIRONMENT = 8, /* "EIR", "Environmental": one of two Regulations */
    SAYS_EISR = 16,
    SAYS_DATA = 32,
    SAYS_SCOTLAND = 64,
    SAYS_REGULATION = 128,
    SAYS_ACT = 256,
    SAYS_2000 = 512,
    SAYS_2002 = 1024,
};

struct act_word {
    const char *word;
    unsigned says;
};

static bool find_word(struct slice word, const struct act_word *words, unsigned *says)
{
    for (; words->word; words++) {
        if (strlen(words->word) != word.length ||
            strncasecmp(words->word, word.bytes, word.length) != 0)
            continue;
        *says |= words->says;
        return true;
    }
    return false;
}

/* Four digits of a year and no more. */
static bool take_year(struct slice *s, unsigned *says)
{
    if (s->length < 4 || (memcmp(s->bytes, "19", 2) != 0 && memcmp(s->bytes, "20", 2) != 0))
        return false;
    bool is_year = is_digit(s->bytes[2]) && is_digit(s->bytes[3]) &&
                   (s->length == 4 || !is_digit(s->bytes[4]));
    if (!is_year)
        return false;
    if (memcmp(s->bytes, "2000", 4) == 0)
        *says |= SAYS_2000;
    if (memcmp(s->bytes, "2002", 4) == 0)
        *says |= SAYS_2002;
    *s = drop(*s, 4);
    return true;
}

/* "FOI(S)A" and "EI(S)R", as Scottish letters write them. */
static bool take_bracketed_name(struct slice *s, unsigned *says)
{
    static const struct act_word names[] = {
        {"foi(s)a", SAYS_FOISA}, {"ei(s)rs", SAYS_EISR}, {"ei(s)r", SAYS_EISR}, {NULL, 0}};
    for (const struct act_word *name = names; name->word; name++) {
        size_t length = strlen(name->word);
        if (s->length < length || strncasecmp(s->bytes, name->word, length) != 0 ||
            (s->length > length && is_letter(s->bytes[length])))
            continue;
        *says |= name->says;
        *s = drop(*s, length);
        return true;
    }
    return false;
}

/* The words that name an Act: "of the Freedom of Information (Scotland) Act 2002".
 * Takes the next of them; false where something else stands there. */
static bool take_act_word(struct slice *s, unsigned *says)
{
    static const struct act_word words[] = {{"of", 0},
                                            {"the", 0},
                                            {"under", 0},
                                            {"information", 0},
                                            {"foi", 0},
                                            {"act", SAYS_ACT},
                                            {"foia", SAYS_FOIA},
                                            {"freedom", SAYS_FREEDOM},
                                            {"foisa", SAYS_FOISA},
                                            {"scotland", SAYS_SCOTLAND},
                                            {"scottish", SAYS_SCOTLAND},
                                            {"eir", SAYS_ENVIRONMENT},
                                            {"eirs", SAYS_ENVIRONMENT},
                                            {"environmental", SAYS_ENVIRONMENT},
                                            {"eisr", SAYS_EISR},
                                            {"eisrs", SAYS_EISR},
                                            {"regulations", SAYS_REGULATION},
                                            {"regs", SAYS_REGULATION},
                                            {"dpa", SAYS_DATA},
                                            {"data", SAYS_DATA},
                                            {"protection", SAYS_DATA},
                                            {NULL, 0}};
    struct slice after = *s;
    unsigned said = *says;
    if (take_bracketed_name(s, says))
        return true;
    bool is_bracketed = take_byte(&after, '(');
    struct slice word = take_letters(&after);
    bool is_scottish = is_bracketed && word.length == 1 && (word.bytes[0] | 0x20) == 's';
    if (is_scottish)
        said |= SAYS_SCOTLAND;
    else if (!find_word(word, words, &said) && (word.length || !take_year(&after, &said)))
        return false;
    if (is_bracketed && !take_byte(&after, ')'))
        return false;
    *s = after;
    *says = said;
    return true;
}

/* "FOIA 2000 s." before the number. */
static void skip_prefix(struct slice *s, unsigned *says)
{
    static const struct act_word sections[] = {{"s", 0},
                                               {"ss", 0},
                                               {"sec", 0},
                                               {"sect", 0},
                                               {"section", 0},
                                               {"sections", 0},
                                               {"r", SAYS_REGULATION},
                                               {"reg", SAYS_REGULATION},
                                               {"regs", SAYS_REGULATION},
                                               {"regulation", SAYS_REGULATION},
                                               {"regulations", SAYS_REGULATION},
                                               {NULL, 0}};
    for (;;) {
        skip_spaces(s);
        struct slice after = *s;
        if (find_word(take_letters(&after), sections, says)) {
            *s = after;
            take_byte(s, '.');
        } else if (!take_act_word(s, says)) {
            return;
        }
    }
}

/* ACT_NONE where the words name none; false where they name two. */
static bool name_act(unsigned says, enum act own, enum act *ret_act)
{
    bool environment = says & (SAYS_ENVIRONMENT | SAYS_EISR | SAYS_REGULATION);
    bool data = says & SAYS_DATA;
    bool scottish = says & (SAYS_SCOTLAND | SAYS_FOISA | SAYS_EISR | SAYS_2002);
    bool freedom = says & (SAYS_FOIA | SAYS_FREEDOM | SAYS_FOISA);
    *ret_act = ACT_NONE;
    if (environment + data + freedom > 1)
        return false;
    if (data)
        *ret_act = ACT_DPA;
    else if (environment) {
        bool is_named = says & (SAYS_ENVIRONMENT | SAYS_EISR);
        bool is_own = own == ACT_FOISA || own == ACT_EISR;
        *ret_act = scottish || (!is_named && is_own) ? ACT_EISR : ACT_EIR;
    } else if (scottish && (freedom || says & (SAYS_ACT | SAYS_SCOTLAND)))
        *ret_act = ACT_FOISA;
    else if (freedom || (says & SAYS_ACT && says & SAYS_2000))
        *ret_act = ACT_FOIA;
    return true;
}

struct writer {
    char *out;
    size_t used;
};

static bool put(struct writer *w, char byte)
{
    if (w->used == CITATION_BYTES - 1)
        return false;
    w->out[w->used++] = byte;
    return true;
}

static char upper(char c)
{
    return (char)(is_letter(c) ? c & ~0x20 : c);
}

static char lower(char c)
{
    return (char)(is_letter(c) ? c | 0x20 : c);
}

/* 31, 22A, and within brackets 5B: a number with at most one letter after it. */
static bool copy_number(struct slice *s, size_t max_digits, struct writer *w)
{
    size_t digits = 0;
    if (s->length == 0 || s->bytes[0] == '0')
        return false;
    while (digits < s->length && digits <= max_digits && is_digit(s->bytes[digits])) {
        if (!put(w, s->bytes[digits++]))
            return false;
    }
    if (digits == 0 || digits > max_digits)
        return false;
    *s = drop(*s, digits);
    if (s->length == 0 || !is_letter(s->bytes[0]))
        return true;
    bool is_single = s->length == 1 || (!is_letter(s->bytes[1]) && !is_digit(s->bytes[1]));
    bool is_put = is_single && put(w, upper(s->bytes[0]));
    *s = drop(*s, 1);
    return is_put;
}

/* A paragraph: a letter or two, or a small roman number. */
static bool copy_letters(struct slice *s, struct writer *w)
{
    struct slice word = take_letters(s);
    if (word.length == 0 || word.length > 4)
        return false;
    for (size_t i = 0; i < word.length; i++) {
        char letter = lower(word.bytes[i]);
        bool is_roman = letter == 'i' || letter == 'v' || letter == 'x';
        if ((word.length > 2 && !is_roman) || !put(w, letter))
            return false;
    }
    return true;
}

/* "( 3 )": false where no readable bracket stands there; s and w then stay. */
static bool copy_bracket(struct slice *s, struct writer *w)
{
    struct slice after = *s;
    struct writer trial = *w;
    skip_spaces(&after);
    if (!take_byte(&after, '(') || !put(&trial, '('))
        return false;
    skip_spaces(&after);
    bool is_number = after.length && is_digit(after.bytes[0]);
    if (is_number ? !copy_number(&after, 2, &trial) : !copy_letters(&after, &trial))
        return false;
    skip_spaces(&after);
    if (!take_byte(&after, ')') || !put(&trial, ')'))
        return false;
    *s = after;
    *w = trial;
    return true;
}

static const char *const act_names[] = {
    [ACT_NONE] = "",   [ACT_FOIA] = "FOIA", [ACT_FOISA] = "FOISA",
    [ACT_EIR] = "EIR", [ACT_EISR] = "EISR", [ACT_DPA] = "DPA"};

const char *act_name(enum act act)
{
    return act_names[act];
}

enum act act_find(struct slice name)
{
    enum act act = ACT_DPA;
    while (act > ACT_NONE && !slice_is(name, act_names[act]))
        act--;
    return act;
}

/* The number, and which Act is named beside it. */
static bool read_number(struct slice item, enum act own, struct writer *w, enum act *ret_act)
{
    unsigned says = 0;
    skip_prefix(&item, &says);
    if (!copy_number(&item, 3, w))
        return false;
    while (copy_bracket(&item, w))
        ;
    for (;;) {
        skip_spaces(&item);
        if (item.length == 0)
            return name_act(says, own, ret_act);
        if (!take_byte(&item, '.') && !take_act_word(&item, &says))
            return false;
    }
}

static bool read_item(struct slice item, enum act own, char out[CITATION_BYTES])
{
    char number[CITATION_BYTES];
    struct writer w = {.out = number};
    enum act act = ACT_NONE;
    if (!read_number(item, own, &w, &act))
        return false;
    number[w.used] = '\0';
    const char *prefix = act == own ? "" : act_names[act];
    if (strlen(prefix) + 1 + w.used >= CITATION_BYTES)
        return false;
    text_fit(out, CITATION_BYTES, "%s%s%s", prefix, *prefix ? " " : "", number);
    return true;
}

int citation_next(struct slice *rest, enum act own, char out[CITATION_BYTES], struct slice *ret_bad)
{
    while (rest->length) {
        struct slice item = take_item(rest);
        struct slice content = item;
        skip_spaces(&content);
        if (content.length == 0)
            continue;
        if (read_item(item, own, out))
            return 1;
        *ret_bad = slice_trim(item);
        return -1;
    }
    return 0;
}

enum act citation_act(struct slice *citation, enum act own)
{
    const char *space = citation->length ? memchr(citation->bytes, ' ', citation->length) : NULL;
    if (!space)
        return own;
    struct slice name = {citation->bytes, (size_t)(space - citation->bytes)};
    *citation = drop(*citation, name.length + 1);
    return act_find(name);
}

bool citation_is_of_regulations(struct slice number)
{
    /* Subsections that neither Act's section of that number has; with a bracket open, only their
     * limbs are none of either Act's. */
    static const char *const limbs[] = {
        "10(4)(", "10(5)(", "10(7)",  "10(8)",  "10(9)",  "10(10)", "10(11)", "11(3)(", "11(6)",
        "11(7)",  "12(4)(", "12(5)(", "12(6)",  "12(7)",  "12(8)",  "12(9)",  "12(10)", "12(11)",
        "13(2A)", "13(2B)", "13(3A)", "13(5A)", "13(5B)", "13(6)",  NULL};
    for (const char *const *limb = limbs; *limb; limb++) {
        size_t length = strlen(*limb);
        if (number.length >= length && memcmp(number.bytes, *limb, length) == 0)
            return true;
    }
    return false;
}

bool citation_begins_with(struct slice citation, struct slice row)
{
    if (row.length == 0 || citation.length < row.length ||
        memcmp(citation.bytes, row.bytes, row.length) != 0)
        return false;
    return citation.length == row.length || citation.bytes[row.length] == '(';
}

struct slice citation_section(struct slice citation)
{
    const char *bracket = citation.length ? memchr(citation.bytes, '(', citation.length) : NULL;
    if (bracket)
        citation.length = (size_t)(bracket - citation.bytes);
    return citation;
}
