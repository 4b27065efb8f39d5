/* SPDX-License-Identifier: MIT
 * The chain of a tool, on small packs written into a database.
 */
#include "derive/derive.h"
#include "intake/load.h"
#include "store/database.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

static char work[64];

static void make_work(void)
{
    support_make_folder(work);
}

static void remove_work(void)
{
    support_remove_folder(work);
}

static void write_file(const char *name, const char *header, const char *rows)
{
    char path[128], *text = NULL;
    snprintf(path, sizeof path, "%s/%s", work, name);
    ck_assert_int_gt(asprintf(&text, "%s\n%s", header, rows), 0);
    support_write_file(path, text, strlen(text));
    free(text);
}

/* Each row with one more value, or its own id for NULL, and the tool. */
static void write_rows(const char *name, const char *header, const char *rows, const char *value)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct slice rest = slice_of(rows), line;
    while (slice_next_part(&rest, '\n', &line))
        fprintf(out, "%.*s,%.*s,argus\n", (int)line.length, line.bytes,
                value ? (int)strlen(value) : 1, value ? value : line.bytes);
    fclose(out);
    write_file(name, header, text);
    free(text);
}

/* Responses (id,force,date,stance) and acknowledgements (id,force,collaboration,publisher,
 * published,withdrawn), all on one tool, and the chain: "step id counts: conflicts". */
static const struct {
    const char *responses, *acknowledgements, *chain;
} examples[] = {
    {"a,kent,2024-01-01,ncnd\nb,essex,2024-01-02,ncnd\n", "", "1 a 0/0/1:|2 b 0/0/2:"},
    /* a denial opens the split with all NCNDs; the next NCND joins it */
    {"a,kent,2024-01-01,ncnd\nb,essex,2024-01-02,ncnd\nc,surrey,2024-01-03,not_held\nd,sussex,2024-"
     "01-04,ncnd\n",
     "",
     "1 a 0/0/1:|2 b 0/0/2:|3 c 0/1/2: split opens ncnd 2 with 1, split opens ncnd 2 with 2|4 d "
     "0/1/3: split joins deny 1 with 3"},
    /* a force that changes its line; the split closes when the last denial goes, and may open again
     */
    {"a,kent,2024-01-01,not_held\nb,essex,2024-01-02,ncnd\nc,kent,2024-01-03,ncnd\nd,kent,2024-01-"
     "04,not_held\n",
     "",
     "1 a 0/1/0:|2 b 0/1/1: split opens deny 1 with 1|3 c 0/0/2: own-line deny 1 with 1|4 d 0/1/1: "
     "own-line ncnd 1 with 3, split opens ncnd 1 with 2"},
    /* an own acknowledgement counts on its day, before the letter of that day, and outweighs it */
    {"a,kent,2024-01-05,ncnd\n", "n,kent,,force,2024-01-05,\n",
     "1 n 1/0/0:|2 a 1/0/0: record confirm 1 with 1"},
    /* published after the letter: the letter is overtaken */
    {"a,kent,2024-01-05,ncnd\n", "n,kent,,force,2024-01-06,\n",
     "1 a 0/0/1:|2 n 1/0/0: record ncnd 1 with 1"},
    /* what the advice asks for is told apart */
    {"a,essex,2024-01-07,ncnd\n", "n,kent,,force,2024-01-06,\n",
     "1 n 1/0/0:|2 a 1/0/1: split opens confirm 1 with 1 expected"},
    /* withdrawn: back to the letter */
    {"a,kent,2024-01-01,ncnd\nz,essex,2024-03-01,ncnd\n", "n,kent,,force,2024-01-06,2024-02-01\n",
     "1 a 0/0/1:|2 n 1/0/0: record ncnd 1 with 1|3 n 0/0/1:|4 z 0/0/2:"},
    /* a collaboration speaks for its members, and for nobody else */
    {"a,kent,2024-01-07,ncnd\nb,surrey,2024-01-08,ncnd\n", "n,,weald,collaboration,2024-01-06,\n",
     "1 n 0/0/0:|2 a 0/0/1: collaboration confirm 1 with 1|3 b 0/0/2:"},
    /* a third party changes nothing */
    {"a,kent,2024-01-07,ncnd\n", "n,kent,,third_party,2024-01-06,\n", "1 n 0/0/0:|2 a 0/0/1:"},
    /* dates that overlap: the order is only possible */
    {"a,kent,2024-01,ncnd\nb,kent,2024-01-20,not_held\n", "",
     "1 a 0/0/1:|2 b 0/1/0: own-line ncnd 1 with 1 possible"},
};

/* The same with rulings (id,force,date,outcome,about). */
static const struct {
    const char *responses, *acknowledgements, *chain, *rulings;
} decided[] = {
    /* a ruling moves nobody, and comes after what was written and published on its day */
    {"a,kent,2024-01-05,ncnd\nb,kent,2024-01-06,ncnd\n", "n,essex,,force,2024-01-05,2024-01-05\n",
     "1 n 1/0/0:|2 a 1/0/1: split opens confirm 1 with 1 expected|3 k 1/0/1:|4 n 0/0/1:|5 b 0/0/1:",
     "k,kent,2024-01-05,upheld,ncnd\n"},
    /* rulings of one day by their identifiers; those after as-of take no part */
    {"a,kent,2024-01-05,ncnd\n", "", "1 j 0/0/0:|2 k 0/0/0:|3 a 0/0/1:",
     "k,kent,2024-01-04,upheld,ncnd\nj,essex,2024-01-04,upheld,time\nl,kent,2024-01-06,upheld,"
     "ncnd\n"},
};

static sqlite3 *derive_example(const char *responses, const char *acknowledgements,
                               const char *rulings)
{
    write_file(
        "forces.csv", "force_id,name,nation,kind,regime",
        "essex,Essex Police,England,territorial,FOIA\nkent,Kent Police,England,territorial,FOIA\n"
        "surrey,Surrey Police,England,territorial,FOIA\nsussex,Sussex "
        "Police,England,territorial,FOIA\n");
    write_file("collaborations.csv", "collaboration_id,name,force_id", "weald,Weald,kent\n");
    write_rows("acknowledgements.csv",
               "acknowledgement_id,force_id,collaboration_id,publisher,date_published,"
               "date_withdrawn,kind,tool_id",
               acknowledgements, "press_release");
    write_rows("responses.csv", "response_id,force_id,date_responded,stance,request_id,tool_id",
               responses, NULL);
    write_rows("rulings.csv", "ruling_id,force_id,date,outcome,about,body,tool_id", rulings, "ico");
    struct error err = {0};
    sqlite3 *db = NULL;
    struct intake_result loaded;
    const struct intake_options options = {.pack = work, .version = "test", .options_text = ""};
    ck_assert(database_create(":memory:", &db, &err));
    ck_assert_msg(intake_load(db, &options, &loaded, &err), "%s", err.what);
    ck_assert_int_eq(loaded.rejects, 0);
    ck_assert(derive_meaning(db, &err));
    return db;
}

static void assert_chain(sqlite3 *db, const char *chain)
{
    static const char sql[] =
        "SELECT group_concat(line, '|') FROM (SELECT s.step || ' ' || s.id || ' ' || s.confirming "
        "|| '/' || s.denying || '/' || s.ncnd || ':'"
        " || coalesce((SELECT group_concat(words, ',') FROM (SELECT ' ' || kind || coalesce(' ' || "
        "effect, '') || ' ' || other_side || ' ' || forces"
        " || ' with ' || with_step || iif(is_expected, ' expected', '') || iif(certainty = "
        "'possible', ' possible', '') AS words"
        " FROM chain_conflict x WHERE x.tool_no = s.tool_no AND x.step = s.step ORDER BY kind, "
        "other_side, with_step)), '') AS line"
        " FROM v_chain_steps s ORDER BY s.step)";
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    ck_assert_str_eq((const char *)sqlite3_column_text(s, 0), chain);
    sqlite3_finalize(s);
    sqlite3_close(db);
}

START_TEST(says_what_became_inconsistent)
{
    assert_chain(derive_example(examples[_i].responses, examples[_i].acknowledgements, ""),
                 examples[_i].chain);
}
END_TEST

START_TEST(rulings_stand_among_the_steps)
{
    assert_chain(
        derive_example(decided[_i].responses, decided[_i].acknowledgements, decided[_i].rulings),
        decided[_i].chain);
}
END_TEST

Suite *suite_derive_chain(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/chain", &tcase);
    tcase_add_checked_fixture(tcase, make_work, remove_work);
    ADD_TABLE_TEST(tcase, says_what_became_inconsistent, examples);
    ADD_TABLE_TEST(tcase, rulings_stand_among_the_steps, decided);
    return suite;
}
