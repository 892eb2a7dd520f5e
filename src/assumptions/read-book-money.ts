import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { MoneyTables, SupplyTables } from '../domain/assumption-tables.ts'
import { type BookCodes, type BookReader, readCode } from './book-reader.ts'

/** Families about pay, prices, training costs, temporary staff, study leave and what studies found. */
export function readMoneyTables(
  book: BookReader,
  codes: BookCodes,
  programmes: AssumptionBook['programmes'],
): MoneyTables & Pick<SupplyTables, 'studyLeave' | 'evidence'> {
  const { occupations, sectors } = codes
  const programmeCodes = programmes.map(({ code }) => code)
  return {
    prices: book.only('prices', ['year'], (row) => ({ key: 'prices', year: row.value('year') })),
    decisionValue: book.only('decision-value', ['value'], (row) => ({
      key: 'decision-value',
      value: row.value('value'),
    })),
    pay: book.keyed('pay', ['occupation', 'pay', 'on_costs', 'pension'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      pay: row.value('pay'),
      onCosts: row.value('on_costs'),
      pension: row.value('pension'),
    })),
    payPaths: book.keyed('pay-paths', ['sector', 'growth', 'outside', 'tax_returned'], (row) => ({
      key: readCode(row, 'sector', sectors, 'sectors'),
      growth: row.value('growth'),
      outside: row.value('outside'),
      taxReturned: row.value('tax_returned'),
    })),
    temporary: book.keyed('temporary-staff', ['sector', 'share', 'premium'], (row) => ({
      key: readCode(row, 'sector', sectors, 'sectors'),
      share: row.value('share'),
      premium: row.value('premium'),
    })),
    trainingCosts: book.keyed('training-costs', ['programme', 'cost', 'spare'], (row) => ({
      key: readCode(row, 'programme', programmeCodes, 'training-programmes.csv'),
      cost: row.value('cost'),
      spare: row.value('spare'),
    })),
    studyLeave: book.keyed('study-leave', ['sector', 'share', 'later'], (row) => ({
      key: readCode(row, 'sector', sectors, 'sectors'),
      share: row.value('share'),
      later: row.value('later'),
    })),
    evidence: book.list('evidence', ['id', 'finding', 'used_by', 'value', 'low', 'high'], (row) => ({
      key: row.text('id'),
      id: row.text('id'),
      finding: row.text('finding'),
      usedBy: row.text('used_by'),
      value: row.valueOrNull('value'),
      low: row.valueOrNull('low'),
      high: row.valueOrNull('high'),
    })),
  }
}
