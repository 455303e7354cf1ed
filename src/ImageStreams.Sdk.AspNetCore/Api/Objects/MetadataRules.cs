using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of names, as far as all kinds share them.</summary>
internal static class MetadataRules
{
    private const int MaxName = 253;

    public static IEnumerable<FieldError> Validate(JsonObject document, ObjectKind kind)
    {
        var name = document.FindText("metadata", "name");
        var error = string.IsNullOrEmpty(name)
            ? Create(FieldErrorType.Required, "metadata.name", "", "name or generateName is required")
            : kind.Rules.ValidateName(name);
        if (error is not null)
        {
            yield return error;
        }

        if (kind.Definition.IsNamespaced && string.IsNullOrEmpty(document.FindText("metadata", "namespace")))
        {
            yield return Create(FieldErrorType.Required, "metadata.namespace", "", "an object of this kind is in a namespace");
        }
    }

    /// <summary>Finds the error of a name that is a DNS subdomain for most kinds; null when there is none.</summary>
    public static FieldError? ValidateName(string name) => IsName(name)
        ? null
        : Create(
            FieldErrorType.Invalid,
            "metadata.name",
            name,
            "a name consists of lower case letters, digits, '-' and '.', and begins and ends with a letter or a digit");

    private static FieldError Create(FieldErrorType type, string field, string value, string detail) =>
        new() { Type = type, Field = field, BadValue = value, Detail = detail };

    private static bool IsName(string name) => name.Length <= MaxName && IsEdge(name[0]) && IsEdge(name[^1])
        && name.All(static c => IsEdge(c) || c is '-' or '.');

    private static bool IsEdge(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
