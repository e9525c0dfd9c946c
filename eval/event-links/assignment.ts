/**
 * The greatest sum of values with at most one of each row and one of each column: the assignment problem, by shortest
 * augmenting paths (Jonker and Volgenant).
 */
export function bestAssignment(values: readonly (readonly number[])[]): number {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  if (rows > columns) return bestAssignment(transposed(values, columns));
  const [u, v] = [new Array<number>(rows + 1).fill(0), new Array<number>(columns + 1).fill(0)];
  const rowOf = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row++) augment(row, { values, u, v, rowOf });
  return rowOf.reduce(
    (sum, row, column) => sum + (column > 0 && row > 0 ? (values[row - 1]?.[column - 1] ?? 0) : 0),
    0,
  );
}

interface Search {
  readonly values: readonly (readonly number[])[];
  /** Potentials of rows and columns; column 0 stands for none. */
  readonly u: number[];
  readonly v: number[];
  readonly rowOf: number[];
}

function augment(row: number, { values, u, v, rowOf }: Search): void {
  const size = rowOf.length;
  const least = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const from = new Array<number>(size).fill(0);
  const used = new Array<boolean>(size).fill(false);
  rowOf[0] = row;
  let column = 0;
  do {
    used[column] = true;
    const here = rowOf[column] ?? 0;
    let [step, next] = [Number.POSITIVE_INFINITY, 0];
    for (let j = 1; j < size; j++) {
      if (used[j]) continue;
      const cost = -(values[here - 1]?.[j - 1] ?? 0) - (u[here] ?? 0) - (v[j] ?? 0);
      if (cost < (least[j] ?? 0)) {
        least[j] = cost;
        from[j] = column;
      }
      if ((least[j] ?? 0) < step) [step, next] = [least[j] ?? 0, j];
    }
    for (let j = 0; j < size; j++) {
      if (used[j]) {
        u[rowOf[j] ?? 0] = (u[rowOf[j] ?? 0] ?? 0) + step;
        v[j] = (v[j] ?? 0) - step;
      } else least[j] = (least[j] ?? 0) - step;
    }
    column = next;
  } while ((rowOf[column] ?? 0) !== 0);
  for (; column !== 0; column = from[column] ?? 0) rowOf[column] = rowOf[from[column] ?? 0] ?? 0;
}

function transposed(values: readonly (readonly number[])[], columns: number): number[][] {
  return Array.from({ length: columns }, (_, j) => values.map((row) => row[j] ?? 0));
}
