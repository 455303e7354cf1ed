using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Finds the errors of custom resources by their schema; rules of the expression language are not among them.</summary>
/// <remarks>A value that an update leaves as it was is not an error. Recursive along the schema, whose depth is bounded.</remarks>
internal static class StructuralValidation
{
    /// <summary>Finds the errors of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">The object that it replaces; null for a new one.</param>
    /// <param name="schema">The schema.</param>
    public static IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old, StructuralSchema schema) =>
        Visit(value, old, schema, "");

    private static IEnumerable<FieldError> Visit(JsonNode? value, JsonNode? old, StructuralSchema schema, string path)
    {
        if ((old is not null && JsonNode.DeepEquals(value, old)) || (value is null && schema.IsNullable))
        {
            return [];
        }

        if (!HasType(value, schema))
        {
            return [SchemaErrors.WrongType(path, Describe(value), schema.IsIntOrString ? "integer,string" : schema.Type)];
        }

        var inside = value switch
        {
            JsonObject fields => VisitObject(fields, old as JsonObject, schema, path),
            JsonArray items => VisitItems(items, old as JsonArray, schema, path),
            _ => [],
        };
        return ScalarValidation.Validate(value, schema, path).Concat(inside).Concat(Combine(value, schema, path));
    }

    private static IEnumerable<FieldError> VisitObject(JsonObject value, JsonObject? old, StructuralSchema schema, string path)
    {
        if (schema.Json.FindNumber("maxProperties") is { } max && value.Count > max)
        {
            yield return SchemaErrors.TooMany(path, value.Count, max);
        }

        if (schema.Json.FindNumber("minProperties") is { } min && value.Count < min)
        {
            yield return SchemaErrors.Invalid(path, (long)value.Count, $"{value.Count}", $"should have at least {min} properties");
        }

        foreach (var name in schema.Required.Where(name => !value.ContainsKey(name)))
        {
            yield return SchemaErrors.Required(Join(path, name));
        }

        var fields = value.OrderBy(static field => field.Key, StringComparer.Ordinal)
            .Where(field => schema.FindField(field.Key) is not null && (path.Length > 0 || field.Key != "metadata"))
            .SelectMany(field => Visit(field.Value, old?[field.Key], schema.FindField(field.Key)!, Join(path, field.Key)));
        foreach (var error in fields)
        {
            yield return error;
        }
    }

    private static IEnumerable<FieldError> VisitItems(JsonArray items, JsonArray? old, StructuralSchema schema, string path)
    {
        if (schema.Json.FindNumber("maxItems") is { } max && items.Count > max)
        {
            yield return SchemaErrors.TooMany(path, items.Count, max);
        }

        if (schema.Json.FindNumber("minItems") is { } min && items.Count < min)
        {
            yield return SchemaErrors.Invalid(path, (long)items.Count, $"{items.Count}", $"should have at least {min} items");
        }

        var keys = new ListItemKeys(schema);
        var former = keys.Index(old);
        foreach (var (index, item) in items.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            foreach (var error in Visit(item, former(item), schema.Items ?? StructuralSchema.Any, place).Concat(keys.Check(item, place)))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<FieldError> Combine(JsonNode? value, StructuralSchema schema, string path)
    {
        foreach (var error in schema.AllOf.SelectMany(one => Visit(value, null, one, path)))
        {
            yield return error;
        }

        if (schema.AnyOf.Count > 0 && !schema.AnyOf.Any(Meets))
        {
            yield return SchemaErrors.Combination(path, "must validate at least one schema (anyOf)");
        }

        var count = schema.OneOf.Count(Meets);
        if (schema.OneOf.Count > 0 && count != 1)
        {
            yield return SchemaErrors.Combination(
                path, $"must validate one and only one schema (oneOf). Found {(count == 0 ? "none valid" : $"{count} valid alternatives")}");
        }

        if (schema.Not is not null && Meets(schema.Not))
        {
            yield return SchemaErrors.Combination(path, "must not validate the schema (not)");
        }

        bool Meets(StructuralSchema one) => !Visit(value, null, one, path).Any();
    }

    private static bool HasType(JsonNode? value, StructuralSchema schema) => (schema.Type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("", var kind) => !schema.IsIntOrString || kind == JsonValueKind.String || IsInteger(value),
        ("object", var kind) => kind == JsonValueKind.Object,
        ("array", var kind) => kind == JsonValueKind.Array,
        ("string", var kind) => kind == JsonValueKind.String,
        ("boolean", var kind) => kind is JsonValueKind.True or JsonValueKind.False,
        ("number", var kind) => kind == JsonValueKind.Number,
        ("integer", _) => IsInteger(value),
        _ => true,
    };

    private static bool IsInteger(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number);

    private static string Describe(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsInteger(value) ? "integer" : "number",
        _ => "boolean",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
