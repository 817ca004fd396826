//! A registry with packages, keys, a trust file, and a plan that installs from it.

use std::fs;

use luoshi_package::SecretKey;

use crate::case::{Case, Ran};

/// A day on which all keys count.
pub(crate) const DAY: &str = "--as-of 2026-06-01";

/// A case with a plan `p` that extends `county/a`, a trust file, keys, and a registry `reg`.
pub(crate) struct Shop {
    pub(crate) case: Case,
}

fn key(name: &str, seed: u8) -> SecretKey {
    SecretKey::new(name, &[seed; 32]).unwrap()
}

fn trust() -> String {
    let line = |key: &SecretKey, from: &str, to: &str| {
        format!(
            "      - {{ key: {}, from: {from}, to: {to} }}\n",
            key.verifier()
        )
    };
    let mut text = "luoshi: 1\nto: 2027-12-31\npublishers:\n  - name: 县综治委\n    packages: [county/*, central/*]\n    to: 2027-12-31\n    keys:\n".to_owned();
    text += &line(&key("office", 1), "2026-01-01", "2026-12-31");
    text += &line(&key("old", 2), "2025-01-01", "2025-12-31");
    text += "registries:\n  - name: county\n    keys:\n";
    text += &line(&key("registry", 3), "2026-01-01", "2026-12-31");
    text
}

pub(crate) fn head(name: &str, version: &str, extends: &str) -> String {
    format!(
        "luoshi: 1\npackage: {{ name: {name}, version: {version}, publisher: 县综治委, title: 方案, engine: '*', licence: MIT }}\n{extends}"
    )
}

/// Lets the plan extend packages.
pub(crate) fn extending(case: Case, extends: &str) -> Case {
    let plan = case.read("p/plan.yaml");
    let with = plan.replace("依据政策包: []", &format!("依据政策包: [ {extends} ]"));
    assert_ne!(plan, with);
    case.file("p/plan.yaml", with)
}

impl Shop {
    fn new() -> Shop {
        let case = Case::with_plan().file("trust.yaml", trust());
        let mut case = extending(case, "{ 政策包: county/a, 版本: '^1' }");
        for (name, seed) in [("office", 1), ("old", 2), ("registry", 3), ("stranger", 9)] {
            case = case.file(&format!("{name}.key"), key(name, seed).to_line());
        }
        Shop { case }
    }

    #[track_caller]
    pub(crate) fn good(&self, command: &str) -> Ran {
        let ran = self.case.run(command);
        assert_eq!(ran.code, Some(0), "{command}\n{}{}", ran.stdout, ran.stderr);
        ran
    }

    /// That a command is refused with these codes.
    #[track_caller]
    pub(crate) fn refused(&self, command: &str, codes: &[&str]) -> Ran {
        let ran = self.case.run(command);
        let text = format!("{}{}", ran.stdout, ran.stderr);
        for code in codes {
            assert!(text.contains(code), "{command} without {code}\n{text}");
        }
        assert!(
            matches!(ran.code, Some(2 | 3)),
            "{command} ended {:?}\n{text}",
            ran.code
        );
        ran
    }

    /// Builds a package and signs it; its archive.
    #[track_caller]
    pub(crate) fn build(&self, name: &str, version: &str, extends: &str, places: &str) -> String {
        let folder = format!("src/{}-{version}", name.replace('/', "-"));
        fs::create_dir_all(self.case.path(&folder)).unwrap();
        let file = self.case.path(&folder).join("package.yaml");
        fs::write(file, head(name, version, extends)).unwrap();
        let archive = format!("{folder}.luoshi.zip");
        self.good(&format!(
            "package build {folder} -o {archive} {places} {DAY}"
        ));
        self.good(&format!("package sign {archive} --key office.key"));
        archive
    }

    #[track_caller]
    pub(crate) fn publish(&self, archives: &[&str]) {
        let archives = archives.join(" ");
        self.good(&format!(
            "package publish {archives} --registry reg --key registry.key --name county --expires 2026-06-30 {DAY}"
        ));
    }

    /// A registry with two versions of `county/a`, both of which build on `central/b`.
    pub(crate) fn stocked() -> Shop {
        let shop = Shop::new();
        let base = shop.build("central/b", "1.0.0", "", "");
        let extends = "extends: [{ package: central/b, version: ^1 }]\n";
        let low = shop.build("county/a", "1.0.0", extends, "--packages src");
        let high = shop.build("county/a", "1.1.0", extends, "--packages src");
        shop.publish(&[&base, &low, &high]);
        shop
    }

    #[track_caller]
    pub(crate) fn locked(&self) -> Vec<String> {
        let list = self.good("package list p --format json").stdout;
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        let packages = list["packages"].as_array().unwrap();
        let locked = packages.iter().filter(|one| one["locked"] == true);
        locked
            .map(|one| {
                assert_eq!(one["altered"], false, "{one}");
                assert_eq!(one["installed"], true, "{one}");
                format!(
                    "{} {}",
                    one["name"].as_str().unwrap(),
                    one["version"].as_str().unwrap()
                )
            })
            .collect()
    }

    #[track_caller]
    pub(crate) fn works(&self) {
        self.good(&format!("check p -q {DAY}"));
    }
}
