"""How far one group's best stands behind another's: running bests, distances between them, and what is not over yet.

Every figure is a `Between`: both ends equal where it is known, one end infinite where the data bound it on one side.
Arrays have shape (rows, days): a row is one draw of all abilities, and by custom the first row is the point.
"""
