/* SPDX-License-Identifier: MIT
 * What `check` and `audit` say of tools that no advice covers, so that silence of the rules which
 * need some is not taken for a good answer.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

#define ROW(id, request, tool, date) id ",kent," request "," tool ",ncnd," date "\n"
#define IN_FORCE                     "(G01, G02, G03, G04, G06, G07, G08, G16)"
#define ALL                          "(G01, G02, G03, G04, G06, G07, G08, G12, G16)"
#define NONE(tools, of)                                                                            \
    "no circular covers " tools ": the rules that need advice " ALL " were not asked of " of
#define LATE(tools, of)                                                                            \
    "no circular that covers " tools " was in force on the day of an answer: the rules that need " \
    "advice in force " IN_FORCE " were not asked of " of

static const struct {
    const char *guidance; /* request_id, tool_id, effective_from, effective_to; NULL: no file */
    const char *tools;    /* tool_id, parent_tool_id */
    const char *responses;
    const char *said; /* the notices, with ; between them; "": none */
} examples[] = {
    {NULL, NULL, ROW("a", "1/24", "t", "2024-02-20"),
     "the pack has no circular (guidance.csv): the rules that need advice " ALL " were not asked"},
    {"", NULL, ROW("a", "1/24", "t", "2024-02-20"),
     "the pack has no circular (guidance.csv): the rules that need advice " ALL " were not asked"},
    /* what covers: the request, the tool, an ancestor, everything */
    {"1/24,,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), ""},
    {",t,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), ""},
    {",,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20") ROW("b", "2/24", "u", "2024-02-20"), ""},
    {",top,,\n", "t,middle\nmiddle,top\ntop,\n", ROW("a", "1/24", "t", "2024-02-20"), ""},
    {"1/24,top,,\n", "t,top\ntop,\n", ROW("a", "1/24", "t", "2024-02-20"), ""},
    /* one answered row is enough; the answers on another request are not */
    {"1/24,t,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20") ROW("b", "2/24", "t", "2024-02-20"),
     ""},
    {"2/24,t,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), NONE("t", "it")},
    {",u,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), NONE("t", "it")},
    {",t,,\n", "t,top\ntop,\n", ROW("a", "1/24", "top", "2024-02-20"), NONE("top", "it")},
    {"1/24,u,,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), NONE("t", "it")},
    /* several */
    {",u,,\n", NULL,
     ROW("a", "1/24", "z", "2024-02-20") ROW("b", "1/24", "t", "2024-02-20")
         ROW("c", "1/24", "u", "2024-02-20"),
     NONE("t or z", "them")},
    {",u,,\n", NULL,
     ROW("a", "1/24", "a", "2024") ROW("b", "1/24", "b", "2024") ROW("c", "1/24", "c", "2024")
         ROW("d", "1/24", "d", "2024") ROW("e", "1/24", "e", "2024") ROW("f", "1/24", "f", "2024"),
     NONE("a, b, c, d, e or 1 more tool", "them")},
    /* in force: on the day of one answer, by one reading; and on none */
    {",t,2024-02-20,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), ""},
    {",t,,2024-02-20\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), ""},
    {",t,2024-02,\n", NULL, ROW("a", "1/24", "t", "2024-02-01"), ""},
    {",t,2024-02-21,\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), LATE("t", "it")},
    {",t,,2024-02-19\n", NULL, ROW("a", "1/24", "t", "2024-02-20"), LATE("t", "it")},
    {",t,2024-02-21,\n", NULL,
     ROW("a", "1/24", "t", "2024-02-20") ROW("b", "2/24", "t", "2024-02-21"), ""},
    {",t,2025,\n,v,2025,\n,w,,\n", NULL,
     ROW("a", "1/24", "t", "2024-02-20") ROW("b", "1/24", "u", "2024-02-20")
         ROW("c", "1/24", "v", "2024-02-20") ROW("d", "1/24", "w", "2024-02-20"),
     NONE("u", "it") ";" LATE("t or v", "them")},
    /* that there is no date is said elsewhere */
    {",t,2025,\n", NULL, ROW("a", "1/24", "t", ""), ""},
    {",u,2025,\n", NULL, ROW("a", "1/24", "t", ""), NONE("t", "it")},
};

/* The rows of a list, each with an identifier and a title before it. */
static char *guidance_of(const char *list)
{
    char *text = memory_copy("guidance_id,title,request_id,tool_id,effective_from,effective_to,"
                             "condition,expected_stance\n");
    int number = 0;
    for (const char *row = list; *row; row += strcspn(row, "\n") + 1) {
        char *longer = memory_print("%sg%d,Circular,%.*s,any,ncnd\n", text, number++,
                                    (int)strcspn(row, "\n"), row);
        free(text);
        text = longer;
    }
    return text;
}

static char *tools_of(const char *list)
{
    char *text = memory_copy("tool_id,name,parent_tool_id\n");
    for (const char *row = list; *row; row += strcspn(row, "\n") + 1) {
        int name = (int)strcspn(row, ","), whole = (int)strcspn(row, "\n");
        char *longer =
            memory_print("%s%.*s,%.*s%.*s\n", text, name, row, name, row, whole - name, row + name);
        free(text);
        text = longer;
    }
    return text;
}

static void write_pack(int number)
{
    SCOPED_TEXT responses =
        memory_print("response_id,force_id,request_id,tool_id,stance,date_responded\n%s",
                     examples[number].responses);
    running_check(support_run(running_work, NULL, (const char *const[]){"mkdir", "p", NULL}), 0,
                  NULL, NULL);
    running_write("p/responses.csv", responses);
    if (examples[number].guidance) {
        SCOPED_TEXT guidance = guidance_of(examples[number].guidance);
        running_write("p/guidance.csv", guidance);
    }
    if (examples[number].tools) {
        SCOPED_TEXT tools = tools_of(examples[number].tools);
        running_write("p/tools.csv", tools);
    }
}

START_TEST(tools_without_advice_are_named)
{
    write_pack(_i);
    running_check(RUN_IN(running_work, "audit", "p", "-o", "out", "--format", "csv", "--quiet"), 0,
                  NULL, NULL);
    running_check_query("out",
                        "SELECT coalesce(group_concat(message, ';'), '') FROM notice WHERE code = "
                        "'no-advice'",
                        examples[_i].said);
    struct support_output output = RUN_IN(running_work, "check", "p");
    SCOPED_TEXT first =
        memory_print("%.*s\n", (int)strcspn(examples[_i].said, ";"), examples[_i].said);
    ck_assert_msg(*examples[_i].said ? strstr(output.out, first) != NULL
                                     : !strstr(output.out, "circular"),
                  "%s", output.out);
    running_check(output, 0, NULL, NULL);
}
END_TEST

START_TEST(the_report_says_it_too)
{
    running_write("x.csv", "response_id,force_id,request_id,tool_id,stance,date_responded\n" ROW(
                               "a", "1/24", "t", "2024-02-20"));
    running_check(RUN_IN(running_work, "audit", "x.csv", "-o", "out", "--quiet"), 0, NULL, NULL);
    size_t size = 0;
    char *page = support_read_file(running_path("out/report.html"), &size);
    ck_assert_ptr_nonnull(strstr(page, "the rules that need advice " ALL " were not asked"));
    free(page);
}
END_TEST

Suite *suite_cmd_advice_gaps(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/advice_gaps", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, tools_without_advice_are_named, examples);
    tcase_add_test(tcase, the_report_says_it_too);
    return suite;
}
