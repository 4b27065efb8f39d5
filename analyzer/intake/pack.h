/* SPDX-License-Identifier: MIT
 * Where the bytes of a pack come from: a folder, one file, standard input, or
 * the reference data in the program. It knows file names, not their content.
 */
#ifndef CONCORD_INTAKE_PACK_H
#define CONCORD_INTAKE_PACK_H

#include "base/error.h"
#include "base/slice.h"
#include "intake/contract.h"

struct pack {
    const char *path; /* as given; borrowed */
    bool is_folder;
    char name[256]; /* the last part of the path */
};

/* The bytes of one file; ended by pack_file_done. */
struct pack_file {
    char path[512]; /* for messages */
    char name[256];
    bool is_reference; /* from the program */
    struct slice bytes;
    size_t mapped; /* bytes to unmap, or 0 */
    char *owned;   /* bytes to free, or NULL */
};

/* Errors: INPUT where the path is missing or is no folder or file. */
MUST_CHECK bool pack_open(const char *path, struct pack *ret_pack, struct error *err);

/* The file of the pack, else of the reference data; *ret_found tells whether
 * either has it. Errors: INPUT where it cannot be read; a missing responses.csv. */
MUST_CHECK bool pack_read(const struct pack *pack, const struct contract_file *file,
                          struct pack_file *ret_file, bool *ret_found, struct error *err);

/* Any other file of the folder, at most `most` bytes of it: false where there is none. */
bool pack_read_text(const struct pack *pack, const char *name, char *out, size_t size);

void pack_file_done(struct pack_file *file);

/* The .csv files of the folder that the contract does not know, in byte order:
 * an array of *ret_count names that the caller frees, each and all. */
char **pack_unknown_files(const struct pack *pack, size_t *ret_count);

#endif
