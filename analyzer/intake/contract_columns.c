/* SPDX-License-Identifier: MIT */
#include "intake/contract.h"

#define KEY(column) (1u << (column))
/* The key of a file, beside its columns. */
#define COLUMNS(kind, key_bits) enum { kind##_key = (int)(key_bits) };

#define SOURCE_URL_ALIASES "URL;Link to source;Source link;Address;Web address"
#define FORCE_ALIASES_TEXT "Force;Authority;Public authority;Police force;Body;Organisation"
#define REQUEST_ALIASES_TEXT                                                                       \
    "Request;CRU ref;CRU reference;CRU number;CRU no;Log no;Log number;Circulation number;"        \
    "Circulation no;Circulation"
#define TOOL_ALIASES_TEXT "Tool;Product;Vendor or product;System;Software"

static const char *const statute_words[] = {"FOIA", "FOISA", "EIR", NULL};
static const struct vocabulary statutes = {"statute", statute_words};
static const char *const exemption_kind_words[] = {"absolute", "qualified", "procedural", NULL};
static const struct vocabulary exemption_kinds = {"kind of exemption", exemption_kind_words};

static const struct column exemptions_columns[] = {
    {"regime", COLUMN_WORD, NEED_VALUE, &statutes, "Act", "the Act or Regulations"},
    {"citation", COLUMN_CITATION, NEED_VALUE, NULL, "Section", "section, in normal form: 31(3)"},
    {"title", COLUMN_TEXT, NEED_VALUE, NULL, NULL, "what it is about"},
    {"kind", COLUMN_WORD, NEED_VALUE, &exemption_kinds, NULL,
     "absolute, qualified by the public interest, or procedural"},
    {"basis", COLUMN_TEXT, NEED_NOT, NULL, NULL, "class or prejudice"},
    {"is_ncnd", COLUMN_YES_NO, NEED_NOT, NULL, "NCND",
     "whether it excludes the duty to confirm or deny"},
    {"ncnd_of", COLUMN_TEXT, NEED_NOT, NULL, NULL, "the section whose NCND limb it is"},
    {"harm_test_needed", COLUMN_YES_NO, NEED_NOT, NULL, NULL,
     "whether a harm test must be set out"},
    {"pit_needed", COLUMN_YES_NO, NEED_NOT, NULL, "Public interest test needed",
     "whether a public-interest test must be set out"},
    {"notes", COLUMN_TEXT, NEED_NOT, NULL, "Note", "notes"},
};
COLUMNS(exemptions, KEY(0) | KEY(1))

static const struct column bank_holidays_columns[] = {
    {"date", COLUMN_DATE, NEED_VALUE, NULL, "Day", "the day"},
    {"division", COLUMN_TEXT, NEED_VALUE, NULL, "Nation",
     "england-and-wales, scotland or northern-ireland"},
    {"title", COLUMN_TEXT, NEED_VALUE, NULL, "Name", "name of the day"},
};
COLUMNS(bank_holidays, KEY(0) | KEY(1))

static const struct column forces_columns[] = {
    {"force_id", COLUMN_ID, NEED_VALUE, NULL, "Id", "identifier, as printed everywhere"},
    {"name", COLUMN_TEXT, NEED_VALUE, NULL, "Force;Force name", "full name"},
    {"aliases", COLUMN_TEXT, NEED_NOT, NULL, "Alias;Other names", "other names, a list"},
    {"nation", COLUMN_TEXT, NEED_NOT, NULL, "Country", "england, wales, scotland, ..."},
    {"kind", COLUMN_WORD, NEED_NOT, &force_kinds, "Type", "kind of force"},
    {"regime", COLUMN_REGIME, NEED_NOT, &regimes, "Act",
     "the Act it answers under; anything but FOIA and FOISA is other"},
    {"area_code", COLUMN_TEXT, NEED_NOT, NULL, "Code", "code of its area; default: the reference"},
    {"grid_col", COLUMN_NUMBER, NEED_NOT, NULL, NULL,
     "column in the tile map, 8 = not territorial; default: the reference"},
    {"grid_row", COLUMN_NUMBER, NEED_NOT, NULL, NULL,
     "row in the tile map; default: the reference"},
    {"abbreviation", COLUMN_TEXT, NEED_NOT, NULL, "Short name;Abbr",
     "three letters for the map; default: the reference"},
    {"rocu", COLUMN_TEXT, NEED_NOT, NULL, NULL, "regional organised crime unit"},
};
COLUMNS(forces, KEY(FORCE_ID))

static const struct column collaborations_columns[] = {
    {"collaboration_id", COLUMN_ID, NEED_VALUE, NULL, "Collaboration", "identifier"},
    {"name", COLUMN_TEXT, NEED_VALUE, NULL, "Collaboration name", "full name"},
    {"force_id", COLUMN_FORCE, NEED_VALUE, NULL, FORCE_ALIASES_TEXT ";Member", "a member"},
    {"date_from", COLUMN_DATE, NEED_NOT, NULL, "From;Since", "member from; empty: always"},
    {"date_to", COLUMN_DATE, NEED_NOT, NULL, "To;Until", "member until; empty: not ended"},
    {"lead", COLUMN_YES_NO, NEED_NOT, NULL, "Lead force", "whether it leads"},
    {"source_url", COLUMN_TEXT, NEED_NOT, NULL, SOURCE_URL_ALIASES ";Source", "where it was read"},
    {"kind", COLUMN_TEXT, NEED_NOT, NULL, NULL, "kind of collaboration"},
    {"confidence", COLUMN_TEXT, NEED_NOT, NULL, NULL, "how sure the membership is"},
};
COLUMNS(collaborations, KEY(COLLABORATION_ID) | KEY(COLLABORATION_FORCE) | KEY(3))

static const struct column tools_columns[] = {
    {"tool_id", COLUMN_ID, NEED_VALUE, NULL, "Id;Tool", "identifier"},
    {"name", COLUMN_TEXT, NEED_VALUE, NULL, "Tool name;Product", "full name"},
    {"vendor", COLUMN_TEXT, NEED_NOT, NULL, "Supplier;Company", "who sells it"},
    {"aliases", COLUMN_TEXT, NEED_NOT, NULL, "Alias;Other names", "other names, a list"},
    {"category", COLUMN_TEXT, NEED_NOT, NULL, "Type", "kind of product"},
    {"covert_capable", COLUMN_YES_NO, NEED_NOT, NULL, NULL, "whether it can be used covertly"},
    {"uses_ai", COLUMN_YES_NO, NEED_NOT, NULL, "AI", "whether it uses artificial intelligence"},
    {"parent_tool_id", COLUMN_TEXT, NEED_NOT, NULL, "Parent;Part of", "the tool it is a part of"},
};
COLUMNS(tools, KEY(TOOL_ID))

static const struct column requests_columns[] = {
    {"request_id", COLUMN_OWN_REQUEST, NEED_VALUE, NULL, REQUEST_ALIASES_TEXT ";Id",
     "circulation number (995/24) where there is one, else any shared identifier"},
    {"title", COLUMN_TEXT, NEED_VALUE, NULL, "Subject;Request title", "what is asked, in a line"},
    {"aliases", COLUMN_TEXT, NEED_NOT, NULL, "Alias;Other references", "other references, a list"},
    {"date_logged", COLUMN_DATE, NEED_NOT, NULL, "Logged;Date", "when it was logged nationally"},
    {"scope", COLUMN_WORD, NEED_NOT, &request_scopes, NULL, "how many forces got it"},
    {"tool_id", COLUMN_TOOL, NEED_NOT, NULL, TOOL_ALIASES_TEXT, "product or vendor asked about"},
    {"summary", COLUMN_TEXT, NEED_NOT, NULL, "Description", "what is asked"},
    {"source_url", COLUMN_TEXT, NEED_NOT, NULL, SOURCE_URL_ALIASES, "where it was read"},
};
COLUMNS(requests, KEY(REQUEST_ID))

static const struct column questions_columns[] = {
    {"request_id", COLUMN_REQUEST, NEED_VALUE, NULL, REQUEST_ALIASES_TEXT, "the request"},
    {"question_id", COLUMN_QUESTION, NEED_VALUE, NULL, "Question;Question no;Q", "Q1, Q2, ..."},
    {"topic", COLUMN_WORD, NEED_VALUE, &topics, NULL, "what it asks about"},
    {"text", COLUMN_TEXT, NEED_NOT, NULL, "Wording;Question text", "its wording"},
};
COLUMNS(questions, KEY(QUESTION_REQUEST) | KEY(QUESTION_ID))

static const struct column guidance_columns[] = {
    {"guidance_id", COLUMN_ID, NEED_VALUE, NULL, "Guidance;Id", "identifier"},
    {"title", COLUMN_TEXT, NEED_VALUE, NULL, "Name", "title"},
    {"request_id", COLUMN_REQUEST, NEED_NOT, NULL, REQUEST_ALIASES_TEXT,
     "the request it is about; empty: any"},
    {"tool_id", COLUMN_TOOL, NEED_NOT, NULL, TOOL_ALIASES_TEXT, "the tool it is about; empty: any"},
    {"effective_from", COLUMN_DATE, NEED_COLUMN, NULL, "From;Date from",
     "in force from; empty: always"},
    {"effective_to", COLUMN_DATE, NEED_NOT, NULL, "To;Until;Date to",
     "in force until; empty: not ended"},
    {"condition", COLUMN_WORD, NEED_VALUE, &guidance_conditions, NULL,
     "whether the force has acknowledged the tool"},
    {"expected_stance", COLUMN_WORDS, NEED_VALUE, &stances, "Expected stances;Expected",
     "the stances that follow it, a list"},
    {"expected_partial_ncnd", COLUMN_YES_NO, NEED_NOT, NULL, "Partial NCND",
     "whether a partial NCND is expected beside a confirmation"},
    {"required_exemptions", COLUMN_CITATIONS, NEED_NOT, NULL, "Exemptions",
     "the exemptions to rely on, a list"},
    {"requires_link", COLUMN_YES_NO, NEED_NOT, NULL, "Link", "whether a link must be given"},
    {"source", COLUMN_TEXT, NEED_NOT, NULL, "Source URL;URL", "where it was read"},
};
COLUMNS(guidance, KEY(GUIDANCE_ID))

static const struct column commitments_columns[] = {
    {"commitment_id", COLUMN_ID, NEED_VALUE, NULL, "Commitment;Id", "identifier"},
    {"title", COLUMN_TEXT, NEED_VALUE, NULL, "Name", "title"},
    {"force_id", COLUMN_FORCE_OR_ANY, NEED_VALUE, NULL, FORCE_ALIASES_TEXT,
     "who made it; * for every force"},
    {"applies_to", COLUMN_TEXT, NEED_NOT, NULL, NULL,
     "uses_ai or tools, a list; empty: everything"},
    {"date_from", COLUMN_DATE, NEED_NOT, NULL, "From", "from; empty: always"},
    {"date_to", COLUMN_DATE, NEED_NOT, NULL, "To;Until", "until; empty: not ended"},
    {"summary", COLUMN_TEXT, NEED_NOT, NULL, "Description", "what was promised"},
    {"source_url", COLUMN_TEXT, NEED_NOT, NULL, SOURCE_URL_ALIASES, "where it was read"},
};
COLUMNS(commitments, KEY(0) | KEY(2))

static const struct column acknowledgements_columns[] = {
    {"acknowledgement_id", COLUMN_ID, NEED_VALUE, NULL, "Acknowledgement;Id", "identifier"},
    {"force_id", COLUMN_FORCE, NEED_EITHER, NULL, FORCE_ALIASES_TEXT,
     "the force it is about; or give collaboration_id"},
    {"collaboration_id", COLUMN_COLLABORATION, NEED_EITHER, NULL, "Collaboration",
     "the collaboration it is about; or give force_id"},
    {"tool_id", COLUMN_TOOL, NEED_VALUE, NULL, TOOL_ALIASES_TEXT, "product or vendor"},
    {"topic", COLUMN_WORD, NEED_NOT, &topics, NULL, "what it discloses"},
    {"kind", COLUMN_WORD, NEED_VALUE, &acknowledgement_kinds, "Type", "kind of publication"},
    {"publisher", COLUMN_WORD, NEED_VALUE, &publishers, "Published by", "who published it"},
    {"date_published", COLUMN_DATE, NEED_NOT, NULL, "Published;Date;Date of publication",
     "when it was published; empty: not known"},
    {"date_withdrawn", COLUMN_DATE_OR_YES, NEED_NOT, NULL, "Withdrawn",
     "when it was withdrawn; yes: on a day not known; empty: not withdrawn"},
    {"summary", COLUMN_TEXT, NEED_NOT, NULL, "Description", "what it says"},
    {"source_url", COLUMN_TEXT, NEED_NOT, NULL, SOURCE_URL_ALIASES ";Source", "where it was read"},
    {"retrieved_on", COLUMN_TEXT, NEED_NOT, NULL, "Retrieved;Date retrieved", "when it was read"},
};
COLUMNS(acknowledgements, KEY(ACKNOWLEDGEMENT_ID))

static const struct column circulation_columns[] = {
    {"request_id", COLUMN_REQUEST, NEED_VALUE, NULL, REQUEST_ALIASES_TEXT, "the request"},
    {"force_id", COLUMN_FORCE, NEED_VALUE, NULL, FORCE_ALIASES_TEXT, "the force"},
    {"received", COLUMN_YES_NO, NEED_NOT, NULL, "Was received", "whether the force got it"},
    {"date_received", COLUMN_DATE, NEED_NOT, NULL, "Received on;Date of receipt", "when it got it"},
};
COLUMNS(circulation, KEY(CIRCULATION_REQUEST) | KEY(CIRCULATION_FORCE))

static const struct column waivers_columns[] = {
    {"finding_id", COLUMN_ID, NEED_EITHER, NULL, "Finding",
     "the finding; or give rule_id and force_id"},
    {"rule_id", COLUMN_ID, NEED_EITHER, NULL, "Rule", "the rule, with force_id"},
    {"force_id", COLUMN_FORCE, NEED_NOT, NULL, FORCE_ALIASES_TEXT, "the force, with rule_id"},
    {"request_id", COLUMN_REQUEST, NEED_NOT, NULL, REQUEST_ALIASES_TEXT, "only for this request"},
    {"parties_digest", COLUMN_ID, NEED_NOT, NULL, "Parties;Parties digest",
     "the parties_digest of a finding that is not of one force: `concord waive` writes it"},
    {"reason", COLUMN_TEXT, NEED_VALUE, NULL, "Why", "why it is accepted"},
    {"approved_by_role", COLUMN_TEXT, NEED_VALUE, NULL, "Approved by;Approver",
     "the role that approved it; never a person's name"},
    {"expires_on", COLUMN_DATE, NEED_VALUE, NULL, "Expires;Expiry date", "its last day"},
};
/* The whole row: a renewal stands beside what it renews. */
COLUMNS(waivers, KEY(WAIVER_COLUMNS) - 1)

static const struct column responses_columns[] = {
    {"response_id", COLUMN_ID, NEED_VALUE, NULL, "Response;Id;Row id",
     "unique; the force's own reference plus a question number will do"},
    {"force_id", COLUMN_FORCE, NEED_VALUE, NULL, FORCE_ALIASES_TEXT, "who answered"},
    {"request_id", COLUMN_REQUEST, NEED_VALUE, NULL, REQUEST_ALIASES_TEXT,
     "the request put to several forces: circulation number (995/24) or any shared identifier"},
    {"question_id", COLUMN_QUESTION, NEED_NOT, NULL, "Question;Question no;Q",
     "Q1, Q2, ...; empty: the whole letter"},
    {"topic", COLUMN_WORD, NEED_NOT, &topics, NULL,
     "what is asked; default: from questions.csv, else use"},
    {"tool_id", COLUMN_TOOL, NEED_NOT, NULL, TOOL_ALIASES_TEXT ";Vendor",
     "product or vendor asked about; default: from requests.csv"},
    {"stage", COLUMN_WORD, NEED_NOT, &stages, NULL, "stage of the request; default: initial"},
    {"reference", COLUMN_TEXT, NEED_NOT, NULL, "Ref;Force reference;FOI reference;Our reference",
     "the force's own reference"},
    {"applicant_kind", COLUMN_WORD, NEED_NOT, &applicant_kinds,
     "Applicant;Applicant type;Requester", "who asked"},
    {"date_received", COLUMN_DATE, NEED_NOT, NULL,
     "Received;Requested;Date of receipt;Date of request;Received on", "when the force got it"},
    {"date_responded", COLUMN_DATE, NEED_NOT, NULL,
     "Responded;Date of response;Response date;Responded on;Date answered", "date of the letter"},
    {"stance", COLUMN_WORD, NEED_EITHER, &stances, "Decision;Outcome;Result",
     "what the letter does; may be empty where text is given"},
    {"partial_ncnd", COLUMN_YES_NO, NEED_NOT, NULL, "Partial NCND",
     "whether it neither confirms nor denies any other information beside its main stance"},
    {"held_statement", COLUMN_WORD, NEED_NOT, &held_statements, "Held;Held statement",
     "what the letter literally says about holding"},
    {"exemptions", COLUMN_EXEMPTIONS, NEED_NOT, NULL,
     "Exemption;Exemption(s);Exemptions applied;Exemptions cited;Sections;Section",
     "the exemptions cited, a list: 31(3); 24(2)"},
    {"harm_test", COLUMN_YES_NO, NEED_NOT, NULL, "Harm;Prejudice test",
     "whether the letter sets out a harm test"},
    {"public_interest_test", COLUMN_YES_NO, NEED_NOT, NULL,
     "PIT;Public interest;Public interest test",
     "whether the letter sets out a public-interest test"},
    {"link", COLUMN_TEXT, NEED_NOT, NULL, "Link given;s21 link", "the link given under section 21"},
    {"text", COLUMN_TEXT, NEED_EITHER, NULL, "Wording;Letter;Response text;Letter text",
     "the letter's wording"},
    {"source_url", COLUMN_TEXT, NEED_NOT, NULL, SOURCE_URL_ALIASES, "where it was read"},
    {"retrieved_on", COLUMN_TEXT, NEED_NOT, NULL, "Retrieved;Date retrieved;Seen",
     "when it was read"},
    {"note", COLUMN_TEXT, NEED_NOT, NULL, "Notes;Comment;Comments;Remarks", "any remark"},
};
COLUMNS(responses, KEY(RESPONSE_ID))

const struct contract_file contract_files[FILE_COUNT] = {
#define CONTRACT_FILE(number, kind, title)                                                         \
    [number] = {#kind ".csv",                                                                      \
                #kind,                                                                             \
                title,                                                                             \
                kind##_columns,                                                                    \
                sizeof kind##_columns / sizeof *kind##_columns,                                    \
                (unsigned)kind##_key},
    CONTRACT_FILES(CONTRACT_FILE)
#undef CONTRACT_FILE
};
