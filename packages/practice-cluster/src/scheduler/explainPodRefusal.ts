/** The sentence when no node was even looked at. @public */
export function explainPodRefusal(total: number, reason: string): string {
  return `0/${total} nodes are available: ${reason}. no new claims to deallocate, preemption: 0/${total} nodes are available: ${total} Preemption is not helpful for scheduling.`;
}
