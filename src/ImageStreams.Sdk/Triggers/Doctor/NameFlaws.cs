using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Finds out why a name can be none of a namespace, a stream or a tag.</summary>
internal static class NameFlaws
{
    /// <summary>The maximum number of characters of the name of a namespace.</summary>
    private const int MaxNamespace = 63;

    private const string Alphanumerics = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string LowerCaseOnly = "it may have lower-case letters, digits and hyphens only.";

    /// <summary>Finds the flaw in the name of a namespace; null when there is none.</summary>
    public static string? FindInNamespace(string ns)
    {
        if (FindBlank(ns) is { } blank)
        {
            return blank;
        }

        return ns switch
        {
            { Length: > MaxNamespace } => "it has more than 63 characters.",
            _ when ns.AsSpan().IndexOfAnyExcept($"{Alphanumerics}-") >= 0 => LowerCaseOnly,
            ['-', ..] or [.., '-'] => "it may not begin or end with a hyphen.",
            _ => null,
        };
    }

    /// <summary>Finds the flaw in the name of a tag, which has a colon; null when there is none.</summary>
    public static string? FindInTag(string name)
    {
        if (FindBlank(name) is { } blank)
        {
            return blank;
        }

        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        if (stream.Length == 0)
        {
            return "it begins with a colon, and names no stream.";
        }

        if (tag.Contains(':', StringComparison.Ordinal))
        {
            return "it has two colons.";
        }

        return FindInStream(stream);
    }

    /// <summary>Finds the flaw in the name of a stream, without a tag; null when there is none.</summary>
    public static string? FindInStream(string stream)
    {
        if (FindBlank(stream) is { } blank)
        {
            return blank;
        }

        return stream.AsSpan().IndexOfAnyExcept($"{Alphanumerics}._-") < 0
            ? null
            : "the name of a stream may have lower-case letters, digits, dots, underscores and hyphens only.";
    }

    /// <summary>Removes the blanks around the parts of a name.</summary>
    public static string RemoveBlanks(string name) => string.Join(':', name.Split(':').Select(part => part.Trim()));

    /// <summary>Removes the blanks of a flawed name; null when it has no flaw, or another one.</summary>
    public static string? Correct(string name, Func<string, string?> findFlaw)
    {
        if (name.Length == 0 || findFlaw(name) is null)
        {
            return null;
        }

        var corrected = RemoveBlanks(name);
        return corrected.Length > 0 && findFlaw(corrected) is null ? corrected : null;
    }

    /// <summary>Finds blanks in a name; null when there are none.</summary>
    public static string? FindBlank(string name)
    {
        if (!name.Any(char.IsWhiteSpace))
        {
            return null;
        }

        return (char.IsWhiteSpace(name[0]), char.IsWhiteSpace(name[^1])) switch
        {
            (true, true) => "it begins and ends with a blank.",
            (true, false) => "it begins with a blank.",
            (false, true) => "it ends with a blank.",
            _ => "it has a blank in it.",
        };
    }
}
