/* SPDX-License-Identifier: MIT */
#include "classify/speakers.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum {
    HEAD_BYTES = 1500,
    FOOT_BYTES = 1000,
    SHORTEST_NAME = 6,
    LETTERHEAD_BYTES = 200,
    SIGNATURE_BYTES = 300,
    SHORTEST_JOINED = 4,
};

struct speaker_row {
    int32_t force_no;
    struct slice force_id, name, aliases, abbreviation, regime;
};
static const struct field speaker_fields[] = {
    FIELD(struct speaker_row, force_no),     FIELD(struct speaker_row, force_id),
    FIELD(struct speaker_row, name),         FIELD(struct speaker_row, aliases),
    FIELD(struct speaker_row, abbreviation), FIELD(struct speaker_row, regime),
};

static struct slice short_name(struct slice name)
{
    static const char *const ends[] = {" Police Service", " Police", " Constabulary", NULL};
    for (const char *const *end = ends; *end; end++)
        if (slice_ends_with(name, *end))
            return slice_without_end(name, *end);
    return name;
}

static void add_spelling(struct speakers *s, struct slice text)
{
    if (text.length < SHORTEST_JOINED)
        return;
    s->spellings =
        memory_grow(s->spellings, s->spelling_count, &s->spelling_room, sizeof *s->spellings);
    s->spellings[s->spelling_count] = (struct name_spelling){text, s->count, s->spelling_count};
    s->spelling_count++;
}

static int first_byte(const struct name_spelling *spelling)
{
    return tolower((unsigned char)spelling->text.bytes[0]);
}

static int compare_spellings(const void *left, const void *right)
{
    const struct name_spelling *a = left, *b = right;
    int order = first_byte(a) - first_byte(b);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static void sort_spellings(struct speakers *s)
{
    if (s->spelling_count)
        qsort(s->spellings, s->spelling_count, sizeof *s->spellings, compare_spellings);
    size_t at = 0;
    for (int byte = 0; byte <= UCHAR_MAX + 1; byte++) {
        while (at < s->spelling_count && first_byte(&s->spellings[at]) < byte)
            at++;
        s->first_of[byte] = at;
    }
}

/* A name that no running text has by chance tells whose letter it is. */
static void add_name(struct speakers *s, struct speaker *speaker, struct slice name)
{
    name = slice_trim(name);
    if (!name.length)
        return;
    if (name.length >= SHORTEST_NAME && !phrase_set_add(s->full, name, speaker->force_no))
        memory_exhausted();
    if (!phrase_set_add(s->short_names, short_name(name), speaker->force_no))
        memory_exhausted();
    s->names = memory_grow(s->names, s->name_count, &s->name_room, sizeof *s->names);
    const struct slice kept = {arena_copy(&s->arena, name), name.length};
    s->names[s->name_count++] = kept.bytes;
    add_spelling(s, kept);
    add_spelling(s, short_name(kept));
    speaker->count++;
}

/* "kent-police" as a name of a file has it. */
static void add_spelt_id(struct speakers *s, const struct speaker *speaker)
{
    char *spelt = arena_copy(&s->arena, slice_of(speaker->force_id));
    for (char *c = spelt; *c; c++)
        if (*c == '-' || *c == '_')
            *c = ' ';
    if (!phrase_set_add(s->short_names, slice_of(spelt), speaker->force_no))
        memory_exhausted();
}

static void add_speaker(struct speakers *s, const struct speaker_row *row)
{
    struct speaker speaker = {
        .force_no = row->force_no,
        .force_id = arena_copy(&s->arena, row->force_id),
        .regime = act_find(row->regime),
        .first = s->name_count,
    };
    struct slice aliases = row->aliases, alias;
    add_name(s, &speaker, row->name);
    while (slice_next_part(&aliases, ';', &alias))
        add_name(s, &speaker, alias);
    add_name(s, &speaker, row->abbreviation);
    add_spelt_id(s, &speaker);
    s->list = memory_grow(s->list, s->count, &s->room, sizeof *s->list);
    s->list[s->count++] = speaker;
}

bool speakers_load(sqlite3 *db, struct speakers *ret, struct error *err)
{
    *ret = (struct speakers){.full = phrase_set_new(), .short_names = phrase_set_new()};
    SCOPED_ROW_MAP rows = row_reader(db, "speakers", speaker_fields);
    struct speaker_row row;
    while (row_next(&rows, &row))
        add_speaker(ret, &row);
    ret->others = memory_new(ret->name_count + 1, sizeof *ret->others);
    sort_spellings(ret);
    return row_done(&rows, err);
}

void speakers_done(struct speakers *speakers)
{
    phrase_set_free(speakers->full);
    phrase_set_free(speakers->short_names);
    free(speakers->list);
    free(speakers->names);
    free(speakers->others);
    free(speakers->spellings);
    arena_done(&speakers->arena);
}

const struct speaker *speakers_find(const struct speakers *speakers, struct slice force_id)
{
    for (size_t i = 0; i < speakers->count; i++)
        if (slice_is(force_id, speakers->list[i].force_id))
            return &speakers->list[i];
    return NULL;
}

static bool is_name_of(const struct speaker *speaker, size_t name)
{
    return speaker && name >= speaker->first && name < speaker->first + speaker->count;
}

const char *const *speakers_others(struct speakers *speakers, const struct speaker *own,
                                   const struct speaker *partner, size_t *ret_count)
{
    *ret_count = 0;
    for (size_t i = 0; i < speakers->name_count; i++)
        if (!is_name_of(own, i) && !is_name_of(partner, i))
            speakers->others[(*ret_count)++] = speakers->names[i];
    return speakers->others;
}

/* A place where a text names a force; the longest name that begins there. */
struct naming {
    const struct speaker *speaker;
    size_t begin, end;
};

static struct naming naming_at(const struct speakers *s, struct slice text, size_t at)
{
    struct naming best = {NULL, at, at};
    int byte = tolower((unsigned char)text.bytes[at]);
    for (size_t i = s->first_of[byte]; i < s->first_of[byte + 1]; i++) {
        struct slice spelling = s->spellings[i].text;
        size_t end = at + spelling.length;
        if (end <= text.length && end > best.end &&
            strncasecmp(spelling.bytes, text.bytes + at, spelling.length) == 0 &&
            (end == text.length || !isalnum((unsigned char)text.bytes[end])))
            best = (struct naming){&s->list[s->spellings[i].speaker], at, end};
    }
    return best;
}

/* Nothing but "and", "&" or "/", or the end of a line, is between them. */
static bool is_beside(struct slice between)
{
    static const char *const joints[] = {"",  "and", "&", "/", "police and", "constabulary and",
                                         NULL};
    between = slice_trim(between);
    for (const char *const *joint = joints; *joint; joint++)
        if (between.length == strlen(*joint) &&
            strncasecmp(between.bytes, *joint, between.length) == 0)
            return true;
    return false;
}

static bool find_pair(const struct speakers *s, struct slice text, const struct speaker **ret_pair)
{
    struct naming last = {NULL, 0, 0};
    for (size_t at = 0; at < text.length; at++) {
        bool is_start = isalpha((unsigned char)text.bytes[at]) &&
                        (at == 0 || !isalnum((unsigned char)text.bytes[at - 1]));
        struct naming now = is_start ? naming_at(s, text, at) : (struct naming){0};
        if (!now.speaker)
            continue;
        if (last.speaker && last.speaker != now.speaker &&
            is_beside((struct slice){text.bytes + last.end, at - last.end})) {
            ret_pair[0] = last.speaker;
            ret_pair[1] = now.speaker;
            return true;
        }
        last = now;
        at = now.end - 1;
    }
    return false;
}

bool speakers_pair_of_text(struct speakers *speakers, struct slice text,
                           const struct speaker *ret_pair[2])
{
    size_t head = text.length < LETTERHEAD_BYTES ? text.length : LETTERHEAD_BYTES;
    size_t foot = text.length - head < SIGNATURE_BYTES ? text.length - head : SIGNATURE_BYTES;
    return find_pair(speakers, (struct slice){text.bytes, head}, ret_pair) ||
           find_pair(speakers, (struct slice){text.bytes + text.length - foot, foot}, ret_pair);
}

struct mentions {
    size_t *of_force; /* by force_no */
    size_t count;
};

static bool count_mention(void *context, int64_t force_no)
{
    struct mentions *mentions = context;
    if ((size_t)force_no < mentions->count)
        mentions->of_force[force_no]++;
    return true;
}

/* The force that is named more than twice as often as any other, or NULL. */
static const struct speaker *named_most(const struct speakers *speakers,
                                        const struct mentions *mentions)
{
    const struct speaker *best = NULL;
    size_t most = 0, second = 0;
    for (size_t i = 0; i < speakers->count; i++) {
        size_t count = mentions->of_force[speakers->list[i].force_no];
        if (count > most) {
            second = most;
            most = count;
            best = &speakers->list[i];
        } else if (count > second) {
            second = count;
        }
    }
    return most > 2 * second ? best : NULL;
}

static const struct speaker *search(const struct speakers *speakers, struct phrase_set *names,
                                    const struct slice *texts, size_t count)
{
    int32_t greatest = speakers->count ? speakers->list[speakers->count - 1].force_no : 0;
    struct mentions mentions = {.count = (size_t)greatest + 1};
    mentions.of_force = memory_new(mentions.count, sizeof *mentions.of_force);
    for (size_t i = 0; i < count; i++)
        if (!phrase_set_search(names, texts[i], NULL, count_mention, &mentions))
            memory_exhausted();
    const struct speaker *found = named_most(speakers, &mentions);
    free(mentions.of_force);
    return found;
}

const struct speaker *speakers_of_letterhead(const struct speakers *speakers, struct slice text)
{
    struct slice rest = slice_trim(text), line;
    if (!slice_next_part(&rest, '\n', &line))
        return NULL;
    line = slice_trim(line);
    for (size_t i = 0; i < speakers->count; i++)
        for (size_t k = speakers->list[i].first;
             k < speakers->list[i].first + speakers->list[i].count; k++)
            if (line.length >= SHORTEST_NAME && line.length == strlen(speakers->names[k]) &&
                strncasecmp(line.bytes, speakers->names[k], line.length) == 0)
                return &speakers->list[i];
    return NULL;
}

static bool ends_in(struct slice line, const char *word)
{
    size_t length = strlen(word);
    return line.length > length &&
           strncasecmp(line.bytes + line.length - length, word, length) == 0;
}

bool speakers_heads_another(struct speakers *speakers, struct slice text)
{
    static const char *const bodies[] = {" police",  " constabulary", " commissioner",
                                         " council", " authority",    " agency",
                                         " npcc",    " opcc",         NULL};
    static const char *const begins[] = {"office of the police", "opcc", "npcc",
                                         "national police chiefs", NULL};
    enum { NAME_MOST = 80 };
    struct slice rest = slice_trim(text), line;
    if (!slice_next_part(&rest, '\n', &line))
        return false;
    line = slice_trim(line);
    bool is_body = false;
    for (const char *const *word = bodies; *word; word++)
        is_body |= ends_in(line, *word);
    for (const char *const *word = begins; *word; word++)
        is_body |=
            line.length >= strlen(*word) && strncasecmp(line.bytes, *word, strlen(*word)) == 0;
    return is_body && line.length <= NAME_MOST && !search(speakers, speakers->full, &line, 1);
}

const struct speaker *speakers_of_text(struct speakers *speakers, struct slice text)
{
    const struct speaker *letterhead = speakers_of_letterhead(speakers, text);
    if (letterhead)
        return letterhead;
    size_t head = text.length < HEAD_BYTES ? text.length : HEAD_BYTES;
    size_t foot = text.length - head < FOOT_BYTES ? text.length - head : FOOT_BYTES;
    const struct slice ends[] = {{text.bytes, head}, {text.bytes + text.length - foot, foot}};
    const struct speaker *found = search(speakers, speakers->full, ends, 2);
    return found ? found : search(speakers, speakers->full, &text, 1);
}

const struct speaker *speakers_of_name(struct speakers *speakers, const char *name)
{
    SCOPED_TEXT spelt = memory_copy(name);
    for (char *c = spelt; *c; c++)
        if (*c == '-' || *c == '_' || *c == '.')
            *c = ' ';
    struct slice text = slice_of(spelt);
    return search(speakers, speakers->short_names, &text, 1);
}

const struct speaker *speakers_of_sender(struct speakers *speakers, const char *sender)
{
    const char *host = sender ? strrchr(sender, '@') : NULL;
    return host && strcasestr(host, ".police.uk") ? speakers_of_name(speakers, host + 1) : NULL;
}
