namespace ImageStreams.Policies;

/// <content>What begins with a backslash.</content>
internal sealed partial class PatternParser
{
    private void ParseEscape()
    {
        var letter = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (FindAssertion(letter) is { } assertion)
        {
            _at++;
            AddAssertion(assertion);
        }
        else if (letter == 'Q')
        {
            ParseQuoted();
        }
        else if (TryTakeNamedClass(out var item))
        {
            if (item is not null)
            {
                AddClass(new RuneClass([item]));
            }
        }
        else if (TryTakeEscaped(out var rune))
        {
            AddLiteral(rune);
        }
    }

    private static PatternAssertion? FindAssertion(char letter) => letter switch
    {
        'A' => PatternAssertion.BeginText,
        'z' => PatternAssertion.EndText,
        'b' => PatternAssertion.WordBoundary,
        'B' => PatternAssertion.NotWordBoundary,
        _ => null,
    };

    private void ParseQuoted()
    {
        _at += 2;
        while (!IsAtEnd && !_text.AsSpan(_at).StartsWith("\\E", StringComparison.Ordinal))
        {
            AddLiteral(TakeRune());
        }

        _at = Math.Min(_at + 2, _text.Length);
    }

    /// <summary>Takes <c>\d</c>, <c>\pL</c> or <c>\p{Greek}</c>; an item of null has failed.</summary>
    private bool TryTakeNamedClass(out RuneItem? item)
    {
        item = null;
        var letter = !IsAtEnd && Current == '\\' && _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (letter is not ('p' or 'P'))
        {
            item = RuneNames.FindPerl(letter);
            _at += item is null ? 0 : 2;
        }
        else
        {
            item = TakeUnicodeClass(letter == 'P');
        }

        item = item is null ? null : WithCase(item);
        return item is not null || letter is 'p' or 'P';
    }

    private RuneItem? TakeUnicodeClass(bool isNegated)
    {
        _at += 2;
        var end = !IsAtEnd && Current == '{' ? _text.IndexOf('}', _at) : _at;
        if (IsAtEnd || end < 0)
        {
            Fail("has a class of Unicode without a name");
            return null;
        }

        var name = Current == '{' ? _text[(_at + 1)..end] : _text[_at..(_at + 1)];
        _at = end + 1;
        var isInverse = name.StartsWith('^');
        var item = RuneNames.FindUnicode(isInverse ? name[1..] : name);
        if (item is null)
        {
            Fail("names a class of Unicode that is not supported");
        }

        return item is null ? null : item with { IsNegated = isNegated != isInverse };
    }

    private RuneItem WithCase(RuneItem item) =>
        _flags.HasFlag(PatternFlags.IgnoreCase) ? item with { IgnoresCase = true } : item;

    /// <summary>Takes one code point that is written with a backslash.</summary>
    private bool TryTakeEscaped(out int rune)
    {
        var letter = ++_at < _text.Length ? Current : '\0';
        rune = letter switch
        {
            'a' => 7,
            'f' => 12,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => 11,
            'x' => FindHexadecimal(),
            >= '0' and <= '7' => FindOctal(),
            < (char)0x80 when letter != '\0' && !char.IsAsciiLetterOrDigit(letter) => letter,
            _ => -1,
        };
        _at++;
        if (rune is < 0 or > RuneItem.MaxRune)
        {
            Fail("has a backslash before something that it cannot change");
        }

        return _error is null;
    }
}
