/* SPDX-License-Identifier: MIT
 * Letters from files: documents, their parts, and whose they are.
 */
#include "base/memory.h"
#include "classify/letters_in.h"
#include "letters/reading/files.h"

#include <libgen.h>
#include <stdlib.h>
#include <strings.h>

bool classification_store_file(struct classification *c, const struct letter_document *d,
                               struct error *err)
{
    sqlite3_stmt *s = c->insert_file;
    query_bind_int(s, "file_no", ++c->files);
    query_bind_text(s, "path", slice_of(d->name));
    query_bind_text(s, "sha256", slice_of(d->sha256));
    query_bind_text(s, "kind", slice_of(letter_kind_name(d->kind)));
    query_bind_text(s, "reason", slice_of(d->reason ? d->reason : ""));
    return query_run(s, err);
}

bool classification_store_part(struct classification *c, const struct letter_part *part,
                               struct error *err)
{
    sqlite3_stmt *s = c->insert_part;
    query_bind_int(s, "part_no", ++c->parts);
    query_bind_int(s, "file_no", c->files);
    query_bind_text(s, "part", slice_of(part->name));
    query_bind_text(s, "reason", slice_of(part->reason ? part->reason : ""));
    return query_run(s, err);
}

/* The force that a path names: the file itself, else the folder it stands in. */
static const struct speaker *speaker_of_path(struct classification *c, const char *path,
                                             const char **ret_from)
{
    SCOPED_TEXT of_file = memory_copy(path);
    SCOPED_TEXT of_folder = memory_copy(path);
    const struct speaker *found = speakers_of_name(&c->speakers, basename(of_file));
    *ret_from = "file name";
    if (found)
        return found;
    *ret_from = "folder";
    return speakers_of_name(&c->speakers, basename(dirname(of_folder)));
}

/* What somebody's list says of it, or NULL. */
static const struct speaker *listed_speaker(struct classification *c, const char *path)
{
    const struct speaker *found = NULL;
    query_bind_text(c->force_of_file, "path", slice_of(path));
    if (query_next(c->force_of_file))
        found = speakers_find(&c->speakers, query_get_text(c->force_of_file, "force_id"));
    sqlite3_reset(c->force_of_file);
    return found;
}

static bool is_other(const struct speaker *named, const struct speaker *const own[2])
{
    return named && named != own[0] && named != own[1];
}

/* The letter names one force; the name of its file, or the address that it came from, another. */
static bool is_disputed(struct classification *c, const char *path, const char *sender,
                        const struct speaker *const own[2])
{
    const char *from;
    const struct speaker *named = speaker_of_path(c, path, &from);
    bool is_of_file = strcmp(from, "file name") == 0 && is_other(named, own);
    return is_of_file || is_other(speakers_of_sender(&c->speakers, sender), own);
}

/* Given, else by the letter itself, else by how its file is called. */
static const struct speaker *tell_force(struct classification *c, const char *path,
                                        const char *given, struct slice text,
                                        struct read_letter *letter)
{
    const struct speaker *found = NULL;
    letter->force_from = "option";
    if (given)
        found = speakers_find(&c->speakers, slice_of(given));
    if (!found) {
        letter->force_from = "list";
        found = listed_speaker(c, path);
    }
    if (!found) {
        letter->force_from = "letterhead";
        found = speakers_of_text(&c->speakers, text);
    }
    if (!found)
        found = speaker_of_path(c, path, &letter->force_from);
    if (!found)
        letter->force_from = "nothing";
    letter->force_id = found ? found->force_id : NULL;
    letter->force_no = found ? found->force_no : 0;
    return found;
}

static bool read_part(struct classification *c, const struct letter_document *d,
                      const struct letter_part *part, const struct classify_given *given,
                      struct error *err)
{
    struct read_letter letter = {
        .part_no = c->parts,
        .source_file = d->name,
        .source_sha256 = d->sha256,
        .part = part->name,
        .request_id = given->request_id,
        .tool_id = given->tool_id,
        .stage = given->stage,
        .date_received = given->date_received,
        .date_responded = given->date_responded,
    };
    const struct slice text = {part->text.text, part->text.length};
    const struct speaker *pair[2];
    const struct speaker *own = tell_force(c, d->name, given->force_id, text, &letter);
    bool is_told =
        strcmp(letter.force_from, "option") == 0 || strcmp(letter.force_from, "list") == 0;
    bool is_joint = !is_told && speakers_pair_of_text(&c->speakers, text, pair);
    if (!is_joint)
        pair[0] = pair[1] = own;
    letter.is_disputed = !is_told && own &&
                         ((!is_joint && speakers_heads_another(&c->speakers, text)) ||
                          is_disputed(c, d->name, part->text.sender, pair));
    if (!is_joint)
        return classification_read(c, &letter, &part->text, part->other, err);
    bool ok = true;
    for (size_t i = 0; i < 2 && ok; i++) { /* a letter of two forces is a letter of each */
        letter.force_id = pair[i]->force_id;
        letter.force_no = pair[i]->force_no;
        letter.force_from = "letterhead";
        ok = classification_read(c, &letter, &part->text, part->other, err);
    }
    return ok;
}

const char *classification_other_force(struct classification *c,
                                       const struct letter_document *document, size_t part,
                                       const char *force_id)
{
    const struct letter_text *letter = &document->parts[part].text;
    const struct slice text = {letter->text, letter->length};
    const struct speaker *own[2] = {speakers_find(&c->speakers, slice_of(force_id)), NULL};
    const struct speaker *pair[2];
    if (speakers_pair_of_text(&c->speakers, text, pair) && (pair[0] == own[0] || pair[1] == own[0]))
        own[1] = pair[0] == own[0] ? pair[1] : pair[0];
    const struct speaker *head = speakers_of_letterhead(&c->speakers, text);
    const struct speaker *sender = speakers_of_sender(&c->speakers, letter->sender);
    const struct speaker *other = is_other(head, own)     ? head
                                  : is_other(sender, own) ? sender
                                                          : NULL;
    return other ? c->speakers.names[other->first] : NULL;
}

static bool read_document(struct classification *c, const struct letter_document *d,
                          const struct classify_given *given, struct error *err)
{
    if (!classification_store_file(c, d, err))
        return false;
    for (size_t i = 0; i < d->part_count; i++) {
        const struct letter_part *part = &d->parts[i];
        if (!classification_store_part(c, part, err) ||
            (!part->reason && !read_part(c, d, part, given, err)))
            return false;
    }
    return true;
}

bool classification_is_table(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcasecmp(path + length - 4, ".csv") == 0;
}

static bool leave_table(struct classification *c, const char *path, struct error *err)
{
    SCOPED_TEXT name = memory_copy(path);
    SCOPED_TEXT reason =
        memory_copy("it is a table, no letter: a pack is read by its name, and alone");
    const struct letter_document table = {.name = name, .reason = reason};
    return classification_store_file(c, &table, err);
}

static bool read_path(struct classification *c, const char *path,
                      const struct classify_given *given, struct error *err)
{
    if (classification_is_table(path))
        return leave_table(c, path, err);
    struct letter_document document;
    letter_document_read(path, &letter_limits_usual, &document);
    bool ok = read_document(c, &document, given, err);
    letter_document_done(&document);
    return ok;
}

bool classification_add_part(struct classification *c, const struct letter_document *document,
                             size_t part, const struct classify_given *given, struct error *err)
{
    const struct letter_part *p = &document->parts[part];
    return classification_store_file(c, document, err) && classification_store_part(c, p, err) &&
           read_part(c, document, p, given, err);
}

bool classification_add_files(struct classification *c, const char *name,
                              const struct classify_given *given, struct error *err)
{
    struct letter_files files = {0};
    letter_files_add(&files, name);
    bool ok = true;
    for (size_t i = 0; ok && i < files.count; i++)
        ok = read_path(c, files.paths[i], given, err);
    letter_files_done(&files);
    return ok;
}
