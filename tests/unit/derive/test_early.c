/* SPDX-License-Identifier: MIT
 * Answers between the logging of a request and the advice on it (clause 65, G12).
 */
#include "derive/passes.h"
#include "deriving.h"
#include "suites.h"
#include "table.h"

enum { OF_REQUEST = 1, FOR_ALL = 0 };

/* When the request was logged and answered; the advice: on this request or for all, and from when
 * on; from when on there was an older one (NO_OTHER: none); and whether it was answered early. */
#define NO_OTHER                                                                                   \
    {                                                                                              \
        0, -1                                                                                      \
    }
static const struct {
    struct date_interval logged, responded;
    int32_t request_no;
    struct date_interval from, other;
    const char *early;
} examples[] = {
    {ON(10), ON(20), OF_REQUEST, ON(30), NO_OTHER, "certain"},
    {ON(10), ON(9), OF_REQUEST, ON(30), NO_OTHER, ""},
    {ON(10), ON(10), OF_REQUEST, ON(30), NO_OTHER, "certain"},
    {ON(10), ON(30), OF_REQUEST, ON(30), NO_OTHER, ""},
    {{10, 25}, ON(20), OF_REQUEST, ON(30), NO_OTHER, "possible"},
    {ON(10), ON(20), OF_REQUEST, {15, 30}, NO_OTHER, "possible"},
    {ON(10), {5, 15}, OF_REQUEST, ON(30), NO_OTHER, "possible"},
    {ON(10), {25, 35}, OF_REQUEST, ON(30), NO_OTHER, "possible"},
    {{10, 15}, {15, 20}, OF_REQUEST, {21, 30}, NO_OTHER, "certain"},
    /* another is in force on that day: older than the request, or younger */
    {ON(10), ON(20), OF_REQUEST, ON(30), ON(5), "certain"},
    {ON(10), ON(20), OF_REQUEST, ON(30), ON(10), ""},
    {ON(10), ON(20), OF_REQUEST, ON(30), ON(12), ""},
    {ON(10), ON(20), OF_REQUEST, ON(30), {5, 15}, "possible"},
    /* one month for logging, advice and the answer: not all three on their own days */
    {{10, 20}, ON(15), OF_REQUEST, ON(30), {12, 14}, "possible"},
    /* advice for all within twenty working days: logged on Sunday 11 January 1970, until day 36 */
    {ON(10), ON(20), FOR_ALL, ON(36), NO_OTHER, "certain"},
    {ON(10), ON(20), FOR_ALL, ON(37), NO_OTHER, ""},
    {ON(10), ON(20), FOR_ALL, {36, 40}, NO_OTHER, "possible"},
};

static void put_rows(struct deriving *d, struct date_interval logged, const struct guidance *advice)
{
    char *sql = sqlite3_mprintf(
        "INSERT INTO request (request_no, request_id, title, logged_earliest, logged_latest) "
        "VALUES (1, 'r', 'r', %d, %d);"
        "INSERT INTO guidance (guidance_no, guidance_id, title, request_no, "
        "effective_from_earliest, effective_from_latest, condition, expected_stance, "
        "expects_confirm, expects_deny, expects_ncnd, file_no, line) "
        "VALUES (1, 'g', 'g', nullif(%d, 0), %d, %d, 'any', 'ncnd', 0, 0, 1, 1, 2)",
        logged.earliest, logged.latest, advice->request_no, advice->from.earliest,
        advice->from.latest);
    ck_assert_msg(sqlite3_exec(d->in.db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(d->in.db));
    sqlite3_free(sql);
}

static struct guidance advice_from(int32_t guidance_no, int32_t request_no,
                                   struct date_interval from)
{
    return (struct guidance){.guidance_no = guidance_no,
                             .request_no = request_no,
                             .from = from,
                             .in_force = {{from.earliest, DAY_MAX}, {from.latest, DAY_MAX}},
                             .condition = CONDITION_ANY};
}

START_TEST(answered_before_the_advice)
{
    const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, examples[_i].responded}};
    const struct guidance guidance[] = {advice_from(1, examples[_i].request_no, examples[_i].from),
                                        advice_from(2, 0, examples[_i].other)};
    struct deriving d;
    struct letters letters;
    struct error err = {0};
    const struct record record = {0};
    deriving_begin(&d, given);
    d.in.guidance = guidance;
    d.in.guidance_count = examples[_i].other.earliest <= examples[_i].other.latest ? 2 : 1;
    put_rows(&d, examples[_i].logged, &guidance[0]);
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(early_build(&d.in, &record, &letters, &err));
    deriving_check(&d, "SELECT certainty FROM early_answer", examples[_i].early);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_early(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/early", &tcase);
    ADD_TABLE_TEST(tcase, answered_before_the_advice, examples);
    return suite;
}
