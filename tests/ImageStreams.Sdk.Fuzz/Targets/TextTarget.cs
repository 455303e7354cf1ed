using System.Text;

namespace ImageStreams.Fuzz;

/// <summary>A parser of text: TryParse and Parse agree, and what a value prints is the value again.</summary>
internal sealed class TextTarget<T>(string name, byte[][] seeds, Func<string, T?> tryParse, Func<string, T> parse)
    : FuzzTarget(name, seeds, Tokens.Names)
    where T : class
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (tryParse(text) is { } value)
        {
            Expect.Equal(value, parse(text), "TryParse and Parse agree");
            Expect.Equal(value, parse(value.ToString()!), "Parse(ToString()) is the value");
        }
        else if (input.Length % 16 == 0)
        {
            ExpectFormatException(text);
        }
    }

    private void ExpectFormatException(string text)
    {
        try
        {
            parse(text);
        }
        catch (FormatException)
        {
            return;
        }

        throw new BrokenPropertyException("Parse takes what TryParse does not");
    }
}
