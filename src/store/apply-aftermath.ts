import type { Aftermath } from '../model/index.ts'
import type { AbsenceTable } from './absence-table.ts'
import type { ItemTable } from './item-table.ts'
import type { WithdrawalTable } from './withdrawal-table.ts'

type Tables = { readonly items: ItemTable; readonly withdrawals: WithdrawalTable; readonly absences: AbsenceTable }

/** Writes what became of items; to be called inside a transaction. A withdrawn item is not looked at any more. */
export function applyAftermath(aftermath: Aftermath, { items, withdrawals, absences }: Tables): void {
  for (const absence of aftermath.absent ?? []) absences.put(absence)
  for (const id of aftermath.settled ?? []) absences.remove(id)
  for (const withdrawal of aftermath.withdrawn ?? []) {
    withdrawals.put(withdrawal)
    absences.remove(withdrawal.itemId)
  }
  for (const item of aftermath.restored ?? []) {
    if (withdrawals.get(item.id) === undefined) continue
    items.put(item)
    withdrawals.remove(item.id)
    absences.remove(item.id)
  }
}
