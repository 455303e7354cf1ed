namespace ImageStreams.Manifests;

/// <summary>Replaces variables by their values or defaults, as shells do: <c>$A</c>, <c>${A}</c>, <c>${A:-b}</c>, <c>${A:+b}</c>,
/// <c>${A:?b}</c>, and the three without the colon. One pass, without recursion.</summary>
/// <param name="text">The text.</param>
/// <param name="find">Finds the value of a variable; null when it has none.</param>
/// <param name="variable">The variable whose default the text is; null otherwise.</param>
internal sealed class VariableExpansion(MappedText text, Func<string, VariableValue?> find, string? variable = null)
{
    private const int MaxPieces = 64;

    private readonly List<MentionPiece> _pieces = [];
    private string? _failure;
    private int _at;
    private int _open;

    /// <summary>Expands a part of the text.</summary>
    public VariableValue Expand(int start, int end)
    {
        _at = start;
        while (_at < end && _failure is null)
        {
            Step(end);
        }

        return new VariableValue(_pieces, _failure);
    }

    private void Step(int end)
    {
        var character = text.Text[_at];
        if (character == '$')
        {
            ReadVariable(end);
        }
        else if (character == '}' && _open > 0)
        {
            _open--;
            _at++;
        }
        else
        {
            ReadLiteral(end);
        }
    }

    private void ReadLiteral(int end)
    {
        var length = text.Text.AsSpan(_at + 1, end - _at - 1).IndexOfAny('$', '}');
        var next = length < 0 ? end : _at + 1 + length;
        Add(text.ToPieces(_at, next, variable));
        _at = next;
    }

    private void ReadVariable(int end)
    {
        var isBraced = _at + 1 < end && text.Text[_at + 1] == '{';
        var start = _at + (isBraced ? 2 : 1);
        var nameEnd = VariableSyntax.FindNameEnd(text.Text, start, end);
        if (nameEnd == start)
        {
            Fail(MentionTexts.OtherVariable);
            return;
        }

        var name = text.Text[start..nameEnd];
        _at = nameEnd;
        if (isBraced)
        {
            ReadOperator(name, VariableSyntax.ReadOperator(text.Text, nameEnd, end), end);
        }
        else
        {
            AddValue(name, find(name));
        }
    }

    private void ReadOperator(string name, string word, int end)
    {
        var value = find(name);
        var isSet = value is not null && !(word.StartsWith(':') && value.IsEmpty);
        switch (word)
        {
            case "":
                Fail(MentionTexts.OtherVariable);
                break;
            case "}":
                AddValue(name, value);
                _at++;
                break;
            case ":-" or "-" when !isSet:
            case ":+" or "+" when isSet:
                _open++;
                _at += word.Length;
                break;
            default:
                AddSet(name, word, isSet ? value : null);
                _at = VariableSyntax.FindClose(text.Text, _at, end);
                break;
        }
    }

    /// <summary>Adds the value of a variable whose word behind the operator does not count.</summary>
    private void AddSet(string name, string word, VariableValue? value)
    {
        if (!word.EndsWith('+'))
        {
            AddValue(name, value);
        }
    }

    private void AddValue(string name, VariableValue? value)
    {
        if (value is null || value.Failure is not null)
        {
            Fail(value?.Failure ?? MentionTexts.NoDefault(name));
            return;
        }

        Add(value.Pieces);
    }

    private void Add(IEnumerable<MentionPiece> pieces)
    {
        _pieces.AddRange(pieces);
        if (_pieces.Count > MaxPieces)
        {
            Fail(MentionTexts.TooManyParts);
        }
    }

    private void Fail(string reason) => _failure ??= reason;
}
