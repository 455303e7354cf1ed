using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of the versions of custom resource definitions, and of their schemas.</summary>
internal static class CustomVersionRules
{
    /// <summary>Finds the errors in the versions of a specification.</summary>
    public static IEnumerable<FieldError> Validate(JsonObject spec)
    {
        var versions = spec.FindItems("versions").ToList();
        if (versions.Count == 0)
        {
            return [Create(FieldErrorType.Required, "spec.versions", "Required value: must have at least one version")];
        }

        return ValidateAll(versions).Concat(versions.SelectMany(static (version, index) => Validate(version, $"spec.versions[{index}]")));
    }

    private static IEnumerable<FieldError> ValidateAll(List<JsonObject> versions)
    {
        if (versions.Count(static version => version.IsTrue("storage")) != 1)
        {
            yield return Create(
                FieldErrorType.Invalid, "spec.versions", "Invalid value: must have exactly one version marked as storage version");
        }

        if (versions.Select(static version => version.FindText("name")).Distinct().Count() != versions.Count)
        {
            yield return Create(FieldErrorType.Invalid, "spec.versions", "Invalid value: must contain unique version names");
        }
    }

    private static IEnumerable<FieldError> Validate(JsonObject version, string path)
    {
        if (string.IsNullOrEmpty(version.FindText("name")))
        {
            yield return Create(FieldErrorType.Required, $"{path}.name", "Required value");
        }

        var field = $"{path}.schema.openAPIV3Schema";
        if (version.FindObject("schema", "openAPIV3Schema") is not { } schema)
        {
            yield return Create(FieldErrorType.Required, field, "Required value: schemas are required");
            yield break;
        }

        var type = schema.FindText("type") ?? "";
        if (type.Length == 0)
        {
            yield return Create(FieldErrorType.Required, $"{field}.type", "Required value: must not be empty at the root");
        }
        else if (type != "object")
        {
            yield return Create(FieldErrorType.Invalid, $"{field}.type", $"Invalid value: \"{type}\": must be object at the root", type);
        }

        foreach (var error in ValidateFields(StructuralSchema.Read(schema), field))
        {
            yield return error;
        }
    }

    // Recursive along the schema, whose depth is bounded.
    private static IEnumerable<FieldError> ValidateFields(StructuralSchema schema, string path)
    {
        var fields = schema.Properties.OrderBy(static field => field.Key, StringComparer.Ordinal)
            .Select(field => (Path: $"{path}.properties[{field.Key}]", Schema: field.Value)).ToList();
        if (schema.AdditionalProperties is { } values)
        {
            fields.Add(($"{path}.additionalProperties", values));
        }

        if (schema.Items is { } items)
        {
            fields.Add(($"{path}.items", items));
        }

        return fields.SelectMany(static field => ValidateField(field.Schema, field.Path).Concat(ValidateFields(field.Schema, field.Path)));
    }

    private static IEnumerable<FieldError> ValidateField(StructuralSchema schema, string path)
    {
        if (schema.Type.Length == 0 && !schema.IsIntOrString && !schema.PreservesUnknown)
        {
            yield return Create(
                FieldErrorType.Required, $"{path}.type", "Required value: must not be empty for specified object fields");
        }

        if (schema.Type == "array" && schema.Items is null)
        {
            yield return Create(FieldErrorType.Required, $"{path}.items", "Required value: must be specified");
        }

        if (schema.Pattern is { IsValid: false } pattern)
        {
            yield return Create(
                FieldErrorType.Invalid,
                $"{path}.pattern",
                $"Invalid value: \"{pattern.Text}\": must be a valid regular expression, but isn't",
                pattern.Text);
        }

        if (schema is { ListType: "map", ListMapKeys.Count: 0 })
        {
            yield return Create(
                FieldErrorType.Required,
                $"{path}.x-kubernetes-list-map-keys",
                "Required value: must not be empty if x-kubernetes-list-type is map");
        }
    }

    private static FieldError Create(FieldErrorType type, string field, string detail, string value = "") =>
        new() { Type = type, Field = field, BadValue = value, Detail = detail };
}
