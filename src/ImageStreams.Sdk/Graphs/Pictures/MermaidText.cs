using System.Buffers;
using System.Globalization;
using System.Text;

namespace ImageStreams.Graphs;

/// <summary>Texts in quotes, as Mermaid reads them.</summary>
internal static class MermaidText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,._/:@()-");

    /// <summary>
    /// Lines as a label, in which everything but the marks of ordinary names is an entity code. A label with codes has no
    /// colon: behind the words <c>style</c> and <c>classDef</c> Mermaid would take away the end of a code.
    /// </summary>
    public static string Quote(params IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var isPlain = all.TrueForAll(line => !line.AsSpan().ContainsAnyExcept(Plain));
        var quoted = string.Join("<br/>", all.Select(line => isPlain ? line : Encode(line)));
        return quoted.Length == 0 ? "\"#160;\"" : $"\"{quoted}\"";
    }

    /// <summary>A text in quotes as YAML reads it.</summary>
    public static string QuoteYaml(string line)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in line)
        {
            _ = Plain.Contains(unit)
                ? quoted.Append(unit)
                : quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
        }

        return quoted.Append('"').ToString();
    }

    private static string Encode(string line)
    {
        var encoded = new StringBuilder(line.Length + 16);
        foreach (var rune in line.EnumerateRunes())
        {
            _ = rune.IsBmp && rune.Value != ':' && Plain.Contains((char)rune.Value)
                ? encoded.Append((char)rune.Value)
                : encoded.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return encoded.ToString();
    }
}
