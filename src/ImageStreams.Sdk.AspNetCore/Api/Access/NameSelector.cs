namespace ImageStreams.AspNetCore;

/// <summary>Finds the name that a field selector requires: to list one object needs the right to that object only.</summary>
/// <remarks>The right to one name must never list others. What could be read in two ways therefore requires no name, and needs the right
/// to all objects.</remarks>
internal static class NameSelector
{
    private const string Field = "metadata.name=";

    /// <summary>Finds the name; empty when the selector does not require one.</summary>
    /// <param name="selector">The selector; null for none.</param>
    public static string Find(string? selector)
    {
        if (selector is null || selector.Contains('\\', StringComparison.Ordinal))
        {
            return "";
        }

        var term = selector.Split(',').FirstOrDefault(static term => term.StartsWith(Field, StringComparison.Ordinal)) ?? Field;
        var value = term[Field.Length..];
        var name = value.StartsWith('=') ? value[1..] : value;
        return IsName(name) ? name : "";
    }

    private static bool IsName(string value) =>
        value.Length > 0 && value is not ("." or "..") && value.AsSpan().IndexOfAny('/', '%', '=') < 0;
}
