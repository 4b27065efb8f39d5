/* SPDX-License-Identifier: MIT
 * Letters of two forces as files, for tests of the commands that read folders of them.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_LETTER_FILES_H
#define CONCORD_TESTS_UNIT_CMD_LETTER_FILES_H

#include "running.h"

#define KENT                                                                                       \
    "Kent Police\nOur ref: FOI/2024/1001\nDate: 14 January 2025\n\nDecision\n\nWe confirm that "   \
    "information is held. It is exempt from disclosure under section 31(1) of the Act.\n\nYou "    \
    "may ask for an internal review.\n"
#define ESSEX                                                                                      \
    "Essex Police\nDate: 20 January 2025\n\nResponse\n\nEssex Police can neither confirm nor "     \
    "deny that it holds the information by virtue of sections 24(2) and 31(3).\n\nYou may ask "    \
    "for an internal review.\n"

/* Makes a folder in that of the test. */
void letter_files_folder(const char *name);

/* Is the part in the file of the test's folder, or is it not? */
void letter_files_check(const char *name, const char *part, bool is_there);

#endif
