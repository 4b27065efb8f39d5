/* SPDX-License-Identifier: MIT
 * Who stands where: the parties of a finding about several forces, what a baseline says of
 * them, and that a waiver holds for them alone.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char forces[] = "force_id,name,nation,kind,regime\n"
                             "essex,Essex Police,England,territorial,FOIA\n"
                             "kent,Kent Police,England,territorial,FOIA\n"
                             "norfolk,Norfolk Constabulary,England,territorial,FOIA\n"
                             "surrey,Surrey Police,England,territorial,FOIA\n";
#define HEADER            "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions\n"
#define DENIAL(id, force) id "," force ",7001/24,argus,2024-02-20,not_held,\n"
#define NCND(id, force)   id "," force ",7001/24,argus,2024-02-20,ncnd,31(3);24(2)\n"

static void write_pack(const char *folder, const char *responses)
{
    char name[128];
    mkdir(running_path(folder), 0777);
    snprintf(name, sizeof name, "%s/forces.csv", folder);
    running_write(name, forces);
    snprintf(name, sizeof name, "%s/collaborations.csv", folder);
    running_write(name, "collaboration_id,name,force_id\n");
    snprintf(name, sizeof name, "%s/responses.csv", folder);
    running_write(name, responses);
}

#define AUDIT(...) RUN_IN(running_work, "audit", "--format", "csv,json", __VA_ARGS__)

/* Waives the finding of the rule in first/audit.db into pack/waivers.csv. */
static void waive(const char *rule, const char *expires)
{
    running_check(RUN_IN(running_work, "waive", "first/audit.db", rule, "--reason",
                         "one line, agreed", "--role", "head of disclosure", "--expires", expires,
                         "-o", "pack/waivers.csv"),
                  0, "is waived until", NULL);
}

/* What was tried: the waiver of one force's denial hid another force's. */
START_TEST(a_waiver_does_not_hide_another_force)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex") NCND("n1", "norfolk"));
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    waive("X02", "2025-12-31");
    waive("X10", "2025-12-31");
    running_check(AUDIT("pack", "-o", "second", "--quiet", "--baseline", "first/audit.db"), 0, NULL,
                  NULL);
    running_check_query("second",
                        "SELECT group_concat(DISTINCT status) FROM v_findings WHERE rule_id IN "
                        "('X02', 'X10')",
                        "waived");
    running_write("pack/responses.csv", HEADER DENIAL("k1", "kent") NCND("e1", "essex")
                                            NCND("n1", "norfolk") DENIAL("s1", "surrey"));
    running_check(
        AUDIT("pack", "-o", "third", "--baseline", "second/audit.db", "--fail-on", "new:critical"),
        1, "0 in effect, 0 expired, 0 without a match, 2 for other parties", NULL);
    running_check_query(
        "third",
        "SELECT group_concat(rule_id || ' ' || status || ' ' || v.change || ' ' || parties || "
        "' +' || parties_joined) FROM v_findings v JOIN finding_change c USING (finding_id) "
        "WHERE rule_id IN ('X02', 'X10') ORDER BY 1",
        "X02 open altered kent;surrey +surrey,X10 open altered kent;surrey +surrey");
    running_check_query("third", "SELECT reasons FROM v_findings WHERE rule_id = 'X02'",
                        "waived for other parties; row added");
    running_check_query(
        "third",
        "SELECT count(*) FROM notice WHERE code = 'waiver-parties-changed' AND message LIKE "
        "'%has no effect: the parties changed since; now kent;surrey (p%'",
        "2");
    running_check(RUN_IN(running_work, "diff", "second/audit.db", "third/audit.db"), 0,
                  "What: joined: surrey\n    Why: waived for other parties; row added: one line, "
                  "agreed (head of disclosure); responses s1",
                  NULL);
    /* and back: the waiver is for Kent alone, and holds again */
    running_write("pack/responses.csv", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_check(AUDIT("pack", "-o", "fourth", "--quiet"), 0, NULL, NULL);
    running_check_query("fourth", "SELECT status FROM v_findings WHERE rule_id = 'X02'", "waived");
}
END_TEST

/* Waivers of X02 about kent: the row's digest, and what is said of it. */
static const struct {
    const char *digest; /* of these parties; "": none; "!": as a spreadsheet shouts it */
    const char *state, *status;
} digests[] = {
    {"kent", "live", "waived"},
    {"!kent", "live", "waived"},
    {"", "parties-not-named", "open"},
    {"essex", "parties-changed", "open"},
    {"kent;surrey", "parties-changed", "open"},
};

/* sha256sum of the parties, apart from the program. */
static void digest_of(const char *parties, char out[32])
{
    const char *const argv[] = {"sh", "-c", "printf %s \"$0\" | sha256sum | cut -c1-12", parties,
                                NULL};
    struct support_output output = support_run(NULL, NULL, argv);
    snprintf(out, 32, "p%.12s", output.out);
    support_output_done(&output);
}

START_TEST(a_waiver_holds_for_its_parties)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    char *id =
        running_query("first/audit.db", "SELECT finding_id FROM finding WHERE rule_id = 'X02'");
    const char *parties = digests[_i].digest;
    char digest[32] = "", text[400];
    if (*parties)
        digest_of(parties + (*parties == '!'), digest);
    for (char *p = digest; *parties == '!' && *p; p++)
        *p = *p >= 'a' ? (char)(*p - 'a' + 'A') : *p;
    snprintf(text, sizeof text,
             "finding_id,parties_digest,reason,approved_by_role,expires_on\n%s,%s,r,head,2025\n",
             id, digest);
    running_write("pack/waivers.csv", text);
    running_check(AUDIT("pack", "-o", "second", "--quiet"), 0, NULL, NULL);
    running_check_query("second", "SELECT state FROM v_waivers", digests[_i].state);
    running_check_query("second", "SELECT status FROM v_findings WHERE rule_id = 'X02'",
                        digests[_i].status);
    free(id);
}
END_TEST

/* A rule and a force cannot mean a finding that is of no force. */
START_TEST(a_rule_and_a_force_waive_no_split)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_write("pack/waivers.csv", "rule_id,force_id,reason,approved_by_role,expires_on\n"
                                      "X02,kent,r,head,2025\n");
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    running_check_query("first", "SELECT status FROM v_findings WHERE rule_id = 'X02'", "open");
    running_check_query(
        "first",
        "SELECT count(*) FROM notice WHERE message LIKE '%findings of this rule are "
        "not of one force%'",
        "1");
}
END_TEST

/* The parties that the worked packs have, by hand. */
static const struct {
    const char *pack, *rule, *parties;
} sides[] = {
    {"tests/cases/11-x01-split-confirm-ncnd", "X01", NULL},
    {"tests/cases/14-x04-exemptions-diverge", "X04", "essex"},
    {"tests/cases/15-x05-partner-split", "X05", "essex;kent"},
    {"tests/cases/52-r01-decodable", "R01",
     "avon-and-somerset;cumbria;dorset;durham;essex;kent;norfolk;suffolk;surrey"},
};

START_TEST(the_parties_are_the_side_of_the_rule)
{
    char pack[PATH_MAX], sql[200];
    ck_assert_ptr_nonnull(realpath(sides[_i].pack, pack));
    running_check(AUDIT(pack, "-o", "out", "--quiet"), 0, NULL, NULL);
    snprintf(sql, sizeof sql,
             "SELECT group_concat(DISTINCT parties) FROM v_findings WHERE rule_id = "
             "'%s'",
             sides[_i].rule);
    if (sides[_i].parties)
        running_check_query("out", sql, sides[_i].parties);
    /* for every finding: its own force, or none outside the side that the header names */
    running_check_query(
        "out",
        "SELECT count(*) FROM finding f LEFT JOIN finding_party p USING (finding_no) WHERE "
        "f.force_no IS NOT NULL AND p.force_no IS NOT f.force_no",
        "0");
    running_check_query(
        "out",
        "SELECT count(*) FROM finding f JOIN finding_party p USING (finding_no) WHERE f.rule_id "
        "IN ('X01', 'X09') AND NOT EXISTS (SELECT 1 FROM finding_evidence e LEFT JOIN response "
        "r USING (response_no) LEFT JOIN acknowledgement a USING (acknowledgement_no) WHERE "
        "e.finding_no = f.finding_no AND e.role = 'confirm' AND coalesce(r.force_no, "
        "a.force_no) = p.force_no)",
        "0");
    running_check_query("out",
                        "SELECT count(*) FROM finding WHERE parties_digest NOT GLOB "
                        "'p[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]"
                        "[0-9a-f][0-9a-f][0-9a-f]'",
                        "0");
}
END_TEST

/* A rule of the user's that names no side: all that its evidence is about. */
START_TEST(without_a_side_all_are_parties)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    mkdir(running_path("rules"), 0777);
    running_write(
        "rules/u.sql",
        "-- id: U01\n-- name: all\n-- title: t\n-- severity: low\n-- basis: data\n-- message: "
        "m\n-- rationale: r\n-- source: s\n-- remedy: r\n\nSELECT 'any' AS role, response_no "
        "FROM v_responses\n");
    running_write("rules/v.sql",
                  "-- id: U02\n-- name: some\n-- title: t\n-- severity: low\n-- basis: data\n-- "
                  "parties: ncnd\n-- message: m\n-- rationale: r\n-- source: s\n-- remedy: "
                  "r\n\nSELECT position AS role, response_no FROM v_responses\n");
    running_check(AUDIT("pack", "-o", "out", "--quiet", "--rules", "rules"), 0, NULL, NULL);
    running_check_query(
        "out",
        "SELECT group_concat(rule_id || ' ' || parties) FROM (SELECT * FROM v_findings WHERE "
        "rule_id GLOB 'U*' ORDER BY rule_id)",
        "U01 essex;kent,U02 essex");
}
END_TEST

/* More rows on the other side: the same parties, and told as such. */
START_TEST(what_joins_without_other_parties_persists)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    running_write("pack/responses.csv",
                  HEADER DENIAL("k1", "kent") NCND("e1", "essex") NCND("n1", "norfolk"));
    running_check(AUDIT("pack", "-o", "second", "--quiet", "--baseline", "first/audit.db",
                        "--fail-on", "new:info"),
                  0, NULL, NULL);
    running_check_query(
        "second",
        "SELECT group_concat(DISTINCT change || ' ' || evidence_gained) FROM finding_change",
        "persisting responses n1");
    running_check(RUN_IN(running_work, "diff", "first/audit.db", "second/audit.db"), 0,
                  "Joined: findings that persist, and rest on other rows than before:\n", NULL);
    running_check(RUN_IN(running_work, "diff", "first/audit.db", "second/audit.db"), 0,
                  "What: gained responses n1\n", NULL);
    running_check(RUN_IN(running_work, "diff", "second/audit.db", "first/audit.db"), 0,
                  "What: lost responses n1\n", NULL);
}
END_TEST

/* Of partners the digest says who stands where: they may change sides. */
START_TEST(partners_that_change_sides_are_altered)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_write("pack/collaborations.csv",
                  "collaboration_id,name,force_id\nweald,Weald,kent\nweald,Weald,essex\n");
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    waive("X05", "2025-12-31");
    running_write("pack/responses.csv", HEADER NCND("k1", "kent") DENIAL("e1", "essex"));
    running_check(AUDIT("pack", "-o", "second", "--quiet", "--baseline", "first/audit.db",
                        "--fail-on", "new:medium"),
                  1, NULL, NULL);
    running_check_query("second",
                        "SELECT status || ' ' || change || ' ' || parties FROM v_findings WHERE "
                        "rule_id = 'X05'",
                        "open altered essex;kent");
    running_check(RUN_IN(running_work, "diff", "first/audit.db", "second/audit.db"), 0,
                  "What: the parties stand elsewhere", NULL);
}
END_TEST

/* A side that nobody stands on cannot make a waiver hold for everybody. A misspelt one makes the
 * rule unusable (test_rule_header.c). */
START_TEST(an_empty_side_makes_all_parties)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    mkdir(running_path("rules"), 0777);
    running_write("rules/u.sql",
                  "-- id: U01\n-- name: some\n-- title: t\n-- severity: low\n-- basis: data\n-- "
                  "parties: confirm\n-- message: m\n-- rationale: r\n-- source: s\n-- remedy: "
                  "r\n\nSELECT position AS role, response_no FROM v_responses\n");
    running_check(AUDIT("pack", "-o", "out", "--quiet", "--rules", "rules"), 0, NULL, NULL);
    running_check_query("out", "SELECT parties FROM v_findings WHERE rule_id = 'U01'",
                        "essex;kent");
}
END_TEST

/* The same rows, and something else in one of them. */
START_TEST(what_is_reworded_is_told)
{
    write_pack("pack", HEADER DENIAL("k1", "kent") NCND("e1", "essex"));
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    running_write("pack/responses.csv",
                  HEADER "k1,kent,7001/24,argus,2024-02-21,not_held,\n" NCND("e1", "essex"));
    running_check(AUDIT("pack", "-o", "second", "--quiet"), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "diff", "first/audit.db", "second/audit.db"), 0,
                  "Reworded: findings that persist on the same rows, and say something else:\n",
                  NULL);
}
END_TEST

/* Another severity is altered too, and counts as new. */
START_TEST(another_severity_is_altered)
{
    write_pack("pack", HEADER "k1,kent,7001/24,argus,2024-02-20,disclosed,\n" NCND("e1", "essex"));
    running_write("pack/acknowledgements.csv",
                  "acknowledgement_id,force_id,tool_id,kind,publisher,date_published\n"
                  "a1,kent,argus,press_release,force,2024-01-01\n");
    running_check(AUDIT("pack", "-o", "first", "--quiet"), 0, NULL, NULL);
    running_check_query("first", "SELECT severity FROM v_findings WHERE rule_id = 'X01'", "info");
    running_write("pack/acknowledgements.csv",
                  "acknowledgement_id,force_id,tool_id,kind,publisher,date_published\n"
                  "a1,kent,argus,press_release,force,2024-03-01\n");
    running_check(AUDIT("pack", "-o", "second", "--quiet", "--baseline", "first/audit.db",
                        "--fail-on", "new:high"),
                  1, NULL, NULL);
    running_check_query(
        "second",
        "SELECT change || ' ' || was_severity || ' ' || coalesce(parties_joined, '-') || ' ' || "
        "reasons FROM finding_change WHERE finding_id LIKE 'X01%'",
        "altered info - acknowledgement changed");
    running_check(RUN_IN(running_work, "explain", "second/audit.db", "X01"), 0,
                  "Parties:   kent\n  digest:  p", NULL);
}
END_TEST

Suite *suite_cmd_parties(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/parties", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_waiver_does_not_hide_another_force);
    ADD_TABLE_TEST(tcase, a_waiver_holds_for_its_parties, digests);
    tcase_add_test(tcase, a_rule_and_a_force_waive_no_split);
    ADD_TABLE_TEST(tcase, the_parties_are_the_side_of_the_rule, sides);
    tcase_add_test(tcase, without_a_side_all_are_parties);
    tcase_add_test(tcase, what_joins_without_other_parties_persists);
    tcase_add_test(tcase, partners_that_change_sides_are_altered);
    tcase_add_test(tcase, an_empty_side_makes_all_parties);
    tcase_add_test(tcase, what_is_reworded_is_told);
    tcase_add_test(tcase, another_severity_is_altered);
    return suite;
}
