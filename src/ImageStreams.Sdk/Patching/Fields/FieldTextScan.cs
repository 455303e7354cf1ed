namespace ImageStreams.Patching;

/// <summary>Moves through an object of objects, which is valid and compact JSON.</summary>
/// <remarks>
/// Looks at the braces and quotes alone, in a third of the time that a reader of JSON takes: the text of 10,000 tags has a megabyte.
/// </remarks>
internal ref struct FieldTextScan(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The offset of the next byte; at first after the brace of the object.</summary>
    public int Position { get; private set; } = 1;

    /// <summary>Moves behind the next name and its colon; false at the end of the object.</summary>
    /// <param name="name">The name, with its escapes.</param>
    public bool TryReadName(out ReadOnlySpan<byte> name)
    {
        name = default;
        Position += _text[Position] == ',' ? 1 : 0;
        if (_text[Position] != '"')
        {
            return false;
        }

        var end = FindEnd(Position);
        name = _text[(Position + 1)..end];
        Position = end + 2;
        return true;
    }

    /// <summary>Moves behind the next value; false when it is no object.</summary>
    /// <param name="hasSelf">True when the object has the name <c>.</c>.</param>
    /// <param name="hasSteps">True when it has another name.</param>
    public bool TrySkipObject(out bool hasSelf, out bool hasSteps)
    {
        (hasSelf, hasSteps) = (false, false);
        if (_text[Position] != '{')
        {
            return false;
        }

        var depth = 0;
        do
        {
            if (_text[Position] == '"')
            {
                var end = FindEnd(Position);
                var isSelf = IsSelf(_text[(Position + 1)..end]);
                hasSelf |= isSelf && depth == 1;
                hasSteps |= !isSelf && depth == 1;
                Position = end;
            }

            depth += GetStep(_text[Position++]);
        }
        while (depth > 0);

        return true;
    }

    /// <summary>Determines whether a name is <c>.</c>, also with an escape.</summary>
    public static bool IsSelf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("."u8) || name.SequenceEqual("\\u002e"u8) || name.SequenceEqual("\\u002E"u8);

    private static int GetStep(byte character) => character switch
    {
        (byte)'{' => 1,
        (byte)'}' => -1,
        _ => 0,
    };

    /// <summary>Finds the closing quote of the string that begins at an offset.</summary>
    private readonly int FindEnd(int start)
    {
        var at = start + 1;
        while (true)
        {
            at += _text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (_text[at] == '"')
            {
                return at;
            }

            at += 2;
        }
    }
}
