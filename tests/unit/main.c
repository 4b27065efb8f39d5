/* SPDX-License-Identifier: MIT */
#include "letters/tools.h"
#include "suites.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Suite base_text is called base/text. */
static void print_name(const char *suite)
{
    size_t module = strcspn(suite, "_");
    printf("%.*s/%s\n", (int)module, suite, suite + module + 1);
}

static int list_suites(void)
{
#define PRINT_NAME(name) print_name(#name);
    SUITES(PRINT_NAME)
#undef PRINT_NAME
    return 0;
}

static int run_suites(void)
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

/* --list prints the names of all suites; letters/tools.h has what else there is. Check reads its
 * own settings from the environment: CK_VERBOSITY, CK_FORK=no, CK_RUN_SUITE=domain/date,
 * CK_RUN_CASE. */
int main(int argc, char **argv)
{
    if (argc < 2)
        return run_suites();
    if (strcmp(argv[1], "--list") == 0)
        return list_suites();
    return letters_tool(argv[1], argc > 2 ? argv[2] : NULL) != 0;
}
