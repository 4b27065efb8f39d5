# A cell a force: column, row, letter, look, abbreviation, old.
load "room.gp"
data = name . ".dat"
stats data using 1:2 skip 1 nooutput
columns = STATS_max_x + 1
rows = STATS_max_y > 10 ? STATS_max_y + 1 : 11
# On a slide the legend stands at the right, and of the forces off the grid as many as fit.
most_columns = 11.4
left_out = 0
if (slide && columns > most_columns) {
    stats data using (left_out = left_out + ($1 + 1 > most_columns ? 1 : 0)) skip 1 nooutput
    columns = most_columns
}
cell_wide = slide ? 100 : 46
cell_high = slide ? (room_high / rows > 74 ? 74 : room_high / (rows * 1.0)) : 46
legend_columns = slide ? 1 : 2
stats name . ".legend" using 1 skip 1 nooutput
legend_rows = floor(STATS_max / legend_columns) + 1
legend_x = slide ? columns * cell_wide + 60 : 0
legend_y = slide ? 30 : rows * cell_high + 20
wide = slide ? room_wide : columns * cell_wide + 8
wide = wide < 530 ? 530 : wide
high = slide ? room_high : legend_y + legend_rows * 27 - 8
load "frame.gp"

shown(n) = column(1) + 1 <= columns
x(n) = shown(0) ? (column(1) + 0.5) * cell_wide + 4 : nowhere
y(dy) = (column(2) + 0.5) * cell_high + dy
half_x = slide ? "47" : "21"
half_y = slide ? "(cell_high / 2 - 3)" : "21"
cells = states_of("data skip 1", "x(0)", "y(0)", half_x, half_y) . old_of("data skip 1", "x(0)", "y(0)", half_x, half_y)
names = texts_of("data skip 1", "x(0)", slide ? "y(-cell_high * 0.21)" : "y(-9)", "5", "11")
letters = texts_of("data skip 1", "x(0)", slide ? "y(cell_high * 0.21)" : "y(8)", "3", "14")
keys = legend_of(legend_x, legend_y, legend_columns, 265)
if (left_out > 0) {
    set label 1 sprintf("%d forces off the map are left out;", left_out) at legend_x, legend_y + legend_rows * 46 + 10 left font font(12) textcolor rgb ink
    set label 2 "the table beside the picture has them" at legend_x, legend_y + legend_rows * 46 + 50 left font font(12) textcolor rgb ink
}
plot @cells @names, @letters, @keys
