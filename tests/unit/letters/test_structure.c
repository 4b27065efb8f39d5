/* SPDX-License-Identifier: MIT
 * Whose question each part of a letter answers (LETTERS 1.2): the same three answers in the layouts
 * that officers choose.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/text.h"
#include "short_letter.h"

#include <stdlib.h>

static const struct letter_question asked[] = {
    {"Q1", "Does the force use Osprey Lens?"},
    {"Q2", "How much has been spent on training?"},
    {"Q3", "Please provide a copy of the contract with the supplier."}};

#define A1 "Yes, it is in use."
#define A2 "No information is held."
#define A3 "The contract is held and is exempt under section 43(2)."
#define LIST                                                                                       \
    "Your request\n\n1. Does the force use Osprey Lens?\n2. How much has been spent on "           \
    "training?\n3. Please provide a copy of the contract with the supplier.\n\nOur "               \
    "response\n\n"

/* All say the same of the three questions. */
static const struct {
    const char *what, *body;
} layouts[] = {
    {"answers by number", LIST "1. " A1 "\n2. " A2 "\n3. " A3},
    {"answers by name", LIST "Question 1: " A1 "\n\nQuestion 2: " A2 "\n\nQuestion 3: " A3},
    {"the name alone", LIST "Response 1\n" A1 "\n\nResponse 2\n" A2 "\n\nResponse 3\n" A3},
    {"numbers behind words", LIST "As to (1), yes, it is in use.\nAs to (2), no information is "
                                  "held.\nAs to (3), the contract is held and is exempt under "
                                  "section 43(2)."},
    {"ordinals",
     LIST "The first question: " A1 "\nThe second question: " A2 "\nThe third question: " A3},
    {"between the questions",
     "1. Does the force use Osprey Lens?\n" A1 "\n2. How much has been spent on training?\n" A2
     "\n3. Please provide a copy of the contract with the supplier.\n" A3},
    {"headings between",
     "Question 1\nDoes the force use Osprey Lens?\nAnswer\n" A1
     "\n\nQuestion 2\nHow much has been spent on training?\nAnswer\n" A2
     "\n\nQuestion 3\nPlease provide a copy of the contract with the supplier.\nAnswer\n" A3},
    {"questions without numbers",
     "Does the force use Osprey Lens?\n\n" A1 "\n\nHow much has been spent on training?\n\n" A2
     "\n\nA copy of the contract with the supplier\n\n" A3},
    {"a list, and each again",
     LIST "1. Does the force use Osprey Lens?\n" A1 "\n2. How much has been spent on training?\n" A2
          "\n3. Please provide a copy of the contract with the supplier.\n" A3},
    {"on one line",
     "Q1. Does the force use Osprey Lens? - " A1 "\nQ2. How much has been spent on training? - " A2
     "\nQ3. A copy of the contract with the supplier - " A3},
    {"Q and A",
     "Q. Does the force use Osprey Lens? A. " A1 "\nQ. How much has been spent on training? A. " A2
     "\nQ. A copy of the contract with the supplier? A. " A3},
    {"a table of three columns", "No | Question | Answer\n1 | Does the force use Osprey Lens? | " A1
                                 "\n2 | How much has been spent on training? | " A2
                                 "\n3 | A copy of the contract with the supplier | " A3},
    {"a table of two", "You asked | We say\nDoes the force use Osprey Lens? | " A1
                       "\nHow much has been spent on training? | " A2
                       "\nA copy of the contract with the supplier | " A3},
    {"cells behind tabs", "Question\tResponse\n1. Does the force use Osprey Lens?\t" A1
                          "\n2. How much has been spent on training?\t" A2
                          "\n3. A copy of the contract with the supplier\t" A3},
    {"bullets that begin with a bare number", LIST
     "\xe2\x80\x93 1 is answered yes, it is in use.\n\xe2\x80\x93 2 is not held.\n\xe2\x80\x93 "
     "3 is held and is exempt under section 43(2)."},
    {"adverbs", LIST "Firstly, yes, it is in use.\n\nSecondly, no information is held.\n\nLastly, "
                     "the contract is held and is exempt under section 43(2)."},
    {"one paragraph, numbers before",
     LIST "As far as question 1 goes, yes, it is in use. On question 2 no information is held. We "
          "come now to question 3. The contract is held and is exempt under section 43(2)."},
    {"one paragraph, numbers behind",
     LIST "It is in use, and that is the whole of question 1. No information is held, so much for "
          "question 2. The contract is held and is exempt under section 43(2), which is the reply "
          "to your question 3."},
    {"one paragraph, numbers in brackets",
     LIST "Osprey Lens is in use (question 1). No information on training is held (question 2). "
          "The contract is held and is exempt under section 43(2) (question 3)."},
    {"one sentence", LIST "The answer to question 1 is yes, it is in use; as to question 2, no "
                          "information is held; and the contract asked for at 3 is held and is "
                          "exempt under section 43(2)."},
    {"ordinals in brackets",
     LIST "On the first (use), yes, it is in use.\n\nOn the second (training), no information is "
          "held.\n\nOn the third (the contract), it is held and is exempt under section 43(2)."},
    {"strokes", LIST "1 | " A1 "\n2 | " A2 "\n3 | " A3},
    {"typed into the message",
     "From: FOI Unit, Northmere Police\nSent: 3 June 2024\nTo: A. Person\n\nDear A. Person,\nMy "
     "answers are under each of your questions.\n\nFrom: A. Person\nSent: 2 May 2024\nTo: FOI "
     "Unit\n\nDear Northmere Police,\n1. Does the force use Osprey Lens?\n" A1
     "\n2. How much has been spent on training?\n" A2
     "\n3. Please provide a copy of the contract with the supplier.\n" A3},
    {"the question again in brackets", LIST "Q1 (does the force use Osprey Lens?) " A1
                                            "\nQ2 (how much has been spent on training?) " A2
                                            "\nQ3 (a copy of the contract with the supplier) " A3},
    {"bullets below each question",
     "Q1 Does the force use Osprey Lens?\n\n* " A1
     "\n\nQ2 How much has been spent on training?\n\n* " A2
     "\n\nQ3 Please provide a copy of the contract with the supplier.\n\n* " A3},
    {"quoted questions", "> 1. Does the force use Osprey Lens?\n\n" A1
                         "\n\n> 2. How much has been spent on training?\n\n" A2
                         "\n\n> 3. Please provide a copy of the contract with the "
                         "supplier.\n\n" A3},
    {"marked answers", "Question 1: Does the force use Osprey Lens?\n>> " A1
                       "\n\nQuestion 2: How much has been spent on training?\n>> " A2
                       "\n\nQuestion 3: Please provide a copy of the contract with the "
                       "supplier.\n>> " A3},
    {"letters",
     "a) Does the force use Osprey Lens?\n" A1 "\nb) How much has been spent on training?\n" A2
     "\nc) Please provide a copy of the contract with the supplier.\n" A3},
    {"numbered paragraphs of the letter",
     "1. Your request of 3 May was received here.\n\n2. Question 1. " A1 "\n\n3. Question 2. " A2
     "\n\n4. Question 3. " A3 "\n\n5. This letter is a refusal notice to that extent."},
    {"paragraphs that begin with a citation or with what they are of",
     "1. Your request of 3 May was received here.\n\n2. Section 17 asks for a notice.\n\n3. Item "
     "(1). " A1 "\n\n4. I turn to (2) and (3). As to the former, no information is held. As to "
     "the latter, the contract is held and is exempt under section 43(2)."},
    {"a page ends in each answer",
     LIST "1. Yes, the force uses Osprey Lens and has used it\n\nOFFICIAL\nNorthmere "
          "Constabulary, Mere Road\nPage 1 of 3\n\nfor two years.\n\n2. No informa-\n\n"
          "OFFICIAL\nNorthmere Constabulary, Mere Road\nPage 2 of 3\n\ntion is held.\n\n3. " A3
          "\n\nOFFICIAL\nNorthmere Constabulary, Mere Road\nPage 3 of 3"},
    {"topics", LIST "Osprey Lens: it is in use.\nTraining: no information is held.\nContract: "
                    "it is held and is exempt under section 43(2)."},
    {"two languages", "Cwestiwn 1 / Question 1\n" A1 "\n\nCwestiwn 2 / Question 2\n" A2
                      "\n\nCwestiwn 3 / Question 3\n" A3},
    {"a thread",
     "From: A. Person\nDate: 3 May 2024\n\nDoes the force use Osprey Lens? You hold it, "
     "I am sure.\n\nFrom: FOI, Northmere Constabulary\nDate: 5 June 2024\n\n1. " A1 "\n2. " A2
     "\n3. " A3},
    {"a complaint that is asked about",
     LIST "1. " A1 " You may complain about it at any police station.\n2. " A2 "\n3. " A3},
    {"each part introduced in prose",
     "You asked whether the force uses Osprey Lens, how much has been spent on training, and for a "
     "copy of the contract with the supplier.\n\nIn response to your first question, " A1
     "\n\nTurning to your second question, " A2 "\n\nWith regard to your third question, " A3},
    {"numbers in brackets at the end",
     LIST "Yes, it is in use (question 1).\n\nNo information is held (question 2).\n\nThe contract "
          "is held and is exempt under section 43(2) (question 3)."},
    {"one paragraph", LIST
     "For question 1, yes, it is in use. For question 2, no information is held. For question 3, "
     "the contract is held and is exempt under section 43(2)."},
    {"bold labels", LIST "**Q1** " A1 "\n\n**Q2** " A2 "\n\n**Q3** " A3},
    {"hash labels", LIST "#1 " A1 "\n#2 " A2 "\n#3 " A3},
    {"No. labels", LIST "No. 1: " A1 "\nNo. 2: " A2 "\nNo. 3: " A3},
    {"roman", LIST "(i) " A1 "\n(ii) " A2 "\n(iii) " A3},
    {"Answer to question",
     LIST "Answer to question 1\n" A1 "\nAnswer to question 2\n" A2 "\nAnswer to question 3\n" A3},
    {"Q1/A1", "Q1: Does the force use Osprey Lens?\nA1: " A1
              "\nQ2: How much has been spent on training?\nA2: " A2
              "\nQ3: A copy of the contract with the supplier\nA3: " A3},
    {"question, then Reply label", "Does the force use Osprey Lens?\nReply: " A1
                                   "\nHow much has been spent on training?\nReply: " A2
                                   "\nA copy of the contract with the supplier\nReply: " A3},
    {"parts of the request", LIST "Part 1 of your request\n" A1 "\n\nPart 2 of your request\n" A2
                                  "\n\nPart 3 of your request\n" A3},
    {"arrows",
     "1. Does the force use Osprey Lens? -> " A1 "\n2. How much has been spent on training? -> " A2
     "\n3. Please provide a copy of the contract with the supplier. -> " A3},
    {"answers indented", "1. Does the force use Osprey Lens?\n    " A1
                         "\n2. How much has been spent on training?\n    " A2
                         "\n3. Please provide a copy of the contract with the supplier.\n    " A3},
    {"answers in capitals",
     "1. Does the force use Osprey Lens?\nYES, IT IS IN USE.\n2. How much has been spent on "
     "training?\nNO INFORMATION IS HELD.\n3. Please provide a copy of the contract with the "
     "supplier.\nTHE CONTRACT IS HELD AND IS EXEMPT UNDER SECTION 43(2)."},
    {"question quoted in the answer",
     LIST "You asked \"Does the force use Osprey Lens?\"\n" A1
          "\n\nYou asked \"How much has been spent on training?\"\n" A2
          "\n\nYou asked for \"a copy of the contract with the supplier\".\n" A3},
    {"sections by what is done", LIST
     "Question 1\n" A1 "\n\nQuestion 2\n" A2 "\n\nQuestion 3\n" A3
     "\n\nSection 43(2) - Commercial Interests\nThe harm is that rivals would undercut the "
     "supplier. The public interest in spending is met by the total. On balance we withhold it."},
    {"bullets", LIST "* Question 1 - " A1 "\n* Question 2 - " A2 "\n* Question 3 - " A3},
    {"in relation to",
     LIST "In relation to Q1 - " A1 "\nIn relation to Q2 - " A2 "\nIn relation to Q3 - " A3},
    {"your point", LIST "Your point 1: " A1 "\nYour point 2: " A2 "\nYour point 3: " A3},
    {"requests and responses",
     "Request 1\nDoes the force use Osprey Lens?\nResponse 1\n" A1
     "\nRequest 2\nHow much has been spent on training?\nResponse 2\n" A2
     "\nRequest 3\nPlease provide a copy of the contract with the supplier.\nResponse 3\n" A3},
    {"request in one paragraph, numbered",
     "You asked: 1) Does the force use Osprey Lens? 2) How much has been spent on training? 3) "
     "Please provide a copy of the contract with the supplier.\n\nOur answers are: 1) " A1 " 2) " A2
     " 3) " A3},
    {"duties around the answers",
     LIST "Section 1 of the Act places two duties on us: to say whether information is held, and "
          "to supply it.\n\n1. " A1 "\n\n2. " A2 "\n\n3. " A3
          "\n\nSection 17 of the Act requires us to provide you with a notice which states that "
          "fact, specifies the exemption and states why it applies."},
    {"the outcome of all in one sentence", LIST
     "Your request has been considered and the outcome is that question 1 is answered in full, "
     "no information is held for question 2 and question 3 is exempt under section 43(2).\n\n"
     "1. It is in use.\n\n2. Nothing is held.\n\n3. Prices would be undercut."},
    {"the outcome with the verb before its number",
     LIST "The force does not hold information for question 2, question 1 is answered in full and "
          "for question 3 the contract is exempt under section 43(2)."},
    {"a name, an answer, and no sign between",
     LIST "Q1 Yes, in two stations.\n\nQ2 " A2 "\n\nQ3 " A3},
    {"more of a question between its label and its answer",
     LIST "Question 1\nDoes the force use Osprey Lens? Before you say that you neither confirm nor "
          "deny, please note what others said.\n\nAnswer 1\n" A1 "\n\nAnswer 2\n" A2
          "\n\nAnswer 3\n" A3},
    {"paragraphs behind the last answer",
     LIST "1. " A1 "\n\n2. " A2 "\n\n3. " A3 "\n\nWe are sorry for the time that this has taken."},
};

static void read_body(const char *body, struct letter_reading *ret)
{
    static const char *const own[] = {"Northmere Constabulary"}, *const tools[] = {"Osprey Lens"};
    struct letter_context context = {.own_names = own,
                                     .own_name_count = 1,
                                     .tools = tools,
                                     .tool_count = 1,
                                     .questions = asked,
                                     .question_count = sizeof asked / sizeof *asked,
                                     .regime = ACT_FOIA};
    char *text = memory_print("Northmere Constabulary\nOur ref: 100/24\n\n%s\n\nIf you are "
                              "dissatisfied you may ask for an internal review.\n\nYours "
                              "sincerely\n",
                              body);
    struct letter_text letter = {.text = text, .length = strlen(text)};
    struct error err = {0};
    ck_assert_msg(letter_read(short_reader(), &letter, &context, ret, &err), "%s", err.what);
    letter_text_free(&letter);
}

/* "Q1 disclosed, Q2 not_held" */
static void rows_of(const struct letter_reading *reading, char *out, size_t size)
{
    text_fit(out, size, "%s", "");
    for (size_t i = 0; i < reading->row_count; i++)
        if (reading->rows[i].reading == 'A')
            text_add(out, size, "%s%s %s", *out ? ", " : "", reading->rows[i].question_id,
                     reading->rows[i].values[LETTER_STANCE]);
}

static void check_rows(const char *what, const char *body, const char *expected)
{
    struct letter_reading reading;
    char rows[512];
    read_body(body, &reading);
    rows_of(&reading, rows, sizeof rows);
    ck_assert_msg(strcmp(rows, expected) == 0, "%s: %s", what, rows);
    letter_reading_done(&reading);
}

START_TEST(layouts_say_the_same)
{
    check_rows(layouts[_i].what, layouts[_i].body, "Q1 disclosed, Q2 not_held, Q3 held_exempt");
}
END_TEST

static const struct {
    const char *what, *body, *rows;
} others[] = {
    {"as above", LIST "1. " A1 "\n2. " A2 "\n3. As above.",
     "Q1 disclosed, Q2 not_held, Q3 not_held"},
    {"as another", LIST "1. " A1 "\n2. " A2 "\n3. See question 1.",
     "Q1 disclosed, Q2 not_held, Q3 disclosed"},
    {"another is named in an answer", LIST "1. " A1 "\n2. " A2 "\n3. As for question 2: " A2,
     "Q1 disclosed, Q2 not_held, Q3 not_held"},
    {"a notice says of which it is",
     LIST "1. " A1 "\n2. " A2
          "\n3. See below.\n\nRefusal notice\nThis notice is for question 3. The information is "
          "exempt under section 43(2).",
     "Q1 disclosed, Q2 not_held, Q3 held_exempt"},
    {"all in an appendix",
     "1. Does the force use Osprey Lens?\nSee Appendix A.\n2. How much has been spent on "
     "training?\nSee Appendix A.\n3. Please provide a copy of the contract with the "
     "supplier.\nSee Appendix A.\n\nAppendix A\nWe can neither confirm nor deny that any of it is "
     "held, by virtue of section 31(3).",
     " ncnd"},
    {"the newer message counts",
     "From: FOI, Northmere Constabulary\nDate: 5 May 2024\n\nNo information is held.\n\nFrom: A. "
     "Person\nDate: 6 May 2024\n\nPlease look again. You hold it.\n\nFrom: FOI, Northmere "
     "Constabulary\nDate: 5 June 2024\n\nWe neither confirm nor deny that any information is "
     "held, by virtue of section 31(3).",
     " ncnd"},
    {"the newer message stands above",
     "We neither confirm nor deny that any information is held, by virtue of section "
     "31(3).\n\n-----Original Message-----\nFrom: FOI, Northmere Constabulary\nDate: 5 May "
     "2024\n\nNo information is held.",
     " ncnd"},
    {"the applicant quotes a refusal",
     "From: A. Person\nDate: 6 May 2024\n\nYou neither confirm nor deny it, as always.\n\nFrom: "
     "FOI, Northmere Constabulary\nDate: 5 June 2024\n\nNo information is held.",
     " not_held"},
    {"a review by question",
     "Internal review\n\nQuestion 2\nHow much has been spent on training?\nThe first response: "
     "\"No information held.\"\nOur response on review\nWe have found the figure, which is "
     "1,200 pounds. A copy of the record is attached.\n\nQuestion 3\nPlease provide a copy of "
     "the contract with the supplier.\nThe first response: \"Exempt, section 31(1).\"\nOur "
     "response on review\nThe contract is held and is exempt under section 43(2).",
     "Q2 disclosed, Q3 held_exempt"},
    {"two questions in one answer", LIST "Questions 1 and 2: " A2 "\n\nQuestion 3: " A3,
     "Q1 not_held, Q2 not_held, Q3 held_exempt"},
    {"a range", LIST "Response 1 - 2: " A2 "\n\nResponse 3: " A3,
     "Q1 not_held, Q2 not_held, Q3 held_exempt"},
    {"one refused apart, the rest together",
     LIST "In respect of questions 1 and 2, no information is held.\n\nIn respect of question 3, "
          "the contract is held and is exempt under section 43(2).",
     "Q1 not_held, Q2 not_held, Q3 held_exempt"},
    {"the rest behind all answers",
     LIST "1. " A1 "\n2. " A2 "\n3. " A1
          "\n\nIn addition, we neither confirm nor deny that any other information is held, by "
          "virtue of section 31(3).",
     "Q1 disclosed, Q2 not_held, Q3 disclosed"},
    {"a reason with numbers",
     LIST "1. " A1 "\n\n2. " A2 "\n\n3. " A3
          "\n\nHarm\n1. Rivals would undercut the supplier.\n2. The force would pay "
          "more.\n\nBalance\nThe public interest in withholding is the stronger.",
     "Q1 disclosed, Q2 not_held, Q3 held_exempt"},
    {"no answers by number", LIST "No information is held on any of these.", " not_held"},
    {"answers, then the request",
     "1. " A1 "\n2. " A2 "\n3. " A3
     "\n\nYour questions were:\n1. Does the force use Osprey Lens?\n2. How much has been spent on "
     "training?\n3. Please provide a copy of the contract with the supplier.",
     "Q1 disclosed, Q2 not_held, Q3 held_exempt"},
    {"a complaint before the answers",
     LIST "If you are dissatisfied with this response you may ask for a review as set out "
          "below.\n\n1. " A1 "\n2. " A2 "\n3. " A3,
     "Q1 disclosed, Q2 not_held, Q3 held_exempt"},
    {"advice inside an answer",
     LIST "1. " A1 "\n\n2. " A2 " You may wish to ask the Home Office.\n\n3. " A3,
     "Q1 disclosed, Q2 not_held, Q3 held_exempt"},
    {"all alike", LIST "1. " A2 "\n2. " A2 "\n3. " A2, " not_held"},
};

START_TEST(other_structures_are_read)
{
    check_rows(others[_i].what, others[_i].body, others[_i].rows);
}
END_TEST

/* Where the request ends and the force begins to speak: the applicant says that it is held, the
 * force that it is not. */
static const struct {
    const char *what, *letter;
} borders[] = {
    {"headings",
     "Request\n\nYou hold the contract. Please send it.\n\nResponse\n\nNo information is held."},
    {"you wrote", "You wrote: \"We know that the force holds the contract. Please send it.\"\n\nNo "
                  "information is held."},
    {"by your letter", "By your letter of 3 May you sought the contract, saying that the force "
                       "holds it.\n\nWe have looked for it and no information is held."},
    {"thank you for asking", "Thank you for asking about Osprey Lens, which you say the force "
                             "uses.\n\nThe force does not hold the information."},
    {"block quote",
     "Your request read as follows.\n\n> The force holds the contract and uses Osprey Lens. Please "
     "send it.\n\nI have made enquiries. No information is held."},
    {"in quotes over paragraphs",
     "You have asked:\n\n\"The force uses Osprey Lens.\n\nPlease send me the contract that is "
     "held.\"\n\nNo information is held by this force."},
    {"a form of labels",
     "Request: the contract that is held, and its cost.\n\nFirst duty, s1(1)(a): Nothing is held.\n"
     "Second duty, s1(1)(b): Does not arise.\nRefusal: this form is the notice."},
    {"messages of a site",
     "From: Ms Person\n3 May 2024\n\nDear Northmere Constabulary,\n\nIs it held? Send it.\n\nYours "
     "faithfully,\n\nMs Person\n\n------\n\nFOI, Northmere Constabulary\n20 May 2024\n\nDear Ms "
     "Person\n\nNo information is held.\n\nRegards\n\nFOI"},
    {"we understand you to ask", "We understand you to ask for the contract which the force "
                                 "holds.\n\nHaving looked, we find that nothing is held."},
    {"subject and reply", "Subject: contract held for Osprey Lens\n\nGood morning\n\nWe've checked "
                          "and we don't hold anything on this."},
    {"at last", "I am writing about your request for information held on Osprey Lens, which I "
                "received on 3 May.\n\nThe Act gives a right of access to information held by "
                "public authorities.\n\nAfter a search of two systems, no information was found."},
    {"annex with the request", "The force does not hold the information requested.\n\nAnnex A - "
                               "your request\n\nThe force holds the contract. Send it."},
    {"your e-mail said", "In your e-mail you said that Osprey Lens is used and that the contract "
                         "is held.\n\nOur position is that no information is held."},
    {"bullets", "You asked for:\n* the contract that is held\n* how the force uses Osprey "
                "Lens\n\nNo information is held."},
};

START_TEST(requests_end_where_the_force_speaks)
{
    struct letter_reading reading;
    char *text = memory_print("Northmere Constabulary\nOur ref: 100/24\n\nDear Ms "
                              "Person\n\n%s\n\nYours sincerely\n",
                              borders[_i].letter);
    short_read(text, ACT_FOIA, 0, &reading);
    const struct letter_row *row = short_row(&reading, "", 'A');
    ck_assert_msg(row && strcmp(row->values[LETTER_STANCE], "not_held") == 0 &&
                      strcmp(row->values[LETTER_HELD_STATEMENT], "deny") == 0,
                  "%s: %s", borders[_i].what, row ? row->values[LETTER_STANCE] : "no row");
    letter_reading_done(&reading);
    free(text);
}
END_TEST

Suite *suite_letters_structure(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/structure", &tcase);
    ADD_TABLE_TEST(tcase, layouts_say_the_same, layouts);
    ADD_TABLE_TEST(tcase, other_structures_are_read, others);
    ADD_TABLE_TEST(tcase, requests_end_where_the_force_speaks, borders);
    return suite;
}
