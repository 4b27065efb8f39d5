/* SPDX-License-Identifier: MIT */
#include "domain/likeness.h"

#include "base/text.h"
#include "domain/request_id.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static size_t digits_at(const char *text)
{
    size_t n = 0;
    while (is_digit(text[n]))
        n++;
    return n;
}

/* The length of the first of the words that the text begins with, or 0. */
static size_t begins_with(const char *text, const char *const *words)
{
    for (; *words; words++) {
        size_t length = strlen(*words);
        if (strncmp(text, *words, length) == 0)
            return length;
    }
    return 0;
}

/* The letters and digits of what is left without the marks. */
static void liken(struct slice id, const char *const *marks, char out[NAME_BYTES])
{
    char plain[NAME_BYTES], folded[NAME_BYTES];
    size_t length = 0;
    for (size_t i = 0; i < id.length && length < NAME_BYTES - 1;) {
        char ahead[5] = {0};
        memcpy(ahead, id.bytes + i, id.length - i < 4 ? id.length - i : 4);
        size_t mark = begins_with(ahead, marks);
        if (!mark)
            plain[length++] = id.bytes[i];
        i += mark ? mark : 1;
    }
    name_fold((struct slice){plain, length}, folded);
    length = 0;
    for (const char *c = folded; *c; c++)
        if (is_letter(*c) || is_digit(*c))
            out[length++] = *c;
    out[length] = '\0';
}

/* Signs, of which NFKC would make letters. */
#define MARKS "\xe2\x84\xa2", "\xe2\x84\xa0", "\xc2\xae", "\xc2\xa9"

void likeness_of_name(struct slice id, char out[NAME_BYTES])
{
    static const char *const marks[] = {MARKS, NULL};
    liken(id, marks, out);
}

void likeness_of_tool(struct slice id, char out[NAME_BYTES])
{
    static const char *const marks[] = {MARKS, "(tm)", "(TM)", "(r)", "(R)", "(c)", "(C)", NULL};
    liken(id, marks, out);
}

/* "1.0", as a spreadsheet writes a number. */
static void drop_zero_decimals(char *text)
{
    size_t digits = digits_at(text);
    if (digits && text[digits] == '.' && text[digits + 1 + strspn(text + digits + 1, "0")] == '\0')
        text[digits] = '\0';
}

/* "one", "first", "1st" and "i" are 1. */
static void write_digit(char text[NAME_BYTES])
{
    static const char *const ends[] = {"st", "nd", "rd", "th", NULL};
    if (slice_ends_with(slice_of(text), "question"))
        text[strlen(text) - strlen("question")] = '\0';
    size_t digits = digits_at(text), end = digits ? begins_with(text + digits, ends) : 0;
    if (end && !text[digits + end])
        text[digits] = '\0';
    static const char *const words[][3] = {
        {"one", "first", "i"},       {"two", "second", "ii"},     {"three", "third", "iii"},
        {"four", "fourth", "iv"},    {"five", "fifth", "v"},      {"six", "sixth", "vi"},
        {"seven", "seventh", "vii"}, {"eight", "eighth", "viii"}, {"nine", "ninth", "ix"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; k < sizeof *words / sizeof **words; k++)
            if (strcmp(text, words[i][k]) == 0)
                text_fit(text, NAME_BYTES, "%c", (char)('1' + i));
}

void likeness_of_question(struct slice id, char out[NAME_BYTES])
{
    static const char *const words[] = {"question", "quest", "qn", "qu", "q", "number", "no", NULL};
    char folded[NAME_BYTES];
    name_fold(id, folded);
    const char *c = folded;
    for (size_t taken = 1; taken;) {
        c += strspn(c, " .:#-_(");
        taken = begins_with(c, words);
        /* "quantity" is a word of its own. */
        if (taken && is_letter(c[taken]))
            taken = 0;
        c += taken;
    }
    char label[NAME_BYTES];
    text_fit(label, sizeof label, "%s", c);
    drop_zero_decimals(label);
    size_t length = 0;
    for (const char *l = label; *l; l++) {
        bool begins = l == label || !is_digit(l[-1]);
        if (begins && *l == '0' && is_digit(l[1]))
            l += strspn(l, "0") - (is_digit(l[strspn(l, "0")]) ? 0 : 1);
        /* "1.2" is not "12". */
        bool parts = *l == '.' && l > label && is_digit(l[-1]) && is_digit(l[1]);
        if (is_letter(*l) || is_digit(*l) || parts)
            out[length++] = *l;
    }
    out[length] = '\0';
    write_digit(out);
}

/* What may stand between a number and its year. Its length, or 0. */
static size_t between_number_and_year(const char *text)
{
    static const char *const words[] = {"of ", "for ", "in ", NULL};
    const char *c = text + strspn(text, " ");
    if (*c && strchr("/\\|-._:,('", *c))
        c++;
    else if (strncmp(c, "\xe2\x81\x84", 3) == 0 || strncmp(c, "\xe2\x88\x95", 3) == 0)
        c += 3;
    else if (c != text)
        c += begins_with(c, words);
    return c == text ? 0 : (size_t)(c - text) + strspn(c, " ");
}

static bool is_century(const char *c)
{
    return c[0] == '2' || c[0] == '1';
}

/* A year behind what stands between the two: " / 24". Its length, or 0. */
static size_t year_behind(const char *text)
{
    size_t between = between_number_and_year(text), digits = digits_at(text + between);
    bool is_year = digits == 2 || (digits == 4 && is_century(text + between));
    return between && is_year ? between + digits : 0;
}

/* A number behind its year: "/7001" of "2024/7001" and "24/7001". Its length, or 0. */
static size_t number_behind(const char *year, size_t digits)
{
    enum { FEWEST = 3, MOST = 6 }; /* "24/12" is number 24 of the year 12 */
    size_t between = between_number_and_year(year + digits);
    const char *number = year + digits + between;
    size_t length = digits_at(number);
    bool is_year = digits == 2 || (digits == 4 && is_century(year));
    bool is_number = length <= MOST && (length >= FEWEST || (digits == 4 && length));
    bool may_be_year = length == 4 && is_century(number);
    return between && is_year && is_number && !may_be_year ? between + length : 0;
}

/* The circulation number that begins at these digits, and how far it goes; 0: there is none. */
static size_t number_at_digits(const char *c, char *out, size_t size)
{
    char written[32] = "";
    size_t digits = digits_at(c);
    size_t year = digits <= 6 ? year_behind(c + digits) : 0;
    size_t number = year ? 0 : number_behind(c, digits), length = digits + year + number;
    size_t own = number ? number - between_number_and_year(c + digits) : 0;
    if (year)
        text_fit(written, sizeof written, "%.*s/%.2s", (int)digits, c, c + length - 2);
    else if (number)
        text_fit(written, sizeof written, "%.*s/%.2s", (int)own, c + length - own, c + digits - 2);
    else if (digits >= 5 && digits <= 8)
        text_fit(written, sizeof written, "%.*s", (int)digits, c);
    return *written && request_id_normalise(slice_of(written), out, size) ? length : 0;
}

bool likeness_next_number(struct slice *rest, char *out, size_t size)
{
    const char *c = rest->bytes, *end = rest->bytes + rest->length;
    while (c < end) {
        size_t digits = digits_at(c);
        bool found = digits && number_at_digits(c, out, size);
        c += digits ? digits : 1;
        if (!found)
            continue;
        *rest = (struct slice){c, (size_t)(end - c)};
        return true;
    }
    return false;
}

/* The letters O, I and l behind a digit are 0 and 1. */
static void read_letters_as_digits(char *text)
{
    for (char *c = text; *c; c++)
        if (c > text && is_digit(c[-1]) && strchr("oil", *c) &&
            (is_digit(c[1]) || strchr("oil/-", c[1])))
            *c = *c == 'o' ? '0' : '1';
}

/* Nothing but one circulation number, in whatever words: its form, or false. */
static bool is_one_number(const char *folded, char out[NAME_BYTES])
{
    static const char *const words[] = {
        "reference", "requests", "request", "circulation", "circular", "national", "number",
        "npcc",      "foia",     "year",    "log",         "cru",      "foi",      "ref",
        "n\xc2\xb0", "req",      "the",     "nr",          "no",       "id",       NULL};
    bool found = false;
    for (const char *c = folded; *c;) {
        size_t word = begins_with(c, words), number = 0;
        if (is_digit(*c)) {
            number = found ? 0 : number_at_digits(c, out, NAME_BYTES);
            found = true;
        }
        if (!word && !number && (is_letter(*c) || is_digit(*c)) && (unsigned char)*c < 0x80)
            return false;
        c += word ? word : number ? number : 1;
    }
    return found;
}

void likeness_of_request(struct slice id, char out[NAME_BYTES])
{
    char folded[NAME_BYTES], number[NAME_BYTES];
    name_fold(id, folded);
    read_letters_as_digits(folded);
    likeness_of_name(is_one_number(folded, number) ? slice_of(number) : id, out);
}

bool question_says_whole(struct slice id)
{
    static const char *const words[] = {"all",
                                        "whole",
                                        "wholeletter",
                                        "wholeresponse",
                                        "thewholeletter",
                                        "entire",
                                        "entireletter",
                                        "entireresponse",
                                        "letter",
                                        "everything",
                                        "allquestions",
                                        "general",
                                        "overall",
                                        "full",
                                        "complete",
                                        "any",
                                        "none",
                                        "nil",
                                        "na",
                                        "notapplicable",
                                        "wholerequest",
                                        "allparts",
                                        "entirerequest",
                                        "allqs",
                                        "wholeq",
                                        "nan",
                                        "null",
                                        "nat",
                                        "notknown",
                                        "tbc",
                                        "tba",
                                        "true",
                                        "false",
                                        "wahr",
                                        "falsch",
                                        NULL};
    char letters[NAME_BYTES];
    likeness_of_name(id, letters);
    for (const char *const *word = words; *word; word++)
        if (strcmp(letters, *word) == 0)
            return true;
    return !*letters && memchr(id.bytes, '*', id.length);
}

bool request_says_several(struct slice id)
{
    char folded[NAME_BYTES];
    name_fold(id, folded);
    int numbers = 0;
    for (const char *c = folded; *c;) {
        static const char *const between[] = {";", ",", "+", "and ", "or ", NULL};
        const char *start = c;
        while (*c && !begins_with(c, between))
            c++;
        numbers += request_id_is_number((struct slice){start, (size_t)(c - start)});
        c += begins_with(c, between);
    }
    return numbers > 1;
}

bool question_says_nothing(struct slice id)
{
    char label[NAME_BYTES];
    likeness_of_question(id, label);
    return !*label;
}

/* "Q1": a question's number with what may stand around it, and its end; NULL: none. */
static const char *number_at(const char *c)
{
    static const char *const words[] = {"questions", "question", "q", NULL};
    c += begins_with(c, words);
    c += strspn(c, " .");
    size_t digits = digits_at(c);
    if (!digits)
        return NULL;
    c += digits;
    if (is_letter(*c) && !is_letter(c[1]))
        c++;
    return c + strspn(c, " ");
}

bool question_says_several(struct slice id)
{
    static const char *const between[] = {",", ";", "&", "/", "-", "and ", "to ", "+", NULL};
    char folded[NAME_BYTES];
    name_fold(id, folded);
    const char *c = number_at(folded);
    if (!c)
        return false;
    size_t taken = begins_with(c, between);
    return taken && number_at(c + taken + strspn(c + taken, " "));
}
