/* SPDX-License-Identifier: MIT
 * Questions by their place: "the second and third points", "the last two", "all but the last".
 */
#include "letters/number_mention.h"

enum { LAST = 99 }; /* of the words of a place */

static int take_place_word(struct number_cursor *c)
{
    static const char *const words[] = {"first",   "second", "third", "fourth", "fifth", "sixth",
                                        "seventh", "eighth", "ninth", "tenth",  NULL};
    static const char *const digits[] = {"1st", "2nd", "3rd", "4th",  "5th", "6th",
                                         "7th", "8th", "9th", "10th", NULL};
    static const char *const lasts[] = {"last", "final", NULL};
    if (cursor_take_listed(c, lasts))
        return LAST;
    int place = cursor_take_listed(c, words);
    return place ? place : cursor_take_listed(c, digits);
}

/* "the first two", "the last three": one and a number of others; else one. */
static void add_places(struct number_cursor *c, struct number_list *list, int place)
{
    int several = place == 1 || place == LAST ? cursor_take_cardinal(c) : 0;
    bool is_before_last = place == LAST && cursor_take_word(c, "but one");
    if (place != LAST) {
        number_list_add(list, (struct question_number){place, 0});
        for (int number = 2; number <= several; number++)
            number_list_add(list, (struct question_number){number, 0});
        return;
    }
    for (int back = several ? several : 1; back > 0; back--)
        number_list_add(list, (struct question_number){-back - is_before_last, 0});
}

/* "your second was what it cost", "the last two are refused", "the third you will find" */
static bool is_told_of(struct number_cursor c, bool is_several)
{
    static const char *const told[] = {
        "was",       "asked",      "concerned",     "sought",      "wanted",     "were",
        "related",   "is whether", "you",           "i have to",   "i must",     "i cannot",
        "i can't",   "i refuse",   "i am refusing", "we must",     "we have to", "we cannot",
        "we refuse", "is refused", "is held",       "is not held", NULL};
    static const char *const of_several[] = {"are",  "have",    "can",  "cannot", "will",
                                             "both", "concern", "seek", "ask",    NULL};
    return cursor_take_listed(&c, told) || (is_several && cursor_take_listed(&c, of_several));
}

/* "as for the fourth the audits found" */
static bool is_before_clause(struct number_cursor c)
{
    static const char *const words[] = {"we", "i", "it", "there", "the", "no", NULL};
    cursor_skip_spaces(&c);
    return cursor_take_listed(&c, words) != 0;
}

bool mention_take_place(struct number_cursor *c, struct number_list *list)
{
    struct number_cursor trial = *c;
    for (int place; (place = take_place_word(&trial)) != 0; cursor_skip_spaces(&trial)) {
        cursor_skip_spaces(&trial);
        add_places(&trial, list, place);
        cursor_skip_spaces(&trial);
        *c = trial;
        if (!cursor_take(&trial, ',') && joint_take(&trial) != JOINT_LIST)
            break;
    }
    bool is_of = cursor_take_word(c, "of your") || cursor_take_word(c, "of these") ||
                 cursor_take_word(c, "of the");
    if (is_of)
        cursor_skip_spaces(c);
    bool is_answer = false, is_several = list->count > 1;
    char next = cursor_peek(c, 0);
    bool has_name = list->count && mention_take_name(c, &is_answer) && !is_answer;
    bool ends_lead = next == ',' || next == '.' || next == '(' || is_before_clause(*c);
    list->is_ordinal = !has_name;
    list->is_named = list->count && (has_name || next == ':' || (c->has_lead && ends_lead) ||
                                     (c->has_article && is_told_of(*c, is_several)));
    return list->is_named;
}

bool mention_take_exception(struct number_cursor *c)
{
    static const char *const leads[] = {"save for",
                                        "except for",
                                        "apart from",
                                        "with the exception of",
                                        "other than",
                                        "all but",
                                        "all except",
                                        "all except for",
                                        "all save",
                                        "all apart from",
                                        "all of it except",
                                        "all of it but",
                                        "all of them but",
                                        "all of them except",
                                        "all questions but",
                                        "all questions except",
                                        "all questions except for",
                                        "all questions apart from",
                                        "all points but",
                                        "all points except",
                                        "all parts except",
                                        "every question but",
                                        "every question except",
                                        "every point but",
                                        "every point except",
                                        "everything but",
                                        "everything except",
                                        "everything except for",
                                        "everything apart from",
                                        "everything save",
                                        NULL};
    static const char *const articles[] = {"the", "your", NULL};
    struct number_cursor trial = *c;
    int found = 0;
    for (int i = 0; leads[i]; i++) {
        struct number_cursor longer = *c;
        if (cursor_take_word(&longer, leads[i]) && longer.at > trial.at) {
            trial = longer;
            found = i + 1;
        }
    }
    if (!found)
        return false;
    cursor_skip_spaces(&trial);
    trial.has_article |= cursor_take_listed(&trial, articles) != 0;
    cursor_skip_spaces(&trial);
    trial.has_lead = true;
    *c = trial;
    return true;
}
