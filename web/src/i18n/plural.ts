/** So many of one thing, in the words of either language. */
export const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
