using System.Buffers;
using System.Globalization;
using System.Text;

namespace ImageStreams.Graphs;

/// <summary>Quotes texts for Mermaid.</summary>
internal static class MermaidText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,._/:@()-");

    /// <summary>
    /// Quotes lines as a label, with an entity code for every character that is not usual in names. A label with codes has
    /// no colon, because after the words <c>style</c> and <c>classDef</c> Mermaid would cut off the end of a code.
    /// </summary>
    public static string Quote(params IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var isPlain = all.TrueForAll(line => !line.AsSpan().ContainsAnyExcept(Plain));
        var quoted = string.Join("<br/>", all.Select(line => isPlain ? line : Encode(line)));
        return quoted.Length == 0 ? "\"#160;\"" : $"\"{quoted}\"";
    }

    /// <summary>Quotes a text for YAML.</summary>
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
