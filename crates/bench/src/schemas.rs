//! The client's models as schemas for zod, the usual way to validate responses.

use atlassian_admin_core::schema::{Kind, ObjectSchema};
use atlassian_admin_core::{OPERATIONS, response_kind};

/// A JavaScript module whose `responses` and `parameters` have a schema for each operation.
#[must_use]
pub fn render() -> String {
    let mut schemas = Schemas::default();
    let (mut responses, mut parameters) = (String::new(), String::new());
    for operation in OPERATIONS {
        let name = operation.dotted();
        if let Some(kind) = response_kind(operation) {
            responses += &format!("  '{name}': {},\n", schemas.of(kind));
        }
        let params = operation.params.iter().map(|param| (param.name, param.kind, param.required));
        parameters += &format!("  '{name}': z.strictObject({{ {} }}),\n", schemas.properties(params));
    }
    let objects = schemas.written;
    // As in zod's manual. With `import * as z`, bundlers would leave out most of zod.
    format!(
        "import {{ z }} from 'zod';\n\n{objects}\nexport const responses = {{\n{responses}}};\n\nexport const parameters = {{\n{parameters}}};\n"
    )
}

/// The objects so far; each is a constant of its own, after the objects in its properties.
#[derive(Default)]
struct Schemas {
    known: Vec<&'static ObjectSchema>,
    /// Those of the known objects whose properties are being written.
    open: Vec<&'static ObjectSchema>,
    written: String,
}

impl Schemas {
    /// The schema of a kind. It keeps unknown properties and accepts unknown values of enums.
    fn of(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Text | Kind::Enum(_) => "z.string()".to_owned(),
            Kind::Integer => "z.int()".to_owned(),
            Kind::Boolean => "z.boolean()".to_owned(),
            Kind::Time => "z.union([z.number(), z.string()])".to_owned(),
            Kind::List(item) => format!("z.array({})", self.of(*item)),
            Kind::Object(shape) => self.object(shape),
            Kind::Nothing => "z.undefined()".to_owned(),
            _ => "z.unknown()".to_owned(),
        }
    }

    /// The name of an object's schema, which is written at its first use.
    fn object(&mut self, shape: &'static ObjectSchema) -> String {
        if let Some(place) = self.known.iter().position(|known| *known == shape) {
            return format!("{}{place}", shape.name);
        }
        let name = format!("{}{}", shape.name, self.known.len());
        self.known.push(shape);
        self.open.push(shape);
        let members = (shape.members)().iter().map(|member| (member.name, member.kind, member.required));
        let properties = self.properties(members);
        self.open.pop();
        self.written += &format!("const {name} = z.looseObject({{ {properties} }});\n");
        name
    }

    fn properties<'a>(&mut self, list: impl Iterator<Item = (&'a str, Kind, bool)>) -> String {
        let list: Vec<_> = list.map(|(name, kind, required)| self.property(name, kind, required)).collect();
        list.join(", ")
    }

    fn property(&mut self, name: &str, kind: Kind, required: bool) -> String {
        let schema = self.of(kind);
        let schema = if required { schema } else { schema + ".nullish()" };
        // A schema that is not yet written can only be named lazily.
        if self.is_open(kind) {
            format!("get '{name}'() {{ return {schema}; }}")
        } else {
            format!("'{name}': {schema}")
        }
    }

    fn is_open(&self, kind: Kind) -> bool {
        match kind {
            Kind::List(item) => self.is_open(*item),
            Kind::Object(shape) => self.open.contains(&shape),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::Org;
    use atlassian_admin_core::schema::HasSchema;

    #[test]
    fn object_follows_the_objects_in_its_properties() {
        let mut schemas = Schemas::default();
        assert_eq!(schemas.of(Vec::<Org>::KIND), "z.array(Org0)");
        let last = schemas.written.lines().last().unwrap();
        assert!(last.starts_with("const Org0 = "), "{last}");
        assert!(schemas.written.contains("'id': z.string(),"), "{}", schemas.written);
        assert!(schemas.written.contains("'attributes': OrgAttributes"), "{}", schemas.written);
    }
}
