/* SPDX-License-Identifier: MIT */
#include "evidence/letter_source.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "letters/reading/document.h"
#include "store/query.h"

#include <stdlib.h>

static bool digest_of_responses(const struct pack *pack, char digest[DIGEST_BYTES],
                                struct error *err)
{
    struct pack_file file;
    bool found = false;
    bool ok = pack_read(pack, contract_find("responses"), &file, &found, err);
    if (ok && found)
        digest_slice(file.bytes, digest);
    pack_file_done(&file);
    return ok;
}

static bool check_same(sqlite3 *db, const struct letter_source *source, struct error *err)
{
    char digest[DIGEST_BYTES] = "";
    if (!digest_of_responses(&source->pack, digest, err))
        return false;
    SCOPED_QUERY s = query_prepare(db, "bag_digest_of_responses");
    bool is_same = query_next(s) && slice_is(query_get_text(s, "sha256"), digest);
    return query_done(s, err) &&
           (is_same ||
            error_set(err, ERROR_INPUT, source->pack.path, 0,
                      "Give the pack that was audited, or audit this one first.",
                      "this is not the pack of the audit: its responses.csv has other bytes"));
}

bool letter_source_open(sqlite3 *db, const char *path, struct letter_source *ret, struct error *err)
{
    *ret = (struct letter_source){.is_open = path != NULL};
    return !path || (pack_open(path, &ret->pack, err) && check_same(db, ret, err));
}

void letter_source_done(struct letter_source *source)
{
    if (source->is_open)
        pack_done(&source->pack);
}

bool letter_source_read(const struct letter_source *source, struct slice name,
                        struct file_text *ret_bytes, struct file_reason *ret_reason)
{
    *ret_bytes = (struct file_text){0};
    SCOPED_TEXT plain = slice_copy(name);
    SCOPED_TEXT path = pack_path_leads_out(name) ? NULL : pack_path_of(&source->pack, plain);
    text_cut(ret_reason->text, sizeof ret_reason->text, "its path leads out of the pack");
    if (!path)
        return false;
    enum file_outcome outcome =
        file_read_found(path, letter_limits_usual.file_bytes, ret_bytes, ret_reason);
    if (outcome == FILE_ABSENT)
        text_cut(ret_reason->text, sizeof ret_reason->text, "the pack has no such file");
    return outcome == FILE_OPENED;
}

char *letter_source_words(struct slice name, const struct file_text *bytes, char **ret_reason)
{
    struct letter_document document;
    SCOPED_TEXT plain = slice_copy(name);
    char *words = NULL;
    size_t length = 0;
    *ret_reason = NULL;
    letter_document_read_bytes(plain, (struct slice){bytes->bytes, bytes->length},
                               &letter_limits_usual, &document);
    FILE *out = memory_stream(&words, &length);
    for (size_t i = 0; i < document.part_count; i++) {
        const struct letter_part *part = &document.parts[i];
        if (part->reason && !*ret_reason)
            *ret_reason = memory_copy(part->reason);
        if (!part->reason)
            fprintf(out, "%s%.*s", ftell(out) > 0 ? "\n\n" : "", (int)part->text.length,
                    part->text.text);
    }
    memory_stream_end(out);
    if (length == 0) {
        free(words);
        words = NULL;
        if (!*ret_reason)
            *ret_reason =
                memory_copy(document.reason ? document.reason : "there are no words in it");
    }
    letter_document_done(&document);
    return words;
}
