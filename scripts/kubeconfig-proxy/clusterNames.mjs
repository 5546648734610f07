/** Names that can stand in URLs and annotations, in the order of the contexts, each once. */
export function clusterNames(contexts) {
  const taken = new Set();
  return contexts.map(context => {
    const base =
      context
        .toLowerCase()
        .replace(/[^a-z0-9.-]+/g, '-')
        .slice(0, 60)
        .replace(/^[.-]+|[.-]+$/g, '') || 'cluster';
    let name = base;
    for (let i = 2; taken.has(name); i += 1) name = `${base}-${i}`;
    taken.add(name);
    return name;
  });
}
