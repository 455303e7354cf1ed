using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Conformance.Suites;

/// <summary>Field errors in the answers of the suite <c>strategy</c>.</summary>
internal static class FieldErrors
{
    /// <summary>The errors, sorted as the cases have them.</summary>
    public static JsonArray ToNode(ValueList<FieldError> errors) => errors
        .OrderBy(error => error.Field, StringComparer.Ordinal)
        .ThenBy(error => error.Reason, StringComparer.Ordinal)
        .Select(ToNode)
        .ToArray();

    private static JsonObject ToNode(FieldError error) => new()
    {
        ["type"] = error.Reason,
        ["field"] = error.Field,
        ["badValue"] = Value(error.BadValue),
        ["causes"] = ToNode(error.Causes.Select(cause => cause with { BadValue = null }).ToValueList()),
    };

    private static JsonValue? Value(object? value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        _ => null,
    };
}
