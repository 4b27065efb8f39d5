/* SPDX-License-Identifier: MIT */
#include "letters/message.h"

#include "letters/block_steps.h"

#include <ctype.h>

enum { HEADER_UNITS = 7, HEADER_BYTES = 160 };

enum writer { WRITER_UNKNOWN, WRITER_FORCE, WRITER_OTHER };

static struct slice text_at(const char *text, const struct unit_list *units, size_t unit)
{
    const struct unit *u = &units->items[unit];
    return (struct slice){text + u->begin, u->end - u->begin};
}

static bool starts_with(struct slice text, const char *start)
{
    return text.length >= strlen(start) && memcmp(text.bytes, start, strlen(start)) == 0;
}

static bool has(struct slice text, const char *part)
{
    return memmem(text.bytes, text.length, part, strlen(part)) != NULL;
}

/* "from: a. person", "on 2 june, a. person wrote:" */
static bool is_sender(struct slice text)
{
    bool is_attribution =
        starts_with(text, "on ") && text.length < HEADER_BYTES && slice_ends_with(text, "wrote:");
    return (starts_with(text, "from: ") && text.length < HEADER_BYTES) || is_attribution;
}

/* A line of a header behind its first: labels, or a date alone. */
static bool is_header_line(struct slice text)
{
    static const char *const labels[] = {
        "to:", "sent:", "date:", "cc:", "subject:", "received:", "bcc:", "from:", NULL};
    for (const char *const *label = labels; *label; label++)
        if (starts_with(text, *label))
            return true;
    size_t digits = 0;
    for (size_t i = 0; i < text.length; i++)
        digits += isdigit((unsigned char)text.bytes[i]) != 0;
    return digits >= 4 && text.length < 32;
}

/* Words of an office that answers requests; masked names of the force. */
static bool is_of_force(struct slice text)
{
    static const char *const words[] = {"@@@",     "police",     "constabulary", "foi",
                                        "freedom", "disclosure", "information",  NULL};
    for (const char *const *word = words; *word; word++)
        if (has(text, *word))
            return true;
    return false;
}

static bool is_greeting(struct slice text)
{
    return starts_with(text, "dear ") || starts_with(text, "hello ") || starts_with(text, "hi ");
}

/* The name of the authority on a line of its own, below the person who sends. */
static bool is_name_of_force(struct slice text)
{
    enum { NAME_BYTES = 60 };
    return text.length < NAME_BYTES && !is_greeting(text) &&
           !memchr(text.bytes, ':', text.length) && !strchr(".,?!", text.bytes[text.length - 1]) &&
           (has(text, "@@@") || has(text, "police") || has(text, "constabulary"));
}

/* Who wrote the message whose header begins there; *ret_body is the unit behind it. */
static enum writer writer_of(const char *masked, const struct unit_list *units, size_t header,
                             size_t *ret_body)
{
    struct slice from = text_at(masked, units, header);
    enum writer writer = is_of_force(from) ? WRITER_FORCE : WRITER_UNKNOWN;
    size_t at = header + 1;
    for (; at < units->count && at < header + HEADER_UNITS; at++) {
        struct slice line = text_at(masked, units, at);
        if (line.length && is_name_of_force(line) && writer != WRITER_OTHER)
            writer = WRITER_FORCE;
        else if (!is_header_line(line))
            break;
        if (starts_with(line, "to:") && writer == WRITER_UNKNOWN && is_of_force(line))
            writer = WRITER_OTHER;
    }
    bool is_to_force = at < units->count && is_greeting(text_at(masked, units, at)) &&
                       is_of_force(text_at(masked, units, at));
    *ret_body = at;
    return is_to_force ? WRITER_OTHER : writer;
}

/* A sender; not one in what a message quotes. */
static bool begins(const struct folded *folded, const struct unit_list *units, size_t unit)
{
    return !units->items[unit].is_quoted && is_sender(text_at(folded->text, units, unit));
}

/* "My answers are under each of your questions" */
static bool points_below(struct slice text)
{
    static const char *const what[] = {"answer", "repl", "response", "comment", NULL};
    static const char *const where[] = {"below",       "beneath",     "underneath",   "in red",
                                        "in blue",     "in bold",     "in capitals",  "in caps",
                                        "under each",  "under your",  "inline",       "in line",
                                        "in the body", "in green",    "between your", "after each",
                                        "in italics",  "within your", "against each", NULL};
    bool is_what = false, is_where = false;
    for (const char *const *word = what; *word; word++)
        is_what |= has(text, *word);
    for (const char *const *word = where; *word; word++)
        is_where |= has(text, *word);
    return is_what && is_where;
}

/* Answers typed into the applicant's own message below: it is read with the message that says so.
 */
static void open_answered(const struct folded *folded, struct unit_list *units,
                          const bool *is_marked)
{
    for (size_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->items[i];
        uint32_t message = unit->message;
        if (unit->is_quoted || !message || !points_below(text_at(folded->text, units, i)))
            continue;
        for (size_t k = i + 1; k < units->count; k++)
            if (units->items[k].message == message + 1 && !is_marked[k]) {
                units->items[k].is_quoted = false;
                units->items[k].message = message;
            }
    }
}

void messages_mark(struct arena *arena, const struct folded *folded, const char *masked,
                   struct unit_list *units)
{
    bool has_force = false;
    size_t body;
    for (size_t i = 0; i < units->count; i++)
        has_force |= begins(folded, units, i) && writer_of(masked, units, i, &body) == WRITER_FORCE;
    enum writer writer = WRITER_UNKNOWN;
    uint32_t message = 0;
    bool *is_marked = arena_new(arena, units->count + 1, sizeof *is_marked);
    for (size_t i = 0; i < units->count; i++)
        is_marked[i] = units->items[i].is_quoted;
    for (size_t i = 0; i < units->count; i++) {
        if (begins(folded, units, i)) {
            message++;
            writer = writer_of(masked, units, i, &body);
            if (writer == WRITER_UNKNOWN && (has_force || i > HEADER_UNITS))
                writer = WRITER_OTHER;
            for (; i + 1 < body; i++)
                ;
            units->items[i].begins_message = true;
            continue;
        }
        units->items[i].message = message;
        units->items[i].is_quoted |= writer == WRITER_OTHER;
    }
    open_answered(folded, units, is_marked);
}

/* Does a message stand below the one that answers it? */
static bool is_newest_first(const struct letter_state *s)
{
    static const char *const borders[] = {"original message", " wrote:", "forwarded message", NULL};
    for (const char *const *border = borders; *border; border++)
        if (memmem(s->folded.text, s->folded.length, *border, strlen(*border)))
            return true;
    return false;
}

void messages_settle(struct letter_state *s)
{
    static const char reason[] = "an earlier message";
    bool is_first = is_newest_first(s), is_found = false;
    uint32_t newest = 0;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        uint32_t message = s->units.items[act->unit].message;
        if (act->why_not || act->weight != WEIGHT_DECISIVE || !block_is_outcome(act))
            continue;
        if (!is_found || (is_first ? message < newest : message > newest))
            newest = message;
        is_found = true;
    }
    for (size_t i = 0; i < s->acts.count && is_found; i++) {
        struct found_act *act = &s->acts.items[i];
        if (!act->why_not && s->units.items[act->unit].message != newest && block_is_outcome(act)) {
            act->why_not = reason;
            act->mood = MOOD_REPORTED;
        }
    }
}
