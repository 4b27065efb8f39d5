// SPDX-License-Identifier: MIT
// A pack of letters with their wordings: a form of words that was circulated, letters in it,
// near it and far from it.

export const form = [
  "We have weighed whether saying that anything is held would itself do harm.",
  "A reader who learns which forces use a given product can choose where to act and how to stay out of sight.",
  "Several forces were asked the same question, so the answers could be laid side by side and a picture drawn of the whole country.",
  "That would weaken the detection of crime and with it the safety of the public.",
  "Against this stands a real interest in how public money is spent and in how new methods are overseen.",
  "On balance that interest is met by the publications of the oversight bodies, and it does not outweigh the harm.",
  "We therefore neither confirm nor deny that anything is held.",
];
const own = [
  "Our patrol area is small and two of its towns share one port.",
  "Last spring a group was found to have collected the replies of public bodies in order to pick its landing places.",
  "Counsel in those trials would have to deal with a plain answer before a jury has heard the evidence.",
  "I decline to say either way.",
];
const disclosed = ["We hold what you ask for.", "Nine licences were bought in March at the price that the contract gives.", "A copy of the contract is attached with this letter."];

// What each force says on the first request: the form, with that many of its sentences in words
// of the force's own.
const changed = { kent: 0, essex: 0, surrey: 1, sussex: 1, norfolk: 1, suffolk: 0, durham: 1, cleveland: 0, cumbria: 1 };
const others = [
  "A thief reads as carefully as an applicant does.",
  "What the north of the county may know, the south may know too.",
  "The books of the force are open to its auditors at any time.",
];
const altered = (n, i) => form.map((sentence, k) => (k > 0 && k <= n ? others[(k + i) % others.length] : sentence));

export const requestText = "Please say whether the force has bought, hired or tried the product, from whom, and at what price in each year.";
const letter = (name, sentences) =>
  `${name}\n\nDear applicant\n\nYou asked:\n\n"${requestText}"\n\nResponse\n\n${sentences.join(" ")}\n\nIf you are dissatisfied with this reply you may ask for an internal review.\n\nYours sincerely\n`;

export function wordings(forces) {
  const name = (id) => forces.find((force) => force.force_id === id).name;
  const row = (force_id, request_id, stance, sentences) => ({
    response_id: `${force_id}-${request_id.slice(0, 4)}`, force_id, request_id, tool_id: "argus", date_responded: "2024-03-01", stance,
    exemptions: stance === "ncnd" ? "31(3);24(2)" : "", text: letter(name(force_id), sentences),
  });
  const responses = [
    ...Object.entries(changed).map(([force, n], i) => row(force, "8001/24", "ncnd", altered(n, i))),
    row("gloucestershire", "8001/24", "ncnd", own),
    row("kent", "8002/24", "ncnd", form),
    row("essex", "8002/24", "ncnd", altered(3, 1)),
    row("surrey", "8002/24", "ncnd", own),
    row("dorset", "8002/24", "disclosed", disclosed),
    row("kent", "8003/24", "ncnd", form), // nobody beside it
    // More than fit side by side, in a handful of wordings.
    ...forces.slice(0, 45).map((force, i) => row(force.force_id, "8004/24", "ncnd", i % 9 === 4 ? [...own, `Chief officer number ${i} wrote this.`] : altered(i % 4, i % 3))),
  ];
  return {
    "tools.csv": [{ tool_id: "argus", name: "Argus" }],
    "requests.csv": ["8001/24", "8002/24", "8003/24", "8004/24"].map((request_id) => ({ request_id, title: `Request ${request_id}`, tool_id: "argus" })),
    "guidance.csv": [{ guidance_id: "form-1", title: "Form of words", request_id: "8001/24", tool_id: "argus", effective_from: "2024-01-01",
      condition: "any", expected_stance: "ncnd", form_of_words: form.join(" ") }],
    "responses.csv": responses,
  };
}
