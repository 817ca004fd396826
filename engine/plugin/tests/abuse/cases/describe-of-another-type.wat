;; `describe` gives a number.
;; expect: refused when loaded: unfit
(component
  (core module $m (func (export "f") (result i32) (i32.const 1)))
  (core instance $m (instantiate $m))
  (func $f (result u32) (canon lift (core func $m "f")))
  (instance $i (export "describe" (func $f)) (export "start" (func $f)) (export "add" (func $f)) (export "finish" (func $f)))
  (export "luoshi:plugin/rule@1.0.0" (instance $i)))
