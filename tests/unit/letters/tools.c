/* SPDX-License-Identifier: MIT */
#include "tools.h"

#include "counts.h"
#include "report.h"
#include "told.h"

#include <check.h>
#include <string.h>

/* Each is run as a test, so that what it reads with may fail as tests do. */
static const char *given;

START_TEST(tell)
{
    tell_wrong_rows(given, stdout);
}
END_TEST

START_TEST(train)
{
    counts_train(given ? given : "datasets/reference/classify-confidence.csv");
}
END_TEST

START_TEST(report)
{
    struct report_flips flips;
    report_write(given ? given : "docs/letters.md", &flips);
    ck_assert_msg(
        flips.as_they_are + flips.in_other_shapes == 0,
        "rows that no person sees say the opposite: %d, and %d of letters in other shapes",
        flips.as_they_are, flips.in_other_shapes);
}
END_TEST

int letters_tool(const char *name, const char *argument)
{
    const struct {
        const char *name;
        const TTest *run;
    } tools[] = {
        {"--letters-told", tell}, {"--letters-train", train}, {"--letters-report", report}};
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        if (strcmp(name, tools[i].name) != 0)
            continue;
        Suite *suite = suite_create(name);
        TCase *tcase = tcase_create(name);
        suite_add_tcase(suite, tcase);
        tcase_set_timeout(tcase, 0);
        tcase_add_test(tcase, tools[i].run);
        SRunner *runner = srunner_create(suite);
        srunner_set_fork_status(runner, CK_NOFORK);
        given = argument;
        srunner_run_all(runner, CK_NORMAL);
        int failed = srunner_ntests_failed(runner);
        srunner_free(runner);
        return failed ? 1 : 0;
    }
    return -1;
}
