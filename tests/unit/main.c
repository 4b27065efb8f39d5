/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stddef.h>

/* Check reads its own settings from the environment: CK_VERBOSITY, CK_FORK=no,
 * CK_RUN_SUITE=domain/date, CK_RUN_CASE. */
int main(void)
{
    SRunner *runner = srunner_create(NULL);
#define ADD_SUITE(name) srunner_add_suite(runner, suite_##name());
    SUITES(ADD_SUITE)
#undef ADD_SUITE
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
