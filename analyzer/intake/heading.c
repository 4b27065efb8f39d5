/* SPDX-License-Identifier: MIT */
#include "intake/heading.h"

#include "base/utf8.h"
#include "domain/name.h"

#include <ctype.h>
#include <stdlib.h>

enum { WORDS = 8, WORD_BYTES = 32 };

/* The words of a heading that say something, each once, in byte order. */
struct words {
    char list[WORDS][WORD_BYTES];
    size_t count;
};

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}

/* One form for a word, its plural and what it is shortened to. */
static void settle_word(char word[WORD_BYTES])
{
    static const char *const shorter[][2] = {{"ref", "reference"}, {"no", "number"},
                                             {"nr", "number"},     {"num", "number"},
                                             {"dates", "date"},    {"identifier", "id"}};
    size_t length = strlen(word);
    if (length > 3 && word[length - 1] == 's' && word[length - 2] != 's')
        word[length - 1] = '\0';
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++)
        if (strcmp(word, shorter[i][0]) == 0)
            memcpy(word, shorter[i][1], strlen(shorter[i][1]) + 1);
}

static void add_word(struct words *words, char word[WORD_BYTES])
{
    static const char *const fillers[] = {"the", "of", "a",  "an",   "in",  "on",  "for",
                                          "by",  "s",  "is", "were", "was", "foi", NULL};
    settle_word(word);
    if (is_one_of(word, fillers) || words->count == WORDS)
        return;
    size_t place = 0;
    while (place < words->count && strcmp(words->list[place], word) < 0)
        place++;
    if (place < words->count && strcmp(words->list[place], word) == 0)
        return;
    for (size_t i = words->count++; i > place; i--)
        memcpy(words->list[i], words->list[i - 1], WORD_BYTES);
    memcpy(words->list[place], word, WORD_BYTES);
}

static struct words words_of(struct slice text)
{
    struct words words = {.count = 0};
    char word[WORD_BYTES];
    size_t length = 0;
    for (size_t i = 0; i <= text.length; i++) {
        unsigned char c = i < text.length ? (unsigned char)text.bytes[i] : ' ';
        if (isalnum(c) || c >= 0x80) {
            if (length + sizeof "reference" < WORD_BYTES)
                word[length++] = (char)tolower(c);
            continue;
        }
        word[length] = '\0';
        if (length)
            add_word(&words, word);
        length = 0;
    }
    return words;
}

static bool same_words(const struct words *a, const struct words *b)
{
    if (a->count != b->count || a->count == 0)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->list[i], b->list[i]) != 0)
            return false;
    return true;
}

typedef bool is_alike(struct slice name, const void *wanted);

/* Is it true of the column's name or one of its aliases? */
static bool any_name(const struct column *column, is_alike *test, const void *wanted)
{
    struct slice rest = slice_of(column->aliases ? column->aliases : ""), alias;
    if (test(slice_of(column->name), wanted))
        return true;
    while (slice_next_part(&rest, ';', &alias))
        if (test(alias, wanted))
            return true;
    return false;
}

static bool has_same_words(struct slice name, const void *wanted)
{
    const struct words own = words_of(name);
    return same_words(&own, wanted);
}

/* The only column of those words, or -1. */
static int column_of_words(const struct contract_file *file, const struct words *words,
                           bool dates_only)
{
    int found = -1;
    for (size_t i = 0; i < file->count; i++) {
        if (dates_only && file->columns[i].type != COLUMN_DATE)
            continue;
        if (!any_name(&file->columns[i], has_same_words, words))
            continue;
        if (found >= 0)
            return -1;
        found = (int)i;
    }
    return found;
}

static struct slice without_bracket(struct slice s)
{
    const char *open =
        s.length && s.bytes[s.length - 1] == ')' ? memrchr(s.bytes, '(', s.length) : NULL;
    return open ? (struct slice){s.bytes, (size_t)(open - s.bytes)} : s;
}

static struct words without_date(struct words words)
{
    size_t kept = 0;
    for (size_t i = 0; i < words.count; i++)
        if (strcmp(words.list[i], "date") != 0)
            memmove(words.list[kept++], words.list[i], WORD_BYTES);
    words.count = kept;
    return words;
}

/* With what stands in brackets, then without it; of a date also without that word. */
static int alike_column(const struct contract_file *file, struct slice heading)
{
    struct slice forms[] = {heading, without_bracket(heading)};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct words words = words_of(forms[i]);
        int column = column_of_words(file, &words, false);
        struct words rest = without_date(words);
        if (column < 0 && rest.count < words.count)
            column = column_of_words(file, &rest, true);
        if (column >= 0)
            return column;
    }
    return -1;
}

int heading_column(const struct contract_file *file, struct slice heading,
                   enum heading_match *ret_match)
{
    char folded[HEADER_BYTES], plain[HEADER_BYTES * 2];
    contract_fold_header(heading, folded);
    bool is_exact = false;
    int column = contract_column(file, folded, &is_exact);
    *ret_match = is_exact ? HEADING_NAME : HEADING_ALIAS;
    if (column >= 0 || heading.length > sizeof plain)
        return column;
    struct slice visible = slice_trim((struct slice){plain, utf8_plain(heading, plain)});
    column = alike_column(file, visible);
    *ret_match = column < 0 ? HEADING_UNKNOWN : HEADING_ALIKE;
    return column;
}

/* What somebody calls a column who does not know the contract: asked about, never taken. */
static const char *const hints[][2] = {
    {"name", "force_id"},         {"agency", "force_id"},         {"constabulary", "force_id"},
    {"department", "force_id"},   {"pfanm", "force_id"},          {"completed", "date_responded"},
    {"closed", "date_responded"}, {"issued", "date_responded"},   {"disclosed", "date_responded"},
    {"ground", "exemptions"},     {"refusal", "exemptions"},      {"withheld", "exemptions"},
    {"log", "request_id"},        {"case", "request_id"},         {"status", "stance"},
    {"answer", "stance"},         {"disposition", "stance"},      {"logged", "date_received"},
    {"opened", "date_received"},  {"submitted", "date_received"}, {"vendor", "tool_id"},
    {"subject", "tool_id"},       {"technology", "tool_id"},      {"number", "response_id"},
    {"reference", "response_id"}, {"key", "response_id"},
};

/* Headings whose words one by one would mean other columns; of "" nothing is asked. */
static const char *const whole_hints[][2] = {
    {"date of letter", "date_responded"},
    {"section 21 link", "link"},
    {"response url", "source_url"},
    {"url of response", "source_url"},
    {"response link", "source_url"},
    {"response type", "stance"},
    {"type of response", "stance"},
    {"wording of request", ""},
    {"request text", ""},
    {"question text", ""},
    {"force type", ""},
    {"applicant name", ""},
    {"used", "use_statement"},
    {"date", "date_responded"},
};

/* The column of such a heading, or NULL. */
static const char *whole_hint(const struct words *words)
{
    for (size_t i = 0; i < sizeof whole_hints / sizeof *whole_hints; i++) {
        const struct words own = words_of(slice_of(whole_hints[i][0]));
        if (same_words(&own, words))
            return whole_hints[i][1];
    }
    return NULL;
}

/* PFA23NM -> pfanm: the year of a list says nothing. */
static void drop_digits(char word[WORD_BYTES])
{
    size_t used = 0;
    for (size_t i = 0; word[i]; i++)
        if (!isdigit((unsigned char)word[i]))
            word[used++] = word[i];
    word[used] = '\0';
}

static bool is_hinted(const struct words *words, const char *column)
{
    for (size_t w = 0; w < words->count; w++) {
        char word[WORD_BYTES];
        memcpy(word, words->list[w], WORD_BYTES);
        drop_digits(word);
        for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
            if (strcmp(word, hints[i][0]) == 0 && strcmp(column, hints[i][1]) == 0)
                return true;
    }
    return false;
}

static bool shares_word(struct slice name, const void *wanted)
{
    static const char *const common[] = {"date", "id",   "number", "reference", "type", "name",
                                         "link", "kind", "source", "other",     "url",  "text",
                                         "from", "to",   "given",  "test",      NULL};
    const struct words own = words_of(name), *words = wanted;
    for (size_t i = 0; i < own.count; i++)
        for (size_t k = 0; k < words->count; k++)
            if (strcmp(own.list[i], words->list[k]) == 0 && !is_one_of(own.list[i], common))
                return true;
    return false;
}

static bool is_nearly_spelt(struct slice name, const void *wanted)
{
    enum { FEWEST_LETTERS = 5, LETTERS_A_SLIP = 4 };
    char folded[HEADER_BYTES];
    contract_fold_header(name, folded);
    int length = (int)strlen(folded), limit = length / LETTERS_A_SLIP;
    return length >= FEWEST_LETTERS && name_distance(folded, wanted, limit) <= limit;
}

bool heading_resembles(struct slice heading, const struct column *column)
{
    const struct words words = words_of(heading);
    char folded[HEADER_BYTES];
    const char *meant = whole_hint(&words);
    if (meant)
        return strcmp(column->name, meant) == 0;
    contract_fold_header(heading, folded);
    return any_name(column, shares_word, &words) || any_name(column, is_nearly_spelt, folded) ||
           is_hinted(&words, column->name);
}
