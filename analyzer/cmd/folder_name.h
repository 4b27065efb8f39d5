/* SPDX-License-Identifier: MIT
 * Does the name of an output folder say that it is a file?
 */
#ifndef CONCORD_CMD_FOLDER_NAME_H
#define CONCORD_CMD_FOLDER_NAME_H

/* The ending that says so ("tar.gz", "html"); NULL: it may be a folder. Lives as the process. */
const char *folder_name_file_ending(const char *path);

#endif
