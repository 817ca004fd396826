;; Calls by a typed reference: let through, for it is the same everywhere.
;; expect: refused when loaded: no-rule
(component (core module (type $f (func)) (func (param (ref null $f)) (call_ref $f (local.get 0)))))
