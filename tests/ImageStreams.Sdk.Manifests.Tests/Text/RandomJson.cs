using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>Random JSON values, full of texts that YAML reads otherwise when they are not in quotes.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] Traps =
    [
        "", " ", "no", "yes", "3.10", "0777", "~", "null", "true", "1e3", "2024-01-01", "<<", "---", "...", "- a", "a: b", "a #b", "#a",
        "{{ x }}", "${X}", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "'", "\"", "\\", "it's", "a\nb\n", "a\n\nb", "\n", "a\n b", "\ta",
        "a\tb", "é😀", "😀", "a\r\nb", "\u0001", "\u0085", "\u2028", "a ", " a", "[a]", "{a}", "a,b", "?", "-", ":", "a:", "http://a.b/c?d=e#f",
    ];

    public JsonNode? Next(int depth)
    {
        return random.Next(depth > 0 ? 9 : 5) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(2) == 0),
            2 => JsonValue.Create(random.Next(-1000, 100_000)),
            3 or 4 => JsonValue.Create(NextText()),
            5 or 6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Next(depth - 1))]),
            _ => NextObject(depth),
        };
    }

    public JsonObject NextObject(int depth)
    {
        var found = new JsonObject();
        for (var count = random.Next(5); count > 0; count--)
        {
            found[NextText()] = Next(depth - 1);
        }

        return found;
    }

    private string NextText() => random.Next(3) switch
    {
        0 => Traps[random.Next(Traps.Length)],
        1 => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "ab /.:-#'\"\\\n😀é{}[],"[random.Next(20)])).Replace("\ud83d", "x")
            .Replace("\ude00", "y"),
        _ => $"{(char)('a' + random.Next(26))}{random.Next(100)}",
    };
}
