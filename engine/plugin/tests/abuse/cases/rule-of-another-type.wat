;; Exports a component under the name of the rule, which no component may.
;; expect: refused when loaded: invalid
(component (component $empty) (export "luoshi:plugin/rule@1.0.0" (component $empty)))
