//! The client's models as schemas for zod, the usual way to validate responses.

use atlassian_admin_core::schema::{ObjectSchema, Schema};
use atlassian_admin_core::{OPERATIONS, response_schema};

/// A JavaScript module whose `responses` and `parameters` have a schema for each operation.
#[must_use]
pub fn render() -> String {
    let mut schemas = Schemas::default();
    let (mut responses, mut parameters) = (String::new(), String::new());
    for operation in OPERATIONS {
        let name = operation.dotted();
        if let Some(response) = response_schema(operation) {
            responses += &format!("  '{name}': {},\n", schemas.of(response));
        }
        let params = operation.params.iter().map(|param| (param.name, param.schema, param.required));
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
    /// The schema for zod. It keeps unknown properties and accepts unknown values of enums.
    fn of(&mut self, schema: Schema) -> String {
        match schema {
            Schema::Text | Schema::Enum(_) => "z.string()".to_owned(),
            Schema::Integer => "z.int()".to_owned(),
            Schema::Boolean => "z.boolean()".to_owned(),
            Schema::Time => "z.union([z.number(), z.string()])".to_owned(),
            Schema::List(item) => format!("z.array({})", self.of(*item)),
            Schema::Object(object) => self.object(object),
            Schema::Nothing => "z.undefined()".to_owned(),
            _ => "z.unknown()".to_owned(),
        }
    }

    /// The name of an object's schema, which is written at its first use.
    fn object(&mut self, object: &'static ObjectSchema) -> String {
        if let Some(place) = self.known.iter().position(|known| *known == object) {
            return format!("{}{place}", object.name);
        }
        let name = format!("{}{}", object.name, self.known.len());
        self.known.push(object);
        self.open.push(object);
        let members =
            (object.properties)().iter().map(|member| (member.name, member.schema, member.required));
        let properties = self.properties(members);
        self.open.pop();
        self.written += &format!("const {name} = z.looseObject({{ {properties} }});\n");
        name
    }

    fn properties<'a>(&mut self, list: impl Iterator<Item = (&'a str, Schema, bool)>) -> String {
        let list: Vec<_> =
            list.map(|(name, schema, required)| self.property(name, schema, required)).collect();
        list.join(", ")
    }

    fn property(&mut self, name: &str, schema: Schema, required: bool) -> String {
        let written = self.of(schema);
        let written = if required { written } else { written + ".nullish()" };
        // A schema that is not yet written can only be named lazily.
        if self.is_open(schema) {
            format!("get '{name}'() {{ return {written}; }}")
        } else {
            format!("'{name}': {written}")
        }
    }

    fn is_open(&self, schema: Schema) -> bool {
        match schema {
            Schema::List(item) => self.is_open(*item),
            Schema::Object(object) => self.open.contains(&object),
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
        assert_eq!(schemas.of(Vec::<Org>::SCHEMA), "z.array(Org0)");
        let last = schemas.written.lines().last().unwrap();
        assert!(last.starts_with("const Org0 = "), "{last}");
        assert!(schemas.written.contains("'id': z.string(),"), "{}", schemas.written);
        assert!(schemas.written.contains("'attributes': OrgAttributes"), "{}", schemas.written);
    }
}
