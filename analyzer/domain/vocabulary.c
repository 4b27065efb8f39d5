/* SPDX-License-Identifier: MIT */
#include "domain/vocabulary.h"

#include "base/text.h"
#include "domain/name.h"

#include <strings.h>

static const char *const stance_words[] = {
#define STANCE_WORD(code, word, position) [code] = (word),
    STANCES(STANCE_WORD)
#undef STANCE_WORD
        NULL,
};

static const enum position stance_positions[] = {
#define STANCE_POSITION(code, word, position) [code] = (position),
    STANCES(STANCE_POSITION)
#undef STANCE_POSITION
};

static const char *const topic_words[] = {
    [TOPIC_USE] = "use",
    [TOPIC_CONTRACT] = "contract",
    [TOPIC_COST] = "cost",
    [TOPIC_PERIOD] = "period",
    [TOPIC_SCOPE] = "scope",
    [TOPIC_EXTENSION] = "extension",
    [TOPIC_MEETINGS] = "meetings",
    [TOPIC_DPIA] = "dpia",
    [TOPIC_DSA] = "dsa",
    [TOPIC_DPA] = "dpa",
    [TOPIC_COVERT_USE] = "covert_use",
    [TOPIC_OTHER] = "other",
    NULL,
};

static const char *const stage_words[] = {
    [STAGE_INITIAL] = "initial",
    [STAGE_INTERNAL_REVIEW] = "internal_review",
    [STAGE_ICO] = "ico",
    [STAGE_TRIBUNAL] = "tribunal",
    NULL,
};

static const char *const held_words[] = {
    [HELD_CONFIRM] = "confirm",
    [HELD_DENY] = "deny",
    [HELD_NCND] = "ncnd",
    [HELD_NONE] = "none",
    NULL,
};

static const char *const position_words[] = {
    [POSITION_CONFIRM] = "confirm",
    [POSITION_DENY] = "deny",
    [POSITION_NCND] = "ncnd",
    [POSITION_SILENT] = "silent",
    NULL,
};

static const char *const applicant_words[] = {"journalist", "individual", "researcher",
                                              "organisation", NULL};
static const char *const acknowledgement_words[] = {
    "contract_notice", "press_release", "published_dpia", "foi_disclosure", "pcc_decision",
    "board_minutes",   "parliament",    "media",          "other",          NULL};
static const char *const publisher_words[] = {"force", "collaboration", "pcc", "third_party", NULL};
static const char *const condition_words[] = {"acknowledged", "not_acknowledged", "any", NULL};
static const char *const scope_words[] = {"national", "some", "one", NULL};
static const char *const force_kind_words[] = {"territorial", "special", "national", "other", NULL};
static const char *const ruling_body_words[] = {"ico", "sic", "tribunal", "court", NULL};
static const char *const ruling_outcome_words[] = {"upheld", "partly_upheld", "not_upheld", NULL};
static const char *const ruling_subject_words[] = {"ncnd",   "exemption", "time", "cost",
                                                   "search", "other",     NULL};
static const char *const ruling_order_words[] = {"confirm_or_deny", "disclose", "respond", "none",
                                                 NULL};
static const char *const coder_words[] = {"person", "machine", "undecided", NULL};
static const char *const reading_words[] = {"A", "B", NULL};
static const char *const coded_field_words[] = {
    "reference",     "link",           "stance",    "partial_ncnd",         "held_statement",
    "use_statement", "exemptions",     "harm_test", "public_interest_test", "stage",
    "date_received", "date_responded", "force_id",  "request_id",           "tool_id",
    "question_id",   "is_response",    NULL};
static const char *const regime_words[] = {"FOIA", "FOISA", "other", NULL};

static const char *const severity_words[] = {"critical", "high", "medium", "low", "info", NULL};

const struct vocabulary stances = {.name = "stance", .words = stance_words};
const struct vocabulary topics = {.name = "topic", .words = topic_words};
const struct vocabulary stages = {.name = "stage", .words = stage_words};
const struct vocabulary held_statements = {.name = "held_statement", .words = held_words};
/* The same words; what others write for them is not the same: "held" says nothing of use. */
const struct vocabulary use_statements = {.name = "use_statement", .words = held_words};
const struct vocabulary applicant_kinds = {.name = "applicant_kind", .words = applicant_words};
const struct vocabulary positions = {.name = "position", .words = position_words};
const struct vocabulary acknowledgement_kinds = {.name = "kind", .words = acknowledgement_words};
const struct vocabulary publishers = {.name = "publisher", .words = publisher_words};
const struct vocabulary guidance_conditions = {.name = "condition", .words = condition_words};
const struct vocabulary request_scopes = {.name = "scope", .words = scope_words};
const struct vocabulary force_kinds = {.name = "kind", .words = force_kind_words};
const struct vocabulary regimes = {.name = "regime", .words = regime_words};
const struct vocabulary ruling_bodies = {.name = "ruling_body", .words = ruling_body_words};
const struct vocabulary ruling_outcomes = {.name = "outcome", .words = ruling_outcome_words};
const struct vocabulary ruling_subjects = {.name = "about", .words = ruling_subject_words};
const struct vocabulary coders = {.name = "coded_by", .words = coder_words};
const struct vocabulary reading_names = {.name = "reading", .words = reading_words};
const struct vocabulary coded_fields = {.name = "field", .words = coded_field_words};
const struct vocabulary severities = {.name = "severity", .words = severity_words};
const struct vocabulary ruling_orders = {.name = "ordered", .words = ruling_order_words};

static bool is_word(struct slice s, const char *word)
{
    return strlen(word) == s.length && strncasecmp(s.bytes, word, s.length) == 0;
}

static bool is_between(char c)
{
    return c == ' ' || c == '-' || c == '_';
}

/* "Not held" and "not-held" are not_held. */
static bool is_listed_word(struct slice s, const char *word)
{
    for (size_t i = 0; i < s.length; i++) {
        if (is_between(s.bytes[i]))
            continue;
        while (is_between(*word))
            word++;
        if (strncasecmp(s.bytes + i, word, 1) != 0)
            return false;
        word++;
    }
    return !*word;
}

int vocabulary_code(const struct vocabulary *v, struct slice word)
{
    word = slice_trim(word);
    for (int code = 0; v->words[code]; code++) {
        if (is_listed_word(word, v->words[code]))
            return code;
    }
    return -1;
}

/* "part held" is not nearly "not_held": what says no is offered only to what has a no in it. */
static bool turns_round(const char *word, const char *folded)
{
    return strncmp(word, "no", 2) == 0 && !strstr(folded, "no") && !strstr(folded, "on");
}

static const char *shown_word(const struct vocabulary *v, size_t i)
{
    return v->shown ? v->shown[i] : v->words[i];
}

/* Is another word no farther from the text than that one? */
static bool is_tied(const struct vocabulary *v, size_t nearest, const char *folded)
{
    int least = name_distance(folded, v->words[nearest], NAME_BYTES);
    for (size_t i = 0; v->words[i]; i++)
        if (i != nearest && name_distance(folded, v->words[i], least) <= least)
            return true;
    return false;
}

const char *vocabulary_nearest(const struct vocabulary *v, struct slice text)
{
    char folded[NAME_BYTES];
    name_fold(text, folded);
    for (char *p = folded; *p; p++)
        if (*p == ' ' || *p == '-')
            *p = '_';
    struct nearest_name nearest = nearest_begin(folded);
    size_t best = 0;
    for (size_t i = 0; v->words[i]; i++)
        if (!turns_round(v->words[i], folded) && nearest_offer(&nearest, v->words[i]))
            best = i;
    return nearest.name && !is_tied(v, best, folded) ? shown_word(v, best) : NULL;
}

void vocabulary_list(const struct vocabulary *v, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; v->words[i]; i++)
        text_add(out, size, "%s%s", i ? ", " : "", shown_word(v, i));
}

enum position stance_position(enum stance stance)
{
    return stance_positions[stance];
}

bool topic_is_use(enum topic topic)
{
    return topic == TOPIC_USE || topic == TOPIC_CONTRACT || topic == TOPIC_COVERT_USE;
}

enum position stated_position(int statement)
{
    switch (statement) {
    case HELD_CONFIRM:
        return POSITION_CONFIRM;
    case HELD_DENY:
        return POSITION_DENY;
    case HELD_NCND:
        return POSITION_NCND;
    default:
        return POSITION_SILENT;
    }
}

enum position shown_position(enum stance stance, int held, int use, bool is_about_use)
{
    enum position of_use = is_about_use ? stated_position(use) : POSITION_SILENT;
    if (of_use != POSITION_SILENT)
        return of_use;
    enum position of_holding = stated_position(held);
    return of_holding != POSITION_SILENT ? of_holding : stance_position(stance);
}

int yes_no_parse(struct slice word)
{
    static const char *const words[] = {"no", "yes", "false", "true", "0", "1", "n", "y"};
    word = slice_trim(word);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (is_word(word, words[i]))
            return (int)(i % 2);
    }
    return -1;
}

const char *yes_no_unknown(int code)
{
    if (code < 0)
        return "unknown";
    return code ? "yes" : "no";
}

bool means_unknown(struct slice value)
{
    value = slice_trim(value);
    return value.length == 0 || is_word(value, "unknown") || is_word(value, "n/a") ||
           is_word(value, "-");
}
