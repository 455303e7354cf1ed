using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ImageStreams.Tests.Serialization;

/// <summary>A text that is JSON.</summary>
public sealed record JsonText(string Value);

/// <summary>Bytes that are JSON or almost JSON.</summary>
public sealed record AlmostJson(IReadOnlyList<byte> Value)
{
    public override string ToString() => Encoding.Latin1.GetString([.. Value]);
}

/// <summary>Generates JSON of every production, and breaks some of it.</summary>
public static class JsonTexts
{
    private static readonly string[] Marks =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD83D", "0", "-", "+", ".", "e", "1", "t", "true", "null",
        "/", "//", "/*", " ", "\t", "\n", "\u0001", "\0", "\uFEFF", "é", "😀", "\"\"", "\"a\":", "{}", "[]", ",,",
    ];

    private static readonly string[] Atoms =
    [
        "true", "false", "null", "0", "-0", "1", "-1", "10.5", "0.0", "1e3", "1E+3", "-2.5e-7", "9223372036854775807",
        "123456789012345678901234567890", "\"\"", "\"a\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\\uD83D\\uDE00\\ud83d\"",
        "\"é😀\u2028\"", "\"a text of more than thirty-two bytes, so that it is looked at in pieces\"",
        "\"thirty-one bytes, then an escape\\n\"", "\"thirty bytes, then an escape...\\\"\"",
    ];

    public static Arbitrary<JsonText> Valid() => Seeds().Select(seed => new JsonText(Document(new Random(seed)))).ToArbitrary();

    public static Arbitrary<AlmostJson> Almost() => Seeds().Select(seed => Broken(new Random(seed))).ToArbitrary();

    private static Gen<int> Seeds() => Gen.Choose(0, int.MaxValue);

    private static AlmostJson Broken(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Document(random)).ToList();
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            Change(random, bytes);
        }

        return new AlmostJson(bytes);
    }

    private static void Change(Random random, List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Marks[random.Next(Marks.Length)]));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 4), bytes.Count - at));
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }

    private static string Document(Random random)
    {
        var text = new StringBuilder();
        AppendValue(random, text, random.Next(6));
        return text.Append(Space(random)).ToString();
    }

    private static void AppendValue(Random random, StringBuilder text, int levels)
    {
        text.Append(Space(random));
        var kind = levels == 0 ? 2 : random.Next(3);
        if (kind == 2)
        {
            text.Append(Atoms[random.Next(Atoms.Length)]);
            return;
        }

        text.Append(kind == 0 ? '{' : '[');
        for (int i = 0, count = random.Next(5); i < count; i++)
        {
            text.Append(i > 0 ? "," : "").Append(kind == 0 ? Name(random) : "");
            AppendValue(random, text, levels - 1);
            text.Append(Space(random));
        }

        text.Append(Space(random)).Append(kind == 0 ? '}' : ']');
    }

    private static string Name(Random random) =>
        Space(random) + Atoms.Where(atom => atom[0] == '"').ElementAt(random.Next(5)) + Space(random) + ":";

    private static string Space(Random random) => random.Next(8) == 0 ? " \t\r\n"[random.Next(4)..] : "";
}
