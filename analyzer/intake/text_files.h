/* SPDX-License-Identifier: MIT
 * The files of a pack that hold the wording of letters (text_file of responses.csv). What is plain
 * text is decoded as all text of a pack is; a file of another kind stays where it is, for
 * `concord classify`.
 */
#ifndef CONCORD_INTAKE_TEXT_FILES_H
#define CONCORD_INTAKE_TEXT_FILES_H

#include "intake/pack.h"

enum text_file_state {
    TEXT_FILE_READ,
    TEXT_FILE_ABSENT,  /* nothing of that name can be opened */
    TEXT_FILE_LETTER,  /* HTML, PDF, DOCX ...: no plain text, and yet a letter */
    TEXT_FILE_NO_TEXT, /* a picture, bytes that are nothing, too much */
};

/* Rows of one letter stand together: the last file is kept. A zeroed one is empty. */
struct text_files {
    char *name; /* NULL: none was read yet */
    char *text;
    size_t length;
    enum text_file_state state;
};

/* *ret_text lives until the next call, and is empty where the state is not TEXT_FILE_READ. */
enum text_file_state text_files_read(struct text_files *files, const struct pack *pack,
                                     struct slice name, struct slice *ret_text);
void text_files_done(struct text_files *files);

#endif
