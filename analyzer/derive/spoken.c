/* SPDX-License-Identifier: MIT */
#include "derive/spoken.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "letters/own_words.h"
#include "store/query.h"

#include <stdlib.h>

enum { MUCH_TEXT = 32 << 20 };

/* What one text says on one question. */
struct answer_runs {
    char *question_id;
    struct shingles *runs;
};

struct read_text {
    char *text;
    size_t length;
    struct own_words words;
    struct answer_runs *answers;
    size_t count, room;
};

struct spoken {
    struct arena arena; /* names */
    const char **names;
    size_t name_count, name_room;
    struct own_words_reader *reader;
    struct dictionary by_text;
    struct read_text *texts;
    size_t text_count, text_room, bytes;
};

static void add_name(struct spoken *s, struct slice name)
{
    name = slice_trim(name);
    if (!name.length)
        return;
    s->names = memory_grow(s->names, s->name_count, &s->name_room, sizeof *s->names);
    s->names[s->name_count++] = arena_copy(&s->arena, name);
}

bool spoken_open(sqlite3 *db, struct spoken **ret, struct error *err)
{
    struct spoken *s = *ret = memory_new(1, sizeof *s);
    SCOPED_QUERY q = query_prepare(db, "what_forces_are_called");
    while (query_next(q)) {
        struct slice names = query_get_text(q, "names"), name;
        while (slice_next_part(&names, ';', &name))
            add_name(s, name);
    }
    return query_done(q, err) && own_words_reader_new(s->names, s->name_count, &s->reader, err);
}

static void forget(struct spoken *s)
{
    for (size_t i = 0; i < s->text_count; i++) {
        struct read_text *t = &s->texts[i];
        for (size_t k = 0; k < t->count; k++) {
            shingles_done(t->answers[k].runs);
            free(t->answers[k].runs);
            free(t->answers[k].question_id);
        }
        free(t->answers);
        own_words_done(&t->words);
        free(t->text);
    }
    dictionary_done(&s->by_text);
    s->by_text = (struct dictionary){0};
    s->text_count = s->bytes = 0;
}

void spoken_close(struct spoken *spoken)
{
    if (!spoken)
        return;
    forget(spoken);
    own_words_reader_free(spoken->reader);
    free(spoken->texts);
    free(spoken->names);
    arena_done(&spoken->arena);
    free(spoken);
}

void spoken_trim(struct spoken *spoken)
{
    if (spoken->bytes >= MUCH_TEXT)
        forget(spoken);
}

static bool is_same_text(int32_t number, const void *key, void *context)
{
    const struct spoken *s = context;
    const struct slice *text = key;
    const struct read_text *known = &s->texts[number];
    return slice_equals(*text, (struct slice){known->text, known->length});
}

static struct read_text *read_once(struct spoken *s, struct slice text)
{
    uint64_t hash = dictionary_hash(text);
    int32_t number = dictionary_find(&s->by_text, hash, is_same_text, &text, s);
    if (number >= 0)
        return &s->texts[number];
    s->texts = memory_grow(s->texts, s->text_count, &s->text_room, sizeof *s->texts);
    struct read_text *new = &s->texts[s->text_count];
    *new = (struct read_text){.text = slice_copy(text), .length = text.length};
    own_words_find(s->reader, text, &new->words);
    dictionary_add(&s->by_text, hash, (int32_t)s->text_count++);
    s->bytes += text.length;
    return new;
}

static struct shingles *runs_of(const struct read_text *t, struct slice question_id)
{
    struct slice *passages = memory_new(t->words.count + 1, sizeof *passages);
    struct shingles *runs = memory_new(1, sizeof *runs);
    *runs = shingles_of(passages, own_words_of_question(&t->words, question_id, passages));
    free(passages);
    return runs;
}

const struct shingles *spoken_of_letter(struct spoken *spoken, struct slice text,
                                        struct slice question_id)
{
    struct read_text *t = read_once(spoken, text);
    for (size_t i = 0; i < t->count; i++)
        if (slice_is(question_id, t->answers[i].question_id))
            return t->answers[i].runs;
    t->answers = memory_grow(t->answers, t->count, &t->room, sizeof *t->answers);
    struct answer_runs *new = &t->answers[t->count++];
    *new = (struct answer_runs){slice_copy(question_id), runs_of(t, question_id)};
    spoken->bytes += new->runs->count * sizeof *new->runs->hashes;
    return new->runs;
}

char *spoken_without_others(const struct spoken *spoken, struct slice text)
{
    return own_words_without_others(spoken->reader, text);
}

struct shingles spoken_of_form(struct spoken *spoken, struct slice text)
{
    struct arena arena = {0};
    const struct slice words = own_words_of_form(spoken->reader, &arena, text);
    struct shingles runs = shingles_of(&words, 1);
    arena_done(&arena);
    return runs;
}
