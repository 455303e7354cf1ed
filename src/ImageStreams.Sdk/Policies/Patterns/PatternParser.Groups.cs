namespace ImageStreams.Policies;

/// <content>Groups and switches.</content>
internal sealed partial class PatternParser
{
    private bool IsAtFlag => !IsAtEnd && Current is ('i' or 'm' or 's' or 'U');

    private void OpenGroup()
    {
        if (_open.Count > MaxDepth)
        {
            Fail("nests its groups too deeply");
        }
        else if (_at + 1 < _text.Length && _text[_at + 1] == '?')
        {
            OpenSpecialGroup();
        }
        else
        {
            OpenCapture(null);
            _at++;
        }
    }

    private void OpenCapture(string? name)
    {
        _open.Push(new PatternGroup(_names.Count, _flags));
        _names.Add(name);
    }

    private void CloseGroup()
    {
        if (_open.Count == 1)
        {
            Fail("closes a group that is not open");
            return;
        }

        var group = _open.Pop();
        _flags = group.FlagsBefore;
        _open.Peek().Add(group.Close());
        _at++;
    }

    private void OpenSpecialGroup()
    {
        var rest = _text.AsSpan(_at + 2);
        if (rest.StartsWith("P<", StringComparison.Ordinal))
        {
            OpenNamedGroup(_at + 4);
        }
        else if (rest.StartsWith('<'))
        {
            OpenNamedGroup(_at + 3);
        }
        else
        {
            _at += 2;
            ParseFlags();
        }
    }

    private void OpenNamedGroup(int start)
    {
        var length = _text.AsSpan(start).IndexOf('>');
        var name = length < 0 ? "" : _text[start..(start + length)];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            Fail("has a group whose name is not made of letters, digits and underscores");
            return;
        }

        OpenCapture(name);
        _at = start + length + 1;
    }

    /// <summary>Reads <c>i-s:</c> or <c>i)</c> after the question mark.</summary>
    private void ParseFlags()
    {
        var flags = _flags;
        var isEmpty = false;
        for (; IsAtFlag; _at++)
        {
            flags |= GetFlag(Current);
        }

        if (!IsAtEnd && Current == '-')
        {
            var minus = _at++;
            for (; IsAtFlag; _at++)
            {
                flags &= ~GetFlag(Current);
            }

            isEmpty = _at == minus + 1;
        }

        if (IsAtEnd || Current is not (':' or ')') || isEmpty)
        {
            Fail("has a group of a kind that is not supported, such as look-around");
            return;
        }

        EndFlags(flags);
    }

    private void EndFlags(PatternFlags flags)
    {
        if (Current == ':')
        {
            _open.Push(new PatternGroup(-1, _flags));
        }

        _flags = flags;
        _at++;
    }

    private static PatternFlags GetFlag(char letter) => letter switch
    {
        'i' => PatternFlags.IgnoreCase,
        'm' => PatternFlags.MultiLine,
        's' => PatternFlags.DotTakesNewline,
        _ => PatternFlags.Ungreedy,
    };
}
