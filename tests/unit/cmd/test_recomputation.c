/* SPDX-License-Identifier: MIT
 * scripts/recompute-numbers: an independent computation agrees with the program's.
 */
#include "cmd/running.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char script[] = "scripts/recompute-numbers";

static char folder[64], out_folder[96], database[128];

static void start_folder(void)
{
    support_make_folder(folder);
    snprintf(out_folder, sizeof out_folder, "%s/audit", folder);
    snprintf(database, sizeof database, "%s/audit.db", out_folder);
}

static void end_folder(void)
{
    support_remove_folder(folder);
}

static void audit(const char *pack, const char *option, const char *value)
{
    const char *const arguments[] = {"audit",   pack,   "-o",  out_folder,
                                     "--quiet", option, value, NULL};
    running_check(support_concord(NULL, NULL, arguments), 0, NULL, NULL);
}

static struct support_output recompute(void)
{
    const char *const argv[] = {script, database, NULL};
    return support_run(NULL, NULL, argv);
}

/* The real pack first; then assumptions of one's own, and findings that share a cause. */
static const struct {
    const char *pack, *option, *value;
} packs[] = {
    {"datasets/palantir", NULL, NULL},
    {"tests/cases/37-r01-not-decodable", "--prior", "t1=4,2"},
    {"tests/cases/25-l01-held-then-ncnd", "--seed", "4294967295"},
    {"tests/cases/T01-retreat-in-other-shapes", "--users", "0-3"},
};

START_TEST(all_figures_agree)
{
    audit(packs[_i].pack, packs[_i].option, packs[_i].value);
    running_check(recompute(), 0, " 0 differ", NULL);
}
END_TEST

/* It is no test if it cannot fail: each table is altered in its last digits. */
static const struct {
    const char *sql, *complaint;
} alterations[] = {
    {"UPDATE exposure SET leaked_bits = leaked_bits + 1e-7",
     "differs: exposure palantir leaked_bits"},
    {"UPDATE exposure SET leaked_low = leaked_low + 1e-8", "differs: exposure palantir leaked_low"},
    {"UPDATE accounting_band SET map_bits = map_bits + 1e-6",
     "differs: accounting_band palantir 9"},
    {"UPDATE exposure_swing SET leaked_at_high = leaked_at_high + 1e-6", "differs: exposure_swing"},
    {"UPDATE force_exposure SET p_use = p_use + 1e-8", "differs: force_exposure palantir"},
    {"UPDATE whatif SET others_bits = others_bits + 1e-8", "differs: whatif palantir"},
    {"DELETE FROM whatif WHERE to_position = 'deny'", "only here: whatif palantir"},
    {"UPDATE correction SET after = after + 1e-8",
     "differs: correction complaint_risk north-yorkshire"},
    {"UPDATE complaint_part SET counts = 1", "differs: complaint_risk_of_force north-yorkshire"},
    {"UPDATE unit_agreement SET modal_low = modal_low + 1e-8", "differs: unit_agreement palantir"},
    {"UPDATE tool_agreement SET value = value + 1e-8", "differs: tool_agreement palantir"},
    {"UPDATE change_test SET effect_low = effect_low + 1e-8", "differs: change_test palantir"},
    {"INSERT INTO tool_dispersion VALUES (1, 2, 0.5, 0.5)", "only in the audit: tool_dispersion"},
};

START_TEST(wrong_figures_are_found)
{
    audit("datasets/palantir", NULL, NULL);
    for (size_t i = 0; i < LENGTH_OF(alterations); i++) {
        const char *const argv[] = {"sqlite3", database, alterations[i].sql, NULL};
        running_check(support_run(NULL, NULL, argv), 0, NULL, NULL);
    }
    struct support_output output = recompute();
    ck_assert_int_eq(output.code, 1);
    for (size_t i = 0; i < LENGTH_OF(alterations); i++)
        ck_assert_msg(strstr(output.out, alterations[i].complaint) != NULL, "%s is not in:\n%s",
                      alterations[i].complaint, output.out);
    support_output_done(&output);
}
END_TEST

START_TEST(refuses_what_it_cannot_compare)
{
    running_check(recompute(), 2, NULL, "there is no file");
    audit("datasets/palantir", "--audience", "public");
    running_check(recompute(), 2, NULL, "for the public");
}
END_TEST

Suite *suite_cmd_recomputation(void)
{
    TCase *tcase = NULL;
    Suite *suite = suite_with_case("cmd/recomputation", &tcase);
    tcase_add_checked_fixture(tcase, start_folder, end_folder);
    ADD_TABLE_TEST(tcase, all_figures_agree, packs);
    tcase_add_test(tcase, wrong_figures_are_found);
    tcase_add_test(tcase, refuses_what_it_cannot_compare);
    return suite;
}
