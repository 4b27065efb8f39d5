/* SPDX-License-Identifier: MIT
 * Which files somebody means: files, folders and patterns of names.
 */
#ifndef CONCORD_LETTERS_READING_FILES_H
#define CONCORD_LETTERS_READING_FILES_H

#include "base/dictionary.h"

struct letter_files {
    char **paths; /* each once */
    size_t count, room;
    struct text_index seen;
};

/* The files of a folder and its folders, in the byte order of their names, without hidden ones; of
 * what is no folder, the files that fit the pattern (as a shell has them), in the same order; else
 * the name itself, which reading will say about. Links to folders inside a folder are not
 * followed, and what is deeper than 16 folders is listed as it is, to be told of. */
void letter_files_add(struct letter_files *files, const char *name);

void letter_files_done(struct letter_files *files);

#endif
