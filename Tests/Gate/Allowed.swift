// The control: what compiles. Values become published by the rules, and only so.
import Disclosure
import Tabulation

func published(_ base: BaseTable) -> PublishedTable {
  PublishedTable(base, for: .openbaar)
}
