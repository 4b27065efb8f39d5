/* SPDX-License-Identifier: MIT
 * Where the bytes of a pack come from: a folder, one file, standard input, or
 * the reference data in the program. It knows file names, not their content.
 */
#ifndef CONCORD_INTAKE_PACK_H
#define CONCORD_INTAKE_PACK_H

#include "base/error.h"
#include "base/file.h"
#include "base/slice.h"
#include "intake/contract.h"

struct pack {
    const char *path; /* as given; borrowed; NULL: there is none */
    bool is_folder;
    char *name;     /* the last part of the path; owned */
    char **unknown; /* .csv files of the folder that are not of the contract, in byte order */
    size_t unknown_count;
};

/* The bytes of one file; ended by pack_file_done. */
struct pack_file {
    char *path;        /* for messages; owned */
    char *name;        /* owned */
    bool is_reference; /* from the program */
    bool is_draft;     /* responses that nobody has sent: from memory */
    struct slice bytes;
    struct file_text text; /* where they are, but those of the reference data */
};

/* Lists the folder and looks whether there is a responses.csv, so that a slip in the path
 * costs no time. Ended by pack_done, whatever comes of it. Errors: INPUT where the path is
 * missing, is nothing that can hold a pack, is a folder that cannot be listed or has no
 * responses.csv. */
MUST_CHECK bool pack_open(const char *path, struct pack *ret_pack, struct error *err);
void pack_done(struct pack *pack);

/* The file of the pack, else of the reference data; *ret_found tells whether either has it.
 * Errors: INPUT where something of that name stands in the pack and cannot be read or is no
 * regular file: it never counts as absent, and is never waited for. */
MUST_CHECK bool pack_read(const struct pack *pack, const struct contract_file *file,
                          struct pack_file *ret_file, bool *ret_found, struct error *err);

/* The file that the path itself names, whatever kind it is. Errors: INPUT. */
MUST_CHECK bool pack_read_bare(const struct pack *pack, struct pack_file *ret_file,
                               struct error *err);

/* Any other file of the folder, at most `most` bytes of it; without bytes where there is none.
 * The caller frees it with file_text_done. Errors: as for pack_read. */
MUST_CHECK bool pack_read_text(const struct pack *pack, const char *name, size_t most,
                               struct file_text *ret_text, struct error *err);

/* Where a file of the pack stands that has that path in it; of a bare file beside it. NULL: the
 * pack is a pipe. The caller frees. */
char *pack_path_of(const struct pack *pack, const char *name);

/* Does a path in the pack lead out of it, or mean so on some machine? */
bool pack_path_leads_out(struct slice path);

/* Once it was used: was it all there meanwhile? Errors: INPUT where it changed. */
MUST_CHECK bool pack_file_check(const struct pack_file *file, struct error *err);
void pack_file_done(struct pack_file *file);

#endif
