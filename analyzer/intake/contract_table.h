/* SPDX-License-Identifier: MIT
 * The data contract (DATA.md), one table a file: the only place where its columns stand. From it
 * come the numbers of the columns (contract.h), what the loader reads, `concord schema`, the
 * Data Package and docs/contract.md. A further column is one line here, and then, as the tests
 * say one by one, a column of the schema and its place in the statements that store and compare
 * the rows.
 *
 * A column is _(constant, name, type, need, words, aliases, meaning): type and need without
 * COLUMN_ and NEED_ (contract.h explains them); the words of WORD, WORDS and REGIME; other
 * headers for it, "A;B". NULL: none.
 */
#ifndef CONCORD_INTAKE_CONTRACT_TABLE_H
#define CONCORD_INTAKE_CONTRACT_TABLE_H

#define SOURCE_URL_ALIASES "URL;Link to source;Source link;Address;Web address"
#define FORCE_NAME_ALIASES                                                                         \
    "Force;Authority;Public authority;Police force;Body;Organisation;Force name;Authority "        \
    "name;Agency"
#define REQUEST_NO_ALIASES                                                                         \
    "Request;CRU ref;CRU reference;CRU number;CRU no;Log no;Log number;Circulation number;"        \
    "Circulation no;Circulation;CRU reference number;Request reference;Request number"
#define TOOL_NAME_ALIASES "Tool;Product;Vendor or product;System;Software"

/* clang-format off */

#define COLUMNS_OF_EXEMPTIONS(_)                                                                   \
    _(EXEMPTION_REGIME, regime, WORD, VALUE, &statutes, "Act", "the Act or Regulations")           \
    _(EXEMPTION_CITATION, citation, CITATION, VALUE, NULL, "Section",                              \
      "section, in normal form: 31(3)")                                                            \
    _(EXEMPTION_TITLE, title, TEXT, VALUE, NULL, NULL, "what it is about")                         \
    _(EXEMPTION_KIND, kind, WORD, VALUE, &exemption_kinds, NULL,                                   \
      "absolute, qualified by the public interest, or procedural")                                 \
    _(EXEMPTION_BASIS, basis, TEXT, NOT, NULL, NULL, "class or prejudice")                         \
    _(EXEMPTION_IS_NCND, is_ncnd, YES_NO, NOT, NULL, "NCND",                                       \
      "whether it excludes the duty to confirm or deny")                                           \
    _(EXEMPTION_NCND_OF, ncnd_of, TEXT, NOT, NULL, NULL, "the section whose NCND limb it is")      \
    _(EXEMPTION_HARM_TEST, harm_test_needed, YES_NO, NOT, NULL, NULL,                              \
      "whether a harm test must be set out")                                                       \
    _(EXEMPTION_PUBLIC_INTEREST_TEST, pit_needed, YES_NO, NOT, NULL,                               \
      "Public interest test needed", "whether a public-interest test must be set out")             \
    _(EXEMPTION_NOTES, notes, TEXT, NOT, NULL, "Note", "notes")

#define COLUMNS_OF_BANK_HOLIDAYS(_)                                                                \
    _(HOLIDAY_DATE, date, DATE, VALUE, NULL, "Day", "the day")                                     \
    _(HOLIDAY_DIVISION, division, TEXT, VALUE, NULL, "Nation",                                     \
      "england-and-wales, scotland or northern-ireland")                                           \
    _(HOLIDAY_TITLE, title, TEXT, VALUE, NULL, "Name", "name of the day")

/* Of two files, which load one beside the other. */
#define COLUMNS_OF_BODIES(_, prefix)                                                               \
    _(prefix##_ID, force_id, ID, VALUE, NULL, "Id", "identifier, as printed everywhere")           \
    _(prefix##_NAME, name, TEXT, VALUE, NULL, "Force;Force name", "full name")                     \
    _(prefix##_ALIASES, aliases, TEXT, NOT, NULL, "Alias;Other names", "other names, a list")      \
    _(prefix##_NATION, nation, TEXT, NOT, NULL, "Country", "england, wales, scotland, ...")        \
    _(prefix##_KIND, kind, WORD, NOT, &force_kinds, "Type", "kind of force")                       \
    _(prefix##_REGIME, regime, REGIME, NOT, &regimes, "Act",                                       \
      "the Act it answers under; anything but FOIA and FOISA is other")                            \
    _(prefix##_AREA_CODE, area_code, TEXT, NOT, NULL, "Code",                                      \
      "code of its area; default: the reference")                                                  \
    _(prefix##_GRID_COL, grid_col, NUMBER, NOT, NULL, NULL,                                        \
      "column in the tile map, 8 = not territorial; default: the reference")                       \
    _(prefix##_GRID_ROW, grid_row, NUMBER, NOT, NULL, NULL,                                        \
      "row in the tile map; default: the reference")                                               \
    _(prefix##_ABBREVIATION, abbreviation, TEXT, NOT, NULL, "Short name;Abbr",                     \
      "three letters for the map; default: the reference")                                         \
    _(prefix##_ROCU, rocu, TEXT, NOT, NULL, NULL, "regional organised crime unit")
#define COLUMNS_OF_FORCES(_)       COLUMNS_OF_BODIES(_, FORCE)
#define COLUMNS_OF_FORCES_EXTRA(_) COLUMNS_OF_BODIES(_, FORCE_EXTRA)

#define COLUMNS_OF_COLLABORATIONS(_)                                                               \
    _(COLLABORATION_ID, collaboration_id, ID, VALUE, NULL, "Collaboration", "identifier")          \
    _(COLLABORATION_NAME, name, TEXT, VALUE, NULL, "Collaboration name", "full name")              \
    _(COLLABORATION_FORCE, force_id, FORCE, VALUE, NULL, FORCE_NAME_ALIASES ";Member", "a member") \
    _(COLLABORATION_FROM, date_from, DATE, NOT, NULL, "From;Since", "member from; empty: always")  \
    _(COLLABORATION_TO, date_to, DATE, NOT, NULL, "To;Until", "member until; empty: not ended")    \
    _(COLLABORATION_LEAD, lead, YES_NO, NOT, NULL, "Lead force", "whether it leads")               \
    _(COLLABORATION_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES ";Source",         \
      "where it was read")                                                                         \
    _(COLLABORATION_KIND, kind, TEXT, NOT, NULL, NULL, "kind of collaboration")                    \
    _(COLLABORATION_CONFIDENCE, confidence, TEXT, NOT, NULL, NULL, "how sure the membership is")

#define COLUMNS_OF_TOOLS(_)                                                                        \
    _(TOOL_ID, tool_id, ID, VALUE, NULL, "Id;Tool", "identifier")                                  \
    _(TOOL_NAME, name, TEXT, VALUE, NULL, "Tool name;Product", "full name")                        \
    _(TOOL_VENDOR, vendor, TEXT, NOT, NULL, "Supplier;Company", "who sells it")                    \
    _(TOOL_ALIASES, aliases, TEXT, NOT, NULL, "Alias;Other names", "other names, a list")          \
    _(TOOL_CATEGORY, category, TEXT, NOT, NULL, "Type", "kind of product")                         \
    _(TOOL_COVERT, covert_capable, YES_NO, NOT, NULL, NULL, "whether it can be used covertly")     \
    _(TOOL_USES_AI, uses_ai, YES_NO, NOT, NULL, "AI", "whether it uses artificial intelligence")   \
    _(TOOL_PARENT, parent_tool_id, TEXT, NOT, NULL, "Parent;Part of", "the tool it is a part of")

#define COLUMNS_OF_REQUESTS(_)                                                                     \
    _(REQUEST_ID, request_id, OWN_REQUEST, VALUE, NULL, REQUEST_NO_ALIASES ";Id",                  \
      "circulation number (995/24) where there is one, else any shared identifier")                \
    _(REQUEST_TITLE, title, TEXT, VALUE, NULL, "Subject;Request title",                            \
      "what is asked, in a line")                                                                  \
    _(REQUEST_ALIASES, aliases, TEXT, NOT, NULL, "Alias;Other references",                         \
      "other references, a list")                                                                  \
    _(REQUEST_LOGGED, date_logged, DATE, NOT, NULL, "Logged;Date",                                 \
      "when it was logged nationally")                                                             \
    _(REQUEST_SCOPE, scope, WORD, NOT, &request_scopes, NULL, "how many forces got it")            \
    _(REQUEST_TOOL, tool_id, TOOL, NOT, NULL, TOOL_NAME_ALIASES, "product or vendor asked about")  \
    _(REQUEST_SUMMARY, summary, TEXT, NOT, NULL, "Description", "what is asked")                   \
    _(REQUEST_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES, "where it was read")

#define COLUMNS_OF_QUESTIONS(_)                                                                    \
    _(QUESTION_REQUEST, request_id, REQUEST, VALUE, NULL, REQUEST_NO_ALIASES, "the request")       \
    _(QUESTION_ID, question_id, QUESTION, VALUE, NULL, "Question;Question no;Q", "Q1, Q2, ...")    \
    _(QUESTION_TOPIC, topic, WORD, VALUE, &topics, NULL, "what it asks about")                     \
    _(QUESTION_TEXT, text, TEXT, NOT, NULL, "Wording;Question text", "its wording")

#define COLUMNS_OF_GUIDANCE(_)                                                                     \
    _(GUIDANCE_ID, guidance_id, ID, VALUE, NULL, "Guidance;Id", "identifier")                      \
    _(GUIDANCE_TITLE, title, TEXT, VALUE, NULL, "Name", "title")                                   \
    _(GUIDANCE_REQUEST, request_id, REQUEST, NOT, NULL, REQUEST_NO_ALIASES,                        \
      "the request it is about; empty: any")                                                       \
    _(GUIDANCE_TOOL, tool_id, TOOL, NOT, NULL, TOOL_NAME_ALIASES,                                  \
      "the tool it is about; empty: any")                                                          \
    _(GUIDANCE_FROM, effective_from, DATE, COLUMN, NULL, "From;Date from",                         \
      "in force from; empty: always")                                                              \
    _(GUIDANCE_TO, effective_to, DATE, NOT, NULL, "To;Until;Date to",                              \
      "in force until; empty: not ended")                                                          \
    _(GUIDANCE_CONDITION, condition, WORD, VALUE, &guidance_conditions, NULL,                      \
      "whether the force has acknowledged the tool")                                               \
    _(GUIDANCE_STANCES, expected_stance, WORDS, VALUE, &stances, "Expected stances;Expected",      \
      "the stances that follow it, a list")                                                        \
    _(GUIDANCE_PARTIAL_NCND, expected_partial_ncnd, YES_NO, NOT, NULL, "Partial NCND",             \
      "whether a partial NCND is expected beside a confirmation")                                  \
    _(GUIDANCE_EXEMPTIONS, required_exemptions, CITATIONS, NOT, NULL, "Exemptions",                \
      "the exemptions to rely on, a list")                                                         \
    _(GUIDANCE_LINK, requires_link, YES_NO, NOT, NULL, "Link", "whether a link must be given")     \
    _(GUIDANCE_WORDS, form_of_words, TEXT, NOT, NULL, "Wording;Template",                          \
      "the form of words circulated with it, for likeness")                                        \
    _(GUIDANCE_SOURCE, source, TEXT, NOT, NULL, "Source URL;URL", "where it was read")

#define COLUMNS_OF_COMMITMENTS(_)                                                                  \
    _(COMMITMENT_ID, commitment_id, ID, VALUE, NULL, "Commitment;Id", "identifier")                \
    _(COMMITMENT_TITLE, title, TEXT, VALUE, NULL, "Name", "title")                                 \
    _(COMMITMENT_FORCE, force_id, FORCE_OR_ANY, VALUE, NULL, FORCE_NAME_ALIASES,                   \
      "who made it; * for every force")                                                            \
    _(COMMITMENT_APPLIES_TO, applies_to, TEXT, NOT, NULL, NULL,                                    \
      "uses_ai or tools (identifier, name or alias), a list; empty: everything")                   \
    _(COMMITMENT_FROM, date_from, DATE, NOT, NULL, "From", "from; empty: always")                  \
    _(COMMITMENT_TO, date_to, DATE, NOT, NULL, "To;Until", "until; empty: not ended")              \
    _(COMMITMENT_SUMMARY, summary, TEXT, NOT, NULL, "Description", "what was promised")            \
    _(COMMITMENT_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES, "where it was read")

#define COLUMNS_OF_ACKNOWLEDGEMENTS(_)                                                             \
    _(ACKNOWLEDGEMENT_ID, acknowledgement_id, ID, VALUE, NULL, "Acknowledgement;Id", "identifier") \
    _(ACKNOWLEDGEMENT_FORCE, force_id, FORCE_OR_ANY, EITHER, NULL, FORCE_NAME_ALIASES,             \
      "the force it is about, or * for every territorial force; or give collaboration_id")         \
    _(ACKNOWLEDGEMENT_COLLABORATION, collaboration_id, COLLABORATION, EITHER, NULL,                \
      "Collaboration", "the collaboration it is about; or give force_id")                          \
    _(ACKNOWLEDGEMENT_TOOL, tool_id, TOOL, VALUE, NULL, TOOL_NAME_ALIASES, "product or vendor")    \
    _(ACKNOWLEDGEMENT_TOPIC, topic, WORD, NOT, &topics, NULL, "what it discloses")                 \
    _(ACKNOWLEDGEMENT_KIND, kind, WORD, VALUE, &acknowledgement_kinds, "Type",                     \
      "kind of publication")                                                                       \
    _(ACKNOWLEDGEMENT_PUBLISHER, publisher, WORD, VALUE, &publishers, "Published by",              \
      "who published it")                                                                          \
    _(ACKNOWLEDGEMENT_PUBLISHED, date_published, DATE, NOT, NULL,                                  \
      "Published;Date;Date of publication", "when it was published; empty: not known")             \
    _(ACKNOWLEDGEMENT_WITHDRAWN, date_withdrawn, DATE_OR_YES, NOT, NULL, "Withdrawn",              \
      "when it was withdrawn; yes: on a day not known; empty: not withdrawn")                      \
    _(ACKNOWLEDGEMENT_SUMMARY, summary, TEXT, NOT, NULL, "Description", "what it says")            \
    _(ACKNOWLEDGEMENT_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES ";Source",       \
      "where it was read")                                                                         \
    _(ACKNOWLEDGEMENT_RETRIEVED_ON, retrieved_on, DATE, NOT, NULL, "Retrieved;Date retrieved",     \
      "when it was read: it was published on that day or before") \
    _(ACKNOWLEDGEMENT_NOTE, note, TEXT, NOT, NULL, "Notes;Comment;Comments;Remarks",               \
      "a remark, and above all a caveat: not seen, second-hand")

#define COLUMNS_OF_RULINGS(_)                                                                      \
    _(RULING_ID, ruling_id, ID, VALUE, NULL, "Ruling;Decision;Id", "identifier")                   \
    _(RULING_BODY, body, WORD, VALUE, &ruling_bodies, "Decided by;Regulator",                      \
      "who decided: a commissioner, a tribunal or a court")                                        \
    _(RULING_REFERENCE, reference, TEXT, NOT, NULL, "Ref;Case reference;Case number;Decision notice", \
      "its reference")                                                                             \
    _(RULING_FORCE, force_id, FORCE, VALUE, NULL, "Force;Authority;Public authority;Police force", \
      "the force whose answer it is about")                                                        \
    _(RULING_REQUEST, request_id, REQUEST, NOT, NULL, REQUEST_NO_ALIASES,                          \
      "the request it is about; empty: not known")                                                 \
    _(RULING_TOOL, tool_id, TOOL, VALUE, NULL, TOOL_NAME_ALIASES, "product or vendor")             \
    _(RULING_DATE, date, DATE, VALUE, NULL, "Decided;Date of decision;Decision date", "its date")  \
    _(RULING_OUTCOME, outcome, WORD, VALUE, &ruling_outcomes, "Result",                            \
      "whether the complaint, or the appeal of the applicant, succeeded")                          \
    _(RULING_ABOUT, about, WORD, VALUE, &ruling_subjects, "Subject", "what was decided upon")      \
    _(RULING_PROVISIONS, provisions, CITATIONS, NOT, NULL, "Exemptions;Sections",                  \
      "the exemptions decided upon, a list")                                                       \
    _(RULING_ORDERED, ordered, WORD, NOT, &ruling_orders, "Order;Steps required",                  \
      "what the authority was told to do")                                                         \
    _(RULING_COMPLY_BY, comply_by, DATE, NOT, NULL, "Comply by;Steps due;Time for compliance",     \
      "the last day that the order gives")                                                         \
    _(RULING_SUMMARY, summary, TEXT, NOT, NULL, "Description", "what it says")                     \
    _(RULING_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES ";Source",                \
      "where it was read")                                                                         \
    _(RULING_RETRIEVED_ON, retrieved_on, DATE, NOT, NULL, "Retrieved;Date retrieved",              \
      "the day it was read: it is no later than that")

#define COLUMNS_OF_CIRCULATION(_)                                                                  \
    _(CIRCULATION_REQUEST, request_id, REQUEST, VALUE, NULL, REQUEST_NO_ALIASES, "the request")    \
    _(CIRCULATION_FORCE, force_id, FORCE, VALUE, NULL, FORCE_NAME_ALIASES, "the force")            \
    _(CIRCULATION_RECEIVED, received, YES_NO, NOT, NULL, "Was received",                           \
      "whether the force got it")                                                                  \
    _(CIRCULATION_DATE, date_received, DATE, NOT, NULL, "Received on;Date of receipt",             \
      "when it got it")                                                                            \
    _(CIRCULATION_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES,                  \
      "where it was read")                                                                         \
    _(CIRCULATION_NOTE, note, TEXT, NOT, NULL, "Notes;Comment;Comments;Remarks", "any remark")

#define COLUMNS_OF_WAIVERS(_)                                                                      \
    _(WAIVER_FINDING, finding_id, ID, EITHER, NULL, "Finding",                                     \
      "the finding; or give rule_id and force_id")                                                 \
    _(WAIVER_RULE, rule_id, ID, EITHER, NULL, "Rule", "the rule, with force_id")                   \
    _(WAIVER_FORCE, force_id, FORCE, NOT, NULL, FORCE_NAME_ALIASES, "the force, with rule_id")     \
    _(WAIVER_REQUEST, request_id, REQUEST, NOT, NULL, REQUEST_NO_ALIASES, "only for this request") \
    _(WAIVER_PARTIES, parties_digest, ID, NOT, NULL, "Parties;Parties digest",                     \
      "the parties_digest of a finding that is not of one force: `concord waive` writes it")       \
    _(WAIVER_REASON, reason, TEXT, VALUE, NULL, "Why", "why it is accepted")                       \
    _(WAIVER_ROLE, approved_by_role, TEXT, VALUE, NULL, "Approved by;Approver",                    \
      "the role that approved it; never a person's name")                                          \
    _(WAIVER_EXPIRES, expires_on, DATE, VALUE, NULL, "Expires;Expiry date", "its last day")        \
    _(WAIVER_SEVERITY, severity, WORD, NOT, &severities, "Severity when waived",                   \
      "how grave it was when it was accepted: `concord waive` writes it")

#define COLUMNS_OF_RESPONSES(_)                                                                    \
    _(RESPONSE_ID, response_id, ID, VALUE, NULL, "Response;Id;Row id",                             \
      "unique; the force's own reference plus a question number will do")                          \
    _(RESPONSE_FORCE, force_id, FORCE, VALUE, NULL, FORCE_NAME_ALIASES, "who answered")            \
    _(RESPONSE_REQUEST, request_id, REQUEST, VALUE, NULL, REQUEST_NO_ALIASES,                      \
      "the request put to several forces: circulation number (995/24) or any shared identifier")   \
    _(RESPONSE_QUESTION, question_id, QUESTION, NOT, NULL, "Question;Question no;Q",               \
      "Q1, Q2, ...; empty: the whole letter")                                                      \
    _(RESPONSE_TOPIC, topic, WORD, NOT, &topics, NULL,                                             \
      "what is asked; default: from questions.csv, else use")                                      \
    _(RESPONSE_TOOL, tool_id, TOOL, NOT, NULL, TOOL_NAME_ALIASES ";Vendor",                        \
      "product or vendor asked about; default: from requests.csv")                                 \
    _(RESPONSE_STAGE, stage, WORD, NOT, &stages, NULL, "stage of the request; default: initial")   \
    _(RESPONSE_REFERENCE, reference, TEXT, NOT, NULL,                                              \
      "Ref;Force reference;FOI reference;Our reference", "the force's own reference")              \
    _(RESPONSE_APPLICANT, applicant_kind, WORD, NOT, &applicant_kinds,                             \
      "Applicant;Applicant type;Requester", "who asked")                                           \
    _(RESPONSE_RECEIVED, date_received, DATE, NOT, NULL,                                           \
      "Received;Requested;Date of receipt;Date of request;Received on", "when the force got it")   \
    _(RESPONSE_RESPONDED, date_responded, DATE, NOT, NULL,                                         \
      "Responded;Date of response;Response date;Responded on;Date answered;Date of reply;Replied;"   \
      "Date sent",                                                                                 \
      "date of the letter") \
    _(RESPONSE_STANCE, stance, WORD, EITHER, &stances, "Decision;Outcome;Result",                  \
      "what the letter does; may be empty where text or text_file is given: unread")                            \
    _(RESPONSE_PARTIAL_NCND, partial_ncnd, YES_NO, NOT, NULL, "Partial NCND",                      \
      "whether it neither confirms nor denies any other information beside its main stance; "      \
      "beside a denial that makes a qualified denial")                                             \
    _(RESPONSE_HELD, held_statement, WORD, NOT, &held_statements, "Held;Held statement",           \
      "what the letter literally says about holding")                                              \
    _(RESPONSE_USE, use_statement, WORD, NOT, &use_statements, "Use statement;Statement on use",   \
      "what the letter literally says about using the tool, whatever it says about holding")       \
    _(RESPONSE_EXEMPTIONS, exemptions, EXEMPTIONS, NOT, NULL,                                      \
      "Exemption;Exemption(s);Exemptions applied;Exemptions cited;Exemptions used;Sections;Section;" \
      "Sections cited",                                                                            \
      "the exemptions cited, a list: 31(3); 24(2)")                                                \
    _(RESPONSE_HARM_TEST, harm_test, YES_NO, NOT, NULL, "Harm;Prejudice test",                     \
      "whether the letter sets out a harm test")                                                   \
    _(RESPONSE_PUBLIC_INTEREST_TEST, public_interest_test, YES_NO, NOT, NULL,                      \
      "PIT;Public interest;Public interest test",                                                  \
      "whether the letter sets out a public-interest test")                                        \
    _(RESPONSE_LINK, link, ADDRESS, NOT, NULL, "Link given;s21 link",                                 \
      "the link given under section 21")                                                           \
    _(RESPONSE_TEXT, text, TEXT, EITHER, NULL, "Wording;Letter;Response text;Letter text",         \
      "the letter's wording")                                                                      \
    _(RESPONSE_TEXT_FILE, text_file, PATH, EITHER, NULL, "Letter file;Text path",                  \
      "the file of the pack that holds the letter's wording; text goes first where both are given") \
    _(RESPONSE_SOURCE_URL, source_url, ADDRESS, NOT, NULL, SOURCE_URL_ALIASES, "where it was read")   \
    _(RESPONSE_RETRIEVED_ON, retrieved_on, DATE, NOT, NULL, "Retrieved;Date retrieved;Seen",       \
      "when it was read: the letter is of that day or before")                                     \
    _(RESPONSE_NOTE, note, TEXT, NOT, NULL, "Notes;Comment;Comments;Remarks", "any remark")        \
    _(RESPONSE_CODED_BY, coded_by, WORD, NOT, &coders, "Coder",                                    \
      "machine: something of the row was read from the letter by `concord classify` and seen by "  \
      "nobody; person: somebody has decided it; undecided: it was read so and is for a person to "    \
      "decide, which no later reading does; empty: coded by hand")                             \
    _(RESPONSE_CODED_CONFIDENCE, coded_confidence, TEXT, NOT, NULL, NULL,                          \
      "how often such letters were read rightly, as `concord classify` wrote it")                  \
    _(RESPONSE_CODED_WORDS, coded_words, TEXT, NOT, NULL, NULL,                                    \
      "the words that decided, behind their place in the text in bytes: 812-870: ...")

#define COLUMNS_OF_CODINGS(_)                                                                      \
    _(CODING_ID, decision_id, ID, VALUE, NULL, "Decision id", "identifier")                        \
    _(CODING_SHA256, text_sha256, ID, VALUE, NULL, NULL,                                           \
      "SHA-256 of the letter's text: of another text the decision is stale")                       \
    _(CODING_FORCE, force_id, FORCE, VALUE, NULL, FORCE_NAME_ALIASES, "whose letter it is")        \
    _(CODING_REQUEST, request_id, REQUEST, VALUE, NULL, REQUEST_NO_ALIASES, "what it answers")     \
    _(CODING_STAGE, stage, WORD, NOT, &stages, NULL, "stage of the row; empty: initial")           \
    _(CODING_RESPONSE, response_id, ID, VALUE, NULL, "Response", "the row of responses.csv")       \
    _(CODING_QUESTION, question_id, ID, NOT, NULL, "Question;Question no;Q",                       \
      "the question it is about; empty: the whole letter")                                         \
    _(CODING_FIELD, field, WORD, VALUE, &coded_fields, "Column",                                   \
      "the column of responses.csv that is decided; is_response: no where it is no answer")        \
    _(CODING_VALUE, value, TEXT, NOT, NULL, NULL,                                                  \
      "what it shall hold, as responses.csv has it; empty: not known")                             \
    _(CODING_PROPOSED, proposed, WORD, NOT, &reading_names, NULL,                                       \
      "the reading that was accepted or changed")                                                  \
    _(CODING_DECIDED_BY, decided_by, TEXT, VALUE, NULL, "Decided by role",                         \
      "the role that decided; never a person's name")                                              \
    _(CODING_DECIDED_ON, decided_on, DATE, VALUE, NULL, NULL, "when")                              \
    _(CODING_REASON, reason, TEXT, NOT, NULL, "Why", "why")                                        \
    _(CODING_CLASSIFIER, classifier, TEXT, NOT, NULL, NULL,                                        \
      "version of the program and digest of its tables that the letter had been read with")

/* proposals.csv as a person gives it back (`concord classify --review`): no file of a pack. What
 * somebody wrote into the columns of decisions is read as the column of responses.csv. */
#define COLUMNS_OF_REVIEW(_)                                                                       \
    _(REVIEW_LETTER, letter_id, ID, VALUE, NULL, NULL, "the letter")                               \
    _(REVIEW_RESPONSE, response_id, ID, NOT, NULL, NULL, "the row of responses.csv")               \
    _(REVIEW_SHA256, text_sha256, ID, VALUE, NULL, NULL, "of its text")                            \
    _(REVIEW_FORCE, force_id, FORCE, NOT, NULL, NULL, "whose letter it is")                        \
    _(REVIEW_QUESTION, question_id, ID, NOT, NULL, NULL, "the question")                           \
    _(REVIEW_CODING, coding_id, TEXT, NOT, NULL, NULL, "how it was read; note: from a cell of an export") \
    _(REVIEW_READING, reading, WORD, VALUE, &reading_names, NULL, "A or B")                        \
    _(REVIEW_STANCE, stance, TEXT, NOT, NULL, NULL, "as it was read")                              \
    _(REVIEW_PARTIAL_NCND, partial_ncnd, TEXT, NOT, NULL, NULL, "as it was read")                  \
    _(REVIEW_HELD_STATEMENT, held_statement, TEXT, NOT, NULL, NULL, "as it was read")              \
    _(REVIEW_USE_STATEMENT, use_statement, TEXT, NOT, NULL, NULL, "as it was read")                \
    _(REVIEW_EXEMPTIONS, exemptions, TEXT, NOT, NULL, NULL, "as it was read")                      \
    _(REVIEW_HARM_TEST, harm_test, TEXT, NOT, NULL, NULL, "as it was read")                        \
    _(REVIEW_PUBLIC_INTEREST_TEST, public_interest_test, TEXT, NOT, NULL, NULL, "as it was read")  \
    _(REVIEW_LINK, link, TEXT, NOT, NULL, NULL, "as it was read")                                  \
    _(REVIEW_STAGE, stage, TEXT, NOT, NULL, NULL, "as it was read")                                \
    _(REVIEW_REFERENCE, reference, TEXT, NOT, NULL, NULL, "as it was read")                        \
    _(REVIEW_DATE_RECEIVED, date_received, TEXT, NOT, NULL, NULL, "as it was read")                \
    _(REVIEW_DATE_RESPONDED, date_responded, TEXT, NOT, NULL, NULL, "as it was read")              \
    _(REVIEW_DECISION, decision, WORD, NOT, &review_decisions, NULL, "what to do with it")         \
    _(REVIEW_D_STANCE, d_stance, TEXT, NOT, NULL, NULL, "what it shall be")                        \
    _(REVIEW_D_PARTIAL_NCND, d_partial_ncnd, TEXT, NOT, NULL, NULL, "what it shall be")            \
    _(REVIEW_D_HELD_STATEMENT, d_held_statement, TEXT, NOT, NULL, NULL, "what it shall be")        \
    _(REVIEW_D_USE_STATEMENT, d_use_statement, TEXT, NOT, NULL, NULL, "what it shall be")          \
    _(REVIEW_D_EXEMPTIONS, d_exemptions, TEXT, NOT, NULL, NULL, "what it shall be")                \
    _(REVIEW_D_HARM_TEST, d_harm_test, TEXT, NOT, NULL, NULL, "what it shall be")                  \
    _(REVIEW_D_PUBLIC_INTEREST_TEST, d_public_interest_test, TEXT, NOT, NULL, NULL, "what it shall be")\
    _(REVIEW_D_LINK, d_link, TEXT, NOT, NULL, NULL, "what it shall be")                            \
    _(REVIEW_D_STAGE, d_stage, TEXT, NOT, NULL, NULL, "what it shall be")                          \
    _(REVIEW_D_REFERENCE, d_reference, TEXT, NOT, NULL, NULL, "what it shall be")                  \
    _(REVIEW_D_DATE_RECEIVED, d_date_received, TEXT, NOT, NULL, NULL, "what it shall be")          \
    _(REVIEW_D_DATE_RESPONDED, d_date_responded, TEXT, NOT, NULL, NULL, "what it shall be")        \
    _(REVIEW_D_FORCE_ID, d_force_id, TEXT, NOT, NULL, NULL, "what it shall be")                    \
    _(REVIEW_D_REQUEST_ID, d_request_id, TEXT, NOT, NULL, NULL, "what it shall be")                \
    _(REVIEW_D_TOOL_ID, d_tool_id, TEXT, NOT, NULL, NULL, "what it shall be")                      \
    _(REVIEW_D_QUESTION_ID, d_question_id, TEXT, NOT, NULL, NULL, "what it shall be")              \
    _(REVIEW_DECIDED_BY, decided_by, TEXT, NOT, NULL, NULL, "the role that decided")               \
    _(REVIEW_DECIDED_ON, decided_on, DATE, NOT, NULL, NULL, "when")                                \
    _(REVIEW_REASON, reason, TEXT, NOT, NULL, NULL, "why")                                         \
    _(REVIEW_CLASSIFIER, classifier, TEXT, NOT, NULL, NULL, "what it was read with")

/* In order of loading: _(number, kind, prefix of the constants, columns, key, title). The key are
 * the columns that identify a row; a waiver is its whole row, for a renewal stands beside what
 * it renews. */
#define CONTRACT_FILES(_)                                                                          \
    _(FILE_EXEMPTIONS, exemptions, EXEMPTION, COLUMNS_OF_EXEMPTIONS,                               \
      KEY(EXEMPTION_REGIME) | KEY(EXEMPTION_CITATION), "the statutory table of exemptions")        \
    _(FILE_BANK_HOLIDAYS, bank_holidays, HOLIDAY, COLUMNS_OF_BANK_HOLIDAYS,                        \
      KEY(HOLIDAY_DATE) | KEY(HOLIDAY_DIVISION), "days that are no working days")                  \
    _(FILE_FORCES_EXTRA, forces_extra, FORCE_EXTRA, COLUMNS_OF_FORCES_EXTRA,                       \
      KEY(FORCE_EXTRA_ID), "bodies that the registry lacks, and forces whose row it replaces")     \
    _(FILE_FORCES, forces, FORCE, COLUMNS_OF_FORCES,                                               \
      KEY(FORCE_ID), "the registry of forces")                                                     \
    _(FILE_COLLABORATIONS, collaborations, COLLABORATION, COLUMNS_OF_COLLABORATIONS,               \
      KEY(COLLABORATION_ID) | KEY(COLLABORATION_FORCE) | KEY(COLLABORATION_FROM),                  \
      "which forces work together, and when")                                                      \
    _(FILE_TOOLS, tools, TOOL, COLUMNS_OF_TOOLS,                                                   \
      KEY(TOOL_ID), "the products that are asked about")                                           \
    _(FILE_REQUESTS, requests, REQUEST, COLUMNS_OF_REQUESTS,                                       \
      KEY(REQUEST_ID), "the requests put to forces")                                               \
    _(FILE_QUESTIONS, questions, QUESTION, COLUMNS_OF_QUESTIONS,                                   \
      KEY(QUESTION_REQUEST) | KEY(QUESTION_ID), "the numbered questions of a request")             \
    _(FILE_GUIDANCE, guidance, GUIDANCE, COLUMNS_OF_GUIDANCE,                                      \
      KEY(GUIDANCE_ID), "dated advice: what is expected when")                                     \
    _(FILE_COMMITMENTS, commitments, COMMITMENT, COLUMNS_OF_COMMITMENTS,                           \
      KEY(COMMITMENT_ID) | KEY(COMMITMENT_FORCE), "public commitments of forces")                  \
    _(FILE_ACKNOWLEDGEMENTS, acknowledgements, ACKNOWLEDGEMENT, COLUMNS_OF_ACKNOWLEDGEMENTS,       \
      KEY(ACKNOWLEDGEMENT_ID), "what is formally in the public domain")                            \
    _(FILE_RULINGS, rulings, RULING, COLUMNS_OF_RULINGS,                                           \
      KEY(RULING_ID), "decisions of the regulator, of tribunals and of courts")                    \
    _(FILE_CIRCULATION, circulation, CIRCULATION, COLUMNS_OF_CIRCULATION,                          \
      KEY(CIRCULATION_REQUEST) | KEY(CIRCULATION_FORCE), "which force got which request")          \
    _(FILE_WAIVERS, waivers, WAIVER, COLUMNS_OF_WAIVERS,                                           \
      KEY(WAIVER_COLUMNS) - 1, "findings that are accepted for a time")                            \
    _(FILE_RESPONSES, responses, RESPONSE, COLUMNS_OF_RESPONSES,                                   \
      KEY(RESPONSE_ID), "one row per question answered in one letter")                             \
    _(FILE_CODINGS, codings, CODING, COLUMNS_OF_CODINGS,                                           \
      KEY(CODING_ID), "what somebody has decided about the reading of a letter; only added to")

/* clang-format on */

#endif
