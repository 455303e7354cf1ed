using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Finds the errors of texts, numbers and enumerations of custom resources.</summary>
internal static class ScalarValidation
{
    /// <summary>Finds the errors of a value of the right type.</summary>
    public static IEnumerable<FieldError> Validate(JsonNode? value, StructuralSchema schema, string path)
    {
        var errors = value?.GetValueKind() switch
        {
            JsonValueKind.String => ValidateText(value.GetValue<string>(), schema, path),
            JsonValueKind.Number => ValidateNumber(value, schema, path),
            _ => [],
        };
        return ValidateEnum(value, schema, path).Concat(errors);
    }

    /// <summary>Shows a value as messages do.</summary>
    public static string Show(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.String => GoQuote.Format(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static IEnumerable<FieldError> ValidateEnum(JsonNode? value, StructuralSchema schema, string path)
    {
        if (schema.Json["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return SchemaErrors.NotSupported(path, Show(value), allowed.Select(static one => Show(one).Trim('"')));
        }
    }

    private static IEnumerable<FieldError> ValidateText(string text, StructuralSchema schema, string path)
    {
        var length = text.EnumerateRunes().LongCount();
        if (schema.Json.FindNumber("maxLength") is { } max && length > max)
        {
            yield return SchemaErrors.TooLong(path, max);
        }

        if (schema.Json.FindNumber("minLength") is { } min && length < min)
        {
            yield return SchemaErrors.Invalid(path, text, GoQuote.Format(text), $"should be at least {min} chars long");
        }

        if (schema.Pattern is { } pattern && !pattern.Matches(text))
        {
            yield return SchemaErrors.Invalid(path, text, GoQuote.Format(text), $"should match '{pattern.Text}'");
        }

        if (schema.Json.FindText("format") is { } format && !TextFormats.Fits(text, format))
        {
            yield return SchemaErrors.WrongType(path, text, format);
        }
    }

    private static IEnumerable<FieldError> ValidateNumber(JsonNode value, StructuralSchema schema, string path)
    {
        var number = Read(value);
        var (excludesMin, excludesMax) = (schema.Json.IsTrue("exclusiveMinimum"), schema.Json.IsTrue("exclusiveMaximum"));
        if (schema.Json["minimum"] is { } min && (excludesMin ? number <= Read(min) : number < Read(min)))
        {
            yield return CreateError($"should be greater than {(excludesMin ? "" : "or equal to ")}{min.ToJsonString()}");
        }

        if (schema.Json["maximum"] is { } max && (excludesMax ? number >= Read(max) : number > Read(max)))
        {
            yield return CreateError($"should be less than {(excludesMax ? "" : "or equal to ")}{max.ToJsonString()}");
        }

        if (schema.Json["multipleOf"] is { } factor && Read(factor) is not 0 and var divisor && number % divisor != 0)
        {
            yield return CreateError($"should be a multiple of {factor.ToJsonString()}");
        }

        FieldError CreateError(string rule) => SchemaErrors.Invalid(path, value.ToJsonString(), value.ToJsonString(), rule);
    }

    private static double Read(JsonNode value) =>
        double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
