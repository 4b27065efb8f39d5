-- Puts the matters into the order of matter_order; again once a baseline has been compared.
UPDATE matter SET place = o.place FROM matter_order o WHERE o.matter_no = matter.matter_no;
