/* SPDX-License-Identifier: MIT */
#include "letters/cited_scan.h"

#include "base/text.h"
#include "letters/cited_cursor.h"

#include <ctype.h>

/* "section", "ss.", "reg": with what may stand between it and its number. */
static bool take_word(struct scan *s, bool *ret_is_regulation)
{
    static const char *const words[] = {"sections", "section", "sects", "sect", "secs",
                                        "sec",      "ss",      "s",     NULL};
    static const char *const listings[] = {"exemptions at ",
                                           "exemption at ",
                                           "exemptions in ",
                                           "exemption in ",
                                           "exemptions under ",
                                           "exemption under ",
                                           NULL};
    static const char *const regulations[] = {"regulations", "regulation", "regs", "reg", NULL};
    struct scan trial = *s;
    static const char sign[] = "\xc2\xa7"; /* the sign for section */
    bool found = false;
    while (scan_take_text(&trial, sign))
        found = true;
    for (const char *const *w = words; *w && !found; w++)
        found = scan_take_text(&trial, *w);
    *ret_is_regulation = false;
    for (const char *const *w = regulations; *w && !found; w++)
        found = *ret_is_regulation = scan_take_text(&trial, *w);
    bool may_be_words = found;
    for (const char *const *w = listings; *w && !found; w++)
        found = scan_take_text(&trial, *w);
    if (!found)
        return false;
    while (scan_peek(&trial, 0) == '.' || scan_peek(&trial, 0) == ' ' ||
           scan_peek(&trial, 0) == ':')
        trial.at++;
    struct scan number = trial;
    if (!isdigit((unsigned char)scan_peek(&trial, 0)) &&
        !(may_be_words && scan_take_cardinal(&number)))
        return false;
    *s = trial;
    return true;
}

/* The digits of a section: 31, 22a; "3l" before a bracket is 31. */
static bool take_section(struct scan *s, struct writing *w)
{
    size_t digits = 0;
    int cardinal = w->may_be_words ? scan_take_cardinal(s) : 0;
    if (cardinal > 9)
        writing_put(w, (char)('0' + cardinal / 10));
    if (cardinal)
        return writing_put(w, (char)('0' + cardinal % 10));
    while (isdigit((unsigned char)scan_peek(s, digits)) && digits < 4)
        digits++;
    if (digits == 0 || digits > 2 || scan_peek(s, 0) == '0')
        return false;
    for (size_t i = 0; i < digits; i++)
        writing_put(w, scan_peek(s, i));
    s->at += digits;
    char after = scan_peek(s, 0), next = scan_peek(s, 1);
    if (digits == 1 && after == 'l' && scan_is_open(next)) {
        writing_put(w, '1');
        s->at++;
    } else if (isalpha((unsigned char)after) && !isalnum((unsigned char)next)) {
        writing_put(w, after);
        s->at++;
    }
    return !isalnum((unsigned char)scan_peek(s, 0)) && scan_peek(s, 0) != '/';
}

/* "and (b)", "&(b)": a further limb of the same subsection. */
static bool take_limb(struct scan *s, struct writing *w)
{
    static const char *const joints[] = {
        " and (",      " & (",          "&(",  ",(", ", (", "/(", " or (", ", and (",
        " and also (", " as well as (", "; (", NULL};
    for (const char *const *j = joints; *j; j++) {
        struct scan trial = *s;
        if (!scan_take_text(&trial, *j) || !isalpha((unsigned char)scan_peek(&trial, 0)))
            continue;
        trial.at--;
        if (!scan_take_bracket(&trial, w))
            return false;
        *s = trial;
        return true;
    }
    return false;
}

/* "a" in "31(1)a". */
static bool take_bare_letter(struct scan *s, struct writing *w)
{
    char letter = scan_peek(s, 0);
    bool is_one = s->at > 0 && scan_is_closed(s->text.bytes[s->at - 1]) && letter >= 'a' &&
                  letter <= 'k' && !isalnum((unsigned char)scan_peek(s, 1)) &&
                  scan_peek(s, 1) != '\'';
    if (!is_one || scan_is_closed(scan_peek(s, 1)) || !writing_put(w, '(') ||
        !writing_put(w, letter) || !writing_put(w, ')'))
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
        if (scan_take_text(s, *w))
            return true;
    return false;
}

/* "3", "(3)" */
static bool take_subsection_number(struct scan *s, struct writing *w)
{
    if (scan_take_bracket(s, w))
        return true;
    size_t digits = 0;
    int cardinal = scan_take_cardinal(s);
    if (cardinal)
        return cardinal < 10 && writing_put(w, '(') && writing_put(w, (char)('0' + cardinal)) &&
               writing_put(w, ')');
    while (isdigit((unsigned char)scan_peek(s, digits)))
        digits++;
    if (digits == 0 || digits > 2 || !writing_put(w, '('))
        return false;
    for (size_t i = 0; i < digits; i++)
        if (!writing_put(w, scan_peek(s, i)))
            return false;
    s->at += digits;
    return writing_put(w, ')');
}

/* ", subsection (3)" behind the number of a section. */
static bool take_subsection(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    struct writing out = *w;
    while (scan_peek(&trial, 0) == ' ' || scan_peek(&trial, 0) == ',')
        trial.at++;
    if (!take_subsection_word(&trial))
        return false;
    scan_skip_spaces(&trial);
    if (!take_subsection_number(&trial, &out))
        return false;
    *s = trial;
    *w = out;
    return true;
}

/* "paragraphs", "limb" */
static bool take_limb_word(struct scan *s)
{
    static const char *const words[] = {
        "sub-paragraphs", "sub-paragraph", "paragraphs", "paragraph", "paras", "para",
        "limbs",          "limb",          "heads",      "head",      NULL};
    for (const char *const *w = words; *w; w++)
        if (scan_take_word_of(s, *w))
            return true;
    return false;
}

/* "(a)", "a": one letter. */
static bool take_letter(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    if (scan_is_open(scan_peek(s, 0)) && isalpha((unsigned char)scan_peek(s, 1)))
        return scan_take_bracket(s, w);
    char letter = scan_peek(&trial, 0);
    if (letter < 'a' || letter > 'k' || isalnum((unsigned char)scan_peek(&trial, 1)) ||
        !writing_put(w, '(') || !writing_put(w, letter))
        return false;
    s->at++;
    while (scan_take_further_letter(s, w))
        ;
    return writing_put(w, ')');
}

/* ", limbs (a) and (b)" behind the number of a subsection. */
static bool take_limbs(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    struct writing out = *w;
    while (scan_peek(&trial, 0) == ' ' || scan_peek(&trial, 0) == ',')
        trial.at++;
    if (!take_limb_word(&trial))
        return false;
    scan_skip_spaces(&trial);
    if (!take_letter(&trial, &out))
        return false;
    *s = trial;
    *w = out;
    return true;
}

/* "(a) to (c)": the letters between too. */
static bool take_range(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    char first = w->used > 2 ? w->out[w->used - 2] : '\0';
    bool is_joined = scan_take_text(&trial, " to (") || scan_take_text(&trial, "-(") ||
                     scan_take_text(&trial, " - (");
    char last = scan_peek(&trial, 0);
    if (!is_joined || !islower((unsigned char)first) || w->out[w->used - 3] != '(' ||
        !islower((unsigned char)last) || last <= first || !scan_is_closed(scan_peek(&trial, 1)))
        return false;
    for (char letter = (char)(first + 1); letter <= last; letter++)
        if (!writing_put(w, '(') || !writing_put(w, letter) || !writing_put(w, ')'))
            return false;
    trial.at += 2;
    *s = trial;
    return true;
}

static bool take_citation(struct scan *s, struct scanned_citation *ret)
{
    struct scan trial = *s;
    struct writing w = {
        .out = ret->number, .size = sizeof ret->number, .may_be_words = ret->has_word};
    ret->number[0] = '\0';
    ret->has_bracket = false;
    if (!take_section(&trial, &w))
        return false;
    ret->has_bracket = take_subsection(&trial, &w);
    while (scan_take_bracket(&trial, &w) ||
           (ret->has_bracket && (take_limb(&trial, &w) || take_bare_letter(&trial, &w) ||
                                 take_limbs(&trial, &w) || take_range(&trial, &w))))
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
        scan_skip_spaces(&s);
        if (s.at == at)
            return found;
        bool taken = false;
        for (const char *const *j = joints; *j && !taken; j++)
            taken = scan_take_text(&s, *j);
        if (!taken || s.at > at)
            return false;
        found = true;
    }
}

/* "subsection (3) of section 31", "limbs (a) and (b) of section 31(1)", from its beginning. */
static bool take_turned(struct scan *s, struct scanned_citation *ret)
{
    struct scan trial = *s;
    char number[sizeof ret->number] = "";
    struct writing w = {.out = number, .size = sizeof number};
    bool is_limb = take_limb_word(&trial);
    if (!is_limb && !take_subsection_word(&trial))
        return false;
    scan_skip_spaces(&trial);
    if (is_limb ? !take_letter(&trial, &w) : !take_subsection_number(&trial, &w))
        return false;
    while (take_limb(&trial, &w) || take_range(&trial, &w) ||
           (!is_limb && scan_take_bracket(&trial, &w)))
        ;
    if (!scan_take_text(&trial, " of ") && !scan_take_text(&trial, " in "))
        return false;
    ret->has_word = take_word(&trial, &ret->is_regulation);
    if (!ret->has_word || !take_citation(&trial, ret) || ret->has_bracket != is_limb ||
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
    if (!last || !last->has_bracket || !isdigit((unsigned char)scan_peek(s, 1)) ||
        !follows(s->text, last, s->at))
        return false;
    ret->number[0] = '\0';
    for (const char *c = last->number; *c && *c != '('; c++)
        writing_put(&w, *c);
    if (!scan_take_bracket(&trial, &w))
        return false;
    while (scan_take_bracket(&trial, &w) || take_limb(&trial, &w))
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
        char c = scan_peek(&s, 0);
        bool is_sign = c == '\xc2' && scan_peek(&s, 1) == '\xa7';
        if (c == '(' && take_sibling(&s, last, ret))
            return true;
        if (!is_start || !((c && strchr("srelph", c)) || is_sign || isdigit((unsigned char)c)))
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
        bool is_misread =
            c == '5' && scan_peek(&s, 1) == '.' && isdigit((unsigned char)scan_peek(&s, 2));
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
