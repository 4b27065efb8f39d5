/* SPDX-License-Identifier: MIT
 * Which tools and requests that no file lists are said to be spelt alike (SEMANTICS 2, 3).
 */
#include "suites.h"
#include "table.h"

#include "intake/alike.h"
#include "intake/books.h"
#include "intake/loading.h"

#include <stdio.h>

#define NO_SPACE "\xe2\x80\x8b" /* zero width space: folds to nothing */
#define JOINER   "\xe2\x80\x8d"
#define WIDE_T   "\xef\xbc\xb4" /* a full-width T */
#define A_50     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define A_250    A_50 A_50 A_50 A_50 A_50

enum { IDS = 8 };

/* One notice: its kind of thing, the two spellings, and how many names there are in all. */
struct told {
    const char *what, *one, *other;
    int names; /* 0: no notice */
};

static const struct {
    const char *tools, *requests; /* lists with ; */
    struct told told[2];
} examples[] = {
    {"", "", {{0}}},
    {"argus", "1/24", {{0}}},
    {"argus;big;cat", "1/24;2/24", {{0}}},
    /* what differs in letters is another name */
    {"argus;argos", "op a;op b", {{0}}},
    {"argus;argus2;argu", "op;ops", {{0}}},
    /* a tool is not a request */
    {"argus", "Argus", {{0}}},
    {"Argus;argus", "", {{"tool", "Argus", "argus", 1}}},
    {"", "Op A;op a", {{"request", "Op A", "op a", 1}}},
    {"Argus;argus", "OP;op", {{"tool", "Argus", "argus", 1}, {"request", "OP", "op", 1}}},
    /* spaces, dashes, apostrophes, &, width and case of any script */
    {"a b;a  b", "", {{"tool", "a  b", "a b", 1}}},
    {"a-b;a\xe2\x80\x93"
     "b",
     "",
     {{"tool", "a-b",
       "a\xe2\x80\x93"
       "b",
       1}}},
    {"it's;it\xe2\x80\x99s", "", {{"tool", "it's", "it\xe2\x80\x99s", 1}}},
    {"a & b;a and b", "", {{"tool", "a & b", "a and b", 1}}},
    {"T;" WIDE_T, "", {{"tool", "T", WIDE_T, 1}}},
    {"\xc3\x89t\xc3\xa9;\xc3\xa9t\xc3\xa9",
     "",
     {{"tool", "\xc3\x89t\xc3\xa9", "\xc3\xa9t\xc3\xa9", 1}}},
    /* a letter with its accent is not the letter */
    {"\xc3\xa9t\xc3\xa9;ete", "", {{0}}},
    /* one name in three spellings is one name; of several the first in the alphabet is told */
    {"ARGUS;Argus;argus", "", {{"tool", "ARGUS", "Argus", 1}}},
    {"z;Z;argus;Argus", "", {{"tool", "Argus", "argus", 2}}},
    {"z;Z;argus;Argus;m;M;single", "", {{"tool", "Argus", "argus", 3}}},
    {"B;a;b;A;c", "C;d;D;c", {{"tool", "A", "a", 2}, {"request", "C", "c", 2}}},
    /* what folds to nothing looks like nothing else */
    {NO_SPACE ";" JOINER, NO_SPACE ";" JOINER, {{0}}},
    /* long names are alike only where they are so to their end */
    {A_250 "b;" A_250 "c", "", {{0}}},
    {A_250 "b;" A_250 "B", "", {{"tool", "aaaa", "aaaa", 1}}},
};

static void assert_told(struct books *b, const struct told *told, int place)
{
    char *sql = sqlite3_mprintf(
        "SELECT code, rows, file_no, line, instr(message, '\"%q') > 0 AND "
        "instr(message, 'and \"%q') > 0, instr(message, 'are two %qs') > 0, "
        "instr(message, '(%d further name%s likewise)') > 0 "
        "FROM notice ORDER BY notice_no LIMIT 1 OFFSET %d",
        told->one, told->other, told->what, told->names - 1, told->names == 2 ? "" : "s", place);
    char expected[64];
    snprintf(expected, sizeof expected, "alike-names|%d|||1|1|%d", told->names, told->names > 1);
    rows_assert(b->db, sql, expected);
    sqlite3_free(sql);
}

static void add_in_order(struct books *b, const char *list, size_t from, bool is_tool)
{
    struct slice ids[IDS];
    size_t count = books_parts(list, ';', ids, IDS);
    for (size_t i = 0; i < count; i++) {
        struct slice id = ids[(from + i) % count];
        int32_t number = 0;
        ck_assert(is_tool ? registry_add_tool(&b->registry, id, &number, &b->err)
                          : registry_add_request(&b->registry, id, &number, &b->err));
    }
}

/* From each of them on, so that all of them are first and last once. */
START_TEST(names_spelt_alike_are_told)
{
    for (size_t from = 0; from < IDS; from++) {
        struct books b;
        books_open(&b);
        add_in_order(&b, examples[_i].tools, from, true);
        add_in_order(&b, examples[_i].requests, from, false);
        ck_assert(alike_names_tell(&b.ledger, &b.registry, &b.err));
        int notices = 0;
        for (int i = 0; i < 2; i++)
            if (examples[_i].told[i].names)
                assert_told(&b, &examples[_i].told[i], notices++);
        ck_assert_int_eq(b.result.notices, notices);
        books_close(&b);
    }
}
END_TEST

/* Those that a file lists are found by every spelling, so there is nothing to tell of them. */
START_TEST(what_a_file_lists_is_not_told)
{
    struct books b;
    books_open(&b);
    books_list_tools(&b, "argus,One/Argus,Two");
    add_in_order(&b, "ARGUS;t", 0, true);
    registry_note_request(&b.registry, slice_of("Op A"), 0, slice_of(""));
    registry_note_request(&b.registry, slice_of("op a"), 0, slice_of(""));
    add_in_order(&b, "OP A;op b", 0, false);
    ck_assert(alike_names_tell(&b.ledger, &b.registry, &b.err));
    rows_assert(b.db, "SELECT message FROM notice", "");
    books_close(&b);
}
END_TEST

Suite *suite_intake_alike(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/alike", &tcase);
    ADD_TABLE_TEST(tcase, names_spelt_alike_are_told, examples);
    tcase_add_test(tcase, what_a_file_lists_is_not_told);
    return suite;
}
