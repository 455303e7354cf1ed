using System.Text;

namespace ImageStreams.Tests.Serialization;

/// <summary>Changes valid JSON in ways that hurt: swapped values, fields given twice, odd texts, and bytes that are no text.</summary>
internal sealed class HostileMutations(int seed)
{
    private static readonly string[] Values =
    [
        "null", "{}", "[]", "\"\"", "true", "0", "-0.0", "1e2", "9223372036854775807", "\"\\ud800\"", "\"\\u003c\"", "\"<&>\"",
        "\"\u2028\u2029\"", "\"9999-12-31T23:59:59-01:00\"", "\"0000-01-01T00:00:00Z\"", "[null]",
        "{\"\":null}", "{\"\\ud800\":1,\"\\udc00\":2}", "[{\"a\":[\"&\"]}]", "\"é\\u00e9\\/\"",
    ];

    private static readonly string[] Names =
        ["", "x<", "\\ud800", "name", "kind\\u0000", "metadata", "items", "annotations", "labels", "spec", "x&\u2028", "from", "tags"];

    private readonly Random _random = new(seed);

    /// <summary>Returns the next mutation of a text; it may no longer be JSON.</summary>
    public byte[] Next(string text)
    {
        var rounds = _random.Next(1, 4);
        for (var i = 0; i < rounds; i++)
        {
            text = Mutate(text);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (_random.Next(8) == 0)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private string Mutate(string text) => _random.Next(3) switch
    {
        0 => ReplaceText(text),
        1 => AddField(text),
        _ => DoubleField(text),
    };

    /// <summary>Replaces a text after a colon or in a list by another value.</summary>
    private string ReplaceText(string text)
    {
        var start = FindAny(text, ":\"");
        var end = start < 0 ? -1 : text.IndexOf('"', start + 2);
        return end < 0 ? text : $"{text[..(start + 1)]}{Any(Values)}{text[(end + 1)..]}";
    }

    private string AddField(string text)
    {
        var start = FindAny(text, "{\"");
        return start < 0 ? text : $"{text[..(start + 1)]}\"{Any(Names)}\":{Any(Values)},{text[(start + 1)..]}";
    }

    /// <summary>Gives a field twice, with another value the first time or the second.</summary>
    private string DoubleField(string text)
    {
        var start = FindAny(text, ",\"");
        var end = start < 0 ? -1 : text.IndexOf("\":", start + 2, StringComparison.Ordinal);
        return end < 0 ? text : $"{text[..start]},{text[(start + 1)..(end + 2)]}{Any(Values)}{text[start..]}";
    }

    private int FindAny(string text, string what) => text.IndexOf(what, _random.Next(text.Length), StringComparison.Ordinal);

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];
}
