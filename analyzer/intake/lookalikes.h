/* SPDX-License-Identifier: MIT
 * Letters of other scripts that look like Latin ones (datasets/reference/lookalikes.csv): a name
 * with one of them is another name to a program and the same to a reader. Scripts are those of
 * Unicode, as PCRE2 knows them.
 */
#ifndef CONCORD_INTAKE_LOOKALIKES_H
#define CONCORD_INTAKE_LOOKALIKES_H

#include "base/dictionary.h"
#include "base/error.h"
#include "base/pattern.h"

/* A zeroed one is empty, and knows no letter. */
struct lookalikes {
    struct text_index letters; /* -> index into latin */
    char **latin;
    size_t count, room;
    struct pattern *others; /* a letter that is not Latin, or a digit that is not one of ours */
};

MUST_CHECK bool lookalikes_read(struct lookalikes *l, struct error *err);
void lookalikes_done(struct lookalikes *l);

/* Is there a letter of another script in it? */
bool lookalikes_has_other(const struct lookalikes *l, struct slice text);

/* "character 1, "K", is Cyrillic (U+041A)", of the first three and with how many more; empty where
 * there is none. */
enum { LOOKALIKES_BYTES = 220 };
void lookalikes_describe(const struct lookalikes *l, struct slice text, char out[LOOKALIKES_BYTES]);

/* The text with the Latin letters that its others look like, at most `size` bytes with the NUL;
 * the length. *ret_whole says whether no other is left. */
size_t lookalikes_latin(const struct lookalikes *l, struct slice text, char *out, size_t size,
                        bool *ret_whole);

/* The same text where it has no other, else its Latin form in `out`, which is as long at least. */
struct slice lookalikes_liken(const struct lookalikes *l, struct slice text, char *out,
                              size_t size);

#endif
