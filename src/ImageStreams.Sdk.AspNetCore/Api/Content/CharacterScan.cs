namespace ImageStreams.AspNetCore;

/// <summary>Reads a text from its beginning.</summary>
/// <param name="text">The text.</param>
internal ref struct CharacterScan(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Next => _rest.IsEmpty ? '\0' : _rest[0];

    /// <summary>Takes a character, if it is the next one.</summary>
    public bool Take(char character)
    {
        if (_rest.IsEmpty || _rest[0] != character)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Takes a plus or a minus, if it is next.</summary>
    public bool TakeSign() => Take('+') || Take('-');

    /// <summary>Takes decimal digits, and returns their number.</summary>
    public int TakeDigits() => TakeAny("0123456789");

    /// <summary>Takes characters of a set, and returns their number.</summary>
    public int TakeAny(ReadOnlySpan<char> characters)
    {
        var end = _rest.IndexOfAnyExcept(characters);
        var count = end < 0 ? _rest.Length : end;
        _rest = _rest[count..];
        return count;
    }

    /// <summary>Determines whether the rest has characters of a set only, and at least one.</summary>
    public readonly bool IsRest(ReadOnlySpan<char> characters) => !_rest.IsEmpty && !_rest.ContainsAnyExcept(characters);
}
