/* SPDX-License-Identifier: MIT
 * Which acknowledgements by others count for a force (SEMANTICS 13, 15, 36, 37), and what
 * they make of its probability.
 */
#include "cmd/running.h"
#include "measuring.h"
#include "suites.h"
#include "table.h"

#include <math.h>
#include <stdlib.h>

#define AS_OF "2024-06-30"

/* Kent neither confirms nor denies about Argus, a part of Platform and with the part Argus
 * Mobile. Acknowledgements, members of Weald and South, and what counts for Kent. */
static const struct {
    const char *acknowledgements, *memberships;
    int third_party, collaboration;
    const char *position;
} examples[] = {
    {"", "", 0, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2023-01-01,\n", "", 1, 0, "ncnd"},
    {"a1,kent,,argus,pcc_decision,pcc,2023-01-01,\n", "", 1, 0, "ncnd"},
    {"a1,essex,,argus,media,third_party,2023-01-01,\n", "", 0, 0, "ncnd"},
    /* once an acknowledgement, however many there are */
    {"a1,kent,,argus,media,third_party,2023-01-01,\na2,kent,,argus,media,third_party,2023-01-01,\n"
     "a3,kent,,argus,parliament,third_party,2022-01-01,\n",
     "", 3, 0, "ncnd"},
    /* in force at as-of: both ends count, and only what is certain */
    {"a1,kent,,argus,media,third_party,2023-01-01,2024-06-29\n", "", 0, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2023-01-01,2024-06-30\n", "", 1, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2023-01-01,yes\n", "", 0, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2024-06-30,\n", "", 1, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2024-07-01,\n", "", 0, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2024-06,\n", "", 1, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,2024,\n", "", 0, 0, "ncnd"},
    {"a1,kent,,argus,media,third_party,,\n", "", 0, 0, "ncnd"},
    /* a collaboration's, for members on that day */
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n", "weald,Weald,kent,,\n", 0, 1, "ncnd"},
    {"a1,,weald,argus,other,force,2023-01-01,\n", "weald,Weald,kent,,\n", 0, 1, "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n", "weald,Weald,essex,,\n", 0, 0, "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n", "weald,Weald,kent,,2024-06-29\n", 0, 0,
     "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n",
     "weald,Weald,kent,2024-06-30,2024-06-30\n", 0, 1, "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n", "weald,Weald,kent,2024-07-01,\n", 0, 0,
     "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,2024-02-25\n", "weald,Weald,kent,,\n", 0, 0,
     "ncnd"},
    /* two memberships of one force are one acknowledgement; two collaborations are two */
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n",
     "weald,Weald,kent,2020-01-01,\nweald,Weald,kent,2022-01-01,\n", 0, 1, "ncnd"},
    {"a1,,weald,argus,other,collaboration,2023-01-01,\n"
     "a2,,south,argus,other,collaboration,2023-01-01,\n",
     "weald,Weald,kent,,\nsouth,South,kent,,\n", 0, 2, "ncnd"},
    /* by a third party about a collaboration alone: of no force */
    {"a1,,weald,argus,media,third_party,2023-01-01,\n", "weald,Weald,kent,,\n", 0, 0, "ncnd"},
    {"a1,kent,weald,argus,media,third_party,2023-01-01,\n", "weald,Weald,kent,,\n", 1, 0, "ncnd"},
    {"a1,kent,weald,argus,other,collaboration,2023-01-01,\n", "weald,Weald,kent,,\n", 0, 1, "ncnd"},
    /* of the tool or of a part of it, never of the whole that it is a part of */
    {"a1,kent,,argus-mobile,media,third_party,2023-01-01,\n", "", 1, 0, "ncnd"},
    {"a1,,weald,argus-mobile,other,collaboration,2023-01-01,\n", "weald,Weald,kent,,\n", 0, 1,
     "ncnd"},
    {"a1,kent,,platform,media,third_party,2023-01-01,\n", "", 0, 0, "ncnd"},
    {"a1,kent,,lantern,media,third_party,2023-01-01,\n", "", 0, 0, "ncnd"},
    {"a1,kent,,platform,contract_notice,force,2023-01-01,\n", "", 0, 0, "ncnd"},
    /* its own is no evidence but its position */
    {"a1,kent,,argus,contract_notice,force,2023-01-01,\n", "", 0, 0, "confirm"},
    {"a1,kent,,argus-mobile,contract_notice,force,2023-01-01,\n"
     "a2,kent,,argus,media,third_party,2023-01-01,\n",
     "", 1, 0, "confirm"},
    {"a1,kent,,argus,contract_notice,force,2023-01-01,2024-06-29\n", "", 0, 0, "ncnd"},
};

static void write_pack(const char *acknowledgements, const char *memberships)
{
    char texts[2][1024];
    snprintf(texts[0], sizeof texts[0],
             "acknowledgement_id,force_id,collaboration_id,tool_id,kind,publisher,date_published,"
             "date_withdrawn\n%s",
             acknowledgements);
    snprintf(texts[1], sizeof texts[1],
             "collaboration_id,name,force_id,date_from,date_to\nweald,Weald,sussex,,\n"
             "south,South,sussex,,\n%s",
             memberships);
    const struct measuring_file files[] = {
        {"forces.csv", "force_id,name,nation,kind,regime\n"
                       "essex,Essex Police,England,territorial,FOIA\n"
                       "kent,Kent Police,England,territorial,FOIA\n"
                       "sussex,Sussex Police,England,territorial,FOIA\n"},
        {"tools.csv", "tool_id,name,parent_tool_id\nplatform,Platform,\nargus,Argus,platform\n"
                      "argus-mobile,Argus Mobile,argus\nlantern,Lantern,\n"},
        {"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                          "k1,kent,7001/24,argus,2024-02-20,ncnd\n"
                          "e1,essex,7001/24,argus,2024-02-20,not_held\n"},
        {"acknowledgements.csv", texts[0]},
        {"collaborations.csv", texts[1]}};
    measuring_write("pack", files, LENGTH_OF(files));
}

static sqlite3 *audit(const char *acknowledgements, const char *memberships,
                      const struct measure_options *options)
{
    write_pack(acknowledgements, memberships);
    return measuring_audit("pack", AS_OF, options);
}

#define OF_KENT                                                                                    \
    " FROM force_exposure e JOIN public_position p USING (tool_no, force_no) JOIN tool t USING "   \
    "(tool_no) JOIN force f USING (force_no) WHERE t.tool_id = 'argus' AND f.force_id = 'kent'"

START_TEST(what_counts_as_evidence)
{
    char expected[64];
    sqlite3 *db = audit(examples[_i].acknowledgements, examples[_i].memberships, NULL);
    snprintf(expected, sizeof expected, "%d|%d|%s", examples[_i].third_party,
             examples[_i].collaboration, examples[_i].position);
    measuring_check(db, "SELECT e.third_party, e.collaboration, p.position" OF_KENT, expected);
    double share = measuring_number(db, "SELECT p_use FROM v_exposure WHERE tool_id = 'argus'");
    double odds = share / (1 - share) * pow(3, examples[_i].third_party) *
                  pow(10, examples[_i].collaboration);
    bool is_confirmed = examples[_i].position[0] == 'c';
    measuring_near(measuring_number(db, "SELECT e.p_use" OF_KENT),
                   is_confirmed ? 1 : odds / (1 + odds), "p_use");
    sqlite3_close(db);
}
END_TEST

/* The ratios in force are those asked for. */
START_TEST(other_ratios)
{
    static const struct measure_options options = {
        .parameters = {[PARAMETER_THIRD_PARTY] = 2, [PARAMETER_COLLABORATION] = 7}};
    sqlite3 *db = audit("a1,kent,,argus,media,third_party,2023-01-01,\n"
                        "a2,,weald,argus,other,collaboration,2023-01-01,\n",
                        "weald,Weald,kent,,\n", &options);
    double share = measuring_number(db, "SELECT p_use FROM v_exposure WHERE tool_id = 'argus'");
    double odds = share / (1 - share) * 14;
    measuring_near(measuring_number(db, "SELECT e.p_use" OF_KENT), odds / (1 + odds), "p_use");
    sqlite3_close(db);
}
END_TEST

/* A tool of no letter has no row; one on which nobody has a position has an empty one. */
START_TEST(tools_without_positions)
{
    sqlite3 *db = audit("a1,kent,,lantern,media,third_party,2023-01-01,\n", "", NULL);
    measuring_check(db, "SELECT tool_id, confirming, denying, ncnd FROM v_exposure", "argus|0|1|1");
    sqlite3_close(db);
    running_write("pack/responses.csv",
                  "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                  "k1,kent,7001/24,lantern,2024-02-20,refused_cost\n");
    db = measuring_audit("pack", AS_OF, NULL);
    measuring_check(db,
                    "SELECT tool_id, confirming, denying, ncnd, p_use, prior_bits, leaked_bits"
                    " FROM v_exposure",
                    "lantern|0|0|0||0.0|0.0");
    sqlite3_close(db);
}
END_TEST

Suite *suite_measure_evidence(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("measure/evidence", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, what_counts_as_evidence, examples);
    tcase_add_test(tcase, other_ratios);
    tcase_add_test(tcase, tools_without_positions);
    return suite;
}
