/* SPDX-License-Identifier: MIT */
#include "classify/letter_masks.h"

#include "base/memory.h"
#include "classify/letter_places.h"
#include "classify/postal.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

struct kept_name {
    struct slice text;
    bool is_exact; /* an abbreviation, which counts in capitals alone */
};

struct letter_masks {
    struct masks *masks;
    struct pattern_table table;
    struct name_grammar grammar;
    struct postal_patterns postal;
    struct arena arena;
    struct kept_name *kept;
    size_t kept_count, kept_room;
};

static struct pattern *pattern_of(const struct pattern_table *table, const char *kind)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->list[i].kind, kind) == 0)
            return table->list[i].pattern;
    return NULL;
}

bool letter_masks_new(struct letter_masks **ret_masks, struct error *err)
{
    static const char path[] = "datasets/reference/letter-masks.csv";
    struct letter_masks *m = *ret_masks = memory_new(1, sizeof *m);
    bool ok = masks_new(&m->masks, err) && pattern_table_load(path, &m->table, err) &&
              mask_words_load(&m->grammar.words, err);
    m->grammar.word = pattern_of(&m->table, "name-word");
    m->postal = (struct postal_patterns){pattern_of(&m->table, "address-piece"),
                                         pattern_of(&m->table, "address-tail")};
    if (ok && (!m->grammar.word || !m->postal.piece || !m->postal.tail))
        ok = error_set(err, ERROR_INPUT, path, 0, "Add the row.",
                       "no row of kind name-word, address-piece or address-tail");
    return ok;
}

void letter_masks_free(struct letter_masks *m)
{
    if (!m)
        return;
    masks_free(m->masks);
    pattern_table_done(&m->table);
    mask_words_done(&m->grammar.words);
    arena_done(&m->arena);
    free(m->kept);
    free(m);
}

static bool is_abbreviation(struct slice name)
{
    for (size_t i = 0; i < name.length; i++)
        if (!isupper((unsigned char)name.bytes[i]))
            return false;
    return name.length >= 3;
}

void letter_masks_keep(struct letter_masks *m, struct slice name)
{
    name = slice_trim(name);
    bool is_short = is_abbreviation(name);
    bool is_of_words = memchr(name.bytes, ' ', name.length) != NULL;
    for (size_t i = 0; i < name.length && !is_of_words; i++)
        is_of_words = isdigit((unsigned char)name.bytes[i]) != 0;
    if (!is_short && !is_of_words) { /* alone it is nobody's name */
        char room[64];
        size_t length = name.length < sizeof room ? name.length : 0;
        for (size_t i = 0; i < length; i++)
            room[i] = (char)tolower((unsigned char)name.bytes[i]);
        const struct slice small = {room, length};
        if (length && text_index_find(&m->grammar.words.index, small) < 0)
            text_index_add(&m->grammar.words.index, small, MASK_WORD_ORDINARY);
        return;
    }
    if (name.length < 3)
        return;
    m->kept = memory_grow(m->kept, m->kept_count, &m->kept_room, sizeof *m->kept);
    m->kept[m->kept_count++] =
        (struct kept_name){{arena_copy(&m->arena, name), name.length}, is_short};
}

/* Places and what is kept of one text. */
struct finding {
    const struct letter_masks *m;
    struct slice text;
    struct mask_place *places, *kept;
    size_t count, room, kept_count, kept_room;
    const char *kind;
    struct seen_names *names; /* what is learned; NULL: nothing */
};

static void add_place(struct finding *f, size_t begin, size_t end, const char *kind)
{
    f->places = memory_grow(f->places, f->count, &f->room, sizeof *f->places);
    f->places[f->count++] = (struct mask_place){begin, end, kind};
}

static void add_kept(size_t begin, size_t end, void *context)
{
    struct finding *f = context;
    f->kept = memory_grow(f->kept, f->kept_count, &f->kept_room, sizeof *f->kept);
    f->kept[f->kept_count++] = (struct mask_place){begin, end, "kept"};
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c > 0x7f;
}

static void find_kept(struct finding *f)
{
    const struct slice text = f->text;
    letter_rows_search(&f->m->table, "kept", text, add_kept, f);
    for (size_t at = 0; at < text.length; at++) {
        if (!is_word_byte(text.bytes[at]) || (at > 0 && is_word_byte(text.bytes[at - 1])))
            continue;
        for (size_t i = 0; i < f->m->kept_count; i++) {
            const struct kept_name *kept = &f->m->kept[i];
            size_t end = at + kept->text.length;
            if (end > text.length || (end < text.length && is_word_byte(text.bytes[end])))
                continue;
            if (kept->is_exact
                    ? memcmp(text.bytes + at, kept->text.bytes, kept->text.length) == 0
                    : strncasecmp(text.bytes + at, kept->text.bytes, kept->text.length) == 0)
                add_kept(at, end, f);
        }
    }
}

static bool is_kept(size_t begin, size_t end, void *context)
{
    const struct finding *f = context;
    for (size_t i = 0; i < f->kept_count; i++)
        if (f->kept[i].begin < end && begin < f->kept[i].end)
            return true;
    return false;
}

static void take_person(const struct name_found *found, void *context)
{
    struct finding *f = context;
    if (is_kept(found->begin, found->end, f))
        return;
    add_place(f, found->begin, found->end, "person");
    if (f->names)
        seen_names_add(f->names, &f->m->grammar, f->text, found);
}

static void take_seen(size_t begin, size_t end, void *context)
{
    add_place(context, begin, end, "person");
}

/* Of a row whose kind is that of the place. */
static void take_row(size_t begin, size_t end, void *context)
{
    struct finding *f = context;
    add_place(f, begin, end, f->kind);
}

/* "Imogen Fairweather" on the first line of an address, above "14 Orchard Lane". */
static void take_addressee(struct finding *f, struct slice address)
{
    size_t begin = (size_t)(address.bytes - f->text.bytes);
    struct name_found found = name_read(&f->m->grammar, f->text, begin);
    size_t end = found.end;
    while (end < f->text.length && strchr(" ,\r", f->text.bytes[end]))
        end++;
    bool is_line = found.count >= 2 && end + 1 < f->text.length && f->text.bytes[end] == '\n' &&
                   end < begin + address.length;
    if (is_line && isdigit((unsigned char)f->text.bytes[end + 1]))
        take_person(&found, f);
}

static void take_address(struct finding *f, size_t begin, size_t end, bool is_postcode)
{
    if (is_kept(begin, end, f))
        return;
    struct slice address =
        postal_around(&f->m->postal, &f->m->grammar, f->text, begin, end, is_postcode, is_kept, f);
    size_t first = (size_t)(address.bytes - f->text.bytes);
    add_place(f, first, first + address.length, "address");
    take_addressee(f, address);
}

static void take_postcode(size_t begin, size_t end, void *context)
{
    take_address(context, begin, end, true);
}

static void take_street(size_t begin, size_t end, void *context)
{
    take_address(context, begin, end, false);
}

/* "jane.doe@example.org" is Jane Doe. */
static void learn_address(struct finding *f, struct slice mail)
{
    const char *at = memchr(mail.bytes, '@', mail.length);
    struct slice rest = {mail.bytes, at ? (size_t)(at - mail.bytes) : 0}, word;
    struct name_found found = {.begin = 0, .end = 0};
    while (slice_next_part(&rest, '.', &word)) {
        bool is_letters = word.length > 0 && found.count < 3;
        for (size_t i = 0; i < word.length; i++)
            is_letters &= isalpha((unsigned char)word.bytes[i]) || word.bytes[i] == '-';
        if (!is_letters || mask_words_kind(&f->m->grammar.words, word) != MASK_WORD_ANY)
            return;
        found.words[found.count++] = word;
    }
    if (found.count >= 2 && found.words[found.count - 1].length >= 3)
        seen_names_add(f->names, &f->m->grammar, f->text, &found);
}

static void find_of_lists(struct finding *f)
{
    struct mask_place *places;
    size_t count = masks_find(f->m->masks, f->text, &places);
    for (size_t i = 0; i < count; i++) {
        const struct mask_place *p = &places[i];
        if (strcmp(p->kind, "person") == 0 && p->end - p->begin < f->text.length)
            continue; /* read as names are, below */
        add_place(f, p->begin, p->end, p->kind);
        if (f->names && strcmp(p->kind, "e-mail") == 0)
            learn_address(f, (struct slice){f->text.bytes + p->begin, p->end - p->begin});
    }
    free(places);
}

static void find_all(struct finding *f)
{
    find_kept(f);
    find_of_lists(f);
    static const char *const kinds[] = {"telephone", "e-mail"};
    for (size_t i = 0; i < 2; i++) {
        f->kind = kinds[i];
        letter_rows_search(&f->m->table, kinds[i], f->text, take_row, f);
    }
    const struct place_search search = {&f->m->table, &f->m->grammar, f->text, take_person, f};
    letter_places_search(&search);
    letter_rows_search(&f->m->table, "postcode", f->text, take_postcode, f);
    letter_rows_search(&f->m->table, "street", f->text, take_street, f);
}

void letter_masks_learn(const struct letter_masks *m, struct slice text, struct seen_names *names)
{
    struct finding f = {.m = m, .text = text, .names = names};
    find_all(&f);
    free(f.places);
    free(f.kept);
}

static int compare(const void *a, const void *b)
{
    const struct mask_place *one = a, *other = b;
    if (one->begin != other->begin)
        return one->begin < other->begin ? -1 : 1;
    return one->end > other->end ? -1 : one->end < other->end;
}

static bool has_words(const struct finding *f, size_t begin, size_t end)
{
    while (begin < end && !is_word_byte(f->text.bytes[begin]))
        begin++;
    return begin < end;
}

/* What may hold a name or a date that is kept, and what is none at all where it does; the other
 * kinds tell by their form or the words before them what they are. */
static bool is_divided(const char *kind)
{
    return strcmp(kind, "person") == 0 || strcmp(kind, "address") == 0;
}
static bool is_whole_or_none(const char *kind)
{
    return strcmp(kind, "telephone") == 0 || strcmp(kind, "registration mark") == 0;
}

/* What of a place is not kept. A number that is kept in part was no telephone's. */
static void clip(const struct finding *f, const struct mask_place *place, struct finding *out)
{
    if (is_whole_or_none(place->kind) && is_kept(place->begin, place->end, (struct finding[]){*f}))
        return;
    size_t begin = place->begin;
    for (size_t i = 0; i < f->kept_count && is_divided(place->kind); i++) {
        const struct mask_place *kept = &f->kept[i];
        if (kept->end <= begin || kept->begin >= place->end)
            continue;
        if (kept->begin > begin && has_words(f, begin, kept->begin))
            add_place(out, begin, kept->begin, place->kind);
        begin = kept->end;
    }
    if (begin < place->end && has_words(f, begin, place->end))
        add_place(out, begin, place->end, place->kind);
}

static void sort(struct mask_place *places, size_t count)
{
    if (count > 1)
        qsort(places, count, sizeof *places, compare);
}

static size_t settle(struct finding *f, struct mask_place **ret_places)
{
    struct finding out = {.m = f->m, .text = f->text};
    sort(f->kept, f->kept_count);
    for (size_t i = 0; i < f->count; i++)
        clip(f, &f->places[i], &out);
    sort(out.places, out.count);
    size_t kept = 0;
    for (size_t i = 0; i < out.count; i++) {
        struct mask_place *last = kept ? &out.places[kept - 1] : NULL;
        if (!last || out.places[i].begin >= last->end)
            out.places[kept++] = out.places[i];
        else if (out.places[i].end > last->end)
            last->end = out.places[i].end;
    }
    *ret_places = out.places;
    return kept;
}

size_t letter_masks_find(const struct letter_masks *m, struct slice text,
                         const struct seen_names *own, const struct seen_names *others,
                         struct mask_place **ret_places)
{
    struct finding f = {.m = m, .text = text};
    find_all(&f);
    if (own)
        seen_names_search(own, &m->grammar, text, true, take_seen, &f);
    if (others)
        seen_names_search(others, &m->grammar, text, false, take_seen, &f);
    size_t count = settle(&f, ret_places);
    free(f.places);
    free(f.kept);
    return count;
}

size_t letter_masks_find_mail(const struct letter_masks *m, struct slice text,
                              struct mask_place **ret_places)
{
    size_t count = masks_find(m->masks, text, ret_places), kept = 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp((*ret_places)[i].kind, "e-mail") == 0)
            (*ret_places)[kept++] = (*ret_places)[i];
    return kept;
}

char *letter_masks_apply(struct slice text, const struct mask_place *places, size_t count,
                         struct mask_place *ret_shown)
{
    char *masked;
    size_t length, at = 0, written = 0;
    FILE *out = memory_stream(&masked, &length);
    for (size_t i = 0; i < count; i++) {
        fwrite(text.bytes + at, 1, places[i].begin - at, out);
        written += places[i].begin - at;
        int shown = fprintf(out, "[masked: %s]", places[i].kind);
        if (ret_shown)
            ret_shown[i] = (struct mask_place){written, written + (size_t)shown, places[i].kind};
        written += (size_t)shown;
        at = places[i].end;
    }
    fwrite(text.bytes + at, 1, text.length - at, out);
    memory_stream_end(out);
    return masked;
}
