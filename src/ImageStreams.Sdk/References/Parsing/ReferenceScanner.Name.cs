namespace ImageStreams.References;

internal ref partial struct ReferenceScanner
{
    private bool Name()
    {
        for (var slash = NextSlash(); slash >= 0; slash = NextSlash())
        {
            if (!(_at == 0 ? HostOrPathComponent(slash) : PathComponent(slash)))
            {
                return false;
            }

            _at = slash + 1;
        }

        return PathComponent(_nameEnd);
    }

    private readonly int NextSlash()
    {
        var distance = _text[_at.._nameEnd].IndexOf('/');
        return distance < 0 ? -1 : _at + distance;
    }

    private bool HostOrPathComponent(int end)
    {
        var isComponent = PathComponent(end);
        if (isComponent && _mustLower == Nowhere)
        {
            return true;
        }

        var (error, mustLower) = (_error, _mustLower);
        (_at, _mustLower) = (0, Nowhere);
        if (Host(end))
        {
            return true;
        }

        _mustLower = mustLower;
        _error = error.Index > _error.Index ? error : _error;
        return isComponent;
    }

    // component = alphanumeric *(separator alphanumeric), separator = "." / "_" / "__" / 1*"-"
    private bool PathComponent(int end)
    {
        while (TakeRun(CharClass.LowerOrDigit, end) > 0)
        {
            if (_at == end)
            {
                return true;
            }

            TakeSeparator(end);   // without one, no letter or digit follows
        }

        return Unexpected(Expectation.PathComponent);
    }

    private void TakeSeparator(int end)
    {
        switch (_text[_at])
        {
            case '.':
                _at++;
                break;
            case '_':
                _at += _at + 1 < end && _text[_at + 1] == '_' ? 2 : 1;
                break;
            default:
                _ = TakeRun(CharClass.Dash, end);
                break;
        }
    }

    private bool Host(int end)
    {
        do
        {
            if (!HostLabel(end))
            {
                return Unexpected(Expectation.Host);
            }
        }
        while (Take('.', end));

        return _at == end || (Take(':', end) ? Port(end) : Unexpected(Expectation.Host));
    }

    // label = alphanumeric [*(alphanumeric / "-") alphanumeric]
    private bool HostLabel(int end) =>
        !StartsWith('-', end)
        && TakeRun(CharClass.LetterOrDigit | CharClass.Dash, end) > 0
        && _text[_at - 1] != '-';

    private bool Port(int end) =>
        (TakeRun(CharClass.Digit, end) > 0 && _at == end) || Unexpected(Expectation.Port);
}
