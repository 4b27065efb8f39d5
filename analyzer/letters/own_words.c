/* SPDX-License-Identifier: MIT */
#include "letters/own_words.h"

#include "base/memory.h"
#include "letters/letter_reader.h"
#include "letters/mask.h"
#include "letters/state.h"

#include <stdlib.h>

enum { SENTENCE_WORDS = 5 };

struct own_words_reader {
    struct phrase_book book;
    struct folded_names names;
    struct letter_context context;
};

bool own_words_reader_new(const char *const *names, size_t count,
                          struct own_words_reader **ret_reader, struct error *err)
{
    struct own_words_reader *reader = memory_new(1, sizeof *reader);
    reader->context = (struct letter_context){.own_names = names, .own_name_count = count};
    if (phrase_book_load(&reader->book, err)) {
        *ret_reader = reader;
        return true;
    }
    own_words_reader_free(reader);
    return false;
}

void own_words_reader_free(struct own_words_reader *reader)
{
    if (!reader)
        return;
    phrase_book_done(&reader->book);
    folded_names_done(&reader->names);
    free(reader);
}

/* Zones in which the force speaks of this case. What it says of the Act (duties, explanation,
 * exemption_list, annex) is the Act's, and of complaint rights the form of all letters. */
static bool is_spoken(enum letter_zone zone)
{
    static const bool spoken[ZONE_COUNT] = {
        [ZONE_SEARCHES] = true,        [ZONE_DECISION] = true,
        [ZONE_ANSWERS] = true,         [ZONE_HARM] = true,
        [ZONE_BALANCE] = true,         [ZONE_RESIDUAL] = true,
        [ZONE_PUBLIC_INTEREST] = true, [ZONE_ADVICE] = true,
    };
    return spoken[zone];
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Words that are about the request and not about the case. */
static bool is_of_request(struct slice word)
{
    static const char *const words[] = {"you",      "your",      "yours",     "request",
                                        "requests", "requested", "applicant", NULL};
    for (const char *const *w = words; *w; w++)
        if (slice_is(word, *w))
            return true;
    return false;
}

/* In the head: a sentence of a text that begins with what the force says. */
static bool is_sentence(struct slice text)
{
    size_t words = 0;
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && is_word_byte(text.bytes[end]))
            end++;
        if (end > at && is_of_request((struct slice){text.bytes + at, end - at}))
            return false;
        words += end > at;
        at = end + 1;
    }
    return words >= SENTENCE_WORDS && strchr(".!;:", text.bytes[text.length - 1]);
}

/* What of the head is the force's words: sentences, or all where it has no others. */
enum head_part { HEAD_SENTENCES, HEAD_WHOLE };

static bool is_own(const struct folded *folded, const struct unit *unit, enum head_part part)
{
    bool is_heading = unit->heading && unit->heading->is_line;
    bool is_head =
        unit->zone == ZONE_HEAD && (part == HEAD_WHOLE || is_sentence(unit_text(folded, unit)));
    return !is_heading && (is_spoken(unit->zone) || is_head);
}

static bool is_of_same(const struct question_set *a, const struct question_set *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

struct gathering {
    struct own_words *words;
    const char *masked;
    size_t room;
    size_t begin, end; /* of the passage at hand, in the masked text; empty: none */
    struct question_set questions;
};

static void end_passage(struct gathering *g)
{
    if (g->begin == g->end)
        return;
    struct own_words *w = g->words;
    const struct slice words = {g->masked + g->begin, g->end - g->begin};
    w->passages = arena_grow(&w->arena, w->passages, w->count, &g->room, sizeof *w->passages);
    w->passages[w->count++] =
        (struct own_passage){{arena_copy(&w->arena, words), words.length}, g->questions};
    g->begin = g->end = 0;
}

static void gather(struct gathering *g, const struct letter_state *s, enum head_part part)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        bool is_kept = is_own(&s->folded, unit, part);
        if (!is_kept || !is_of_same(&unit->questions, &g->questions))
            end_passage(g);
        if (!is_kept)
            continue;
        if (g->begin == g->end)
            g->begin = unit->begin;
        g->end = unit->end;
        g->questions = unit->questions;
    }
    end_passage(g);
}

/* The letter in its zones; what it is made of is the arena's. */
static struct letter_state *divide(struct own_words_reader *reader, struct arena *arena,
                                   struct slice text)
{
    size_t length = text.length;
    if (length > LETTER_BYTES_MAX)
        for (length = LETTER_BYTES_MAX; (text.bytes[length] & 0xc0) == 0x80;)
            length--;
    struct letter_text *letter = arena_new(arena, 1, sizeof *letter);
    letter->text = arena_copy(arena, (struct slice){text.bytes, length});
    letter->length = length;
    struct letter_state *s = arena_new(arena, 1, sizeof *s);
    *s = (struct letter_state){.arena = arena,
                               .book = &reader->book,
                               .names = &reader->names,
                               .text = letter,
                               .context = &reader->context};
    letter_divide(s);
    return s;
}

void own_words_find(struct own_words_reader *reader, struct slice text, struct own_words *ret)
{
    *ret = (struct own_words){0};
    struct arena arena = {0};
    const struct letter_state *s = divide(reader, &arena, text);
    ret->question_count = s->questions.count;
    ret->questions = arena_new(&ret->arena, s->questions.count + 1, sizeof *ret->questions);
    for (size_t i = 0; i < s->questions.count; i++)
        ret->questions[i] = s->questions.items[i].number;
    struct gathering g = {.words = ret, .masked = s->masked};
    gather(&g, s, HEAD_SENTENCES);
    if (ret->count == 0)
        gather(&g, s, HEAD_WHOLE);
    arena_done(&arena);
}

static bool is_of_others(enum letter_zone zone)
{
    return zone == ZONE_CHROME || zone == ZONE_REQUEST || zone == ZONE_CLARIFICATION ||
           zone == ZONE_QUOTED || zone == ZONE_HISTORY;
}

char *own_words_without_others(struct own_words_reader *reader, struct slice text)
{
    struct arena arena = {0};
    const struct letter_state *s = divide(reader, &arena, text);
    char *kept = memory_new(text.length + 1, 1);
    size_t length = 0, at = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        if (!is_of_others(unit->zone))
            continue;
        struct letter_span place = folded_origin(&s->folded, unit->begin, unit->end);
        if (place.begin > at) {
            memcpy(kept + length, text.bytes + at, place.begin - at);
            length += place.begin - at;
        }
        at = place.end > at ? place.end : at;
    }
    memcpy(kept + length, text.bytes + at, text.length - at);
    arena_done(&arena);
    return kept;
}

void own_words_done(struct own_words *words)
{
    arena_done(&words->arena);
    *words = (struct own_words){0};
}

/* Is it an answer to the number, or to what the number is a part of? */
static bool may_answer(const struct own_words *words, const struct own_passage *passage,
                       struct question_number number)
{
    if (question_set_is_empty(&passage->questions))
        return true;
    for (size_t i = 0; i < words->question_count; i++) {
        const struct question_number own = words->questions[i];
        if (question_set_has(&passage->questions, i) && own.number == number.number &&
            (own.letter == number.letter || !own.letter || !number.letter))
            return true;
    }
    return false;
}

/* NULL: all of them. */
static size_t choose(const struct own_words *words, const struct question_number *number,
                     struct slice *ret)
{
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++)
        if (!number || may_answer(words, &words->passages[i], *number))
            ret[count++] = words->passages[i].words;
    return count;
}

size_t own_words_of_question(const struct own_words *words, struct slice question_id,
                             struct slice *ret)
{
    struct question_number number;
    SCOPED_TEXT id = slice_copy(question_id);
    size_t count = number_of_id(id, &number) ? choose(words, &number, ret) : 0;
    return count ? count : choose(words, NULL, ret);
}

struct slice own_words_of_form(struct own_words_reader *reader, struct arena *arena,
                               struct slice text)
{
    struct folded folded;
    fold_letter(arena, text, &folded);
    return (struct slice){mask_names(arena, &reader->names, &folded, &reader->context),
                          folded.length};
}
