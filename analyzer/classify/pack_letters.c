/* SPDX-License-Identifier: MIT
 * Letters of a pack: the rows that have a text.
 */
#include "base/memory.h"
#include "classify/letters_in.h"

#include <stdlib.h>

struct wording_row {
    int32_t response_no, force_no;
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
};

static const char *given(const char *text)
{
    return text && *text ? text : NULL;
}

static bool read_row(struct classification *c, const struct wording_row *row, struct error *err)
{
    struct read_letter letter = {
        .response_no = row->response_no,
        .response_id = row->response_id,
        .source_file = "responses.csv",
        .text_file = given(row->text_file),
        .force_no = row->force_no,
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
    SCOPED_TEXT bytes = slice_copy(row->text);
    const struct letter_text text = {.text = bytes, .length = row->text.length};
    return classification_read(c, &letter, &text, NULL, err);
}

bool classification_add_pack(struct classification *c, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(c->db, "wordings_of_pack", wording_fields);
    struct wording_row row;
    while (row_next(&rows, &row))
        if (!read_row(c, &row, err))
            return false;
    return row_done(&rows, err);
}
