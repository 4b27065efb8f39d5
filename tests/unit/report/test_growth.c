/* SPDX-License-Identifier: MIT
 * No statement of an audit may take more than its share when the pack grows: each is
 * counted in steps of SQLite's machine, which are the same on every run, at two sizes of
 * an invented pack.
 */
#include "derive/derive.h"
#include "fixture.h"
#include "intake/load.h"
#include "measure/measure.h"
#include "report/making.h"
#include "report/output.h"
#include "rules/matters.h"
#include "rules/runner.h"
#include "rules/waivers.h"
#include "suites.h"
#include "table.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { STATEMENTS_MOST = 1024, SLACK = 20000, TOOLS = 2 };

/* The steps that all runs of one statement took together. */
struct counted {
    char *sql;
    double steps;
};

struct counts {
    struct counted items[STATEMENTS_MOST];
    size_t count;
};

static struct counted *count_of(struct counts *c, const char *sql)
{
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->items[i].sql, sql) == 0)
            return &c->items[i];
    ck_assert_uint_lt(c->count, STATEMENTS_MOST);
    c->items[c->count] = (struct counted){strdup(sql), 0};
    return &c->items[c->count++];
}

static int note_steps(unsigned event, void *context, void *statement, void *time)
{
    (void)event;
    (void)time;
    const char *sql = sqlite3_sql(statement);
    int steps = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    if (sql)
        count_of(context, sql)->steps += steps;
    return 0;
}

static void free_counts(struct counts *c)
{
    for (size_t i = 0; i < c->count; i++)
        free(c->items[i].sql);
    free(c);
}

struct size {
    int forces, requests;
    bool is_family; /* one tool is a part of the other: the whole is denied, the part confirmed */
};

static FILE *open_file(const char *name, const char *header)
{
    FILE *out = fopen(name, "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "%s\n", header);
    return out;
}

/* A number below n, the same on every run. */
static int draw(int n)
{
    static unsigned state = 1;
    state = state * 1103515245U + 12345U;
    return (int)(state >> 16) % n;
}

static void write_forces(struct size z)
{
    FILE *forces = open_file("pack/forces.csv", "force_id,name,kind,regime,rocu");
    FILE *members =
        open_file("pack/collaborations.csv", "collaboration_id,name,force_id,date_from");
    FILE *record = open_file("pack/acknowledgements.csv",
                             "acknowledgement_id,force_id,collaboration_id,tool_id,topic,kind,"
                             "publisher,date_published,source_url");
    fputs("a0,,half,tool-1,use,media,collaboration,2020-05-05,https://example.org/a\n", record);
    for (int f = 0; f < z.forces; f++) {
        fprintf(forces, "f%d,Force %d Police,territorial,FOIA,Region %d\n", f, f, f / 8);
        if (f % 2)
            fprintf(members, "half,Half of them,f%d,2016-01-01\n", f);
        if (f % 5 == 0)
            fprintf(record, "a%d,f%d,,tool-%d,use,media,force,2019-0%d-01,https://example.org/b\n",
                    f + 1, f, f % TOOLS, 1 + f % 9);
    }
    fclose(forces);
    fclose(members);
    fclose(record);
}

static void write_requests(struct size z)
{
    FILE *requests = open_file("pack/requests.csv", "request_id,title,date_logged,scope,tool_id");
    FILE *questions = open_file("pack/questions.csv", "request_id,question_id,topic,text");
    FILE *circulation =
        open_file("pack/circulation.csv", "request_id,force_id,received,date_received");
    for (int r = 0; r < z.requests; r++) {
        int year = 16 + r * 9 / z.requests;
        fprintf(requests, "%d/%d,Request %d,20%d-01-11,national,tool-%d\n", 1000 + r, year, r, year,
                r % TOOLS);
        fprintf(questions, "%d/%d,Q1,use,Is it used\n%d/%d,Q2,cost,What does it cost\n", 1000 + r,
                year, 1000 + r, year);
        for (int f = 0; f < z.forces; f++)
            if ((f + r) % 3 == 0)
                fprintf(circulation, "%d/%d,f%d,yes,20%d-01-12\n", 1000 + r, year, f, year);
    }
    fclose(requests);
    fclose(questions);
    fclose(circulation);
}

static void write_responses(struct size z)
{
    static const char *const coded[] = {"ncnd,,31(3);24(2)", "ncnd,,31(3);24(2)",  "ncnd,,31(3)",
                                        "ncnd,,31(3);24(2)", "held_s21,yes,21(1)", "disclosed,,",
                                        "not_held,,",        "refused_cost,,",     "unread,,"};
    FILE *out = open_file("pack/responses.csv",
                          "response_id,force_id,request_id,question_id,tool_id,stage,date_received,"
                          "date_responded,stance,partial_ncnd,exemptions,source_url,text");
    for (int r = 0; r < z.requests; r++)
        for (int f = 0; f < z.forces; f++) {
            /* Both questions are answered in one letter. */
            int year = 16 + r * 9 / z.requests, stance = draw(9), month = 2 + draw(9);
            int day = 1 + draw(28);
            if (draw(12) == 0)
                continue;
            const char *in_family = r % TOOLS ? "disclosed,," : "not_held,,";
            for (int q = 1; q <= 2; q++)
                fprintf(
                    out,
                    "r%d-%d-%d,f%d,%d/%d,Q%d,tool-%d,initial,20%d-01-12,20%d-%02d-%02d,%s,"
                    "https://example.org/c,\"Force %d Police can neither confirm nor deny, %d\"\n",
                    r, f, q, f, 1000 + r, year, q, r % TOOLS, year, year, month, day,
                    z.is_family ? in_family : coded[draw(8) ? stance : draw(9)],
                    draw(20) ? f : draw(z.forces), q);
        }
    fclose(out);
}

static void write_family(void)
{
    FILE *tools = open_file("pack/tools.csv", "tool_id,name,parent_tool_id");
    fputs("tool-0,The whole,\ntool-1,A part,tool-0\n", tools);
    fclose(tools);
}

static void write_pack(struct size z)
{
    ck_assert_int_eq(mkdir("pack", 0777), 0);
    if (z.is_family)
        write_family();
    write_forces(z);
    write_requests(z);
    write_responses(z);
    FILE *guidance =
        open_file("pack/guidance.csv", "guidance_id,title,effective_from,condition,expected_stance,"
                                       "required_exemptions");
    fputs("g1,Circular,2017-01-01,not_acknowledged,ncnd,31(3);24(2)\n"
          "g2,Circular,2017-01-01,acknowledged,held_s21;disclosed,\n",
          guidance);
    fclose(guidance);
}

static void audit(sqlite3 *db, const char *pack, struct outdir *o)
{
    struct error err = {0};
    struct intake_result loaded = {0};
    const struct intake_options intake = {.pack = pack, .version = "test", .options_text = ""};
    const struct measure_options numbers = {0};
    struct catalogue catalogue = catalogue_load();
    bool ok = intake_load(db, &intake, &loaded, &err) && derive_meaning(db, &err) &&
              measure_exposure(db, &numbers, &err) && rules_run(db, &catalogue, &err) &&
              waivers_apply(db, &err) && matters_settle(db, &err) &&
              measure_findings_and_answers(db, &err) &&
              output_write(db, o, &(struct output_plan){.formats = OUTPUT_AS_USUAL}, &err);
    ck_assert_msg(ok, "%s: %s", err.source, err.what);
    ck_assert_int_eq((int)loaded.rejects, 0);
    catalogue_free(&catalogue);
}

/* The caller frees them. */
static struct counts *count_steps(struct size z)
{
    struct error err = {0};
    struct outdir *o = NULL;
    struct counts *c = calloc(1, sizeof *c);
    ck_assert_ptr_nonnull(c);
    fixture_enter();
    write_pack(z);
    ck_assert_msg(outdir_begin("out", &any_pack, &o, &err), "%s", err.what);
    sqlite3 *db = fixture_empty_database();
    sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, note_steps, c);
    audit(db, "pack", o);
    sqlite3_close(db);
    outdir_abandon(o);
    fixture_leave();
    return c;
}

static const struct {
    const char *of;
    struct size small, large;
} growths[] = {
    {"requests", {5, 40, false}, {5, 400, false}},
    {"forces", {70, 5, false}, {700, 5, false}},
    {"requests about a whole and its part", {5, 40, true}, {5, 400, true}},
};

/* Ten times the rows may take 10^1.15 times the steps. */
START_TEST(test_statements_grow_with_the_pack)
{
    const double factor = pow(10, 1.15);
    struct counts *small = count_steps(growths[_i].small);
    struct counts *large = count_steps(growths[_i].large);
    int bad = 0;
    for (size_t i = 0; i < large->count; i++) {
        const struct counted *now = &large->items[i];
        double before = count_of(small, now->sql)->steps;
        if (now->steps <= factor * before + SLACK)
            continue;
        fprintf(stderr, "%.0f steps, %.0f at ten times the %s:\n%.200s\n", before, now->steps,
                growths[_i].of, now->sql);
        bad++;
    }
    ck_assert_msg(bad == 0, "%d statements grow faster than the %s", bad, growths[_i].of);
    free_counts(small);
    free_counts(large);
}
END_TEST

Suite *suite_report_growth(void)
{
    TCase *c = NULL;
    Suite *suite = suite_with_case("report/growth", &c);
    tcase_set_timeout(c, 600);
    ADD_TABLE_TEST(c, test_statements_grow_with_the_pack, growths);
    return suite;
}
