/* Strong components: groups of nodes that all lead to each other. */

/** Finds the strong components (Tarjan, without recursion). A component comes after those that it leads to. */
function findStrongComponents(ids, next) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const onStack = new Set();
  const found = [];
  for (const start of ids) {
    if (index.has(start)) {
      continue;
    }
    const calls = [];
    const enter = (id) => {
      index.set(id, index.size);
      low.set(id, index.get(id));
      stack.push(id);
      onStack.add(id);
      calls.push({ id, targets: next(id), position: 0 });
    };
    enter(start);
    while (calls.length > 0) {
      const call = calls[calls.length - 1];
      if (call.position < call.targets.length) {
        const target = call.targets[call.position++];
        if (!index.has(target)) {
          enter(target);
        } else if (onStack.has(target)) {
          low.set(call.id, Math.min(low.get(call.id), index.get(target)));
        }
        continue;
      }
      calls.pop();
      if (calls.length > 0) {
        const caller = calls[calls.length - 1].id;
        low.set(caller, Math.min(low.get(caller), low.get(call.id)));
      }
      if (low.get(call.id) === index.get(call.id)) {
        found.push(popComponent(stack, onStack, call.id));
      }
    }
  }
  return found;
}

function popComponent(stack, onStack, last) {
  const group = [];
  for (let id = -1; id !== last;) {
    id = stack.pop();
    onStack.delete(id);
    group.push(id);
  }
  return group;
}
