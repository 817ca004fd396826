;; Built for interface 1.1.
;; expect: refused when loaded: newer-minor 1.1
(component
  (component $empty) (instance $i (instantiate $empty))
  (export "luoshi:plugin/rule@1.1.0" (instance $i)))
