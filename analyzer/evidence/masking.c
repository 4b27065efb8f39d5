/* SPDX-License-Identifier: MIT */
#include "evidence/masking.h"

#include "base/memory.h"
#include "report/csvout.h"
#include "store/query.h"

#include <stdlib.h>

static bool keep_names(sqlite3 *db, struct letter_masks *masks, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "bag_kept_names");
    while (query_next(s)) {
        struct slice rest = query_get_text(s, "names"), name;
        while (slice_next_part(&rest, ';', &name))
            letter_masks_keep(masks, name);
    }
    return query_done(s, err);
}

bool masking_begin(sqlite3 *db, bool is_off, struct masking *ret, struct error *err)
{
    *ret = (struct masking){.masks = NULL};
    ret->out = memory_stream(&ret->list, &ret->length);
    fputs("file,line,field,character,kind\n", ret->out);
    return is_off || (letter_masks_new(&ret->masks, err) && keep_names(db, ret->masks, err));
}

void masking_done(struct masking *masking)
{
    if (masking->out)
        memory_stream_end(masking->out);
    free(masking->list);
    seen_names_done(&masking->names);
    letter_masks_free(masking->masks);
}

void masking_learn(struct masking *masking, struct slice text)
{
    if (masking->masks)
        letter_masks_learn(masking->masks, text, &masking->names);
}

/* Line and character of each mask, in what the bag shows. */
static void note(struct masking *m, const struct masking_place *place, struct slice shown,
                 const struct mask_place *masks, size_t count, bool is_letter)
{
    size_t line = place->line, character = 1, at = 0;
    for (size_t i = 0; i < count; i++) {
        for (; at < masks[i].begin; at++) {
            bool is_new_line = shown.bytes[at] == '\n' && is_letter;
            line += is_new_line;
            bool counts = ((unsigned char)shown.bytes[at] & 0xc0U) != 0x80;
            character = is_new_line ? 1 : character + counts;
        }
        csvout_write_field(m->out, slice_of(place->file));
        fprintf(m->out, ",%zu,", line);
        csvout_write_field(m->out, slice_of(place->field));
        fprintf(m->out, ",%zu,%s\n", character, masks[i].kind);
    }
    m->places += count;
}

static size_t find(struct masking *m, struct slice text, enum masking_depth depth,
                   struct mask_place **ret_places)
{
    struct seen_names own = {.count = 0};
    if (depth == MASKING_CODE)
        return letter_masks_find_mail(m->masks, text, ret_places);
    if (depth == MASKING_WORDS)
        return letter_masks_find(m->masks, text, &m->names, NULL, ret_places);
    letter_masks_learn(m->masks, text, &own);
    size_t count = letter_masks_find(m->masks, text, &own, &m->names, ret_places);
    seen_names_done(&own);
    return count;
}

char *masking_apply(struct masking *m, struct slice text, enum masking_depth depth,
                    const struct masking_place *place, size_t *ret_count)
{
    struct mask_place *places = NULL;
    size_t count = m->masks && text.length ? find(m, text, depth, &places) : 0;
    struct mask_place *shown = memory_new(count + 1, sizeof *shown);
    char *masked = letter_masks_apply(text, places, count, shown);
    if (place && place->file)
        note(m, place, slice_of(masked), shown, count, depth == MASKING_LETTER);
    if (ret_count)
        *ret_count = count;
    free(places);
    free(shown);
    return masked;
}

struct slice masking_list(struct masking *m)
{
    if (m->out)
        memory_stream_end(m->out);
    m->out = NULL;
    return (struct slice){m->list, m->length};
}
