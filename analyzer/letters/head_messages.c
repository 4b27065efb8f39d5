/* SPDX-License-Identifier: MIT
 * A text of several messages: which of them is the answer, and which had asked for it.
 */
#include "base/memory.h"
#include "letters/head_view.h"
#include "letters/mask.h"
#include "letters/written_date.h"

#include <ctype.h>
#include <stdlib.h>

enum { LINES_OF_HEADER = 4, SENDER_BYTES = 90, LINES_SEEN = 4000 };

struct message {
    size_t line;
    char date[DATE_BYTES];
    bool is_from_force;
};

struct thread {
    const struct letter_state *s;
    struct message messages[MESSAGES_MAX];
    size_t count;
};

static struct slice text_of(const struct letter_state *s, size_t line)
{
    const struct folded_line *l = &s->folded.lines[line];
    return (struct slice){s->masked + l->begin, l->end - l->begin};
}

/* The line before that is not blank, or the same. */
static size_t line_before(const struct letter_state *s, size_t line)
{
    size_t before = line;
    while (before > 0)
        if (text_of(s, --before).length > 0)
            return before;
    return line;
}

static bool begins_with_any(struct slice text, const char *const *words)
{
    for (; *words; words++)
        if (text.length >= strlen(*words) && memcmp(text.bytes, *words, strlen(*words)) == 0)
            return true;
    return false;
}

static bool is_sender_line(struct slice text)
{
    static const char *const words[] = {"from:", "from :", "sender:", "sender :", NULL};
    return begins_with_any(text, words);
}

static bool names_force(struct slice sender)
{
    static const char *const words[] = {"foi",        "police",  "constab", "information",
                                        "disclosure", "records", "review",  "data protection",
                                        "legal serv", "heddlu",  NULL};
    for (const char *const *word = words; *word; word++)
        if (memmem(sender.bytes, sender.length, *word, strlen(*word)))
            return true;
    static const char own[] = {MASK_OWN, MASK_OWN};
    return memmem(sender.bytes, sender.length, own, sizeof own) != NULL;
}

/* Who sent the message of whose header the line is one: a line beside it says so. */
static bool find_sender(const struct thread *t, size_t line, struct slice *ret)
{
    size_t from = line > LINES_OF_HEADER ? line - LINES_OF_HEADER : 0;
    for (size_t i = from; i < t->s->folded.line_count && i <= line + LINES_OF_HEADER; i++)
        if (is_sender_line(text_of(t->s, i))) {
            *ret = text_of(t->s, i);
            return true;
        }
    return false;
}

static void add_message(struct thread *t, size_t line, struct slice sender, struct slice words)
{
    struct message message = {.line = line, .is_from_force = names_force(sender)};
    if (t->count < MESSAGES_MAX && written_date(words, message.date) &&
        strlen(message.date) == strlen("2024-12-09"))
        t->messages[t->count++] = message;
}

/* The date that a line has as one of a header; NULL, or what kind of line it is. */
static const char *find_date(const struct thread *t, struct slice text, struct pattern_match *ret)
{
    struct phrase_search *search = t->s->search;
    if (head_count_digits(text) < 3)
        return NULL;
    phrase_search_text(search, PHRASES_FIELD, text);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));)
        if (phrase->code == ACT_WORD_DATE_MESSAGE &&
            phrase_find(search, phrase, 0, ret) == PATTERN_FOUND)
            return phrase->reach;
    return NULL;
}

static void find_messages(struct thread *t)
{
    const struct letter_state *s = t->s;
    for (size_t i = 0; i < s->folded.line_count && i < LINES_SEEN; i++) {
        struct slice text = text_of(s, i), sender = text;
        struct pattern_match match;
        const char *kind = find_date(t, text, &match);
        if (!kind || (strcmp(kind, "header") == 0 && !find_sender(t, i, &sender)))
            continue;
        if (strcmp(kind, "line") == 0)
            sender = text_of(s, line_before(s, i));
        if (sender.length <= SENDER_BYTES || strcmp(kind, "line") != 0)
            add_message(t, i, sender,
                        (struct slice){text.bytes + match.begin, match.end - match.begin});
    }
}

/* Is it a message of the applicant that the answer may be to, and more so than the one before? */
static bool has_asked(const struct thread *t, const struct message *message,
                      const struct message *answer, const struct message *asked)
{
    bool is_one = !message->is_from_force && strcmp(message->date, answer->date) <= 0;
    if (!is_one || !asked)
        return is_one;
    int order = strcmp(message->date, asked->date);
    return t->s->stage == STAGE_INTERNAL_REVIEW ? order > 0 : order < 0;
}

static struct found_value value_of(const struct letter_state *s, const struct message *message)
{
    const struct folded_line *line = &s->folded.lines[message->line];
    return (struct found_value){.value = arena_copy(s->arena, slice_of(message->date)),
                                .place = folded_origin(&s->folded, line->begin, line->end)};
}

/* Who forwards a letter that he got has not sent it. */
static bool is_sent_by_force(const struct letter_state *s)
{
    SCOPED_TEXT sender = memory_copy(s->text->sender ? s->text->sender : "");
    for (char *c = sender; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return s->text->sent && names_force(slice_of(sender));
}

static void tell_own_header(const struct thread *t, struct head_messages *ret)
{
    for (; ret->count < t->count; ret->count++)
        ret->dates[ret->count] = value_of(t->s, &t->messages[ret->count]).place;
    if (t->count && is_sent_by_force(t->s))
        ret->sent = (struct found_value){.value = t->s->text->sent, .is_from_file = true};
}

void head_messages_find(const struct letter_state *state, struct head_messages *ret)
{
    struct thread t = {.s = state};
    const struct message *answer = NULL, *asked = NULL;
    *ret = (struct head_messages){
        .answered = {.value = ""}, .asked = {.value = ""}, .sent = {.value = ""}};
    find_messages(&t);
    tell_own_header(&t, ret);
    for (size_t i = 0; i < t.count; i++)
        if (t.messages[i].is_from_force &&
            (!answer || strcmp(t.messages[i].date, answer->date) > 0))
            answer = &t.messages[i];
    for (size_t i = 0; i < t.count && answer; i++)
        if (has_asked(&t, &t.messages[i], answer, asked))
            asked = &t.messages[i];
    if (!asked)
        return;
    ret->answered = value_of(state, answer);
    ret->asked = value_of(state, asked);
}
