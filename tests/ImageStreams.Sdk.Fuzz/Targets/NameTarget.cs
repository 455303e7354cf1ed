using System.Text;

namespace ImageStreams.Fuzz;

/// <summary>A parser of names: all ways to parse agree, and what a name prints is the name again.</summary>
internal class NameTarget<T>(string name, byte[][] seeds) : FuzzTarget(name, seeds, Tokens.Names)
    where T : class, ISpanParsable<T>, IUtf8SpanParsable<T>, IUtf8SpanFormattable
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        var parsed = T.TryParse(text, null, out var value);
        Expect.Equal(parsed, T.TryParse(text.AsSpan(), null, out var fromSpan), "TryParse of text and span agree");
        Expect.Equal(parsed, T.TryParse(input, null, out var fromUtf8), "TryParse of text and UTF-8 agree");
        Expect.Equal(value, fromSpan, "text and span give the same");
        Expect.Equal(value, fromUtf8, "text and UTF-8 give the same");
        if (parsed)
        {
            CheckPrinted(value!);
        }
        else if (input.Length % 16 == 0)
        {
            ExpectFormatException(text);
        }
    }

    /// <summary>Checks what a name prints.</summary>
    protected virtual void CheckPrinted(T value)
    {
        var printed = value.ToString()!;
        Expect.Equal(value, T.Parse(printed, null), "Parse(ToString()) is the value");
        Span<byte> utf8 = stackalloc byte[1024];
        Expect.That(value.TryFormat(utf8, out var length, default, null), "TryFormat has room");
        Expect.Equal(printed, Encoding.UTF8.GetString(utf8[..length]), "TryFormat and ToString agree");
    }

    private static void ExpectFormatException(string text)
    {
        try
        {
            T.Parse(text, null);
        }
        catch (FormatException)
        {
            return;
        }

        throw new BrokenPropertyException("Parse takes what TryParse does not");
    }
}
