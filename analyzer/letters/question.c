/* SPDX-License-Identifier: MIT */
#include "letters/question.h"

#include "base/dictionary.h"
#include "base/text.h"

#include <ctype.h>

enum { CONTENT_BYTES = 4 }; /* shorter words are no content */

static bool is_common(struct slice word)
{
    static const char *const common[] = {
        "please",  "provide", "information", "your",  "have",  "does",   "what",  "which", "with",
        "from",    "that",    "this",        "force", "under", "were",   "there", "many",  "been",
        "whether", "confirm", "would",       "like",  "used",  "police", "such",  "they",  NULL};
    for (const char *const *c = common; *c; c++)
        if (slice_is(word, *c))
            return true;
    return false;
}

/* Words with which anything is asked for. */
static bool is_polite(struct slice word)
{
    static const char *const polite[] = {
        "please",  "provide", "confirm", "state", "supply", "tell",  "us",   "me", "give", "would",
        "could",   "can",     "you",     "i",     "like",   "know",  "the",  "a",  "an",   "if",
        "whether", "and",     "or",      "of",    "to",     "force", "your", NULL};
    for (const char *const *p = polite; *p; p++)
        if (slice_is(word, *p))
            return true;
    return false;
}

enum words { WORDS_OF_CONTENT, WORDS_ALL };

static void add_word(struct word_bag *bag, struct slice word, enum words which)
{
    if (word.length > CONTENT_BYTES + 1 && word.bytes[word.length - 1] == 's')
        word.length--; /* one and several */
    bool is_left_out =
        which == WORDS_ALL ? is_polite(word) : word.length < CONTENT_BYTES || is_common(word);
    if (is_left_out || bag->count == BAG_WORDS)
        return;
    uint64_t hash = dictionary_hash(word);
    for (size_t i = 0; i < bag->count; i++)
        if (bag->hashes[i] == hash)
            return;
    bag->hashes[bag->count++] = hash;
}

static struct word_bag bag_of(struct slice text, enum words which)
{
    struct word_bag bag = {.count = 0};
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length &&
               (isalnum((unsigned char)text.bytes[end]) || (unsigned char)text.bytes[end] > 0x7f))
            end++;
        if (end > at)
            add_word(&bag, (struct slice){text.bytes + at, end - at}, which);
        at = end + 1;
    }
    return bag;
}

static size_t common_words(const struct word_bag *a, const struct word_bag *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            common += a->hashes[i] == b->hashes[k];
    return common;
}

void questions_begin(struct arena *arena, const struct letter_context *context,
                     struct question_list *ret)
{
    *ret = (struct question_list){.is_given = context->question_count > 0};
    for (size_t i = 0; i <= NUMBER_GREATEST; i++)
        ret->remapped[i] = -1;
    for (size_t i = 0; i < context->question_count && i < QUESTIONS_MAX; i++) {
        const struct letter_question *given = &context->questions[i];
        struct question *question = &ret->items[ret->count++];
        *question = (struct question){.id = given->id};
        if (!number_of_id(given->id, &question->number))
            question->number = (struct question_number){0};
        if (given->text && *given->text) {
            struct folded folded;
            fold_letter(arena, slice_of(given->text), &folded);
            question->text = (struct slice){folded.text, folded.length};
            question->words = bag_of(question->text, WORDS_OF_CONTENT);
            question->all_words = bag_of(question->text, WORDS_ALL);
        }
    }
}

static bool is_same(struct question_number a, struct question_number b)
{
    return a.number == b.number && a.letter == b.letter;
}

int questions_number(const struct question_list *list, struct question_number number)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_same(list->items[i].number, number))
            return (int)i;
    if (number.number && number.letter)
        return questions_number(list, (struct question_number){number.number, 0});
    return -1;
}

static void remap(struct question_list *list, struct question_number number, struct slice text)
{
    struct word_bag words = bag_of(text, WORDS_OF_CONTENT);
    int numbered = questions_number(list, number);
    if (words.count == 0 || !number.number || number.letter)
        return;
    if (numbered >= 0) {
        struct question *q = &list->items[numbered];
        q->is_seen = true;
        if (q->words.count == 0 || common_words(&q->words, &words) * 2 >= q->words.count ||
            common_words(&q->words, &words) * 2 >= words.count)
            return;
    }
    int other = questions_by_words(list, text);
    if (other >= 0 && other != numbered) {
        list->remapped[number.number] = other;
        list->items[other].is_mapped_apart = list->items[other].is_seen = true;
    }
}

void questions_ask(struct arena *arena, struct question_list *list, struct question_number number,
                   struct slice text)
{
    if (list->is_given) {
        remap(list, number, text);
        return;
    }
    if (questions_number(list, number) >= 0 || list->count == QUESTIONS_MAX)
        return;
    char id[16];
    struct question *question = &list->items[list->count++];
    if (number.number)
        text_fit(id, sizeof id, number.letter ? "Q%d%c" : "Q%d", number.number,
                 toupper(number.letter));
    else
        text_fit(id, sizeof id, "Q%c", toupper(number.letter));
    *question = (struct question){.id = arena_copy(arena, slice_of(id)),
                                  .number = number,
                                  .text = text,
                                  .words = bag_of(text, WORDS_OF_CONTENT),
                                  .all_words = bag_of(text, WORDS_ALL),
                                  .is_seen = true};
}

/* Counted from the last one, which is -1, as questions are numbered; else by place. */
static bool find_last(const struct question_list *list, struct question_number *number)
{
    int greatest = 0, back = -number->number;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].number.number > greatest)
            greatest = list->items[i].number.number;
    if (greatest >= back)
        *number = (struct question_number){greatest - back + 1, 0};
    else if (greatest == 0 && (size_t)back <= list->count)
        *number = list->items[list->count - (size_t)back].number;
    return number->number > 0 || number->letter;
}

static bool is_listed(const struct number_list *numbers, struct question_number number)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (is_same(numbers->items[i], number) ||
            (numbers->items[i].number == number.number && !numbers->items[i].letter))
            return true;
    return false;
}

bool questions_resolve(const struct question_list *list, struct number_list *numbers)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->items[i].number < 0 && !find_last(list, &numbers->items[i]))
            return false;
    if (!numbers->is_others)
        return true;
    struct number_list others = *numbers;
    others.count = 0;
    others.is_others = false;
    for (size_t i = 0; i < list->count && others.count < NUMBERS_MAX; i++)
        if (!is_listed(numbers, list->items[i].number))
            others.items[others.count++] = list->items[i].number;
    if (others.count == 0 || others.count == list->count)
        return false;
    *numbers = others;
    return true;
}

bool questions_find(const struct question_list *list, const struct number_list *given,
                    struct question_set *ret)
{
    bool found = false;
    struct number_list resolved = *given, *numbers = &resolved;
    if (!questions_resolve(list, numbers))
        return false;
    for (size_t i = 0; i < numbers->count; i++) {
        struct question_number number = numbers->items[i];
        int remapped = number.letter ? -1 : list->remapped[number.number];
        int question = remapped >= 0 ? remapped : questions_number(list, number);
        if (question >= 0) {
            question_set_add(ret, (size_t)question);
            found = true;
        }
        for (size_t k = 0; k < list->count && number.number && !number.letter; k++)
            if (list->items[k].number.number == number.number && list->items[k].number.letter) {
                question_set_add(ret, k); /* 1 is 1a and 1b too */
                found = true;
            }
    }
    return found;
}

int questions_by_words(const struct question_list *list, struct slice text)
{
    struct word_bag words = bag_of(text, WORDS_OF_CONTENT);
    int best = -1;
    size_t most = 1; /* one word in common is chance */
    for (size_t i = 0; i < list->count; i++) {
        size_t common = common_words(&list->items[i].words, &words);
        bool is_near =
            common * 5 >= list->items[i].words.count * 3 && common * 5 >= words.count * 3;
        if (is_near && common > most) {
            most = common;
            best = (int)i;
        }
    }
    return best;
}

bool questions_has_seen(const struct question_list *list, struct question_number number)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_same(list->items[i].number, number))
            return list->items[i].is_seen;
    return false;
}

int questions_copied(const struct question_list *list, struct slice text,
                     struct question_number number, size_t *ret_common)
{
    struct word_bag words = bag_of(text, WORDS_ALL);
    int best = -1;
    size_t most = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct question *question = &list->items[i];
        size_t count = question->all_words.count;
        size_t common = common_words(&question->all_words, &words);
        bool is_numbered = number.number && is_same(question->number, number);
        size_t foreign = words.count - common;
        bool is_copy =
            common > 0 && (is_numbered ? foreign * 3 <= words.count && common * 2 >= count
                                       : foreign * 6 <= words.count && common * 5 >= count * 3);
        if (!is_copy || common < most || (common == most && !is_same(question->number, number)))
            continue;
        most = common;
        best = (int)i;
    }
    if (ret_common)
        *ret_common = most;
    return best;
}

bool questions_has_number(const struct question_list *list, struct question_number number)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_same(list->items[i].number, number))
            return true;
    return false;
}

bool questions_are_others(const struct question_list *list, struct question_number number,
                          struct slice text)
{
    int question = questions_number(list, number);
    struct word_bag words = bag_of(text, WORDS_OF_CONTENT);
    return question >= 0 && list->items[question].all_words.count > 0 &&
           common_words(&list->items[question].words, &words) * 3 < words.count;
}

void questions_see(struct question_list *list, const struct question_set *set)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].is_seen |= question_set_has(set, i);
}

size_t questions_common(const struct question_list *list, int question, struct slice text)
{
    struct word_bag words = bag_of(text, WORDS_ALL);
    return common_words(&list->items[question].all_words, &words);
}

int questions_of_topic(const struct question_list *list, struct slice label)
{
    struct word_bag words = bag_of(label, WORDS_OF_CONTENT);
    int found = -1;
    for (size_t i = 0; i < list->count && words.count; i++) {
        if (common_words(&list->items[i].words, &words) < words.count)
            continue;
        if (found >= 0)
            return -1;
        found = (int)i;
    }
    return found;
}
