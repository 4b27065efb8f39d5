/* SPDX-License-Identifier: MIT
 * A bag by RFC 8493: a payload in data/, its manifest, what is said of the bag, and the manifest
 * of these. No clock: the same payload and words give the same bytes.
 */
#ifndef CONCORD_EVIDENCE_BAG_H
#define CONCORD_EVIDENCE_BAG_H

#include "base/digest.h"
#include "report/outdir.h"

struct bag_file {
    char *name; /* in data/: "letters/nyp-0745.txt" */
    char digest[DIGEST_BYTES];
    size_t bytes;
    const char *about; /* in one sentence; lives as the bag */
};

struct bag {
    struct outdir *outdir; /* borrowed */
    struct bag_file *files;
    size_t count, room;
};

/* A line of bag-info.txt. */
struct bag_word {
    const char *label, *value; /* a NULL or empty value: there is no such line */
};

/* Makes data/ in the folder, which has a manifest of its own then. bag_done in every case. Errors,
 * as those of all: OUTPUT. */
MUST_CHECK bool bag_begin(struct bag *bag, struct outdir *outdir, struct error *err);
void bag_done(struct bag *bag);

MUST_CHECK bool bag_make_folder(struct bag *bag, const char *name, struct error *err);
/* Opens a new file of the payload; outdir_close ends it. */
MUST_CHECK bool bag_open(struct bag *bag, const char *name, const char *about, FILE **ret_file,
                         struct error *err);
/* Counts in one that somebody else wrote into data/. */
void bag_note(struct bag *bag, const char *name, const char *about);
/* The same with that text in it. */
MUST_CHECK bool bag_write(struct bag *bag, const char *name, const char *about, struct slice text,
                          struct error *err);

/* The payload is whole: works out the digests, in the order of the names. */
MUST_CHECK bool bag_weigh(struct bag *bag, struct error *err);
size_t bag_bytes(const struct bag *bag);

/* Writes bagit.txt, bag-info.txt with those words and the size, and the manifests;
 * ro-crate-metadata.json stands there already. `words` end with a NULL label. */
MUST_CHECK bool bag_finish(struct bag *bag, const struct bag_word *words, struct error *err);

/* The tag files, in order; up to NULL. */
extern const char *const bag_tag_files[];
#define BAG_CRATE "ro-crate-metadata.json"

#endif
