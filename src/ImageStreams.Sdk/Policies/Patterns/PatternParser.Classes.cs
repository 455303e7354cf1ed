namespace ImageStreams.Policies;

/// <content>Classes in brackets.</content>
internal sealed partial class PatternParser
{
    private void ParseClass()
    {
        _at++;
        var isNegated = !IsAtEnd && Current == '^';
        _at += isNegated ? 1 : 0;
        var items = new List<RuneItem>();
        for (var isFirst = true; _error is null && (IsAtEnd || Current != ']' || isFirst); isFirst = false)
        {
            if (TakeClassItem() is { } item)
            {
                items.Add(item);
            }
        }

        if (_error is null)
        {
            _at++;
            AddClass(new RuneClass(items, isNegated));
        }
    }

    private RuneItem? TakeClassItem()
    {
        if (TryTakePosixClass(out var item) || TryTakeNamedClass(out item))
        {
            return item;
        }

        if (!TryTakeClassRune(out var first))
        {
            return null;
        }

        var last = first;
        if (_at + 1 < _text.Length && Current == '-' && _text[_at + 1] != ']')
        {
            _at++;
            if (!TryTakeClassRune(out last) || last < first)
            {
                Fail("has a range of characters that runs backwards");
            }
        }

        return WithCase(RuneItem.FromRanges([first, last]));
    }

    private bool TryTakePosixClass(out RuneItem? item)
    {
        item = null;
        var rest = _text.AsSpan(Math.Min(_at, _text.Length));
        var end = rest.StartsWith("[:", StringComparison.Ordinal) ? rest[2..].IndexOf(":]", StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return false;
        }

        var name = rest.Slice(2, end);
        var isNegated = name.StartsWith('^');
        item = RuneNames.FindPosix(isNegated ? name[1..] : name);
        _at += end + 4;
        if (item is null)
        {
            Fail("names a class of characters that does not exist");
            return true;
        }

        item = WithCase(item) with { IsNegated = isNegated };
        return true;
    }

    private bool TryTakeClassRune(out int rune)
    {
        rune = 0;
        if (IsAtEnd)
        {
            Fail("has a class of characters that is not closed");
            return false;
        }

        if (Current == '\\')
        {
            return TryTakeEscaped(out rune);
        }

        rune = TakeRune();
        return true;
    }
}
