#pragma warning disable RS0030 // Schemas contain regular expressions, and only these: the engine without backtracking is linear.
using System.Text.RegularExpressions;

namespace ImageStreams.Testing.Server;

/// <summary>A <c>pattern</c> of a schema, which is read once, and matched in time linear in the text.</summary>
internal sealed class SchemaPattern
{
    private readonly Regex? _regex;

    private SchemaPattern(string text, Regex? regex) => (Text, _regex) = (text, regex);

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Gets a value indicating whether the text is a regular expression without references backwards and looks around.</summary>
    public bool IsValid => _regex is not null;

    /// <summary>Reads a pattern.</summary>
    public static SchemaPattern Read(string text)
    {
        try
        {
            return new SchemaPattern(text, new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return new SchemaPattern(text, null);
        }
    }

    /// <summary>Determines whether a text matches; one that is no regular expression matches everything.</summary>
    public bool Matches(string value) => _regex?.IsMatch(value) ?? true;
}
