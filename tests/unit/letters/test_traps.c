/* SPDX-License-Identifier: MIT
 * What misleads (LETTERS 2.2), each by a short letter.
 */
#include "suites.h"
#include "table.h"

#include "short_letter.h"

static const struct {
    const char *trap, *body, *summary, *flag, *reading_b;
} traps[] = {
    {"plain refusal",
     "Northmere Constabulary can neither confirm nor deny that it holds this, by virtue of section "
     "31(3).",
     "ncnd - ncnd - 31(3)", "", ""},
    {"duties recited",
     "The Act places two duties on us: the first is to say whether we hold a thing, the second to "
     "hand it over.\n\n"
     "No information is held.",
     "not_held no deny - -", "", ""},
    {"held in the Act's purpose",
     "The Act gives people a right of access to information held by authorities.\n\nWe do not use "
     "it.",
     "not_held no none deny -", "", ""},
    {"residual scope",
     "I attach the policy you asked for.\n\nWe can neither confirm nor deny holding anything "
     "further, under section 31(3).",
     "disclosed yes none - 31(3)", "", ""},
    {"residual with nothing before it",
     "We neither confirm nor deny that other information is held, by virtue of section 24(2).",
     "ncnd yes ncnd - 24(2)", "residual_without_base", ""},
    {"scope in the lead-in",
     "We use Osprey Lens to plan shifts.\n\nFor anything else we rely on the following.\n\n"
     "The Act places two duties on an authority: to say whether it holds a thing, and to hand it "
     "over.\n\n"
     "Northmere Constabulary neither confirms nor denies that it holds what you ask for, by virtue "
     "of section 31(3).",
     "disclosed yes none confirm 31(3)", "", ""},
    {"lead-in without else",
     "Having asked around, we rely on the following.\n\nWe neither confirm nor deny holding it, "
     "under section 31(3).",
     "ncnd - ncnd - 31(3)", "", ""},
    {"covert only",
     "There is no information held on open use.\n\nOn covert use we neither confirm nor deny that "
     "any information is held, under section 24(2).",
     "not_held yes deny - 24(2)", "", ""},
    {"covert because it was asked",
     "We neither confirm nor deny holding any information on covert use, under section 24(2).",
     "ncnd - ncnd - 24(2)", "", ""},
    {"no-inference line",
     "No information is held.\n\nThis must not be taken to mean that it exists elsewhere or does "
     "not.",
     "not_held no deny - -", "", ""},
    {"hypothetical in the harm part",
     "We neither confirm nor deny holding it, under section 31(3).\n\nHarm\nTo confirm that it is "
     "held would show our strength; to say that "
     "none is held would show our weakness.",
     "ncnd - ncnd - 31(3)", "", ""},
    {"conditional", "If we held it, it would be exempt under section 31(1).", "other - none - -",
     "no_decision_found", ""},
    {"double negative", "We do not say that nothing is held.", "other - none - -",
     "double_negative", ""},
    {"doubtful denial", "We cannot confirm that it is held.", "other - none - -", "doubtful_denial",
     ""},
    {"format, not holding",
     "This is not recorded centrally. To find it would take 900 hours, each file being read by "
     "hand.",
     "refused_cost - none - -", "", ""},
    {"cost worded as a refusal to say",
     "We can neither confirm nor deny that it is held, since to find out would take too long; "
     "section 12(2) applies.",
     "refused_cost - none - 12(2)", "cost_ncnd", "refused_cost"},
    {"vexatious gloss",
     "We refuse your request as vexatious under section 14(1). Section 14 frees an authority even "
     "from having to confirm or deny.",
     "refused_vexatious - none - 14(1)", "", ""},
    {"held, then subsections that excuse from saying",
     "The information is held. I exempt it under section 24(2) and section 31(3).",
     "ncnd - confirm - 24(2);31(3)", "", "held_exempt"},
    {"joined templates",
     "Northmere Constabulary can confirm that it holds the information as the duty to confirm or "
     "deny does not apply, by virtue of section "
     "31(1) and section 43(2).",
     "held_exempt no confirm - 31(1);43(2)", "template_hybrid", ""},
    {"formula above a No",
     "We can confirm that the information you ask for is held. No, we do not use it.",
     "disclosed no confirm deny -", "formula_against_answer", ""},
    {"zero", "Osprey Lens is used by us. Times used in 2023: 0", "disclosed no none confirm -", "",
     ""},
    {"31(1) where 31(3) is meant",
     "We neither confirm nor deny it, by virtue of section 31(1) and section 24(1).",
     "ncnd - ncnd - 31(1);24(1)", "", ""},
    {"23(5) rider",
     "No information is held.\n\nAs regards the bodies listed in section 23(3) we neither confirm "
     "nor deny that anything is held, by virtue "
     "of section 23(5).",
     "not_held yes deny - 23(5)", "", ""},
    {"section 12 with advice",
     "To comply would exceed the appropriate limit, and section 12(1) applies.\n\nUnder section 16 "
     "you could ask for one year.",
     "refused_cost - none - 12(1)", "", ""},
    {"not held, ask X", "No record is held by us. The Home Office may hold it.",
     "not_held no deny - -", "", ""},
    {"other bodies",
     "Another force has confirmed that it holds this, and the supplier says that it is used "
     "here.\n\nWe hold no information.",
     "not_held no deny - -", "", ""},
    {"other law", "No information is held. Section 43 of the Terrorism Act 2000 is another matter.",
     "not_held no deny - -", "", ""},
    {"complaint paragraph",
     "No information is held.\n\nIf you disagree, the commissioner will decide whether we held it.",
     "not_held no deny - -", "", ""},
    {"history",
     "You were told in May that no information is held.\n\nOn looking again we now hold the report "
     "and it is exempt under section 31(1).",
     "held_exempt no confirm - 31(1)", "", ""},
    {"public already",
     "We hold this. It is exempt under section 21(1): https://northmere.example/osprey",
     "held_s21 no confirm - 21(1)", "", ""},
};

START_TEST(trap_is_read)
{
    struct letter_reading reading;
    char summary[200];
    short_read_body(traps[_i].body, &reading);
    short_summary(&reading, "", summary, sizeof summary);
    ck_assert_msg(strcmp(summary, traps[_i].summary) == 0, "%s: \"%s\"", traps[_i].trap, summary);
    const struct letter_row *a = short_row(&reading, "", 'A'), *b = short_row(&reading, "", 'B');
    ck_assert_msg(!*traps[_i].flag || strstr(a->flags, traps[_i].flag), "%s: flags \"%s\"",
                  traps[_i].trap, a->flags);
    ck_assert_msg(strcmp(b ? b->values[LETTER_STANCE] : "", traps[_i].reading_b) == 0,
                  "%s: B \"%s\"", traps[_i].trap, b ? b->values[LETTER_STANCE] : "");
    ck_assert(!b || a->review);
    letter_reading_done(&reading);
}
END_TEST

static const struct {
    const char *text, *question, *summary;
} numbered[] = {
    {"Request\n1. Is it used?\n2. What did it cost?\n3. Who sells it?\n\nResponse\n1. No.\n2. To "
     "find it would exceed the appropriate limit; "
     "section 12(1) applies.\n3. We neither confirm nor deny it, under section "
     "31(3).\n\nComplaints\nWrite to us.\n",
     "Q1", "not_held no none deny -"},
    {"Request\n1. Is it used?\n2. What did it cost?\n\nResponse\nFor question 2 no information is "
     "held. For question 1 we attach the policy.\n\n"
     "Complaint rights\nWrite to us.\n",
     "Q2", "not_held no deny - -"},
    {"Request\n1. Is it used?\n2. Was it used covertly?\n\nResponse\nQuestion 1 - we use Osprey "
     "Lens.\n\nThis letter is a refusal notice for "
     "question 2 and for anything else on hidden use, of which we neither confirm nor deny holding "
     "anything, under section 31(3).\n\n"
     "Complaint rights\nWrite to us.\n",
     "Q2", "ncnd - ncnd - 31(3)"},
    {"Request\n1. Is it used?\n2. Was it used covertly?\n\nResponse\nQuestion 1 - we use Osprey "
     "Lens.\n\nThis letter is a refusal notice for "
     "question 2 and for anything else on hidden use, of which we neither confirm nor deny holding "
     "anything, under section 31(3).\n\n"
     "Complaint rights\nWrite to us.\n",
     "Q1", "disclosed yes none confirm 31(3)"},
};

START_TEST(question_is_read)
{
    struct letter_reading reading;
    char summary[200];
    short_read(numbered[_i].text, ACT_FOIA, 0, &reading);
    short_summary(&reading, numbered[_i].question, summary, sizeof summary);
    ck_assert_str_eq(summary, numbered[_i].summary);
    letter_reading_done(&reading);
}
END_TEST

START_TEST(scottish_letter_is_read)
{
    struct letter_reading reading;
    char summary[200];
    short_read("Request\n\nIs Osprey Lens used?\n\nResponse\n\nIn terms of section 18(1), read "
               "with section 35(1)(a), we refuse to reveal whether the "
               "information exists or is held.\n\nComplaints\nWrite to us.\n",
               ACT_FOISA, 0, &reading);
    short_summary(&reading, "", summary, sizeof summary);
    ck_assert_str_eq(summary, "ncnd - ncnd - 18(1);35(1)(a)");
    letter_reading_done(&reading);
}
END_TEST

static const struct {
    const char *kind, *body, *summary;
} wordings[] = {
    {"a negative before the verb", "At no time have we deployed Osprey Lens.",
     "not_held no none deny -"},
    {"nobody of the force", "No officer of this force has used Osprey Lens.",
     "not_held no none deny -"},
    {"a negative behind the verb", "Osprey Lens is used by none of our officers.",
     "not_held no none deny -"},
    {"alternatives are no condition",
     "If it is held, or if it is not, that is something which we decline to confirm or deny.",
     "ncnd - ncnd - -"},
    {"told of what was said",
     "In June we answered that no information was held. The report is held "
     "and a copy is enclosed.",
     "disclosed no confirm - -"},
    {"an opinion is no holding",
     "I hold that the greater interest is in silence. We neither confirm nor deny that it is held, "
     "section 31(3).",
     "ncnd - ncnd - 31(3)"},
    {"wrongly applied", "Section 14(1) was wrongly applied. No information is held.",
     "not_held no deny - -"},
    {"yet to", "Northmere Constabulary has yet to use Osprey Lens.", "not_held no none deny -"},
    {"no information that we have", "This isn't information the force possesses.",
     "not_held no deny - -"},
    {"a blank", "Our records department drew a blank.", "not_held no deny - -"},
    {"nothing on file", "There is nothing on file that meets your request.",
     "not_held no deny - -"},
    {"not in our possession", "The requested documents are not in the possession of this force.",
     "not_held no deny - -"},
    {"we do not, after others",
     "You asked us to confirm or deny that we hold it. We can confirm that we do not.",
     "not_held no deny - -"},
    {"wrong to say that we do not, and that we do",
     "It would be wrong to say that we do not hold it. It would be as wrong to say that we do.",
     "other - none - -"},
    {"no comment on whether it is held",
     "We make no comment on whether the information is held, by virtue of section 31(3).",
     "ncnd - ncnd - 31(3)"},
    {"kept to ourselves",
     "Whether the force holds any such records is something we keep to ourselves under section "
     "31(3).",
     "ncnd - ncnd - 31(3)"},
    {"two refusals in one",
     "I am unable to confirm, and equally unable to deny, that it is held under section 31(3).",
     "ncnd - ncnd - 31(3)"},
    {"refusal in two halves",
     "This is our refusal to confirm, or to deny, that it is held under section 31(3).",
     "ncnd - ncnd - 31(3)"},
    {"customer of", "The force has been a customer of Osprey Lens since 2019.",
     "disclosed no none confirm -"},
    {"went live", "Osprey Lens went live in this force in March 2022.",
     "disclosed no none confirm -"},
    {"officers of ours", "Our analysts use Osprey Lens.", "disclosed no none confirm -"},
    {"answer in a sentence", "The answer to your question is yes.", "disclosed no none confirm -"},
    {"comes with the letter", "We hold this information and a copy comes with this letter.",
     "disclosed no confirm - -"},
    {"found beneath", "The data is held and can be found in the table beneath.",
     "disclosed no confirm - -"},
    {"you cannot have it",
     "The information is held by us. You cannot have it, because section 31(1)(a) applies.",
     "held_exempt no confirm - 31(1)(a)"},
    {"held, full stop", "Held. Exempt: section 43(2).", "held_exempt no confirm - 43(2)"},
};

START_TEST(wording_is_read)
{
    struct letter_reading reading;
    char summary[200];
    short_read_body(wordings[_i].body, &reading);
    short_summary(&reading, "", summary, sizeof summary);
    ck_assert_msg(strcmp(summary, wordings[_i].summary) == 0, "%s: \"%s\"", wordings[_i].kind,
                  summary);
    letter_reading_done(&reading);
}
END_TEST

START_TEST(yes_behind_an_unread_negative_is_reviewed)
{
    struct letter_reading reading;
    short_read_body("Hardly ever has it been said that we use Osprey Lens.", &reading);
    const struct letter_row *row = short_row(&reading, "", 'A');
    ck_assert(row->review);
    letter_reading_done(&reading);
}
END_TEST

/* What counts and speaks against the outcome, and what only looks so. */
static const struct {
    const char *body;
    bool is_contradicted;
} contradictions[] = {
    {"We neither confirm nor deny that we hold it. The annual licence is \xc2\xa3"
     "230,000.",
     true},
    {"We neither confirm nor deny that we hold it. It is used by our intelligence unit.", true},
    {"We neither confirm nor deny that we hold it. The contract is public: see "
     "https://www.example.org/notice.",
     true},
    {"No information is held on that. We enclose the contract that you asked for.", true},
    {"Our cars say all that they are told, as the duty in section 1(1)(a) does not apply, by "
     "virtue "
     "of section 43(2).",
     true},
    {"We neither confirm nor deny that we hold it.", false},
    {"Having considered your request I provide a response for your attention. The information is "
     "not held.",
     false},
    {"We enclose the contract that you asked for.", false},
};

START_TEST(what_speaks_against_the_outcome_goes_to_a_person)
{
    struct letter_reading reading;
    short_read_body(contradictions[_i].body, &reading);
    const struct letter_row *row = short_row(&reading, "", 'A');
    bool is_contradicted = strstr(row->flags, "contradicted") != NULL;
    ck_assert_msg(is_contradicted == contradictions[_i].is_contradicted, "%s: \"%s\"",
                  contradictions[_i].body, row->flags);
    ck_assert(row->review || !is_contradicted);
    letter_reading_done(&reading);
}
END_TEST

START_TEST(letter_is_flagged)
{
    static const struct {
        const char *text, *flag;
    } letters[] = {
        {"Hello. Nothing here asks or answers.", "unsegmented"},
        {"Request\n\nWhat is held on me?\n\nResponse\n\nYour letter is treated as a subject access "
         "request and not under the Act.\n",
         "dpa"},
        {"Request\n1. Is it used?\n2. What did it cost?\n\nResponse\n1. We use Osprey Lens.\n\n"
         "Complaints\nWrite to us.\n",
         "unanswered_question"},
        {"3. The policy is not held.\n\n4. We neither confirm nor deny that more is held.\n",
         "begins_late"},
        {"not held. Some other papers were looked at, and they are of no help either.\n",
         "begins_late"},
        {"Our ref: 100/24\n\nRequest\n\nIs it used?\n\nResponse\n\nWe neither confirrn nor deny "
         "tbat inforrnation is held.\n",
         "misread_words"},
        {"Our ref: 100/24\n\nRequest\n\nIs it used?\n\nResponse\n\nThe information is exempt.\n",
         "no_grounds"},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct letter_reading reading;
        short_read(letters[i].text, ACT_FOIA, 0, &reading);
        ck_assert_msg(strstr(reading.rows[0].flags, letters[i].flag), "%s: \"%s\"", letters[i].flag,
                      reading.rows[0].flags);
        letter_reading_done(&reading);
    }
}
END_TEST

Suite *suite_letters_traps(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/traps", &tcase);
    ADD_TABLE_TEST(tcase, trap_is_read, traps);
    ADD_TABLE_TEST(tcase, question_is_read, numbered);
    ADD_TABLE_TEST(tcase, wording_is_read, wordings);
    tcase_add_test(tcase, yes_behind_an_unread_negative_is_reviewed);
    ADD_TABLE_TEST(tcase, what_speaks_against_the_outcome_goes_to_a_person, contradictions);
    tcase_add_test(tcase, letter_is_flagged);
    tcase_add_test(tcase, scottish_letter_is_read);
    return suite;
}
