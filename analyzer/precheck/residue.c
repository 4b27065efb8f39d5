/* SPDX-License-Identifier: MIT */
#include "precheck/residue.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "classify/masks.h"
#include "domain/request_id.h"
#include "precheck/residue_patterns.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WORDS_BYTES = 120, MOST = 200 };

struct search {
    struct bench *b;
    const struct draft *d;
    struct pattern_table patterns;
    struct masks *masks;
    json_t *zones, *list;
    struct slice text; /* without persons */
    size_t left_out;   /* beyond MOST */
    /* Of the search at hand. */
    const char *kind, *what;
    const char *const *zone_names; /* only in these; NULL: in all that are the force's own words */
    bool skips_examples;
    const char *own; /* the mark that is no residue; NULL: none */
    json_t *seen;    /* what was met first, for kinds of which one is right */
};

static void add(struct search *s, size_t begin, size_t end)
{
    if (json_array_size(s->list) >= MOST) {
        s->left_out++;
        return;
    }
    SCOPED_TEXT words =
        s->b->options->no_text
            ? NULL
            : masks_words(s->masks, (struct slice){s->d->part->text.text, s->d->part->text.length},
                          begin, end, WORDS_BYTES);
    json_array_append_new(s->list,
                          json_pack("{ss s[II] ss? ss}", "kind", s->kind, "span", (json_int_t)begin,
                                    (json_int_t)end, "words", words, "what", s->what));
}

static const char *zone_at(const struct search *s, size_t at)
{
    for (size_t i = 0; i < json_array_size(s->zones); i++) {
        const json_t *zone = json_array_get(s->zones, i);
        if ((size_t)json_integer_value(json_object_get(zone, "begins")) <= at &&
            (size_t)json_integer_value(json_object_get(zone, "ends")) > at)
            return text_of(zone, "zone");
    }
    return "";
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* The request's own words, what is quoted and what tells of earlier letters are somebody else's. */
static bool is_own_words(const struct search *s, size_t at)
{
    static const char *const others[] = {"request", "clarification", "quoted", "chrome",
                                         "history", "welsh",         NULL};
    const char *zone = zone_at(s, at);
    return s->zone_names ? is_one_of(zone, s->zone_names) : !is_one_of(zone, others);
}

/* From the end of a sentence to the end of the next. */
static struct slice sentence_around(struct slice text, size_t begin, size_t end)
{
    enum { FAR = 400 };
    size_t from = begin, to = end;
    while (from > 0 && begin - from < FAR && !strchr(".!?\n", text.bytes[from - 1]))
        from--;
    while (to < text.length && to - end < FAR && !strchr(".!?\n", text.bytes[to]))
        to++;
    while (from < begin && ((unsigned char)text.bytes[from] & 0xc0) == 0x80)
        from++;
    while (to > end && to < text.length && ((unsigned char)text.bytes[to] & 0xc0) == 0x80)
        to--;
    return (struct slice){text.bytes + from, to - from};
}

static void note_found(struct slice text, size_t begin, size_t end, const char *mark, void *context)
{
    (void)text;
    (void)begin;
    (void)end;
    (void)mark;
    *(bool *)context = true;
}

static bool is_example(const struct search *s, struct slice text, size_t begin, size_t end)
{
    bool found = false;
    residue_search_kind(&s->patterns, "not_own", sentence_around(text, begin, end), note_found,
                        &found);
    return found;
}

static void take(struct slice text, size_t begin, size_t end, const char *mark, void *context)
{
    struct search *s = context;
    if ((s->own && mark && strcmp(mark, s->own) == 0) || !is_own_words(s, begin) ||
        (s->skips_examples && is_example(s, text, begin, end)))
        return;
    add(s, begin, end);
}

static void look(struct search *s, const char *pattern, const char *kind, const char *what)
{
    s->kind = kind;
    s->what = what;
    residue_search_kind(&s->patterns, pattern, s->text, take, s);
}

/* A pattern that the database makes of names, with the number of whose they are as a mark. */
static bool look_for_names(struct search *s, const char *statement, struct error *err)
{
    json_t *row;
    if (!bench_row(s->b, s->b->base, statement, 0, &row, err))
        return false;
    char reason[200];
    const char *text = text_of(row, "pattern");
    struct pattern *pattern =
        *text ? pattern_new(slice_of(text), NULL, reason, sizeof reason) : NULL;
    s->own = text_of(row, "own");
    if (pattern)
        residue_search(pattern, s->text, take, s);
    else if (*text)
        bench_notice(s->b, "not judged: names of others in the draft (%s)", reason);
    pattern_free(pattern);
    s->own = NULL;
    json_decref(row);
    return true;
}

static bool has_flag(const struct draft *d, const char *flag)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++)
        if (strstr(text_of(json_array_get(d->proposals, i), "flags"), flag))
            return true;
    return false;
}

static bool look_for_forces(struct search *s, struct error *err)
{
    static const char *const zones[] = {"harm",   "public_interest", "balance",
                                        "footer", "complaint",       NULL};
    if (has_flag(s->d, "joint_letter"))
        return true;
    s->kind = "force";
    s->what = "another force is named where this one weighs its own case or signs";
    s->zone_names = zones;
    s->skips_examples = true;
    bool ok = look_for_names(s, STATEMENT("precheck_force_names"), err);
    s->zone_names = NULL;
    s->skips_examples = false;
    return ok;
}

/* Of each kind of reference the first is the letter's own, or what the pack knows. */
static bool is_known(const json_t *seen, struct slice text)
{
    for (size_t i = 0; i < json_array_size(seen); i++) {
        const char *own = json_string_value(json_array_get(seen, i));
        SCOPED_TEXT other = slice_copy(text);
        if (strcasestr(own, other) || strcasestr(other, own))
            return true;
    }
    return false;
}

static void take_other(struct slice text, size_t begin, size_t end, const char *mark, void *context)
{
    (void)mark;
    struct search *s = context;
    struct slice found = {text.bytes + begin, end - begin};
    if (!is_own_words(s, begin) || is_known(s->seen, found))
        return;
    if (json_array_size(s->seen))
        add(s, begin, end);
    json_array_append_new(s->seen, json_stringn(found.bytes, found.length));
}

static void look_for_others(struct search *s, const char *pattern, json_t *known, struct slice text,
                            const char *what)
{
    s->kind = "reference";
    s->what = what;
    s->seen = known;
    residue_search_kind(&s->patterns, pattern, text, take_other, s);
    json_decref(known);
    s->seen = NULL;
}

static bool look_for_references(struct search *s, struct error *err)
{
    json_t *rows, *known = json_array();
    bool ok = bench_rows(s->b, s->b->base, STATEMENT("precheck_references"), 0, &rows, err);
    for (size_t i = 0; i < json_array_size(rows); i++)
        json_array_append(known, json_object_get(json_array_get(rows, i), "reference"));
    json_decref(rows);
    look_for_others(s, "reference", known, s->text, "another reference than the letter's own");
    struct slice whole = {s->d->part->text.text, s->d->part->text.length};
    look_for_others(s, "applicant", json_array(), whole, "another applicant than the first");
    return ok;
}

/* The number behind "CRU" or "Log No". */
static void take_request(struct slice text, size_t begin, size_t end, const char *mark,
                         void *context)
{
    (void)mark;
    struct search *s = context;
    char canonical[64];
    struct slice found = {text.bytes + begin, end - begin};
    if (is_own_words(s, begin) && request_id_normalise(found, canonical, sizeof canonical) &&
        !is_known(s->seen, slice_of(canonical)))
        add(s, begin, end);
}

static bool look_for_requests(struct search *s, struct error *err)
{
    json_t *rows, *known = json_array();
    if (s->b->request_id)
        json_array_append_new(known, json_string(s->b->request_id));
    bool ok = bench_rows(s->b, s->b->base, STATEMENT("precheck_request_names"), 0, &rows, err);
    for (size_t i = 0; i < json_array_size(rows); i++)
        json_array_append(known, json_object_get(json_array_get(rows, i), "alias"));
    json_decref(rows);
    s->kind = "reference";
    s->what = "another request than the one given";
    s->seen = known;
    residue_search_kind(&s->patterns, "request", s->text, take_request, s);
    s->seen = NULL;
    json_decref(known);
    return ok;
}

/* Marks of a word processor. */
static void add_marks(struct search *s)
{
    static const char *const whats[] = {
        [LETTER_MARK_COMMENT] = "a comment of the word processor",
        [LETTER_MARK_HIGHLIGHT] = "highlighted text",
        [LETTER_MARK_TRACKED] = "a tracked change that was not settled",
        [LETTER_MARK_QUOTED] = NULL,
    };
    const struct letter_text *text = &s->d->part->text;
    s->kind = "placeholder";
    for (size_t i = 0; i < text->mark_count; i++) {
        s->what = whats[text->marks[i].kind];
        if (s->what)
            add(s, text->marks[i].place.begin, text->marks[i].place.end);
    }
}

static bool is_whole_ncnd(const struct draft *d)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++)
        if (strcmp(text_of(json_array_get(d->proposals, i), "stance"), "ncnd") != 0)
            return false;
    return json_array_size(d->proposals) > 0;
}

static bool add_spans(struct search *s, const char *statement, const char *kind, const char *what,
                      struct error *err)
{
    json_t *rows;
    bool ok = bench_rows(s->b, s->b->base, statement, 0, &rows, err);
    s->kind = kind;
    s->what = what;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *row = json_array_get(rows, i);
        add(s, (size_t)json_integer_value(json_object_get(row, "begins")),
            (size_t)json_integer_value(json_object_get(row, "ends")));
    }
    json_decref(rows);
    return ok;
}

/* From the words that an act rests on to their sentence. */
static void widen(const struct search *s, json_t *act)
{
    struct slice around =
        sentence_around(s->text, (size_t)json_integer_value(json_object_get(act, "begins")),
                        (size_t)json_integer_value(json_object_get(act, "ends")));
    json_int_t begins = (json_int_t)(around.bytes - s->text.bytes);
    json_object_set_new(act, "begins", json_integer(begins));
    json_object_set_new(act, "ends", json_integer(begins + (json_int_t)around.length));
    json_object_set_new(act, "zone", json_string("act"));
}

static bool look_for_tools(struct search *s, struct error *err)
{
    json_t *acts;
    bool ok = bench_rows(s->b, s->b->base, STATEMENT("precheck_acts"), 0, &acts, err);
    json_t *zones = s->zones;
    static const char *const in_act[] = {"act", NULL};
    for (size_t i = 0; i < json_array_size(acts); i++)
        widen(s, json_array_get(acts, i));
    s->zones = acts;
    s->zone_names = in_act;
    s->kind = "tool";
    s->what = "another tool is named in what the letter says";
    ok = ok && look_for_names(s, STATEMENT("precheck_tool_names"), err);
    s->zones = zones;
    s->zone_names = NULL;
    json_decref(acts);
    return ok;
}

/* What the reading itself has flagged, with the place it is about. */
static bool add_flagged(struct search *s, struct error *err)
{
    bool ok = true;
    if (is_whole_ncnd(s->d))
        ok = add_spans(s, STATEMENT("precheck_residual_acts"), "residual",
                       "words of a residual NCND where the whole is neither confirmed nor denied",
                       err);
    if (ok && has_flag(s->d, "test_of_the_wrong_thing"))
        ok = add_spans(s, STATEMENT("precheck_harm_zone"), "harm",
                       "harm of disclosing is argued where confirming or denying is refused", err);
    return ok;
}

static bool has_own_reason(const struct draft *d)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++)
        if (strcmp(text_of(json_array_get(d->proposals, i), "harm_test"), "yes") == 0)
            return true;
    return false;
}

/* The letter is somebody else's by what stands at its head, whatever its sentences say. */
static void add_other_force(struct search *s)
{
    const char *other = s->d->other_force;
    if (!other)
        return;
    SCOPED_TEXT what = memory_print("by its letterhead or its sender this is a letter of %s",
                                    s->b->options->no_text ? "another force" : other);
    json_array_append_new(
        s->list, json_pack("{ss sn sn ss}", "kind", "force", "span", "words", "what", what));
}

static bool look_everywhere(struct search *s, struct error *err)
{
    add_other_force(s);
    look(s, "placeholder", "placeholder", "a place that was to be filled");
    add_marks(s);
    if (strcmp(s->b->regime, "FOIA") == 0)
        look(s, "act_foisa", "act", "the other Act is named");
    if (strcmp(s->b->regime, "FOISA") == 0)
        look(s, "act_foia", "act", "the other Act is named");
    if (!has_own_reason(s->d))
        look(s, "common", "remark",
             "the circular's own wording, without a reason of this force's own");
    return look_for_forces(s, err) && look_for_references(s, err) && look_for_requests(s, err) &&
           look_for_tools(s, err) && add_flagged(s, err);
}

bool residue_of_text(struct bench *b, const struct draft *d, json_t *document, struct error *err)
{
    struct search s = {
        .b = b, .d = d, .list = json_object_get(document, "residue"), .text = slice_of(d->masked)};
    bool ok = pattern_table_load(RESIDUE_PATTERNS, &s.patterns, err) && masks_new(&s.masks, err) &&
              bench_rows(b, b->base, STATEMENT("precheck_zones"), 0, &s.zones, err) &&
              look_everywhere(&s, err);
    if (s.left_out)
        bench_notice(b, "%zu more places of residue are not listed", s.left_out);
    json_decref(s.zones);
    masks_free(s.masks);
    pattern_table_done(&s.patterns);
    return ok;
}

/* The words that a message quotes stand in the letter. */
static json_t *span_of_quotation(const struct draft *d, const char *message)
{
    static const char open[] = "“", close[] = "”";
    const char *begin = strstr(message, open);
    const char *end = begin ? strstr(begin, close) : NULL;
    if (!end)
        return json_null();
    begin += strlen(open);
    const char *found = memmem(d->masked, strlen(d->masked), begin, (size_t)(end - begin));
    if (!found)
        return json_null();
    return json_pack("[I, I]", (json_int_t)(found - d->masked),
                     (json_int_t)(found - d->masked + (end - begin)));
}

bool residue_of_findings(const struct bench *b, sqlite3 *db, const struct draft *d,
                         json_t *document, struct error *err)
{
    json_t *rows, *list = json_object_get(document, "residue");
    bool ok = bench_rows(b, db, STATEMENT("precheck_findings_on_words"), 0, &rows, err);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *row = json_array_get(rows, i);
        json_t *item = json_object();
        json_object_set(item, "kind", json_object_get(row, "kind"));
        json_object_set_new(item, "span", span_of_quotation(d, text_of(row, "message")));
        json_object_set_new(item, "words", json_null());
        json_object_set(item, "what",
                        json_object_get(row, b->options->no_text ? "title" : "message"));
        json_array_append_new(list, item);
    }
    json_decref(rows);
    return ok;
}
