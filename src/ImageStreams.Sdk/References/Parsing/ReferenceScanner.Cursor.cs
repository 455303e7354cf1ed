namespace ImageStreams.References;

internal ref partial struct ReferenceScanner
{
    private readonly bool StartsWith(char mark, int end) => _at < end && _text[_at] == mark;

    private bool Take(char mark, int end)
    {
        var there = StartsWith(mark, end);
        _at += there ? 1 : 0;
        return there;
    }

    private bool TakeOne(CharClass allowed)
    {
        var there = _at < _text.Length && (CharClasses.Of(_text[_at]) & allowed) != 0;
        _at += there ? 1 : 0;
        return there;
    }

    /// <summary>Takes the characters of a class, and those that would be of it if they were lower-case.</summary>
    private int TakeRun(CharClass allowed, int end)
    {
        var start = _at;
        foreach (var c in _text[start..end])
        {
            var @class = CharClasses.Of(c);
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

    private bool Misfit(Expectation expected)
    {
        _fault = Fault.Misfit(_at, expected);
        return false;
    }
}
