/* SPDX-License-Identifier: MIT
 * Small packs made of random numbers, for properties that must hold whatever was answered.
 */
#ifndef CONCORD_TESTS_MEASURE_RANDOM_PACK_H
#define CONCORD_TESTS_MEASURE_RANDOM_PACK_H

#include <stdint.h>

enum { RANDOM_FORCES = 11, RANDOM_SILENT = 10, RANDOM_LINES_MOST = 128 };

#define RANDOM_AS_OF "2025-06-30"

/* A row whose first column is the force (less than 0: none). */
struct random_line {
    int force;
    char rest[112];
};

struct random_lines {
    struct random_line items[RANDOM_LINES_MOST];
    int count;
};

/* The forces have answers about Argus, and some about other tools. Force 0 has one by a third party
 * and its latest letter neither confirms nor denies; so does force 1's, which nobody else has
 * spoken about; force 2 has acknowledged Argus itself. RANDOM_SILENT is a force that has not
 * answered anything yet. */
struct random_pack {
    struct random_lines responses, acknowledgements, memberships;
    uint32_t state; /* of the random numbers */
};

/* The caller frees it. */
struct random_pack *random_pack_make(uint32_t seed);

/* The latest letter of all about the tool. */
void random_pack_answer(struct random_pack *p, int force, const char *tool, const char *stance);

/* Writes it into a folder of the test's. shuffled: the forces' identifiers in another
 * order, and all rows too; their names, "Force A" and so on, stay. */
void random_pack_write(struct random_pack *p, const char *folder, int shuffled);

#endif
