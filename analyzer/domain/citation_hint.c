/* SPDX-License-Identifier: MIT */
#include "domain/citation_hint.h"

#include "base/text.h"

#include <ctype.h>
#include <strings.h>

static bool is_digit(char c)
{
    return isdigit((unsigned char)c);
}

static bool is_letter(char c)
{
    return isalpha((unsigned char)c);
}

static struct slice drop(struct slice s, size_t bytes)
{
    return (struct slice){s.bytes + bytes, s.length - bytes};
}

static size_t digits_at(struct slice s)
{
    size_t n = 0;
    while (n < s.length && is_digit(s.bytes[n]))
        n++;
    return n;
}

static size_t spaces_at(struct slice s)
{
    size_t n = 0;
    while (n < s.length && s.bytes[n] == ' ')
        n++;
    return n;
}

/* Of an item of a list. */
static bool is_at_end(struct slice s)
{
    s = drop(s, spaces_at(s));
    return !s.length || strchr(",;&", s.bytes[0]) ||
           (s.length > 3 && strncasecmp(s.bytes, "and", 3) == 0 && !is_letter(s.bytes[3]));
}

/* Sections of which exemptions are, as a number of two digits: those on procedure are cited beside
 * others, "17, 1". */
static bool is_exemption(const char *two_digits)
{
    enum { COST = 12, VEXATIOUS = 14, FIRST = 21, LAST = 44 };
    int section = (two_digits[0] - '0') * 10 + (two_digits[1] - '0');
    return section == COST || section == VEXATIOUS || (section >= FIRST && section <= LAST);
}

/* The length of "31,3" or "40, 5B" at the beginning of an item, or of "313"; else 0. */
static size_t split_at(struct slice s)
{
    size_t digits = digits_at(s);
    if (digits < 2 || !is_exemption(s.bytes))
        return 0;
    size_t joined = s.length > 3 && is_letter(s.bytes[3]) ? 4 : 3;
    if (digits == 3)
        return s.bytes[2] != '0' && is_at_end(drop(s, joined)) ? joined : 0;
    size_t taken = digits;
    if (digits != 2 || taken == s.length || s.bytes[taken] != ',')
        return 0;
    taken += 1 + spaces_at(drop(s, taken + 1));
    struct slice limb = drop(s, taken);
    if (digits_at(limb) != 1 || limb.bytes[0] == '0')
        return 0;
    taken++;
    taken += taken < s.length && is_letter(s.bytes[taken]);
    /* "31,3(a)" goes on. */
    while (taken < s.length && strchr("()", s.bytes[taken]))
        while (taken < s.length && !is_at_end(drop(s, taken)))
            taken++;
    return is_at_end(drop(s, taken)) ? taken : 0;
}

bool citation_find_split(struct slice list, enum act own, struct slice *ret_part)
{
    enum { LONGEST = 4096 }; /* longer than any list that can be read */
    if ((own != ACT_FOIA && own != ACT_FOISA) || list.length > LONGEST)
        return false;
    for (size_t at = 0; at < list.length; at++) {
        struct slice rest = drop(list, at);
        char before = at ? list.bytes[at - 1] : ' ';
        bool begins = !is_digit(before) && before != '(';
        size_t length = begins ? split_at(rest) : 0;
        if (!length)
            continue;
        *ret_part = (struct slice){rest.bytes, length};
        return true;
    }
    return false;
}

/* A limb, "3", "5B", "a" or "iv"; 0 where something else stands there. */
static size_t limb_at(struct slice s)
{
    enum { MOST_LETTERS = 3 };
    size_t digits = digits_at(s), letters = 0;
    while (digits + letters < s.length && is_letter(s.bytes[digits + letters]))
        letters++;
    bool is_number = digits == 1 && letters <= 1 && s.bytes[0] != '0';
    return is_number || (!digits && letters && letters <= MOST_LETTERS) ? digits + letters : 0;
}

/* Each limb behind the section in brackets, up to what is none: a number of two digits is another
 * section. */
static struct slice bracket_limbs(struct slice s, char *out, size_t size, size_t *ret_limbs)
{
    for (*ret_limbs = 0;; ++*ret_limbs) {
        size_t between = 0;
        while (between < s.length && strchr(" .,-/:_()[]{}<>", s.bytes[between]))
            between++;
        struct slice limb = drop(s, between);
        size_t length = limb_at(limb);
        if (!length)
            return *ret_limbs ? limb : s;
        text_add(out, size, "(%.*s)", (int)length, limb.bytes);
        s = drop(limb, length);
    }
}

bool citation_hint(struct slice item, enum act own, char out[CITATION_BYTES])
{
    enum { ROOM = 120, SECTION_DIGITS = 2 };
    char bracketed[ROOM] = "";
    size_t start = 0, limbs = 0;
    while (start < item.length && !is_digit(item.bytes[start]))
        start++;
    size_t digits = digits_at(drop(item, start));
    if (item.length >= ROOM / 2 || digits < SECTION_DIGITS || digits > SECTION_DIGITS + 1)
        return false;
    size_t section = start + SECTION_DIGITS;
    /* "22A" */
    bool has_letter = digits == SECTION_DIGITS && section < item.length &&
                      is_letter(item.bytes[section]) &&
                      (section + 1 == item.length || !is_letter(item.bytes[section + 1]));
    section += has_letter;
    text_add(bracketed, sizeof bracketed, "%.*s", (int)section, item.bytes);
    struct slice rest = bracket_limbs(drop(item, section), bracketed, sizeof bracketed, &limbs);
    text_add(bracketed, sizeof bracketed, " %.*s", (int)rest.length, rest.bytes);
    struct slice list = slice_of(bracketed), bad, split;
    return limbs && !citation_find_split(list, own, &split) &&
           citation_next(&list, own, out, &bad) == 1 && !list.length;
}
