/* SPDX-License-Identifier: MIT
 * Which tools, requests and questions are asked about, because they nearly agree with another or
 * are hardly one (SEMANTICS 2, 3, 63).
 */
#include "suites.h"
#include "table.h"

#include "intake/alike.h"
#include "intake/books.h"
#include "intake/loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TM     "\xe2\x84\xa2" /* the sign of one character */
#define R      "\xc2\xae"
#define WIDE_T "\xef\xbc\xb4" /* a full-width T */

enum { ROWS = 8, PAIRS = 3 };

enum kind { TOOL, REQUEST, QUESTION };
static const char *const nouns[] = {"tool", "request", "question"};

/* A pair that is told, as the notice prints each with its rows, in whatever order. */
struct pair {
    const char *one, *other;
};

static const struct {
    enum kind column;
    const char *cells; /* of the rows, with ; between them */
    const char *tools, *requests, *questions;
    struct pair told[PAIRS];
    const char *odd[PAIRS];
} examples[] = {
    /* tools: signs and trade marks */
    {TOOL, "big eye", .told = {{0}}},
    {TOOL, "big eye;big-eye", .told = {{"\"big eye\" (1 row)", "\"big-eye\" (1 row)"}}},
    {TOOL, "eye;eye.;eye", .told = {{"\"eye\" (2 rows)", "\"eye.\" (1 row)"}}},
    {TOOL, "Eye;Eye (TM)", .told = {{"\"Eye\" (1 row)", "\"Eye (TM)\" (1 row)"}}},
    {TOOL, "Eye;eye (r)", .told = {{"\"Eye\" (1 row)", "\"eye (r)\" (1 row)"}}},
    {TOOL, "Eye;Eye" TM, .told = {{"\"Eye\" (1 row)", "\"Eye" TM "\" (1 row)"}}},
    {TOOL, "Eye;Eye" R, .told = {{"\"Eye\" (1 row)", "\"Eye" R "\" (1 row)"}}},
    /* what differs in case, width or spaces is one tool, of which the first spelling is shown */
    {TOOL, "Eye;EYE;eye", .told = {{0}}},
    {TOOL, "T;" WIDE_T ";t", .told = {{0}}},
    {TOOL, "big eye;big  eye", .told = {{0}}},
    {TOOL, "eye;Eye.;EYE;eye.", .told = {{"\"EYE\" (2 rows)", "\"Eye.\" (2 rows)"}}},
    /* several */
    {TOOL, "a.b;c.d;ab;cd;cd",
     .told = {{"\"a.b\" (1 row)", "\"ab\" (1 row)"}, {"\"c.d\" (1 row)", "\"cd\" (2 rows)"}}},
    /* other letters, other digits, or neither */
    {TOOL, "argus;argos;argu;arguss", .told = {{0}}},
    {TOOL, "eye 2;eye 20;eye 02;eye", .told = {{0}}},
    {TOOL, "eye;eye tm;eye (UK)", .told = {{0}}},
    {TOOL, "\xc3\xa9t\xc3\xa9;ete", .told = {{0}}},
    {TOOL, "\xe2\x9c\x93\xe2\x9c\x93;\xe2\x98\x85", .told = {{0}}},
    /* tools that tools.csv lists are found by id, name and alias; what nearly is one is told */
    {TOOL, "eye-1;eye.1", .tools = "eye-1,One,\neye.1,Two,\n", .told = {{0}}},
    {TOOL, "EYE;First Eye;an eye", .tools = "eye,First Eye,an eye\n", .told = {{0}}},
    {TOOL, "e.ye", .tools = "eye,First,\n", .told = {{"\"e.ye\" (1 row)", "\"eye\" (0 rows)"}}},
    {TOOL, "First-Eye;eye", .tools = "eye,First Eye,\n",
     .told = {{"\"First-Eye\" (1 row)", "\"eye\" (1 row)"}}},
    {TOOL, "an-eye", .tools = "eye,First,one;an eye\n",
     .told = {{"\"an-eye\" (1 row)", "\"eye\" (0 rows)"}}},
    {TOOL, "Argus", .tools = "eye,Argus" TM ",\n",
     .told = {{"\"Argus\" (1 row)", "\"eye\" (0 rows)"}}},
    {TOOL, "Argus", .tools = "eye,First,one;Argus" TM "\n",
     .told = {{"\"Argus\" (1 row)", "\"eye\" (0 rows)"}}},
    /* requests: signs */
    {REQUEST, "op a;op-a;op a", .told = {{"\"op a\" (2 rows)", "\"op-a\" (1 row)"}}},
    {REQUEST, "op a;OP A", .told = {{0}}},
    {REQUEST, "op a;op b;op;ops", .told = {{0}}},
    /* a letter in parentheses is no trade mark */
    {REQUEST, "foi (c);foi (r);foi", .told = {{0}}},
    {REQUEST, "foi (c);foi c", .told = {{"\"foi (c)\" (1 row)", "\"foi c\" (1 row)"}}},
    /* requests: the number of another */
    {REQUEST, "7001/24;NPCC 7001/24;7001/24",
     .told = {{"\"NPCC 7001/24\" (1 row)", "\"7001/24\" (2 rows)"}}},
    {REQUEST, "7001-24;7001/24", .told = {{"\"7001-24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "7001/24;NPCC 7001/24;NPCC-7001/24",
     .told = {{"\"NPCC 7001/24\" (1 row)", "\"7001/24\" (1 row)"},
              {"\"NPCC-7001/24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "NPCC 7001/24", .told = {{0}}},
    {REQUEST, "NPCC 7001/24;7002/24;7001/23;001/24", .told = {{0}}},
    {REQUEST, "Log No.7001/24;700124;7001/2024", .told = {{0}}},
    /* the number in other words, with other signs, its year first, with letters for digits */
    {REQUEST, "7001/24;Log 7001 of 24;7001 of 24",
     .told = {{"\"Log 7001 of 24\" (1 row)", "\"7001/24\" (1 row)"},
              {"\"7001 of 24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "7001 of 24;7001 (24)",
     .told = {{"\"7001 of 24\" (1 row)", "\"7001 (24)\" (1 row)"}}},
    {REQUEST, "7001\\24;7001:24;7001/24",
     .told = {{"\"7001\\24\" (1 row)", "\"7001/24\" (1 row)"},
              {"\"7001:24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "2024/7001;24-7001;7001/2024",
     .told = {{"\"2024/7001\" (1 row)", "\"7001/24\" (1 row)"},
              {"\"24-7001\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "7OO1/24;7001/24", .told = {{"\"7OO1/24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "700l-24;7001/24", .told = {{"\"700l-24\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "NPCC request no. 7001 for 2024;FOI 7001/24",
     .told = {{"\"NPCC request no. 7001 for 2024\" (1 row)", "\"FOI 7001/24\" (1 row)"}}},
    /* the same number beside other words is another matter, until the number itself is there */
    {REQUEST, "Argus 2024-12;Borg 2024-12", .told = {{0}}},
    {REQUEST, "7001/24 part A;7001/24 part B", .told = {{0}}},
    {REQUEST, "7001 of 24;7002 of 24;7001 of 23;17001 of 24", .told = {{0}}},
    {REQUEST, "24/12;12/24;2024/12", .told = {{0}}},
    /* one that requests.csv lists is never asked about beside another that it lists */
    {REQUEST, "op a;op-a;7001/24;NPCC 7001/24",
     .requests = "op a,A,\nop-a,B,\n7001/24,C,\nNPCC 7001/24,D,\n", .told = {{0}}},
    {REQUEST, "7001-24;7001/24", .requests = "7001/24,A,7001-24\n", .told = {{0}}},
    {REQUEST, "op-a", .requests = "op a,A,\n", .told = {{"\"op-a\" (1 row)", "\"op a\" (0 rows)"}}},
    {REQUEST, "big-one;big one", .requests = "7001/24,A,big one\n",
     .told = {{"\"big-one\" (1 row)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "NPCC 7001/24", .requests = "big one,A,7001/24\n",
     .told = {{"\"NPCC 7001/24\" (1 row)", "\"big one\" (0 rows)"}}},
    {REQUEST, "7001/24", .requests = "NPCC 7001/24,A,\n",
     .told = {{"\"NPCC 7001/24\" (0 rows)", "\"7001/24\" (1 row)"}}},
    {REQUEST, "7001/24 + 8/24;8/24", .requests = "7001/24 + 8/24,A,7001/24\n",
     .told = {{"\"7001/24 + 8/24\" (1 row)", "\"8/24\" (1 row)"}}},
    /* questions: Q, Question, signs, spaces, a leading zero */
    {QUESTION, "1;Q1;1", .told = {{"\"1\" (2 rows)", "\"Q1\" (1 row)"}}},
    {QUESTION, "Q1;Question 1", .told = {{"\"Q1\" (1 row)", "\"QUESTION 1\" (1 row)"}}},
    {QUESTION, "Q1;q.1", .told = {{"\"Q1\" (1 row)", "\"Q.1\" (1 row)"}}},
    {QUESTION, "Q1;q 1", .told = {{"\"Q1\" (1 row)", "\"Q 1\" (1 row)"}}},
    {QUESTION, "Q1;Q01", .told = {{"\"Q1\" (1 row)", "\"Q01\" (1 row)"}}},
    {QUESTION, "Q1a;1(a)", .told = {{"\"Q1A\" (1 row)", "\"1(A)\" (1 row)"}}},
    {QUESTION, "Q1;q1;", .told = {{0}}},
    {QUESTION, "Q1;Q2;Q10;Q1A;Q11", .told = {{0}}},
    {QUESTION, "Q1;1", .questions = "1/24,Q1,use,\n1/24,1,use,\n", .told = {{0}}},
    {QUESTION, "1", .questions = "1/24,Q1,use,\n", .told = {{"\"1\" (1 row)", "\"Q1\" (0 rows)"}}},
    {QUESTION, "1", .questions = "2/24,Q1,use,\n", .told = {{0}}},
    /* what is hardly one question */
    {QUESTION, "All;Q1;all", .odd = {"2 rows have the question \"ALL\""}},
    {QUESTION, "Whole letter", .odd = {"1 row has the question \"WHOLE LETTER\""}},
    {QUESTION, "Q1-Q3;Q2", .odd = {"1 row has the question \"Q1-Q3\""}},
    {QUESTION, "\"Q1, Q2\";1 and 2",
     .odd = {"1 row has the question \"Q1, Q2\"", "1 row has the question \"1 AND 2\""}},
    {QUESTION, "Q1a;alley;Q12", .odd = {0}},
    {QUESTION, "All;Q1-3", .questions = "1/24,ALL,use,\n1/24,Q1-3,use,\n", .odd = {0}},
    /* a tool is no request and no question */
    {TOOL, "1.24;q", .told = {{0}}},
};

#define NOTICES " FROM notice WHERE code IN ('alike-names', 'odd-question') "

static void write_list(struct loading *l, const char *name, const char *heading, const char *rows)
{
    char text[1024];
    int length = snprintf(text, sizeof text, "%s\n%s", heading, rows ? rows : "");
    loading_write(l, name, text, (size_t)length);
}

/* The rows from one of them on, or back from it. */
static void write_rows(struct loading *l, enum kind column, const char *list, size_t from,
                       bool is_backward)
{
    struct slice cells[ROWS];
    size_t count = books_parts(list, ';', cells, ROWS);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    fprintf(out, "response_id,force_id,stance,tool_id,request_id,question_id\n");
    for (size_t i = 0; i < count; i++) {
        struct slice cell = cells[(from + (is_backward ? count - 1 - i : i)) % count];
        int length = (int)cell.length;
        fprintf(out, "r%zu,kent,ncnd,%.*s,%.*s,%.*s\n", i, column == TOOL ? length : 1,
                column == TOOL ? cell.bytes : "t", column == REQUEST ? length : 4,
                column == REQUEST ? cell.bytes : "1/24", column == QUESTION ? length : 0,
                cell.bytes);
    }
    ck_assert_int_eq(fclose(out), 0);
    loading_write(l, "responses.csv", text, size);
    free(text);
}

static void load_example(struct loading *l, int number, size_t from, bool is_backward)
{
    loading_begin(l);
    write_list(l, "tools.csv", "tool_id,name,aliases", examples[number].tools);
    write_list(l, "requests.csv", "request_id,title,aliases", examples[number].requests);
    write_list(l, "questions.csv", "request_id,question_id,topic,text", examples[number].questions);
    write_rows(l, examples[number].column, examples[number].cells, from, is_backward);
    loading_load(l, (struct intake_options){0});
    loading_assert(l, "SELECT code, value FROM reject", "");
}

static void assert_one(struct loading *l, char *sql)
{
    loading_assert(l, sql, "1");
    sqlite3_free(sql);
}

static void assert_told(struct loading *l, int number)
{
    int count = 0;
    for (int i = 0; i < PAIRS; i++) {
        const struct pair *pair = &examples[number].told[i];
        if (pair->one)
            assert_one(l,
                       sqlite3_mprintf("SELECT count(*) FROM notice WHERE code = 'alike-names' AND "
                                       "instr(message, '%q') AND instr(message, '%q') AND "
                                       "instr(message, 'are two %qs')",
                                       pair->one, pair->other, nouns[examples[number].column]));
        if (examples[number].odd[i])
            assert_one(l, sqlite3_mprintf("SELECT count(*) FROM notice WHERE code = 'odd-question' "
                                          "AND instr(message, '%q') AND instr(message, '\"1/24\"')",
                                          examples[number].odd[i]));
        count += !!pair->one + !!examples[number].odd[i];
    }
    char expected[16];
    snprintf(expected, sizeof expected, "%d", count);
    loading_assert(l, "SELECT count(*)" NOTICES, expected);
}

/* From each of them on, forward and backward. */
START_TEST(what_nearly_agrees_is_told)
{
    struct slice cells[ROWS];
    size_t count = books_parts(examples[_i].cells, ';', cells, ROWS);
    for (size_t order = 0; order < 2 * count; order++) {
        struct loading l;
        load_example(&l, _i, order / 2, order % 2);
        assert_told(&l, _i);
        loading_assert_sound(&l);
        loading_end(&l);
    }
}
END_TEST

/* The row that a notice shows is the first of those that it stands for. */
START_TEST(rows_are_pointed_at)
{
    static const char text[] = "response_id,force_id,stance,tool_id,request_id,question_id\n"
                               "a,kent,ncnd,t,1/24,Q1\n"
                               "b,kent,ncnd,t,NPCC 1/24,\n"
                               "a,kent,ncnd,t,1/24,Q1\n" /* a duplicate is no row */
                               "c,kent,ncnd,t,NPCC 1/24,All\n"
                               "d,kent,ncnd,t,2/24,1\n"
                               "e,kemt,ncnd,t,1/24,\n" /* nor is one that is rejected */
                               "f,kent,ncnd,t,2/24,Q1\n";
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, sizeof text - 1);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT code, line, rows, file_no = (SELECT file_no FROM input_file WHERE kind "
                   "= 'responses')" NOTICES "AND instr(message, 'NPCC') ORDER BY code",
                   "alike-names|3|2|1;odd-question|5|1|1");
    loading_assert(&l,
                   "SELECT instr(message, '\"NPCC 1/24\" (2 rows)') > 0, "
                   "instr(message, '\"1/24\" (1 row)') > 0" NOTICES "AND line = 3",
                   "1|1");
    loading_assert(&l, "SELECT count(*)" NOTICES "AND instr(message, ' of request 2/24')", "1");
    loading_assert(&l, "SELECT count(*)" NOTICES, "3");
    loading_end(&l);
}
END_TEST

/* Many: each of a kind has its own number, and one more notice counts the rest. */
static const struct {
    int pairs;
    const char *odd, *other; /* rows "tool,request,question" of a number */
    const char *code, *counts;
} many[] = {
    {ALIKE_TOLD, "dev-%02d,1/24,", "dev%02d,1/24,", "alike-names", "20|0|0"},
    {ALIKE_TOLD + 1, "dev-%02d,1/24,", "dev%02d,1/24,", "alike-names", "20|1|1"},
    {ALIKE_TOLD + 5, "dev-%02d,1/24,", "dev%02d,1/24,", "alike-names", "20|1|5"},
    {ALIKE_TOLD + 5, "t,op-%02d,", "t,op%02d,", "alike-names", "20|1|5"},
    {ALIKE_TOLD + 5, "t,NPCC %d/24,", "t,%d/24,", "alike-names", "20|1|5"},
    {ALIKE_TOLD + 5, "t,1/24,%d", "t,1/24,Q%d", "alike-names", "20|1|5"},
    {ALIKE_TOLD, "t,%d/24,All", "t,%d/24,", "odd-question", "20|0|0"},
    {ALIKE_TOLD + 5, "t,%d/24,All", "t,%d/24,", "odd-question", "20|1|5"},
};

static char *text_of_many(int number, bool is_backward, size_t *ret_size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, ret_size);
    ck_assert_ptr_nonnull(out);
    fprintf(out, "response_id,force_id,stance,tool_id,request_id,question_id\n");
    for (int i = 0; i < 2 * many[number].pairs; i++) {
        int row = is_backward ? 2 * many[number].pairs - 1 - i : i;
        char cells[64];
        const char *format = row % 2 ? many[number].odd : many[number].other;
        const char *mark = strchr(format, '%');
        snprintf(cells, sizeof cells, "%.*s%0*d%s", (int)(mark - format), format,
                 mark[1] == '0' ? 2 : 1, row / 2 + 1, strchr(mark, 'd') + 1);
        fprintf(out, "r%d,kent,ncnd,%s\n", row, cells);
    }
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

/* The messages of all notices, which the caller frees. */
static char *messages(struct loading *l)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(l->db,
                                        "SELECT group_concat(message, char(10)) FROM (SELECT "
                                        "message" NOTICES "ORDER BY notice_no)",
                                        -1, &s, NULL),
                     SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(s, 0);
    char *copy = strdup(text ? text : "");
    sqlite3_finalize(s);
    return copy;
}

static char *load_many(int number, bool is_backward)
{
    size_t size = 0;
    char *text = text_of_many(number, is_backward, &size);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, size);
    free(text);
    loading_load(&l, (struct intake_options){0});
    char *sql = sqlite3_mprintf("SELECT sum(further = 0), sum(further), sum(rows * further) FROM "
                                "(SELECT rows, instr(message, ' further ') > 0 AS further FROM "
                                "notice WHERE code = '%q')",
                                many[number].code);
    loading_assert(&l, sql, many[number].counts);
    sqlite3_free(sql);
    sql = sqlite3_mprintf("SELECT count(*)" NOTICES "AND code <> '%q'", many[number].code);
    loading_assert(&l, sql, "0");
    sqlite3_free(sql);
    char *told = messages(&l);
    loading_end(&l);
    return told;
}

START_TEST(of_many_the_rest_is_counted)
{
    char *forward = load_many(_i, false), *backward = load_many(_i, true);
    ck_assert_str_eq(forward, backward);
    free(forward);
    free(backward);
}
END_TEST

Suite *suite_intake_alike(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/alike", &tcase);
    ADD_TABLE_TEST(tcase, what_nearly_agrees_is_told, examples);
    tcase_add_test(tcase, rows_are_pointed_at);
    ADD_TABLE_TEST(tcase, of_many_the_rest_is_counted, many);
    return suite;
}
