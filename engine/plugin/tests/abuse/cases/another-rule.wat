;; Exports another thing than the rule.
;; expect: refused when loaded: no-rule other:thing/rule@1.0.0 rule
(component
  (component $empty) (instance $i (instantiate $empty))
  (export "other:thing/rule@1.0.0" (instance $i))
  (export "rule" (instance $i)))
