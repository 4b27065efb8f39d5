/* SPDX-License-Identifier: MIT
 * What the tests of letters can do beside testing, as make calls it.
 */
#ifndef CONCORD_TESTS_LETTERS_TOOLS_H
#define CONCORD_TESTS_LETTERS_TOOLS_H

/* "--letters-told", "--letters-train", "--letters-report" with what stands behind it, or NULL.
 * Returns an exit code, or -1: there is no such tool. */
int letters_tool(const char *name, const char *argument);

#endif
