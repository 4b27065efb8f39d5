/* SPDX-License-Identifier: MIT
 * Which rows of one file are the same thing (SEMANTICS 4): identical ones are duplicates,
 * different ones a conflict, whatever their values look like.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "intake/identity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT(what)                                                                                 \
    {                                                                                              \
        .is_known = true, .text = {what, sizeof(what) - 1}, .date = { DAY_MIN, DAY_MAX }           \
    }
#define NUMBER(what)                                                                               \
    {                                                                                              \
        .is_known = true, .number = what, .date = { DAY_MIN, DAY_MAX }                             \
    }
#define DAYS(first, last)                                                                          \
    {                                                                                              \
        .is_known = true, .date = { first, last }                                                  \
    }
/* Of a number and a text, as words and references are. */
#define CODED(what, code)                                                                          \
    {                                                                                              \
        .is_known = true, .number = code, .text = {what, sizeof(what) - 1}, .date = {              \
            DAY_MIN,                                                                               \
            DAY_MAX                                                                                \
        }                                                                                          \
    }
/* What an unknown cell holds beside that is left from the row before. */
#define UNKNOWN                                                                                    \
    {                                                                                              \
        .is_known = false, .number = 7, .text = { "left", 4 }                                      \
    }

/* What a text may hold to pass for the end of a cell and the beginning of the next. */
#define END "@-2000000..4000000|"

enum { CARRIED = 2 };

struct example_row {
    struct value values[CONTRACT_COLUMNS];
    const char *carried[CARRIED]; /* of columns that the contract does not know */
};

#define ROW(...)                                                                                   \
    {                                                                                              \
        .values = { __VA_ARGS__ }                                                                  \
    }
#define CARRYING(one, other, ...)                                                                  \
    {                                                                                              \
        .values = {__VA_ARGS__}, .carried = { one, other }                                         \
    }

static const struct {
    enum contract_file_no file;
    struct example_row first, second;
    enum identity expected;
} pairs[] = {
    /* the key alone */
    {FILE_TOOLS, ROW(TEXT("a")), ROW(TEXT("a")), IDENTITY_DUPLICATE},
    {FILE_TOOLS, ROW(TEXT("a")), ROW(TEXT("A")), IDENTITY_FIRST},
    {FILE_TOOLS, ROW(TEXT("\xc3\xa9")), ROW(TEXT("\xc3\x89")), IDENTITY_FIRST},
    {FILE_TOOLS, ROW(TEXT("\xc3\xa9")), ROW(TEXT("\xc3\xa9")), IDENTITY_DUPLICATE},
    {FILE_TOOLS, ROW(TEXT("a")), ROW(TEXT("a ")), IDENTITY_FIRST},
    /* a value of the row */
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A")), ROW(TEXT("a"), TEXT("A")), IDENTITY_DUPLICATE},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A")), ROW(TEXT("a"), TEXT("B")), IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A")), ROW(TEXT("b"), TEXT("A")), IDENTITY_FIRST},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A"), TEXT("v")), ROW(TEXT("a"), TEXT("A")),
     IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A"), UNKNOWN), ROW(TEXT("a"), TEXT("A")), IDENTITY_DUPLICATE},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("A"), TEXT("-")), ROW(TEXT("a"), TEXT("A")),
     IDENTITY_CONFLICT},
    /* the last column */
    {FILE_TOOLS, ROW([TOOL_ID] = TEXT("a"), [TOOL_PARENT] = TEXT("b")),
     ROW([TOOL_ID] = TEXT("a"), [TOOL_PARENT] = TEXT("c")), IDENTITY_CONFLICT},
    /* a text of one column does not run into the next, however it is written */
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("bc"), TEXT("d")), ROW(TEXT("a"), TEXT("b"), TEXT("cd")),
     IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("b"), UNKNOWN), ROW(TEXT("a"), UNKNOWN, TEXT("b")),
     IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("|-|"), UNKNOWN), ROW(TEXT("a"), UNKNOWN, TEXT("|-|")),
     IDENTITY_CONFLICT},
    {FILE_QUESTIONS, ROW(TEXT("1/24"), TEXT("Q11")), ROW(TEXT("1/241"), TEXT("Q1")),
     IDENTITY_FIRST},
    {FILE_TOOLS, ROW(TEXT("a"), TEXT("p" END "q"), TEXT("r")),
     ROW(TEXT("a"), TEXT("p"), TEXT("q" END "r")), IDENTITY_CONFLICT},
    {FILE_QUESTIONS, ROW(TEXT("1"), TEXT("2|3")), ROW(TEXT("1|2"), TEXT("3")), IDENTITY_FIRST},
    /* yes, no and not known */
    {FILE_TOOLS, ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(1)),
     ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(1)), IDENTITY_DUPLICATE},
    {FILE_TOOLS, ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(0)),
     ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(1)), IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(0)),
     ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = UNKNOWN), IDENTITY_CONFLICT},
    {FILE_TOOLS, ROW([TOOL_ID] = TEXT("a"), [TOOL_COVERT] = NUMBER(1)),
     ROW([TOOL_ID] = TEXT("a"), [TOOL_USES_AI] = NUMBER(1)), IDENTITY_CONFLICT},
    /* the key of two columns: request and force, in either of them */
    {FILE_CIRCULATION, ROW(TEXT("1/24"), NUMBER(1)), ROW(TEXT("1/24"), NUMBER(1)),
     IDENTITY_DUPLICATE},
    {FILE_CIRCULATION, ROW(TEXT("1/24"), NUMBER(1)), ROW(TEXT("1/24"), NUMBER(2)), IDENTITY_FIRST},
    {FILE_CIRCULATION, ROW(TEXT("1/24"), NUMBER(1)), ROW(TEXT("2/24"), NUMBER(1)), IDENTITY_FIRST},
    {FILE_CIRCULATION, ROW(TEXT("1/24"), NUMBER(1), NUMBER(1)),
     ROW(TEXT("1/24"), NUMBER(1), NUMBER(0)), IDENTITY_CONFLICT},
    /* a force is its number, however it was written; the request is its text, though its number
     * is not there yet when the row first names it */
    {FILE_CIRCULATION, ROW(TEXT("1/24"), CODED("kent", 1)),
     ROW(TEXT("1/24"), CODED("Kent Police", 1)), IDENTITY_DUPLICATE},
    {FILE_CIRCULATION, ROW(CODED("1/24", VALUE_NEW), NUMBER(1)), ROW(CODED("1/24", 1), NUMBER(1)),
     IDENTITY_DUPLICATE},
    /* dates: the interval, not how it was written */
    {FILE_CIRCULATION, ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 5)),
     ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 5)), IDENTITY_DUPLICATE},
    {FILE_CIRCULATION, ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 5)),
     ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 35)), IDENTITY_CONFLICT},
    {FILE_CIRCULATION, ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(4, 5)),
     ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 5)), IDENTITY_CONFLICT},
    {FILE_CIRCULATION, ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(-5, -5)),
     ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(5, 5)), IDENTITY_CONFLICT},
    {FILE_CIRCULATION, ROW(TEXT("1"), NUMBER(1), NUMBER(1), UNKNOWN),
     ROW(TEXT("1"), NUMBER(1), NUMBER(1), DAYS(DAY_MIN, DAY_MAX)), IDENTITY_CONFLICT},
    /* collaboration, force and day: a force that joins again is another row */
    {FILE_COLLABORATIONS, ROW(TEXT("c"), TEXT("C"), NUMBER(1), DAYS(5, 5)),
     ROW(TEXT("c"), TEXT("C"), NUMBER(1), DAYS(9, 9)), IDENTITY_FIRST},
    {FILE_COLLABORATIONS, ROW(TEXT("c"), TEXT("C"), NUMBER(1), DAYS(5, 5)),
     ROW(TEXT("c"), TEXT("C"), NUMBER(1), DAYS(5, 5), DAYS(9, 9)), IDENTITY_CONFLICT},
    {FILE_COLLABORATIONS, ROW(TEXT("c"), TEXT("C"), NUMBER(1)),
     ROW(TEXT("c"), TEXT("C"), NUMBER(2)), IDENTITY_FIRST},
    {FILE_COLLABORATIONS, ROW(TEXT("c"), TEXT("C"), NUMBER(1), UNKNOWN),
     ROW(TEXT("c"), TEXT("D"), NUMBER(1), UNKNOWN), IDENTITY_CONFLICT},
    /* every force is none of them */
    {FILE_COMMITMENTS, ROW(TEXT("c"), TEXT("C"), CODED("*", 0)),
     ROW(TEXT("c"), TEXT("C"), CODED("kent", 1)), IDENTITY_FIRST},
    {FILE_COMMITMENTS, ROW(TEXT("c"), TEXT("C"), CODED("*", 0)),
     ROW(TEXT("c"), TEXT("D"), CODED("*", 0)), IDENTITY_CONFLICT},
    /* withdrawn on a day not known, on a day, and not */
    {FILE_ACKNOWLEDGEMENTS,
     ROW([ACKNOWLEDGEMENT_ID] = TEXT("a"), [ACKNOWLEDGEMENT_WITHDRAWN] = NUMBER(1)),
     ROW([ACKNOWLEDGEMENT_ID] = TEXT("a")), IDENTITY_CONFLICT},
    {FILE_ACKNOWLEDGEMENTS,
     ROW([ACKNOWLEDGEMENT_ID] = TEXT("a"), [ACKNOWLEDGEMENT_WITHDRAWN] = NUMBER(1)),
     ROW([ACKNOWLEDGEMENT_ID] = TEXT("a"), [ACKNOWLEDGEMENT_WITHDRAWN] = {.is_known = true,
                                                                          .number = 1,
                                                                          .date = {5, 5}}),
     IDENTITY_CONFLICT},
    /* a waiver has no identity but the whole row */
    {FILE_WAIVERS,
     ROW([WAIVER_FINDING] = TEXT("f"), [WAIVER_REASON] = TEXT("r"), [WAIVER_EXPIRES] = DAYS(5, 5)),
     ROW([WAIVER_FINDING] = TEXT("f"), [WAIVER_REASON] = TEXT("r"), [WAIVER_EXPIRES] = DAYS(9, 9)),
     IDENTITY_FIRST},
    {FILE_WAIVERS,
     ROW([WAIVER_FINDING] = TEXT("f"), [WAIVER_REASON] = TEXT("r"), [WAIVER_EXPIRES] = DAYS(5, 5)),
     ROW([WAIVER_FINDING] = TEXT("f"), [WAIVER_REASON] = TEXT("r"), [WAIVER_EXPIRES] = DAYS(5, 5)),
     IDENTITY_DUPLICATE},
    /* the file's own columns count, without spaces at their ends */
    {FILE_TOOLS, CARRYING("red", "9", TEXT("a")), CARRYING("red", "9", TEXT("a")),
     IDENTITY_DUPLICATE},
    {FILE_TOOLS, CARRYING("red", "9", TEXT("a")), CARRYING(" red ", "9 ", TEXT("a")),
     IDENTITY_DUPLICATE},
    {FILE_TOOLS, CARRYING("red", "9", TEXT("a")), CARRYING("Red", "9", TEXT("a")),
     IDENTITY_CONFLICT},
    {FILE_TOOLS, CARRYING("red", "9", TEXT("a")), CARRYING("9", "red", TEXT("a")),
     IDENTITY_CONFLICT},
    {FILE_TOOLS, CARRYING("red", "", TEXT("a")), CARRYING("", "red", TEXT("a")), IDENTITY_CONFLICT},
    {FILE_TOOLS, CARRYING("red", "9", TEXT("a")), CARRYING("red", "9", TEXT("b")), IDENTITY_FIRST},
};

/* A file that begins with its own columns. */
static struct carried_column carried_columns[CARRIED] = {{0, NULL}, {1, NULL}};
static const struct header header = {.carried = carried_columns, .carried_count = CARRIED};

static enum identity check(struct identities *all, enum contract_file_no file,
                           const struct example_row *example, long line, long *ret_line)
{
    struct value_row row = {.contract = &contract_files[file]};
    memcpy(row.values, example->values, sizeof row.values);
    struct slice fields[CARRIED];
    for (int i = 0; i < CARRIED; i++)
        fields[i] = slice_of(example->carried[i] ? example->carried[i] : "");
    const struct csv_row raw = {.event = CSV_ROW, .line = line, .count = CARRIED, .fields = fields};
    return identity_check(all, &row, &header, &raw, ret_line);
}

START_TEST(two_rows)
{
    /* And in the other order. */
    for (int turned = 0; turned < 2; turned++) {
        struct identities all = {0};
        const struct example_row *rows[] = {&pairs[_i].first, &pairs[_i].second};
        long line = 0;
        ck_assert_int_eq(check(&all, pairs[_i].file, rows[turned], 2, &line), IDENTITY_FIRST);
        ck_assert_int_eq(check(&all, pairs[_i].file, rows[!turned], 5, &line), pairs[_i].expected);
        if (pairs[_i].expected != IDENTITY_FIRST)
            ck_assert_int_eq(line, 2);
        identities_done(&all);
    }
}
END_TEST

/* What follows is compared with the first of its identity; a conflict does not take its place. */
static const struct {
    const char *id, *name;
    enum identity expected;
    long other; /* the rows stand on the lines 2, 3, ... */
} sequence[] = {
    {"a", "A", IDENTITY_FIRST, 0},     {"b", "B", IDENTITY_FIRST, 0},
    {"a", "B", IDENTITY_CONFLICT, 2},  {"a", "B", IDENTITY_CONFLICT, 2},
    {"a", "A", IDENTITY_DUPLICATE, 2}, {"b", "B", IDENTITY_DUPLICATE, 3},
    {"c", "A", IDENTITY_FIRST, 0},     {"a", "A", IDENTITY_DUPLICATE, 2},
    {"c", "C", IDENTITY_CONFLICT, 8},
};

static struct example_row tool(const char *id, const char *name)
{
    struct example_row row = {0};
    row.values[TOOL_ID] = (struct value){.is_known = true, .text = slice_of(id)};
    row.values[TOOL_NAME] = (struct value){.is_known = true, .text = slice_of(name)};
    return row;
}

START_TEST(rows_one_after_the_other)
{
    struct identities all = {0};
    for (size_t i = 0; i < LENGTH_OF(sequence); i++) {
        struct example_row row = tool(sequence[i].id, sequence[i].name);
        long line = 0;
        ck_assert_int_eq(check(&all, FILE_TOOLS, &row, 2 + (long)i, &line), sequence[i].expected);
        if (sequence[i].expected != IDENTITY_FIRST)
            ck_assert_int_eq(line, sequence[i].other);
    }
    ck_assert_uint_eq(all.count, 3);
    identities_done(&all);
    /* A zeroed one again. */
    struct example_row row = tool("a", "other");
    long line = 0;
    ck_assert_int_eq(check(&all, FILE_TOOLS, &row, 2, &line), IDENTITY_FIRST);
    identities_done(&all);
}
END_TEST

START_TEST(many_rows)
{
    enum { ROWS = 5000 };
    struct identities all = {0};
    for (long i = 0; i < 2 * ROWS; i++) {
        char id[16];
        snprintf(id, sizeof id, "%ld", i % ROWS);
        struct example_row row = tool(id, "the same");
        long line = 0;
        ck_assert_int_eq(check(&all, FILE_TOOLS, &row, i, &line),
                         i < ROWS ? IDENTITY_FIRST : IDENTITY_DUPLICATE);
        if (i >= ROWS)
            ck_assert_int_eq(line, i - ROWS);
    }
    identities_done(&all);
}
END_TEST

/* The longest field that a file may hold: its last byte counts, and its texts are not kept by
 * reference. */
START_TEST(the_longest_text)
{
    enum { LONGEST = 1 << 20 };
    static const enum identity expected[] = {IDENTITY_FIRST, IDENTITY_DUPLICATE, IDENTITY_CONFLICT};
    struct identities all = {0};
    for (int i = 0; i < 3; i++) {
        char *name = memory_new(LONGEST + 1, 1);
        memset(name, 'x', LONGEST);
        name[LONGEST - 1] = i == 2 ? 'y' : 'x';
        struct example_row row = tool("a", name);
        long line = 0;
        ck_assert_int_eq(check(&all, FILE_TOOLS, &row, 2 + i, &line), expected[i]);
        memset(name, '#', LONGEST);
        free(name);
    }
    identities_done(&all);
}
END_TEST

Suite *suite_intake_identity(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/identity", &tcase);
    ADD_TABLE_TEST(tcase, two_rows, pairs);
    tcase_add_test(tcase, rows_one_after_the_other);
    tcase_add_test(tcase, many_rows);
    tcase_add_test(tcase, the_longest_text);
    return suite;
}
