/* SPDX-License-Identifier: MIT */
#include "cmd/explain_advice.h"

#include "audit/advice.h"
#include "cmd/print_text.h"

/* Called for each candidate of each answer: both statements stand on their rows. */
typedef void candidate_visitor(sqlite3_stmt *answer, sqlite3_stmt *advice, void *context);

struct visit {
    sqlite3_stmt *answer;
    candidate_visitor *visitor;
    void *context;
};

static void pass_on(sqlite3_stmt *advice, void *context)
{
    const struct visit *v = context;
    v->visitor(v->answer, advice, v->context);
}

static bool visit(sqlite3 *db, int64_t finding_no, candidate_visitor *visitor, void *context,
                  struct error *err)
{
    SCOPED_QUERY answers = query_prepare(db, "answers_of_finding");
    query_bind_int(answers, "finding_no", finding_no);
    struct visit v = {answers, visitor, context};
    bool ok = true;
    while (ok && query_next(answers))
        ok = advice_visit(db, query_get_int(answers, "response_no"), pass_on, &v, err);
    return ok && query_done(answers, err);
}

static void print_answer(sqlite3_stmt *answer)
{
    fputs("\nAdvice for ", stdout);
    print_text(query_get_text(answer, "response_id"));
    printf(" (%s, %s; %s):\n", query_get_text(answer, "date_responded").bytes,
           query_get_text(answer, "position").bytes, query_get_text(answer, "conforms").bytes);
}

static void print_candidate(sqlite3_stmt *answer, sqlite3_stmt *advice, void *context)
{
    int64_t *last = context, no = query_get_int(answer, "response_no");
    if (*last != no)
        print_answer(answer);
    *last = no;
    static const char *const marks[] = {"  not  ", "maybe  ", " used  "};
    fputs(marks[query_get_int(advice, "used")], stdout);
    print_text(query_get_text(advice, "guidance_id"));
    fputs("  ", stdout);
    print_text(query_get_text(advice, "title"));
    fputs("\n       ", stdout);
    print_text(query_get_text(advice, "what"));
    fputs("\n       ", stdout);
    print_text(query_get_text(advice, "why"));
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
    json_array_append_new(
        context,
        json_pack("{ss ss ss ss ss}", "response_id", query_get_text(answer, "response_id").bytes,
                  "guidance_id", query_get_text(advice, "guidance_id").bytes, "in_force",
                  used[query_get_int(advice, "used")], "what", query_get_text(advice, "what").bytes,
                  "why", query_get_text(advice, "why").bytes));
}

bool explain_advice_json(sqlite3 *db, int64_t finding_no, json_t **ret_list, struct error *err)
{
    *ret_list = json_array();
    return visit(db, finding_no, add_candidate, *ret_list, err);
}
