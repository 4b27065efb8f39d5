/* SPDX-License-Identifier: MIT */
#include "cmd/explain_advice.h"

#include "base/terminal.h"
#include "store/query.h"

enum answer_column { RESPONSE_NO, RESPONSE_ID, WHEN, POSITION, CONFORMS, ANSWERS };
enum advice_column { GUIDANCE_ID, TITLE, USED, WHAT, WHY };

/* Called for each candidate of each answer: both statements stand on their rows. */
typedef void advice_visitor(sqlite3_stmt *answer, sqlite3_stmt *advice, void *context);

static bool visit(sqlite3 *db, int64_t finding_no, advice_visitor *visitor, void *context,
                  struct error *err)
{
    SCOPED_QUERY answers = query_prepare(db, "analyzer/cmd/queries/answers_of_finding.sql");
    SCOPED_QUERY advice = query_prepare(db, "analyzer/cmd/queries/advice_of_response.sql");
    query_int(answers, 1, finding_no);
    bool row = false, ok = query_step(answers, &row, err);
    for (; ok && row; ok = ok && query_step(answers, &row, err)) {
        bool candidate = false;
        sqlite3_reset(advice);
        query_int(advice, 1, sqlite3_column_int64(answers, RESPONSE_NO));
        for (ok = query_step(advice, &candidate, err); ok && candidate;
             ok = query_step(advice, &candidate, err))
            visitor(answers, advice, context);
    }
    return ok;
}

static void print_text(struct slice text)
{
    terminal_print(stdout, text.bytes);
}

static void print_answer(sqlite3_stmt *answer)
{
    fputs("\nAdvice for ", stdout);
    print_text(query_column(answer, RESPONSE_ID));
    struct slice when = query_column(answer, WHEN);
    printf(" (%s, %s; %s):\n", when.length ? when.bytes : "undated",
           query_column(answer, POSITION).bytes, query_column(answer, CONFORMS).bytes);
}

static void print_candidate(sqlite3_stmt *answer, sqlite3_stmt *advice, void *context)
{
    int64_t *last = context, no = sqlite3_column_int64(answer, RESPONSE_NO);
    if (*last != no)
        print_answer(answer);
    *last = no;
    static const char *const marks[] = {"  not  ", "maybe  ", " used  "};
    fputs(marks[sqlite3_column_int(advice, USED)], stdout);
    print_text(query_column(advice, GUIDANCE_ID));
    fputs("  ", stdout);
    print_text(query_column(advice, TITLE));
    fputs("\n       ", stdout);
    print_text(query_column(advice, WHAT));
    fputs("\n       ", stdout);
    print_text(query_column(advice, WHY));
    putchar('\n');
}

bool explain_advice_print(sqlite3 *db, int64_t finding_no, struct error *err)
{
    int64_t last = 0;
    return visit(db, finding_no, print_candidate, &last, err);
}

static void add_candidate(sqlite3_stmt *answer, sqlite3_stmt *advice, void *context)
{
    static const char *const used[] = {"no", "possibly", "yes"};
    json_array_append_new(context, json_pack("{ss ss ss ss ss}", "response_id",
                                             query_column(answer, RESPONSE_ID).bytes, "guidance_id",
                                             query_column(advice, GUIDANCE_ID).bytes, "in_force",
                                             used[sqlite3_column_int(advice, USED)], "what",
                                             query_column(advice, WHAT).bytes, "why",
                                             query_column(advice, WHY).bytes));
}

bool explain_advice_json(sqlite3 *db, int64_t finding_no, json_t **ret_list, struct error *err)
{
    *ret_list = json_array();
    return visit(db, finding_no, add_candidate, *ret_list, err);
}
