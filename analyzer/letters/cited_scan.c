/* SPDX-License-Identifier: MIT */
#include "letters/cited_scan.h"

#include "base/text.h"

#include <ctype.h>

struct scan {
    struct slice text;
    size_t at;
};

static char peek(const struct scan *s, size_t ahead)
{
    return s->at + ahead < s->text.length ? s->text.bytes[s->at + ahead] : '\0';
}

static void skip_spaces(struct scan *s)
{
    while (peek(s, 0) == ' ')
        s->at++;
}

static bool take_text(struct scan *s, const char *text)
{
    size_t length = strlen(text);
    if (s->text.length - s->at < length || memcmp(s->text.bytes + s->at, text, length) != 0)
        return false;
    s->at += length;
    return true;
}

/* "section", "ss.", "reg": with what may stand between it and its number. */
static bool take_word(struct scan *s, bool *ret_is_regulation)
{
    static const char *const words[] = {"sections", "section", "sects", "sect", "secs",
                                        "sec",      "ss",      "s",     NULL};
    static const char *const regulations[] = {"regulations", "regulation", "regs", "reg", NULL};
    struct scan trial = *s;
    static const char sign[] = "\xc2\xa7"; /* the sign for section */
    bool found = false;
    while (take_text(&trial, sign))
        found = true;
    for (const char *const *w = words; *w && !found; w++)
        found = take_text(&trial, *w);
    *ret_is_regulation = false;
    for (const char *const *w = regulations; *w && !found; w++)
        found = *ret_is_regulation = take_text(&trial, *w);
    if (!found)
        return false;
    while (peek(&trial, 0) == '.' || peek(&trial, 0) == ' ' || peek(&trial, 0) == ':')
        trial.at++;
    if (!isdigit((unsigned char)peek(&trial, 0)))
        return false;
    *s = trial;
    return true;
}

struct writing {
    char *out;
    size_t used, size;
};

static bool put(struct writing *w, char c)
{
    if (w->used + 1 >= w->size)
        return false;
    w->out[w->used++] = c;
    w->out[w->used] = '\0';
    return true;
}

static bool is_open(char c)
{
    return c == '(' || c == '{' || c == '[';
}

static bool is_closed(char c)
{
    return c == ')' || c == '}' || c == ']';
}

/* The digits of a section: 31, 22a; "3l" before a bracket is 31. */
static bool take_section(struct scan *s, struct writing *w)
{
    size_t digits = 0;
    while (isdigit((unsigned char)peek(s, digits)) && digits < 4)
        digits++;
    if (digits == 0 || digits > 2 || peek(s, 0) == '0')
        return false;
    for (size_t i = 0; i < digits; i++)
        put(w, peek(s, i));
    s->at += digits;
    char after = peek(s, 0), next = peek(s, 1);
    if (digits == 1 && after == 'l' && is_open(next)) {
        put(w, '1');
        s->at++;
    } else if (isalpha((unsigned char)after) && !isalnum((unsigned char)next)) {
        put(w, after);
        s->at++;
    }
    return !isalnum((unsigned char)peek(s, 0)) && peek(s, 0) != '/';
}

/* "and b" in "(a and b)". */
static bool take_further_letter(struct scan *s, struct writing *w)
{
    static const char *const joints[] = {" and ", " & ", ", ", ",", "&", "/", " or ", NULL};
    for (const char *const *j = joints; *j; j++) {
        struct scan trial = *s;
        if (!take_text(&trial, *j) || !isalpha((unsigned char)peek(&trial, 0)) ||
            isalnum((unsigned char)peek(&trial, 1)))
            continue;
        if (!put(w, ')') || !put(w, '(') || !put(w, peek(&trial, 0)))
            return false;
        trial.at++;
        *s = trial;
        return true;
    }
    return false;
}

/* "( 3 )", "3)" behind a bracket, "(a)": the content of one bracket. */
static bool take_bracket(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    struct writing out = *w;
    skip_spaces(&trial);
    bool is_opened = is_open(peek(&trial, 0));
    if (is_opened)
        trial.at++;
    else if (s->at == 0 || !is_closed(s->text.bytes[s->at - 1]) || trial.at != s->at)
        return false;
    skip_spaces(&trial);
    size_t length = 0;
    while (isalnum((unsigned char)peek(&trial, length)) && length < 5)
        length++;
    char first = peek(&trial, 0);
    bool is_number = isdigit((unsigned char)first) && length <= 3;
    bool is_letter = isalpha((unsigned char)first) &&
                     (length <= 2 || strspn(trial.text.bytes + trial.at, "ivx") >= length);
    if (!length || (!is_number && !is_letter) || !put(&out, '('))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!put(&out, peek(&trial, i)))
            return false;
    trial.at += length;
    while (is_letter && take_further_letter(&trial, &out))
        ;
    skip_spaces(&trial);
    if (!is_closed(peek(&trial, 0)) || !put(&out, ')'))
        return false;
    trial.at++;
    s->at = trial.at;
    *w = out;
    return true;
}

/* "and (b)", "&(b)": a further limb of the same subsection. */
static bool take_limb(struct scan *s, struct writing *w)
{
    static const char *const joints[] = {" and (", " & (", "&(", ",(", ", (", "/(", " or (", NULL};
    for (const char *const *j = joints; *j; j++) {
        struct scan trial = *s;
        if (!take_text(&trial, *j) || !isalpha((unsigned char)peek(&trial, 0)))
            continue;
        trial.at--;
        if (!take_bracket(&trial, w))
            return false;
        *s = trial;
        return true;
    }
    return false;
}

/* "a" in "31(1)a". */
static bool take_bare_letter(struct scan *s, struct writing *w)
{
    char letter = peek(s, 0);
    bool is_one = s->at > 0 && is_closed(s->text.bytes[s->at - 1]) && letter >= 'a' &&
                  letter <= 'k' && !isalnum((unsigned char)peek(s, 1)) && peek(s, 1) != '\'';
    if (!is_one || is_closed(peek(s, 1)) || !put(w, '(') || !put(w, letter) || !put(w, ')'))
        return false;
    s->at++;
    return true;
}

/* "sub-section", "subsections". */
static bool take_subsection_word(struct scan *s)
{
    static const char *const words[] = {"subsections", "subsection",  "sub-sections",
                                        "sub-section", "sub-section", "sub sections",
                                        "sub section", "subs.",       NULL};
    for (const char *const *w = words; *w; w++)
        if (take_text(s, *w))
            return true;
    return false;
}

/* "3", "(3)" */
static bool take_subsection_number(struct scan *s, struct writing *w)
{
    if (take_bracket(s, w))
        return true;
    size_t digits = 0;
    while (isdigit((unsigned char)peek(s, digits)))
        digits++;
    if (digits == 0 || digits > 2 || !put(w, '('))
        return false;
    for (size_t i = 0; i < digits; i++)
        if (!put(w, peek(s, i)))
            return false;
    s->at += digits;
    return put(w, ')');
}

/* ", subsection (3)" behind the number of a section. */
static bool take_subsection(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    struct writing out = *w;
    while (peek(&trial, 0) == ' ' || peek(&trial, 0) == ',')
        trial.at++;
    if (!take_subsection_word(&trial))
        return false;
    skip_spaces(&trial);
    if (!take_subsection_number(&trial, &out))
        return false;
    *s = trial;
    *w = out;
    return true;
}

static bool take_citation(struct scan *s, struct scanned_citation *ret)
{
    struct scan trial = *s;
    struct writing w = {.out = ret->number, .size = sizeof ret->number};
    ret->number[0] = '\0';
    ret->has_bracket = false;
    if (!take_section(&trial, &w))
        return false;
    ret->has_bracket = take_subsection(&trial, &w);
    while (take_bracket(&trial, &w) ||
           (ret->has_bracket && (take_limb(&trial, &w) || take_bare_letter(&trial, &w))))
        ret->has_bracket = true;
    ret->end = trial.at;
    *s = trial;
    return true;
}

/* Is it the next of a list, "sections 24(2), 31(3) and 40"? */
static bool follows(struct slice text, const struct scanned_citation *last, size_t at)
{
    struct scan s = {text, last->end};
    static const char *const joints[] = {",", "and", "&", "or", ";", "/", "to", NULL};
    bool found = false;
    for (;;) {
        skip_spaces(&s);
        if (s.at == at)
            return found;
        bool taken = false;
        for (const char *const *j = joints; *j && !taken; j++)
            taken = take_text(&s, *j);
        if (!taken || s.at > at)
            return false;
        found = true;
    }
}

/* "subsection (3) of section 31" from its beginning. */
static bool take_turned(struct scan *s, struct scanned_citation *ret)
{
    struct scan trial = *s;
    char number[sizeof ret->number] = "";
    struct writing w = {.out = number, .size = sizeof number};
    if (!take_subsection_word(&trial))
        return false;
    skip_spaces(&trial);
    if (!take_subsection_number(&trial, &w) || !take_text(&trial, " of "))
        return false;
    ret->has_word = take_word(&trial, &ret->is_regulation);
    if (!ret->has_word || !take_citation(&trial, ret) || ret->has_bracket ||
        strlen(ret->number) + strlen(number) >= sizeof ret->number)
        return false;
    text_add(ret->number, sizeof ret->number, "%s", number);
    ret->begin = s->at;
    ret->has_bracket = true;
    return true;
}

/* "and (3A)(a)" behind "40(2)": another subsection of that section. */
static bool take_sibling(struct scan *s, const struct scanned_citation *last,
                         struct scanned_citation *ret)
{
    struct scan trial = *s;
    struct writing w = {.out = ret->number, .size = sizeof ret->number};
    if (!last || !last->has_bracket || !isdigit((unsigned char)peek(s, 1)) ||
        !follows(s->text, last, s->at))
        return false;
    ret->number[0] = '\0';
    for (const char *c = last->number; *c && *c != '('; c++)
        put(&w, *c);
    if (!take_bracket(&trial, &w))
        return false;
    while (take_bracket(&trial, &w) || take_limb(&trial, &w))
        ;
    ret->begin = s->at;
    ret->end = trial.at;
    ret->has_word = last->has_word;
    ret->is_regulation = last->is_regulation;
    ret->has_bracket = true;
    return true;
}

bool citation_scan(struct slice text, size_t from, const struct scanned_citation *last,
                   struct scanned_citation *ret)
{
    struct scan s = {text, from};
    for (; s.at < text.length; s.at++) {
        bool is_start = s.at == 0 || !isalnum((unsigned char)text.bytes[s.at - 1]);
        char c = peek(&s, 0);
        bool is_sign = c == '\xc2' && peek(&s, 1) == '\xa7';
        if (c == '(' && take_sibling(&s, last, ret))
            return true;
        if (!is_start || !(c == 's' || c == 'r' || is_sign || isdigit((unsigned char)c)))
            continue;
        struct scan trial = s;
        if (take_turned(&trial, ret))
            return true;
        ret->begin = s.at;
        ret->has_word = take_word(&trial, &ret->is_regulation);
        bool is_listed = !ret->has_word && last && last->has_word && follows(text, last, s.at);
        if (is_listed) {
            ret->has_word = true;
            ret->is_regulation = last->is_regulation;
        }
        bool is_misread = c == '5' && peek(&s, 1) == '.' && isdigit((unsigned char)peek(&s, 2));
        if (is_misread)
            trial.at += 2;
        if (!take_citation(&trial, ret))
            continue;
        bool is_after_sign = s.at > 0 && strchr("./-:\xc2\xa3", text.bytes[s.at - 1]);
        if (ret->has_word || (ret->has_bracket && !is_after_sign))
            return true;
    }
    return false;
}
