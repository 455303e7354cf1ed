namespace ImageStreams.References;

internal ref partial struct ReferenceScanner
{
    private readonly bool StartsWith(char delimiter, int end) => _at < end && _text[_at] == delimiter;

    private bool Take(char delimiter, int end)
    {
        var found = StartsWith(delimiter, end);
        _at += found ? 1 : 0;
        return found;
    }

    private bool TakeOne(CharClass allowed)
    {
        var found = _at < _text.Length && (CharClasses.Get(_text[_at]) & allowed) != 0;
        _at += found ? 1 : 0;
        return found;
    }

    /// <summary>Takes the characters of a class, and those that are in it only in lower case.</summary>
    private int TakeRun(CharClass allowed, int end)
    {
        var start = _at;
        foreach (var c in _text[start..end])
        {
            var @class = CharClasses.Get(c);
            if ((@class & allowed) == 0 && !TakeLowered(@class, allowed))
            {
                break;
            }

            _at++;
        }

        return _at - start;
    }

    private bool TakeLowered(CharClass @class, CharClass allowed)
    {
        var fits = (allowed & CharClass.Lower) != 0 && (@class & (CharClass.Upper | CharClass.LowersToAscii)) != 0;
        _mustLower = fits ? Math.Min(_mustLower, _at) : _mustLower;
        return fits;
    }

    private bool Unexpected(Expectation expected)
    {
        _error = ReferenceError.Unexpected(_at, expected);
        return false;
    }
}
