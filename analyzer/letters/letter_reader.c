/* SPDX-License-Identifier: MIT */
#include "letters/letter_reader.h"

#include "base/digest.h"
#include "base/embedded.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/version.h"
#include "letters/confidence.h"
#include "letters/ending.h"
#include "letters/joint.h"
#include "letters/message.h"
#include "letters/row.h"

#include <stdlib.h>

struct letter_reader {
    struct phrase_book book;
    struct coding_tables tables;
    struct exemption_table exemptions;
    struct confidence_book confidences;
    struct folded_names names;
    char version[96];
};

/* Version of the program and digest of the tables. */
static void name_version(struct letter_reader *reader)
{
    static const char *const tables[] = {"datasets/reference/phrases.csv",
                                         "datasets/reference/letter-headings.csv",
                                         "datasets/reference/coding.csv",
                                         "datasets/reference/flags.csv",
                                         "datasets/reference/classify-confidence.csv",
                                         NULL};
    enum { DIGITS = 12 };
    char digits[DIGEST_BYTES];
    struct digest *digest = digest_new();
    for (const char *const *table = tables; *table; table++)
        digest_add(digest, slice_of(embedded_text(*table)));
    digest_free(digest, digits);
    text_cut(reader->version, sizeof reader->version, "%s %.*s", concord_version(), DIGITS, digits);
}

bool letter_reader_new(struct letter_reader **ret_reader, struct error *err)
{
    struct letter_reader *reader = memory_new(1, sizeof *reader);
    bool ok = phrase_book_load(&reader->book, err) && coding_load(&reader->tables, err) &&
              exemption_table_load(&reader->exemptions, err) &&
              confidence_load(&reader->confidences, err);
    name_version(reader);
    if (ok)
        *ret_reader = reader;
    else
        letter_reader_free(reader);
    return ok;
}

void letter_reader_free(struct letter_reader *reader)
{
    if (!reader)
        return;
    phrase_book_done(&reader->book);
    coding_done(&reader->tables);
    exemption_table_done(&reader->exemptions);
    confidence_done(&reader->confidences);
    folded_names_done(&reader->names);
    free(reader);
}

const char *letter_reader_version(const struct letter_reader *reader)
{
    return reader->version;
}

static bool has_decision(const struct act_list *acts)
{
    for (size_t i = 0; i < acts->count; i++)
        if (!acts->items[i].why_not && acts->items[i].weight != WEIGHT_BOILERPLATE &&
            acts->items[i].word <= ACT_WORD_NOTFOI && acts->items[i].word != ACT_WORD_ACK)
            return true;
    return false;
}

static void find_acts(struct letter_state *s)
{
    struct act_search search = {.arena = s->arena,
                                .search = s->search,
                                .clause_search = phrase_search_new(s->arena, s->book),
                                .folded = &s->folded,
                                .masked = s->masked,
                                .units = &s->units,
                                .questions = &s->questions,
                                .regime = s->context->regime};
    acts_find(&search, &s->acts);
    if (!has_decision(&s->acts)) {
        search.is_lenient = true;
        s->acts = (struct act_list){0};
        acts_find(&search, &s->acts);
        if (has_decision(&s->acts))
            s->flags |= coding_flag(s->tables, "zone_unsure");
    }
    cited_find(&search, &s->cited);
    cited_look_back(&search, &s->cited);
    messages_settle(s);
    ending_settle(s);
    joint_settle(s);
    if (s->acts.gave_up)
        s->flags |= coding_flag(s->tables, "gave_up");
}

static void tell_zones(const struct letter_state *s, struct letter_reading *reading)
{
    size_t room = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct letter_zone_run *last =
            reading->zone_count ? &reading->zones[reading->zone_count - 1] : NULL;
        struct letter_span place = folded_origin(&s->folded, unit->begin, unit->end);
        if (last && last->zone == unit->zone) {
            last->place.end = place.end;
            continue;
        }
        reading->zones = arena_grow(&reading->arena, reading->zones, reading->zone_count, &room,
                                    sizeof *reading->zones);
        reading->zones[reading->zone_count++] =
            (struct letter_zone_run){unit->zone, place, unit->because ? unit->because : ""};
    }
}

static const char *question_names(const struct letter_state *s, const struct question_set *set)
{
    char text[512] = "";
    for (size_t i = 0; i < s->questions.count; i++)
        if (question_set_has(set, i))
            text_add(text, sizeof text, "%s%s", *text ? ";" : "", s->questions.items[i].id);
    return *text ? arena_copy(s->arena, slice_of(text)) : "";
}

static void tell_acts(const struct letter_state *s, struct letter_reading *reading)
{
    static const char *const moods[] = {"plain", "conditional", "reported", "interrogative"};
    static const char *const scopes[] = {"all", "questions", "residual", "covert"};
    static const char *const weights[] = {"decisive", "supporting", "boilerplate"};
    reading->acts = arena_new(&reading->arena, s->acts.count, sizeof *reading->acts);
    reading->act_count = s->acts.count;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        reading->acts[i] =
            (struct letter_act){.act = act->phrase->kind,
                                .phrase = act->phrase->id,
                                .mood = moods[act->mood],
                                .scope = scopes[act->scope],
                                .weight = weights[act->weight],
                                .why_not = act->why_not,
                                .questions = question_names(s, &act->questions),
                                .zone = s->units.items[act->unit].zone,
                                .words = folded_origin(&s->folded, act->begin, act->end)};
    }
}

bool letter_read(struct letter_reader *reader, const struct letter_text *text,
                 const struct letter_context *context, struct letter_reading *ret_reading,
                 struct error *err)
{
    *ret_reading = (struct letter_reading){0};
    if (text->length > LETTER_BYTES_MAX)
        return error_set(err, ERROR_INPUT, NULL, 0, NULL,
                         "the text of a letter has more than 8 MiB");
    struct letter_state *s = arena_new(&ret_reading->arena, 1, sizeof *s);
    *s = (struct letter_state){.arena = &ret_reading->arena,
                               .book = &reader->book,
                               .names = &reader->names,
                               .tables = &reader->tables,
                               .exemptions = &reader->exemptions,
                               .text = text,
                               .context = context};
    letter_divide(s);
    find_acts(s);
    fields_find(s);
    rows_make(s, ret_reading);
    for (size_t i = 0; i < ret_reading->row_count; i++)
        confidence_give(&reader->confidences, &ret_reading->rows[i]);
    tell_zones(s, ret_reading);
    tell_acts(s, ret_reading);
    ret_reading->flags = coding_flag_names(s->tables, s->flags, s->arena);
    ret_reading->notes = ret_reading->row_count ? "" : "acknowledgement";
    return true;
}
