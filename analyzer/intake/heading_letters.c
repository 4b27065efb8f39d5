/* SPDX-License-Identifier: MIT */
#include "intake/heading_letters.h"

#include "base/text.h"
#include "base/utf8.h"
#include "intake/heading.h"

bool heading_letters_read(struct slice heading, struct heading_letters *ret, struct error *err)
{
    *ret = (struct heading_letters){.others = ""};
    text_cut(ret->latin, sizeof ret->latin, "%.*s", (int)heading.length, heading.bytes);
    if (utf8_ascii_length(heading) == heading.length)
        return true;
    struct lookalikes l = {0};
    bool is_whole;
    bool ok = lookalikes_read(&l, err);
    if (ok && lookalikes_has_other(&l, heading)) {
        char letters[LOOKALIKES_BYTES];
        lookalikes_describe(&l, heading, letters);
        text_cut(ret->others, sizeof ret->others, " (%s)", letters);
        lookalikes_latin(&l, heading, ret->latin, sizeof ret->latin, &is_whole);
    }
    lookalikes_done(&l);
    return ok;
}

bool heading_letters_may_mean(const struct heading_letters *letters,
                              const struct contract_file *file, size_t column)
{
    struct slice latin = slice_of(letters->latin);
    enum heading_match match;
    return (*letters->others && heading_column(file, latin, &match) == (int)column) ||
           heading_resembles(latin, &file->columns[column]);
}
