/* SPDX-License-Identifier: MIT */
#include "intake/contract.h"

#include "base/utf8.h"
#include "domain/name.h"

#include <ctype.h>
#include <strings.h>

const struct contract_file *contract_find(const char *name)
{
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strcasecmp(name, contract_files[i].name) == 0 ||
            strcasecmp(name, contract_files[i].kind) == 0)
            return &contract_files[i];
    return NULL;
}

const struct contract_file *contract_nearest(const char *name)
{
    char wanted[NAME_BYTES];
    name_fold(slice_of(name), wanted);
    const struct contract_file *ret = NULL;
    /* An extension may be lacking or another: further off than nearest_begin lets a word be. */
    struct nearest_name nearest = {.wanted = wanted, .limit = 4};
    for (size_t i = 0; i < FILE_COUNT; i++) {
        bool by_name = nearest_offer(&nearest, contract_files[i].name);
        if (nearest_offer(&nearest, contract_files[i].kind) || by_name)
            ret = &contract_files[i];
    }
    return ret;
}

/* What people put round and behind a heading: quotes of every kind, marks for a note. */
static bool is_decoration(int32_t c)
{
    static const int32_t quotes[] = {0xab, 0xbb, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (c == quotes[i])
            return true;
    return c > 0 && c < 0x80 && strchr("_-.\"'*:#?", c);
}

/* The next character that counts, as it counts; empty at the end. */
static struct slice next_folded(struct slice *rest, char lower[1])
{
    while (rest->length) {
        int32_t c;
        size_t n = utf8_next(*rest, 0, &c);
        struct slice character = {rest->bytes, n};
        *rest = (struct slice){rest->bytes + n, rest->length - n};
        if (c >= 0 && (utf8_is_blank(c) || is_decoration(c)))
            continue;
        if (n > 1)
            return character;
        unsigned char byte = (unsigned char)character.bytes[0];
        lower[0] = (char)(byte < 0x80 ? tolower(byte) : byte);
        return (struct slice){lower, 1};
    }
    return (struct slice){"", 0};
}

bool contract_same_header(struct slice a, struct slice b)
{
    for (;;) {
        char lower_a[1], lower_b[1];
        struct slice one = next_folded(&a, lower_a), other = next_folded(&b, lower_b);
        if (!slice_equals(one, other))
            return false;
        if (one.length == 0)
            return true;
    }
}

void contract_fold_header(struct slice header, char out[HEADER_BYTES])
{
    size_t length = 0;
    char lower[1];
    for (struct slice c;
         (c = next_folded(&header, lower)).length && length + c.length < HEADER_BYTES;) {
        memcpy(out + length, c.bytes, c.length);
        length += c.length;
    }
    out[length] = '\0';
}

static bool folds_to(struct slice header, const char *folded)
{
    char own[HEADER_BYTES];
    contract_fold_header(header, own);
    return strcmp(own, folded) == 0;
}

static bool is_alias(const char *aliases, const char *folded)
{
    struct slice rest = slice_of(aliases ? aliases : "");
    struct slice alias;
    while (slice_next_part(&rest, ';', &alias))
        if (folds_to(alias, folded))
            return true;
    return false;
}

int contract_column(const struct contract_file *file, const char *folded, bool *ret_exact)
{
    *ret_exact = true;
    for (size_t i = 0; i < file->count; i++)
        if (folds_to(slice_of(file->columns[i].name), folded))
            return (int)i;
    *ret_exact = false;
    for (size_t i = 0; i < file->count; i++)
        if (is_alias(file->columns[i].aliases, folded))
            return (int)i;
    return -1;
}

const char *column_type_text(enum column_type type)
{
    static const char *const texts[COLUMN_TYPE_COUNT] = {
        [COLUMN_TEXT] = "text",
        [COLUMN_ADDRESS] = "an address: https://...",
        [COLUMN_PATH] = "the name of a file inside the pack: letters/kent.txt",
        [COLUMN_ID] = "an identifier",
        [COLUMN_OWN_REQUEST] = "a circulation number (995/24) or an identifier",
        [COLUMN_REQUEST] = "a circulation number (995/24) or the identifier of a request",
        [COLUMN_QUESTION] = "the number of a question: Q1, Q2",
        [COLUMN_FORCE] = "identifier, name or alias of a force",
        [COLUMN_FORCE_OR_ANY] = "identifier, name or alias of a force, or *",
        [COLUMN_COLLABORATION] = "identifier or name of a collaboration",
        [COLUMN_TOOL] = "identifier, name or alias of a tool",
        [COLUMN_DATE] = "a date: 2024-12-09, 2024-12, 2024, 09/12/2024, 09/12/24, 9 December 2024",
        [COLUMN_DATE_OR_YES] = "a date, or yes",
        [COLUMN_YES_NO] = "yes or no",
        [COLUMN_WORD] = "one of",
        [COLUMN_WORDS] = "a list, separated by ;, of",
        [COLUMN_REGIME] = "one of",
        [COLUMN_EXEMPTIONS] = "a list of exemptions: 31(3); 24(2)",
        [COLUMN_CITATIONS] = "a list of exemptions: 31(3); 24(2)",
        [COLUMN_CITATION] = "an exemption: 31(3)",
        [COLUMN_NUMBER] = "a whole number",
    };
    return texts[type];
}
