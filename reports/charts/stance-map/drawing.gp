# A cell a force: column, row, letter, state, abbreviation.
data = name . ".dat"
set datafile separator "\t"
stats data using 1:2 skip 1 nooutput
last_column = STATS_max_x
last_row = STATS_max_y > 10 ? STATS_max_y : 10
cell = 46
legend_y = (last_row + 1) * cell + 22
wide = (last_column + 1) * cell + 8
wide = wide < 490 ? 490 : wide
high = legend_y + 74
load "frame.gp"

$legend << END
14	0	C	confirm	confirm
128	0	D	deny	deny
264	0	N	ncnd	neither confirm nor deny
14	28	-	silent	no answer on this on record
264	28	?	unknown	no response known
14	56	Đ	deny	deny open use, NCND for the rest
264	56	U	unread	not yet read
END
x(n) = (column(1) + 0.5) * cell + 4
y(dy) = (column(2) + 0.5) * cell + dy
key_y = "$2 + legend_y"
cells = states_of("data skip 1", "x(0)", "y(0)", "21", "21")
names = texts_of("data skip 1", "x(0)", "y(-9)", "5", "11")
letters = texts_of("data skip 1", "x(0)", "y(8)", "3", "14")
keys = states_of("$legend", "$1", key_y, "10", "10")
key_letters = texts_of("$legend", "$1", key_y, "3", "11")
plot @cells @names, @letters, @keys @key_letters, \
     $legend using ($1 + 15):(@key_y):5 with labels left noenhanced font ",12" tc rgb ink
