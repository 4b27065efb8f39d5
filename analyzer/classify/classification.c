/* SPDX-License-Identifier: MIT */
#include "classify/classification.h"

#include "base/memory.h"
#include "base/text.h"
#include "classify/letters_in.h"
#include "classify/proposals.h"

#include <stdlib.h>

enum { LETTER_ID_DIGITS = 12 };

static const struct field letter_fields[] = {
    FIELD(struct read_letter, letter_no),
    FIELD(struct read_letter, letter_id),
    FIELD_OPTIONAL(struct read_letter, part_no),
    FIELD_OPTIONAL(struct read_letter, response_no),
    FIELD(struct read_letter, response_id),
    FIELD(struct read_letter, source_file),
    FIELD(struct read_letter, source_sha256),
    FIELD(struct read_letter, part),
    FIELD(struct read_letter, text_file),
    FIELD(struct read_letter, text_sha256),
    FIELD(struct read_letter, text),
    FIELD_OPTIONAL(struct read_letter, force_no),
    FIELD(struct read_letter, force_from),
    FIELD(struct read_letter, request_id),
    FIELD(struct read_letter, tool_id),
    FIELD(struct read_letter, question_id),
    FIELD(struct read_letter, topic),
    FIELD(struct read_letter, stage),
    FIELD(struct read_letter, reference),
    FIELD(struct read_letter, date_received),
    FIELD(struct read_letter, date_responded),
    FIELD(struct read_letter, notes),
};

static bool tell_version(const struct classification *c, struct error *err)
{
    SCOPED_QUERY s = query_prepare(c->db, "insert_classifier");
    query_bind_text(s, "classifier", slice_of(classification_version(c)));
    return query_run(s, err);
}

bool classification_open(sqlite3 *db, struct classification **ret, struct error *err)
{
    struct classification *c = *ret = memory_new(1, sizeof *c);
    c->db = db;
    if (!database_run_file(db, "analyzer/classify/tables.sql", err) ||
        !letter_reader_new(&c->reader, err) || !masks_new(&c->masks, err) ||
        !speakers_load(db, &c->speakers, err) || !tell_version(c, err))
        return false;
    c->insert_letter = row_writer(db, "insert_read_letter", letter_fields);
    proposals_open(c);
    c->insert_file = query_prepare(db, "insert_letter_file");
    c->insert_part = query_prepare(db, "insert_letter_part");
    c->tools = query_prepare(db, "tools_called_in_letters");
    c->questions = query_prepare(db, "questions_of_request");
    c->force_of_file = query_prepare(db, "force_of_file");
    return true;
}

void classification_close(struct classification *c)
{
    if (!c)
        return;
    row_map_done(&c->insert_letter);
    proposals_close(c);
    query_finalize(&c->insert_file);
    query_finalize(&c->insert_part);
    query_finalize(&c->tools);
    query_finalize(&c->questions);
    query_finalize(&c->force_of_file);
    speakers_done(&c->speakers);
    masks_free(c->masks);
    letter_reader_free(c->reader);
    free(c);
}

bool classification_name_force(struct classification *c, const char *file, const char *force_id,
                               struct error *err)
{
    SCOPED_QUERY s = query_prepare(c->db, "insert_whose_file");
    query_bind_text(s, "file", slice_of(file));
    query_bind_text(s, "force_id", slice_of(force_id));
    return query_run(s, err);
}

const char *classification_version(const struct classification *c)
{
    return letter_reader_version(c->reader);
}

/* What is known of a letter, as its reader wants it; texts live in the arena. */
struct surroundings {
    struct arena arena;
    const char **tools;
    size_t tool_count, tool_room;
    struct letter_question *questions;
    size_t question_count, question_room;
};

static void add_tool(struct surroundings *s, struct slice name)
{
    name = slice_trim(name);
    if (!name.length)
        return;
    s->tools = arena_grow(&s->arena, s->tools, s->tool_count, &s->tool_room, sizeof *s->tools);
    s->tools[s->tool_count++] = arena_copy(&s->arena, name);
}

static bool find_tools(struct classification *c, const char *tool_id, struct surroundings *s,
                       struct error *err)
{
    if (!tool_id)
        return true;
    query_bind_text(c->tools, "tool_id", slice_of(tool_id));
    add_tool(s, slice_of(tool_id));
    while (query_next(c->tools)) {
        struct slice aliases = query_get_text(c->tools, "aliases"), alias;
        add_tool(s, query_get_text(c->tools, "name"));
        while (slice_next_part(&aliases, ';', &alias))
            add_tool(s, alias);
    }
    return query_done(c->tools, err);
}

static bool find_questions(struct classification *c, const char *request_id, struct surroundings *s,
                           struct error *err)
{
    if (!request_id)
        return true;
    query_bind_text(c->questions, "request_id", slice_of(request_id));
    while (query_next(c->questions)) {
        s->questions = arena_grow(&s->arena, s->questions, s->question_count, &s->question_room,
                                  sizeof *s->questions);
        s->questions[s->question_count++] = (struct letter_question){
            arena_copy(&s->arena, query_get_text(c->questions, "question_id")),
            arena_copy(&s->arena, query_get_text(c->questions, "text"))};
    }
    return query_done(c->questions, err);
}

/* The other force of a letter that is one of two forces, or NULL. */
static const struct speaker *partner_of(struct classification *c, const struct read_letter *letter,
                                        const struct speaker *own)
{
    const struct speaker *pair[2];
    if (!own || !speakers_pair_of_text(&c->speakers, letter->text, pair))
        return NULL;
    return pair[0] == own ? pair[1] : pair[1] == own ? pair[0] : NULL;
}

static struct letter_context context_of(struct classification *c, const struct read_letter *letter,
                                        const struct surroundings *s)
{
    struct letter_context context = {
        .tools = s->tools,
        .tool_count = s->tool_count,
        .questions = s->questions,
        .question_count = s->question_count,
        .regime = ACT_FOIA,
        .reference = letter->reference,
    };
    const struct speaker *own =
        letter->force_id ? speakers_find(&c->speakers, slice_of(letter->force_id)) : NULL;
    if (own) {
        context.own_names = c->speakers.names + own->first;
        context.own_name_count = own->count;
        context.regime = own->regime;
    }
    const struct speaker *partner = partner_of(c, letter, own);
    if (partner) {
        context.partner_names = c->speakers.names + partner->first;
        context.partner_name_count = partner->count;
    }
    context.other_names = speakers_others(&c->speakers, own, partner, &context.other_name_count);
    return context;
}

/* Two forces that send the same words are two letters, and so are two rows of a table. */
static void give_id(struct read_letter *letter)
{
    digest_slice(letter->text, letter->text_sha256_bytes);
    struct digest *digest = digest_new();
    const char *const parts[] = {letter->text_sha256_bytes, letter->force_id, letter->request_id,
                                 letter->stage, letter->response_id};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        digest_add(digest, slice_of(parts[i] ? parts[i] : ""));
        digest_add(digest, (struct slice){"", 1});
    }
    digest_free(digest, letter->letter_id_bytes);
    letter->letter_id_bytes[LETTER_ID_DIGITS] = '\0';
    letter->letter_id = letter->letter_id_bytes;
    if (letter->part_no)
        letter->text_file = letter->text_file_bytes;
    text_fit(letter->text_file_bytes, sizeof letter->text_file_bytes, "letters/%s.txt",
             letter->letter_id);
    letter->text_sha256 = letter->text_sha256_bytes;
}

static bool read_both(struct classification *c, struct read_letter *letter,
                      const struct letter_text *text, const struct letter_text *other,
                      const struct letter_context *context, struct error *err)
{
    struct letter_reading reading = {0}, second = {0};
    bool ok = letter_read(c->reader, text, context, &reading, err) &&
              (!other || letter_read(c->reader, other, context, &second, err));
    if (ok) {
        letter->notes = reading.notes;
        ok = row_write(&c->insert_letter, letter, err) &&
             proposals_store(c, letter, &reading, other ? &second : NULL, err);
    }
    letter_reading_done(&reading);
    letter_reading_done(&second);
    return ok;
}

/* A letter that was put into the folder twice was sent once. Of one that nobody knows whose it is
 * the same words may be those of two forces. */
static bool leave_out_if_known(struct classification *c, const struct read_letter *letter,
                               bool *ret_is_known, struct error *err)
{
    SCOPED_QUERY same = query_prepare(c->db, "same_letter");
    query_bind_text(same, "letter_id", slice_of(letter->letter_id));
    query_bind_int(same, "part_no", letter->part_no);
    *ret_is_known = letter->part_no && letter->force_no && query_next(same);
    if (!*ret_is_known)
        return query_done(same, err);
    SCOPED_TEXT reason =
        memory_print("the same letter as %s", query_get_text(same, "place").bytes);
    SCOPED_QUERY leave = query_prepare(c->db, "leave_part_out");
    query_bind_int(leave, "part_no", letter->part_no);
    query_bind_text(leave, "reason", slice_of(reason));
    return query_run(leave, err);
}

bool classification_read(struct classification *c, struct read_letter *letter,
                         const struct letter_text *text, const struct letter_text *other,
                         struct error *err)
{
    letter->text = (struct slice){text->text, text->length};
    give_id(letter);
    bool is_known;
    if (!leave_out_if_known(c, letter, &is_known, err))
        return false;
    if (is_known)
        return true;
    letter->letter_no = ++c->letters;
    struct surroundings s = {0};
    bool ok =
        find_tools(c, letter->tool_id, &s, err) && find_questions(c, letter->request_id, &s, err);
    if (ok) {
        const struct letter_context context = context_of(c, letter, &s);
        ok = read_both(c, letter, text, other, &context, err);
    }
    arena_done(&s.arena);
    return ok;
}
