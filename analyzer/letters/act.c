/* SPDX-License-Identifier: MIT */
#include "letters/act.h"

#include "letters/act_steps.h"

enum { MATCHES_A_CLAUSE = 4 };

static bool is_plain_yes(enum act_word word)
{
    return word == ACT_WORD_HOLD || word == ACT_WORD_PART || word == ACT_WORD_USE;
}

/* What asks is asked, and what judges an earlier answer tells of it. */
static bool is_exempt_from(enum act_word word, enum act_word slot)
{
    bool judges = word == ACT_WORD_UPHOLD || word == ACT_WORD_OVERTURN || word == ACT_WORD_VARY ||
                  word == ACT_WORD_REVIEW;
    bool is_of_procedure = word == ACT_WORD_CLARIFY || word == ACT_WORD_EXTEND;
    return (is_of_procedure && (slot == ACT_WORD_ASKED || slot == ACT_WORD_IF)) ||
           (word == ACT_WORD_CLARIFY && slot == ACT_WORD_OTHERS) ||
           (judges && slot == ACT_WORD_TOLD);
}

static void set_mood(const struct looking *l, struct found_act *act)
{
    static const struct {
        enum act_word slot;
        enum act_mood mood;
        const char *why_not;
    } moods[] = {{ACT_WORD_ASKED, MOOD_ASKING, "a question"},
                 {ACT_WORD_OTHERS, MOOD_REPORTED, "somebody else speaks"},
                 {ACT_WORD_TOLD, MOOD_REPORTED, "told of an earlier answer"},
                 {ACT_WORD_IF, MOOD_CONDITIONAL, "on a condition"},
                 {ACT_WORD_DOUBLE, MOOD_PLAIN, "two negatives"}};
    act->is_plain = true;
    for (size_t i = 0; i < sizeof moods / sizeof *moods && act->is_plain; i++) {
        if (!act_slot(l, act, moods[i].slot) || is_exempt_from(act->word, moods[i].slot))
            continue;
        act->is_plain = false;
        if (act->why_not)
            break;
        act->mood = moods[i].mood;
        act->why_not = moods[i].why_not;
    }
}

static bool may_stand(const struct looking *l, const struct phrase *phrase)
{
    const struct unit *unit = &l->s->units->items[l->unit];
    enum letter_zone zone = unit->zone;
    if (phrase->zone_bits >> zone & 1)
        return true;
    bool is_soft = zone == ZONE_HEAD || zone == ZONE_SEARCHES || zone == ZONE_DUTIES ||
                   zone == ZONE_ADVICE || zone == ZONE_EXPLANATION || zone == ZONE_BALANCE ||
                   (zone == ZONE_REQUEST && !unit->is_question);
    bool is_recital = zone == ZONE_DUTIES &&
                      (phrase->code == ACT_WORD_WITHHOLD || phrase->code == ACT_WORD_NODUTY);
    return l->s->is_lenient && is_soft && !is_recital;
}

static bool is_of_regime(const struct looking *l, const struct phrase *phrase)
{
    return !*phrase->regime || l->s->regime == ACT_NONE ||
           act_find(slice_of(phrase->regime)) == l->s->regime;
}

static enum act_weight weight_of(const struct phrase *phrase)
{
    if (strcmp(phrase->weight, "supporting") == 0)
        return WEIGHT_SUPPORTING;
    return strcmp(phrase->weight, "boilerplate") == 0 ? WEIGHT_BOILERPLATE : WEIGHT_DECISIVE;
}

/* Only few sentences hold an act: the others need no slots. */
static void need_slots(struct looking *l)
{
    const struct unit *unit = &l->s->units->items[l->unit];
    struct slice text = {l->s->masked + unit->begin, unit->end - unit->begin};
    if (!l->has_slots)
        slots_find(l->s->search, text, &unit->sight, unit->begin, SLOTS_BUT_BORDERS, &l->slots);
    l->has_slots = true;
}

static void add_act(struct looking *l, const struct phrase *phrase,
                    const struct pattern_match *match)
{
    need_slots(l);
    struct act_list *acts = l->acts;
    acts->items =
        arena_grow(l->s->arena, acts->items, acts->count, &acts->room, sizeof *acts->items);
    struct found_act *act = &acts->items[acts->count++];
    *act = (struct found_act){.word = (enum act_word)phrase->code,
                              .phrase = phrase,
                              .weight = weight_of(phrase),
                              .unit = l->unit,
                              .begin = l->clause.begin + match->begin,
                              .end = l->clause.begin + match->end,
                              .clause_begin = l->clause.begin,
                              .clause_end = l->clause.end};
    if (!may_stand(l, phrase))
        act->why_not = "not the force's own decision here";
    enum letter_zone zone = l->s->units->items[l->unit].zone;
    if (act->word == ACT_WORD_NCND &&
        (zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE) &&
        act->weight == WEIGHT_DECISIVE)
        act->weight = WEIGHT_SUPPORTING; /* what was decided, told again */
    set_mood(l, act);
    act_set_scope(l, act);
    act_turn(l, act);
    act->same = l->same;
    act->is_behind_no = is_plain_yes(act->word) && act_slot(l, act, ACT_WORD_NEGATIVE);
    struct found_act rest;
    if (!act_is_split(l, act, &rest))
        return;
    acts->items =
        arena_grow(l->s->arena, acts->items, acts->count, &acts->room, sizeof *acts->items);
    acts->items[acts->count++] = rest;
}

static void match_phrase(struct looking *l, const struct phrase *phrase)
{
    size_t from = 0;
    for (int i = 0; i < MATCHES_A_CLAUSE && from <= l->text.length; i++) {
        struct pattern_match match;
        enum pattern_result result = phrase_find(l->s->clause_search, phrase, from, &match);
        l->acts->gave_up |= result == PATTERN_GAVE_UP;
        if (result != PATTERN_FOUND)
            return;
        add_act(l, phrase, &match);
        from = match.end > match.begin ? match.end : match.end + 1;
        while (from < l->text.length && (l->text.bytes[from] & 0xc0) == 0x80)
            from++;
    }
}

static bool overlaps(const struct found_act *a, const struct found_act *b)
{
    return a->begin < b->end && b->begin < a->end;
}

/* Why the one does not count beside the other, or NULL. */
static const char *beaten(const struct found_act *act, const struct found_act *by)
{
    bool is_over = overlaps(act, by);
    if (act_is_about_holding(act->word) && act_is_refusal_to_say(by->word) && !by->mood &&
        (act->begin >= by->begin || is_over))
        return "what the force refuses to say";
    bool is_behind_doubt = by->word == ACT_WORD_DOUBT && !by->mood && act->begin >= by->begin;
    if (act_is_about_holding(act->word) && is_behind_doubt)
        return "a doubt";
    if (act->word == ACT_WORD_WITHHOLD && by->word == ACT_WORD_NOT_HELD && !by->mood)
        return "what is not held";
    if (!is_over || by->mood != act->mood)
        return NULL;
    bool is_no =
        (act->word == ACT_WORD_HOLD || act->word == ACT_WORD_PART || act->word == ACT_WORD_USE) &&
        (by->word == ACT_WORD_NOT_HELD || by->word == ACT_WORD_NO_USE);
    if (is_no)
        return "a negative";
    bool is_unsure = (act->word == ACT_WORD_NOT_HELD || act->word == ACT_WORD_HOLD) &&
                     (by->word == ACT_WORD_DOUBT || by->word == ACT_WORD_FORMAT);
    if (is_unsure)
        return by->word == ACT_WORD_DOUBT ? "a doubt" : "about the form, not about holding";
    if (act->word == ACT_WORD_HOLD && by->word == ACT_WORD_PART)
        return "only a part";
    if (act->word == ACT_WORD_GIVE &&
        (by->word == ACT_WORD_WITHHOLD || by->word == ACT_WORD_NOT_HELD))
        return "a negative";
    return NULL;
}

static void settle(struct looking *l)
{
    for (size_t i = l->first; i < l->acts->count; i++) {
        struct found_act *act = &l->acts->items[i];
        const char *why = NULL;
        for (size_t k = l->first; k < l->acts->count && !why; k++)
            if (k != i)
                why = beaten(act, &l->acts->items[k]);
        act->is_beaten = why != NULL;
        if (!act->why_not)
            act->why_not = why;
    }
}

static void look_at_clause(struct looking *l)
{
    struct phrase_search *search = l->s->clause_search;
    const struct unit *unit = &l->s->units->items[l->unit];
    bool is_behind =
        unit->zone == ZONE_FOOTER || unit->zone == ZONE_COMPLAINT || unit->zone == ZONE_ANNEX;
    l->text = (struct slice){l->s->masked + l->clause.begin, l->clause.end - l->clause.begin};
    l->first = l->acts->count;
    act_name_questions(l);
    if (l->text.length == unit->end - unit->begin)
        phrase_search_begin(search, PHRASES_ACT, l->text, &unit->sight);
    else
        phrase_search_text(search, PHRASES_ACT, l->text);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));)
        if (is_of_regime(l, phrase) && (!is_behind || phrase->zone_bits >> unit->zone & 1))
            match_phrase(l, phrase);
    settle(l);
}

static bool is_read(const struct act_search *s, enum letter_zone zone)
{
    return zone != ZONE_CHROME && (zone != ZONE_REQUEST || s->is_lenient) &&
           zone != ZONE_CLARIFICATION && zone != ZONE_QUOTED && zone != ZONE_WELSH;
}

/* "Others hold it; we do not": the act before, turned, whoever's it was. */
static void settle_ellipsis(const struct act_search *s, struct act_list *acts, size_t at)
{
    static const struct {
        enum act_word is, is_not;
    } pairs[] = {{ACT_WORD_HOLD, ACT_WORD_NOT_HELD}, {ACT_WORD_USE, ACT_WORD_NO_USE}};
    struct found_act *act = &acts->items[at];
    bool is_not = act->word == ACT_WORD_DOES_NOT;
    if (act->word != ACT_WORD_DOES && !is_not)
        return;
    const struct unit *units = s->units->items;
    for (size_t i = at;
         i-- > 0 && units[acts->items[i].unit].paragraph == units[act->unit].paragraph;)
        for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
            const struct found_act *before = &acts->items[i];
            if (before->word != pairs[k].is && before->word != pairs[k].is_not)
                continue;
            act->word = is_not ? pairs[k].is_not : pairs[k].is;
            return;
        }
}

/* "On anything more we say neither ... that part is neither confirmed nor denied": of the rest
 * still, up to the end of the paragraph. */
static void settle_retold(const struct act_search *s, struct act_list *acts, size_t at)
{
    const struct unit *units = s->units->items;
    struct found_act *act = &acts->items[at];
    if (!act_is_refusal_to_say(act->word) || act->scope == SCOPE_RESIDUAL || act->names_questions)
        return;
    for (size_t i = at; i-- > 0;) {
        const struct found_act *before = &acts->items[i];
        if (units[before->unit].paragraph != units[act->unit].paragraph)
            return;
        if (before->unit == act->unit || before->why_not || !act_is_refusal_to_say(before->word) ||
            before->scope != SCOPE_RESIDUAL)
            continue;
        act->scope = SCOPE_RESIDUAL;
        act->questions = before->questions;
        return;
    }
}

/* "Q1 Yes, in 2023": a label without a sign, and an answer. */
static bool has_plain_answer(struct slice text, const struct number_list *label)
{
    static const char *const words[] = {"yes",     "no",    "none", "nil",
                                        "nothing", "never", "not",  NULL};
    struct slice rest = {text.bytes + label->end, text.length - label->end};
    while (rest.length && rest.bytes[0] == ' ')
        rest = (struct slice){rest.bytes + 1, rest.length - 1};
    for (const char *const *word = words; *word && label->is_named; word++) {
        size_t length = strlen(*word);
        if (rest.length >= length && memcmp(rest.bytes, *word, length) == 0 &&
            (rest.length == length || strchr(" ,.;-", rest.bytes[length])))
            return true;
    }
    return false;
}

/* "Q1 (have you used it?) No": the question told again behind its number. */
static size_t aside_length(struct slice text, size_t from)
{
    enum { ASIDE = 120 };
    if (from >= text.length || text.bytes[from] != '(')
        return 0;
    size_t most = text.length - from < ASIDE ? text.length - from : ASIDE;
    const char *end = memchr(text.bytes + from, ')', most);
    if (!end || end + 2 >= text.bytes + text.length || end[1] != ' ')
        return 0;
    return (size_t)(end + 2 - text.bytes) - from;
}

/* "@@@@ police and @@@@ constabulary: yes": in a letter of two, whose answer it is. */
static size_t speaker_length(struct slice text)
{
    enum { SPEAKERS = 60 };
    size_t most = text.length < SPEAKERS ? text.length : SPEAKERS;
    const char *colon = most && text.bytes[0] == '@' ? memchr(text.bytes, ':', most) : NULL;
    if (!colon || colon + 2 >= text.bytes + text.length || colon[1] != ' ')
        return 0;
    struct slice names = {text.bytes, (size_t)(colon - text.bytes)}, word;
    while (slice_next_part(&names, ' ', &word))
        if (*word.bytes != '@' && !slice_is(word, "and") && !slice_is(word, "police") &&
            !slice_is(word, "constabulary") && !slice_is(word, "&"))
            return 0;
    return (size_t)(colon + 2 - text.bytes);
}

void acts_find(const struct act_search *search, struct act_list *ret)
{
    struct looking l = {.s = search, .acts = ret};
    for (; l.unit < search->units->count; l.unit++) {
        const struct unit *unit = &search->units->items[l.unit];
        struct slice text = {search->masked + unit->begin, unit->end - unit->begin};
        bool is_heading = unit->heading && unit->heading->is_line;
        if (!is_read(search, unit->zone) || is_heading)
            continue;
        slots_find(search->search, text, &unit->sight, unit->begin, SLOTS_BORDERS, &l.slots);
        l.has_slots = false;
        struct number_list label;
        size_t begin = unit->begin;
        while (begin + 2 < unit->end &&
               (text.bytes[begin - unit->begin] == '*' || text.bytes[begin - unit->begin] == ' '))
            begin++; /* an item of a list */
        if (numbers_at_start(unit_text(search->folded, unit), &label) && label.end < text.length &&
            (label.is_signed || has_plain_answer(text, &label)))
            begin = unit->begin + label.end + aside_length(text, label.end);
        begin += speaker_length((struct slice){search->masked + begin, unit->end - begin});
        l.clause = (struct clause){begin, begin};
        while (clause_next(&l.slots, unit->end, &l.clause))
            look_at_clause(&l);
    }
    for (size_t i = 0; i < ret->count; i++) {
        settle_ellipsis(search, ret, i);
        settle_retold(search, ret, i);
    }
}
