/* SPDX-License-Identifier: MIT
 * Which tool is below which (SEMANTICS 15), and what is left out.
 */
#include "suites.h"
#include "table.h"

#include "intake/books.h"
#include "intake/loading.h"
#include "intake/tool_parents.h"

#define WIDE_T "\xef\xbc\xb4" /* a full-width T */
#define E_20   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
#define E_120  E_20 E_20 E_20 E_20 E_20 E_20
#define NAMED                                                                                      \
    "SELECT c.tool_id || '>' || p.tool_id FROM tool c JOIN tool p ON p.tool_no = c.parent_no "     \
    "ORDER BY c.tool_id"

enum { PAIRS = 8, FIRST_LINE = 2 };

static const struct {
    const char *tools;   /* id,name,aliases/... */
    const char *pairs;   /* child>parent in the order of the rows, which begin on line 2 */
    const char *tree;    /* in byte order of the child */
    const char *notices; /* code|line */
} trees[] = {
    {"a,A", "", "", ""},
    {"a,A/b,B", "a>b", "a>b", ""},
    /* a parent before and behind its own row, of several, and a tree of four levels */
    {"a,A/b,B/c,C/d,D", "a>b;b>c;c>d", "a>b;b>c;c>d", ""},
    {"a,A/b,B/c,C/d,D", "c>d;b>c;a>b", "a>b;b>c;c>d", ""},
    {"a,A/b,B/c,C/d,D", "a>d;b>d;c>d", "a>d;b>d;c>d", ""},
    /* any spelling: identifier, name, alias, case, spaces, dropped parenthesis */
    {"big,Big Tool,Whole;Suite/a,A/b,B/c,C/d,D", "a>BIG;b>big  tool;c>suite;d>Big Tool (BT)",
     "a>big;b>big;c>big;d>big", ""},
    {"\xc3\x89t\xc3\xa9,Summer/a,A", "a>\xc3\xa9T\xc3\x89", "a>\xc3\x89t\xc3\xa9", ""},
    {E_120 ",Long/" E_120 "a,Longer", E_120 "a>" E_120, E_120 "a>" E_120, ""},
    /* circles: of one, of two, of three; what would close it is left out, the rest stays */
    {"a,A/b,B", "a>a;b>a", "b>a", "parent-circle|2"},
    {"a,Alpha", "a>ALPHA", "", "parent-circle|2"},
    {"a,A/b,B", "a>b;b>a", "a>b", "parent-circle|3"},
    {"a,A/b,B", "b>a;a>b", "b>a", "parent-circle|3"},
    {"a,A/b,B/c,C", "a>b;b>c;c>a", "a>b;b>c", "parent-circle|4"},
    {"a,A/b,B/c,C/d,D", "c>d;a>b;b>c;d>a", "a>b;b>c;c>d", "parent-circle|5"},
    {"a,A/b,B/c,C/d,D", "a>b;b>a;c>d;d>c", "a>b;c>d", "parent-circle|3;parent-circle|5"},
    {"a,A/b,B/c,C", "a>b;b>c;c>b", "a>b;b>c", "parent-circle|4"},
    /* a name of several is left out; an identifier as it is written is always that one */
    {"T,One/t,Two/q,Q", "q>" WIDE_T, "", "ambiguous-name|2"},
    {"T,One/t,Two/q,Q/r,R", "q>T;r>t", "q>T;r>t", ""},
    {"a,Same/b,Same/q,Q/r,R", "q>same;r>a", "r>a", "ambiguous-name|2"},
    {"a,A,both/b,B,both/q,Q", "q>Both;a>b", "a>b", "ambiguous-name|2"},
    {"x,X,y/y,Y/q,Q", "q>y", "q>y", ""},
    /* one that no row lists is added, as it is written */
    {"a,A", "a>new", "a>new", ""},
    {"a,A/b,B", "a>new;b>new", "a>new;b>new", ""},
    {"a,A/b,B", "a>New;b>new", "a>New;b>New", ""},
    {"a,A/b,B", "a>\xc3\x89;b>\xc3\xa9", "a>\xc3\x89;b>\xc3\x89", ""},
    {"a,A/b,B", "a>new;b>a", "a>new;b>a", ""},
};

static void add_pair(struct tool_parents *parents, struct slice pair, long line)
{
    struct slice ends[2];
    char text[1024];
    ck_assert_uint_lt(pair.length, sizeof text);
    memcpy(text, pair.bytes, pair.length);
    text[pair.length] = '\0';
    ck_assert_uint_eq(books_parts(text, '>', ends, 2), 2);
    tool_parents_add(parents, ends[0], ends[1], line);
    /* It keeps copies of its own. */
    memset(text, '#', sizeof text);
}

static void resolve(struct books *b, const char *list)
{
    struct tool_parents parents = {0};
    struct slice pairs[PAIRS];
    size_t count = books_parts(list, ';', pairs, PAIRS);
    for (size_t i = 0; i < count; i++)
        add_pair(&parents, pairs[i], FIRST_LINE + (long)i);
    ck_assert(tool_parents_resolve(&parents, &b->registry, &b->account, &b->err));
    tool_parents_done(&parents);
    ck_assert_uint_eq(parents.count, 0);
    tool_parents_done(&parents);
}

static void open_books(struct books *b, const char *tools)
{
    books_open(b);
    books_begin_file(b, FILE_TOOLS, false);
    books_list_tools(b, tools);
}

START_TEST(parents_are_written)
{
    struct books b;
    open_books(&b, trees[_i].tools);
    resolve(&b, trees[_i].pairs);
    rows_assert(b.db, NAMED, trees[_i].tree);
    rows_assert(b.db, "SELECT code, line FROM notice ORDER BY notice_no", trees[_i].notices);
    rows_assert(b.db, "SELECT 1 FROM notice WHERE rows <> 1 OR file_no IS NOT 1", "");
    books_close(&b);
}
END_TEST

/* Which is the tool, and which its name, for who mends the file. */
START_TEST(a_notice_says_which_tool)
{
    struct books b;
    open_books(&b, "T,One/t,Two/q\x1b,Q/o,O");
    resolve(&b, "q\x1b>" WIDE_T ";o>o");
    rows_assert(b.db,
                "SELECT instr(message, '\"q\\x1B\"') > 0, instr(message, '\"" WIDE_T
                "\"') > 0, instr(message, '\"o\"') > 0 FROM notice ORDER BY notice_no",
                "1|1|0;0|0|1");
    books_close(&b);
}
END_TEST

/* What is added is counted, with the first row that names it, for the notice `unknown-tool`. */
START_TEST(an_unlisted_parent_is_counted)
{
    struct books b;
    open_books(&b, "a,A/b,B/c,C");
    resolve(&b, "a>b;b>new;c>new");
    ck_assert_uint_eq(b.registry.tool_count, 4);
    const struct tool_entry *added = &b.registry.tool_list[3];
    ck_assert_str_eq(added->id, "new");
    ck_assert(!added->is_listed);
    ck_assert_int_eq(added->rows, 2);
    ck_assert_int_eq(added->first_line, 3);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(b.registry.tool_list[i].rows, 0);
    rows_assert(b.db, "SELECT tool_no, name, file_no FROM tool WHERE tool_id = 'new'", "4|new|");
    books_close(&b);
}
END_TEST

Suite *suite_intake_tool_parents(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/tool_parents", &tcase);
    ADD_TABLE_TEST(tcase, parents_are_written, trees);
    tcase_add_test(tcase, a_notice_says_which_tool);
    tcase_add_test(tcase, an_unlisted_parent_is_counted);
    return suite;
}
