/* SPDX-License-Identifier: MIT
 * Letters of a pack: the rows that have a text.
 */
#include "base/memory.h"
#include "classify/letters_in.h"
#include "store/statements.h"

#include <stdlib.h>

struct wording_row {
    int32_t response_no, force_no;
    bool is_undecided;
    const char *response_id, *force_id, *request_id, *tool_id, *question_id, *topic, *stage,
        *reference, *date_received, *date_responded, *text_file;
    struct slice text;
};
static const struct field wording_fields[] = {
    FIELD(struct wording_row, response_no),   FIELD(struct wording_row, force_no),
    FIELD(struct wording_row, response_id),   FIELD(struct wording_row, force_id),
    FIELD(struct wording_row, request_id),    FIELD(struct wording_row, tool_id),
    FIELD(struct wording_row, question_id),   FIELD(struct wording_row, topic),
    FIELD(struct wording_row, stage),         FIELD(struct wording_row, reference),
    FIELD(struct wording_row, date_received), FIELD(struct wording_row, date_responded),
    FIELD(struct wording_row, text_file),     FIELD(struct wording_row, text),
    FIELD(struct wording_row, is_undecided),
};

static const char *given(const char *text)
{
    return text && *text ? text : NULL;
}

static struct read_letter letter_of(const struct wording_row *row)
{
    return (struct read_letter){
        .response_no = row->response_no,
        .response_id = row->response_id,
        .source_file = "responses.csv",
        .text_file = given(row->text_file),
        .force_no = row->force_no,
        .is_undecided = row->is_undecided,
        .force_id = row->force_id,
        .force_from = "pack",
        .request_id = row->request_id,
        .tool_id = row->tool_id,
        .question_id = given(row->question_id),
        .topic = given(row->topic),
        .stage = given(row->stage),
        .reference = given(row->reference),
        .date_received = given(row->date_received),
        .date_responded = given(row->date_responded),
    };
}

/* What is plain text was loaded with the pack; of its file the digest is told. */
static bool read_text(struct classification *c, const struct wording_row *row, const char *path,
                      struct error *err)
{
    struct read_letter letter = letter_of(row);
    char sha256[DIGEST_BYTES] = "";
    struct error ignored = {0};
    if (path && letter.text_file && digest_file(path, sha256, &ignored)) {
        letter.source_file = letter.text_file;
        letter.source_sha256 = sha256;
    }
    SCOPED_TEXT bytes = slice_copy(row->text);
    const struct letter_text text = {.text = bytes, .length = row->text.length};
    return classification_read(c, &letter, &text, NULL, err);
}

static bool read_part(struct classification *c, const struct wording_row *row,
                      const struct letter_document *d, const struct letter_part *part,
                      struct error *err)
{
    if (!classification_store_part(c, part, err))
        return false;
    if (part->reason)
        return true;
    struct read_letter letter = letter_of(row);
    letter.part_no = c->parts;
    letter.source_file = row->text_file;
    letter.source_sha256 = d->sha256;
    letter.part = part->name;
    return classification_read(c, &letter, &part->text, part->other, err);
}

/* A page, a PDF, an e-mail ...: what is no plain text. */
static bool read_file(struct classification *c, const struct wording_row *row, const char *path,
                      struct error *err)
{
    struct letter_document document;
    letter_document_read(path, &letter_limits_usual, &document);
    bool ok = classification_store_file(c, &document, err);
    for (size_t i = 0; ok && i < document.part_count; i++)
        ok = read_part(c, row, &document, &document.parts[i], err);
    letter_document_done(&document);
    return ok;
}

static bool read_row(struct classification *c, const struct wording_row *row, const char *prefix,
                     struct error *err)
{
    SCOPED_TEXT path =
        prefix && given(row->text_file) ? memory_print("%s%s", prefix, row->text_file) : NULL;
    if (row->text.length)
        return read_text(c, row, path, err);
    return !path || read_file(c, row, path, err);
}

static bool read_rows(struct classification *c, const char *statement, const char *prefix,
                      struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(c->db, statement, wording_fields);
    struct wording_row row;
    while (row_next(&rows, &row))
        if (!read_row(c, &row, prefix, err))
            return false;
    return row_done(&rows, err);
}

bool classification_add_pack(struct classification *c, const char *prefix, struct error *err)
{
    return read_rows(c, STATEMENT("wordings_of_pack"), prefix, err);
}

bool classification_add_decided(struct classification *c, const char *prefix, struct error *err)
{
    return read_rows(c, STATEMENT("wordings_decided_about"), prefix, err);
}
