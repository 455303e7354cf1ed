using System.Buffers;

namespace ImageStreams.Kubernetes;

/// <summary>Quotes texts of objects for YAML and for a shell, so that what is pasted means what it shows.</summary>
internal static class QuotedText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/");

    /// <summary>A scalar of YAML on one line.</summary>
    public static string Yaml(string text) => IsWord(text) ? text : $"'{OneLine(text).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A word of a POSIX shell.</summary>
    public static string Shell(string text) => IsPlain(text) ? text : $"'{OneLine(text).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain);

    // A number, a Boolean and the like would be another value without quotes.
    private static bool IsWord(string text) => IsPlain(text) && (text[0] == '/' || char.IsAsciiLetter(text[0]))
        && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");

    private static string OneLine(string text) => string.Concat(text.Where(character => !char.IsControl(character)));
}
