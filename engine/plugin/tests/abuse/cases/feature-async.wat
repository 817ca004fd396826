;; Uses what is left out of this engine: functions that wait.
;; expect: refused when loaded: invalid
(component (core module $m (func (export "f"))) (core instance $m (instantiate $m)) (func (canon lift (core func $m "f") async)))
