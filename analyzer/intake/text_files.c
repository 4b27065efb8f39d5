/* SPDX-License-Identifier: MIT */
#include "intake/text_files.h"

#include "base/memory.h"
#include "letters/reading/kind.h"
#include "letters/reading/limits.h"
#include "letters/reading/plain.h"

#include <stdlib.h>

static enum text_file_state decode(struct text_files *files, struct slice bytes)
{
    enum letter_kind kind = kind_tell(bytes, files->name);
    if (kind != LETTER_KIND_TEXT && kind != LETTER_KIND_UNKNOWN)
        return kind_refusal(kind) ? TEXT_FILE_NO_TEXT : TEXT_FILE_LETTER;
    SCOPED_TEXT reason = NULL;
    if (!plain_decode(bytes, &files->text, &files->length, &reason) ||
        files->length > letter_limits_usual.text_bytes)
        return TEXT_FILE_NO_TEXT;
    return kind_is_html((struct slice){files->text, files->length}, files->name) ? TEXT_FILE_LETTER
                                                                                 : TEXT_FILE_READ;
}

static enum text_file_state read_file(struct text_files *files, const struct pack *pack)
{
    SCOPED_TEXT path = pack_path_of(pack, files->name);
    struct file_text bytes = {0};
    struct file_reason reason;
    size_t most = letter_limits_usual.file_bytes;
    if (!path || file_read_found(path, most, &bytes, &reason) != FILE_OPENED)
        return TEXT_FILE_ABSENT;
    enum text_file_state state = TEXT_FILE_NO_TEXT;
    if (bytes.length < most)
        state = decode(files, (struct slice){bytes.bytes, bytes.length});
    file_text_done(&bytes);
    return state;
}

enum text_file_state text_files_read(struct text_files *files, const struct pack *pack,
                                     struct slice name, struct slice *ret_text)
{
    if (!files->name || !slice_is(name, files->name)) {
        text_files_done(files);
        files->name = slice_copy(name);
        files->state = read_file(files, pack);
    }
    bool is_read = files->state == TEXT_FILE_READ;
    *ret_text = is_read ? (struct slice){files->text, files->length} : (struct slice){"", 0};
    return files->state;
}

void text_files_done(struct text_files *files)
{
    free(files->name);
    free(files->text);
    *files = (struct text_files){0};
}
