/* SPDX-License-Identifier: MIT
 * The rules of a run: those of the program, embedded files in which a mistake is
 * a fault that the tests find, and those of a user's folder, whose mistakes are
 * noted and leave the rule out.
 */
#ifndef CONCORD_RULES_CATALOGUE_H
#define CONCORD_RULES_CATALOGUE_H

#include "base/error.h"
#include "rules/rule_file.h"

struct catalogue {
    struct rule *rules; /* the program's in order of id, then the user's in order of file name */
    size_t count, room;
    struct rule_fault *faults; /* of the user's */
    size_t fault_count, fault_room;
};

struct catalogue catalogue_load(void);
void catalogue_free(struct catalogue *catalogue);

/* Adds the *.sql files of a folder. A rule that cannot be used, or whose id or name
 * is taken, becomes a fault. Errors: INPUT, where the folder cannot be read. */
MUST_CHECK bool catalogue_add_folder(struct catalogue *catalogue, const char *folder,
                                     struct error *err);

void catalogue_add_fault(struct catalogue *catalogue, const struct rule_fault *fault);

/* The rule of that id or name (any case), or NULL. */
const struct rule *catalogue_find(const struct catalogue *catalogue, const char *id);

#endif
