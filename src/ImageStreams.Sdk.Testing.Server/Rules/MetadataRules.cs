using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of names, as far as all kinds share them.</summary>
internal static class MetadataRules
{
    private const int MaxName = 253;

    public static IEnumerable<FieldError> Validate(JsonObject document, bool isNamespaced)
    {
        var name = document.FindText("metadata", "name");
        if (string.IsNullOrEmpty(name))
        {
            yield return new FieldError
            {
                Type = FieldErrorType.Required,
                Field = "metadata.name",
                BadValue = "",
                Detail = "name or generateName is required",
            };
        }
        else if (!IsName(name))
        {
            yield return new FieldError
            {
                Type = FieldErrorType.Invalid,
                Field = "metadata.name",
                BadValue = name,
                Detail = "a name consists of lower case letters, digits, '-' and '.', and begins and ends with a letter or a digit",
            };
        }

        if (isNamespaced && string.IsNullOrEmpty(document.FindText("metadata", "namespace")))
        {
            yield return new FieldError
            {
                Type = FieldErrorType.Required,
                Field = "metadata.namespace",
                BadValue = "",
                Detail = "an object of this kind is in a namespace",
            };
        }
    }

    private static bool IsName(string name) => name.Length <= MaxName && IsEdge(name[0]) && IsEdge(name[^1])
        && name.All(static c => IsEdge(c) || c is '-' or '.');

    private static bool IsEdge(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
